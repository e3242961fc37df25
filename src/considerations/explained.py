"""A point or a silence beside what the answers make of it; what is put in words is derived only where it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from considerations.annex import Silence, Weighed
from considerations.engine import Assessment
from considerations.explain import Looks, readings, rule, what_options_do, what_would, why
from considerations.pack import Point
from considerations.reasons import Reasons
from considerations.ways import Item, holds_by_itself, state


@dataclass(frozen=True, eq=False)
class Explained:
    """
    An item beside what the answers make of it.

    `looks` gives what each option of each open question would make of the pack; it is asked for only by what waits.
    """

    item: Item
    assessment: Assessment
    reasons: Reasons
    looks: Callable[[], Looks]

    @property
    def state(self) -> bool | None:
        """True (highlighted, in front), None (waiting) or False (background, further back)."""
        return state(self.item, self.assessment)

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Why it has its state, each time with a minimal set of answers."""
        return why(self.item, self.assessment, self.reasons)

    @cached_property
    def waits(self) -> tuple[str, ...]:
        """The questions, by id, on which it hangs while it waits."""
        return self.reasons.waits_for(self.item, self.assessment.answers) if self.state is None else ()

    @cached_property
    def options_do(self) -> tuple[str, ...]:
        """What each option of the open questions that matter would do while it waits."""
        if self.state is not None:
            return ()
        return what_options_do(self.item, self.assessment, self.reasons, self.looks())

    @cached_property
    def change(self) -> tuple[str, ...]:
        """The smallest changes of answers that would bring it up; none where it is up."""
        return () if self.state else what_would(self.item, self.assessment, self.reasons)

    @cached_property
    def rule(self) -> tuple[str, ...]:
        """Its rule in words, a sentence for each way."""
        return rule(self.item, self.assessment.pack)


class Consideration(Explained):
    """A point, highlighted (True), waiting (None) or in the background (False)."""

    @property
    def point(self) -> Point:
        """The point itself."""
        assert isinstance(self.item, Point)
        return self.item

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings behind it while it is highlighted."""
        return readings(self.point, self.assessment.answers) if self.state else ()

    @property
    def evidence(self) -> tuple[Weighed, ...]:
        """What published evidence says beside it."""
        return self.assessment.pack.evidence.beside(self.point.point)


class Silent(Explained):
    """A silence, in front (True), waiting (None) or further back (False)."""

    @property
    def silence(self) -> Silence:
        """The silence itself."""
        assert isinstance(self.item, Silence)
        return self.item

    @property
    def tied(self) -> bool:
        """Whether an answer brings it to the front, and not only a point or a theme."""
        return holds_by_itself(self.item, self.assessment.answers)
