"""Explain a point, gap or notice for these answers in the clinician's words, derived from the rules and never written by hand."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from considerations.engine import Assessment
from considerations.engine.items import Item, key, points_behind, state, state_of
from considerations.explain.changes import Change
from considerations.explain.in_words import any_of
from considerations.explain.reasons import Reasons
from considerations.pack import Point
from considerations.pack.companions import Gap
from considerations.pack.evidence import Weighed
from considerations.pack.words import explanations as wording


class Explained:
    """An item and the answers; its `state` is True (highlighted, relevant here), None (needs an answer) or False."""

    def __init__(self, item: Item, assessment: Assessment, reasons: Reasons) -> None:
        self.item, self.assessment, self.reasons = item, assessment, reasons
        self.key = key(item)
        self.state = state_of(self.key, assessment)

    @property
    def why(self) -> tuple[str, ...]:
        """Why it has its state: minimal sets of answers that settle it, or the open questions that it depends on."""
        if self.state is None:
            return (self._why_open(),)
        found = self.reasons.bringing_up if self.state else self.reasons.keeping_away
        return tuple([reason.words for reason in found(self.item, self.key, self.assessment)])

    def _why_open(self) -> str:
        if self.needs_answers:
            return wording.NEEDS_ANSWERS.format(questions=self._names(self.needs_answers))
        outcome = self.reasons.outcome(self.item, self.assessment.answers)
        return wording.DECIDED_UNLESS_STOP.format(effect=self._effects[bool(outcome)])

    def _names(self, questions: Iterable[str]) -> str:
        return "; ".join([self.assessment.pack.question(asked).short for asked in questions])

    @cached_property
    def needs_answers(self) -> tuple[str, ...]:
        """The questions, by id, that it depends on while it needs an answer."""
        return self.reasons.still_matters(self.item, self.assessment.answers) if self.state is None else ()

    @cached_property
    def options_do(self) -> tuple[str, ...]:
        """What each option of the open questions that matter would do."""
        pack, lines, undecided = self.assessment.pack, [], []
        for asked in self.needs_answers:
            options_by_effect: dict[str, list[str]] = {}
            for option, outcome in self.assessment.alternatives.get(asked, {}).items():
                effect = wording.STOP_EFFECT if outcome.stop else self._effects[state(self.item, outcome)]
                options_by_effect.setdefault(effect, []).append(option)
            if list(options_by_effect) == [self._effects[None]]:
                undecided.append(asked)
            elif options_by_effect:
                choices = [
                    wording.ANSWER_EFFECT.format(options=any_of(pack, asked, options), effect=effect)
                    for effect, options in options_by_effect.items()
                ]
                lines.append(f"{pack.question(asked).short}: {'; '.join(choices)}.")
        return (*lines, *([wording.NOT_BY_ITSELF.format(questions=self._names(undecided))] if undecided else []))

    @property
    def _effects(self) -> Mapping[bool | None, str]:
        return wording.POINT_EFFECTS if isinstance(self.item, Point) else wording.GAP_EFFECTS

    @cached_property
    def change(self) -> tuple[str, ...]:
        """The smallest changes of answers that would bring it up; none where it is up."""
        if self.state:
            return ()
        changes = self.reasons.counterfactuals(self.item, self.assessment)
        if not changes:
            return (wording.NO_CHANGE_KNOWN,)
        return tuple(f"{'; and '.join(self._steps(change))}." for change in changes)

    def _steps(self, change: Change) -> list[str]:
        pack, answers, steps = self.assessment.pack, self.assessment.answers, []
        for asked, options in change.items():
            question, previous = pack.question(asked), answers.get(asked)
            if not previous:
                now = wording.NOT_ASKED_YET if asked in answers else wording.NOT_ANSWERED_YET
            elif options == (previous,):
                now = wording.ANSWER_AGAIN
            else:
                now = wording.NOW.format(label=question.label(previous))
            steps.append(f"{question.short}: {any_of(pack, asked, options)} ({now})")
        return steps

    @property
    def rule(self) -> tuple[str, ...]:
        """Its full rule in words, a sentence for each way."""
        return self.reasons.rules[self.key]


class Consideration(Explained):
    """A point: highlighted (True), needs an answer (None) or not highlighted (False)."""

    @property
    def point(self) -> Point:
        """The point itself."""
        assert isinstance(self.item, Point)
        return self.item

    @property
    def interpretations(self) -> tuple[str, ...]:
        """How we read the sentences that a highlighted point cites, where its conditions add to them."""
        interpretations, holds = self.reasons.interpretations[self.key], self.assessment.holds
        return tuple([text for number, text in interpretations if holds[number]])

    @property
    def evidence(self) -> tuple[Weighed, ...]:
        """What research says about it."""
        return self.assessment.pack.evidence.beside(self.point.point)


class ExplainedGap(Explained):
    """A gap: relevant here (True), needs an answer (None) or not relevant here (False)."""

    @property
    def gap(self) -> Gap:
        """The gap itself."""
        assert isinstance(self.item, Gap)
        return self.item

    @property
    def why(self) -> tuple[str, ...]:
        """Why it has its state; also the highlighted points that make it relevant: those it is tied to, and others by theme."""
        return (*super().why, *(self._through_points() if self.state else ()))

    def _through_points(self) -> tuple[str, ...]:
        verdicts, pack = self.assessment.verdicts, self.assessment.pack
        highlighted = [point for point in points_behind(self.gap, pack) if verdicts[point.point]]
        headlines = [point.headline for point in highlighted if point.point in self.gap.with_points]
        themes = dict.fromkeys([point.theme for point in highlighted if point.theme in self.gap.with_themes])
        titles = "; ".join([pack.about.themes[theme] for theme in themes])
        tied = [wording.WITH_POINT.format(headline=headline) for headline in headlines]
        return (*tied, *([wording.WITH_THEMES.format(themes=titles)] if titles else []))

    @property
    def tied(self) -> bool:
        """Whether an answer makes it relevant, and not only a point or a theme."""
        return any(self.assessment.holds[way.number] for way in self.reasons.ways[self.key])
