"""A point, gap or notice beside the answers, in the clinician's words: always derived from the rules, never written by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from considerations.engine import Assessment
from considerations.engine.assessment import truth
from considerations.engine.items import Item, state, ways
from considerations.explain.in_words import either, rule
from considerations.explain.reasons import Change, Reasons
from considerations.pack import Point
from considerations.pack.companions import Gap, Weighed

Alternatives = Mapping[str, Mapping[str, Assessment]]

# What an answer does, for a point and for a gap, by the state that it leads to.
_EFFECTS: Mapping[bool, Mapping[bool | None, str]] = {
    True: {True: "would highlight it", False: "would leave it in the background", None: "would leave it waiting"},
    False: {True: "would bring it to the front", False: "would leave it further back", None: "would leave it waiting"},
}


@dataclass(frozen=True, eq=False)
class Explained:
    """An item beside the answers; `alternatives` gives what each option of each open question would make of the pack, if asked for."""

    item: Item
    assessment: Assessment
    reasons: Reasons
    alternatives: Callable[[], Alternatives] = dict

    @cached_property
    def state(self) -> bool | None:
        """True (highlighted, in front), None (waiting) or False (background, further back)."""
        return state(self.item, self.assessment)

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Why it has its state: minimal sets of answers that settle it, or the open questions that it waits for."""
        if self.state is None:
            return (self._why_waiting(),)
        sufficient_reasons = self.reasons.sufficient_reasons(self.item, self.assessment)
        because = ["; ".join([self.reasons.said[each] for each in answers.items()]) for answers in sufficient_reasons]
        return (*[f"{each or 'Whatever the answers'}." for each in because], *self._through_points())

    def _why_waiting(self) -> str:
        if self.needs_answers:
            return f"Waits for an answer to: {'; '.join(self.assessment.pack.question(q).short for q in self.needs_answers)}."
        comes = self.reasons.outcome(self.item, self.assessment.answers)
        return f"Not settled yet, but any further answers {self._effects[bool(comes)]}, unless a stop holds."

    def _through_points(self) -> tuple[str, ...]:
        """Name the highlighted points that a gap comes along with: those it is tied to, and others by their theme."""
        item = self.item
        if not isinstance(item, Gap) or not self.state:
            return ()
        highlighted = self.assessment.points(True)
        tied = [f"Comes along with: “{point.headline}”" for point in highlighted if point.point in item.with_points]
        themes = dict.fromkeys(point.theme for point in highlighted if point.theme in item.with_themes)
        titles = "; ".join(self.assessment.pack.about.themes[theme] for theme in themes)
        return (*tied, *([f"Comes along with highlighted points on: {titles}."] if titles else []))

    @cached_property
    def needs_answers(self) -> tuple[str, ...]:
        """The questions, by id, on which it hangs while it waits."""
        return self.reasons.still_matters(self.item, self.assessment.answers) if self.state is None else ()

    @cached_property
    def options_do(self) -> tuple[str, ...]:
        """What each option of the open questions that matter would do while it waits."""
        pack, said, silent = self.assessment.pack, [], []
        for asked, look in self.alternatives().items() if self.needs_answers else ():
            if asked in self.needs_answers:
                effects: dict[str, list[str]] = {}
                for option, then in look.items():
                    effect = "would bring a stop" if then.stop else self._effects[state(self.item, then)]
                    effects.setdefault(effect, []).append(option)
                each = [f"{either(pack, asked, options)} {effect}" for effect, options in effects.items()]
                if list(effects) == ["would leave it waiting"]:
                    silent.append(pack.question(asked).short)
                else:
                    said.append(f"{pack.question(asked).short}: {'; '.join(each)}.")
        return (*said, *([f"{'; '.join(silent)}: by itself no answer settles it."] if silent else []))

    @property
    def _effects(self) -> Mapping[bool | None, str]:
        return _EFFECTS[isinstance(self.item, Point)]

    @cached_property
    def change(self) -> tuple[str, ...]:
        """The smallest changes of answers that would bring it up; none where it is up."""
        if self.state:
            return ()
        changes = self.reasons.counterfactuals(self.item, self.assessment.answers)
        if not changes:
            return ("No change of these answers is known that would do it.",)
        return tuple(f"{'; and '.join(self._altered(change))}." for change in changes)

    def _altered(self, change: Change) -> list[str]:
        pack, answers, altered = self.assessment.pack, self.assessment.answers, []
        for asked, options in change.items():
            question, previous = pack.question(asked), answers.get(asked)
            if not previous:
                now = "not asked yet" if asked in answers else "not answered yet"
            elif options == (previous,):
                now = "to be answered anew"
            else:
                now = f"now “{question.label(previous)}”"
            altered.append(f"{question.short}: {either(pack, asked, options)} ({now})")
        return altered

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
    def interpretations(self) -> tuple[str, ...]:
        """What the conditions of a highlighted point add to the sentences it cites."""
        answers, highlights = self.assessment.answers, self.point.highlight if self.state else ()
        return tuple(way.explained for way in highlights if way.explained and truth(way.when, answers))

    @property
    def evidence(self) -> tuple[Weighed, ...]:
        """What published evidence says beside it."""
        return self.assessment.pack.evidence.beside(self.point.point)


class ExplainedGap(Explained):
    """A gap, in front (True), waiting (None) or further back (False)."""

    @property
    def gap(self) -> Gap:
        """The gap itself."""
        assert isinstance(self.item, Gap)
        return self.item

    @property
    def tied(self) -> bool:
        """Whether an answer brings it to the front, and not only a point or a theme."""
        return any(truth(way.when, self.assessment.answers) for way in ways(self.item))
