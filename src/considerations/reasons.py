"""
What a verdict hangs on: the answers that decide it, and the smallest change of answers that would highlight or bring forward.

Exact, with branching and stops, for it is held against every answer set.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from considerations.annex import Highlight, Silence
from considerations.answersets import HANGS, NOT_ASKED, OPEN, Set, TooLarge
from considerations.conditions import Condition
from considerations.engine import Answers, Assessment, assess, bringing, is_asked, settle, some, truth
from considerations.pack import Pack, Point
from considerations.packsets import PackSets

Item = Point | Silence
Alternatives = dict[str, tuple[str, ...]]


def ways(item: Item) -> tuple[Highlight, ...]:
    """Give the ways of its own in which a point is highlighted or a silence comes to the front."""
    return item.highlight if isinstance(item, Point) else item.front


class Reasons:
    """
    A pack's verdicts over all answer sets, worked out once; from then on only read, so that threads may share it.

    Where the rules tie too many questions together, reasons are sufficient but perhaps not minimal, and no change is known.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        try:
            self._whole, self._partial = PackSets(pack), PackSets(pack, partial=True)
            self._holds = dict(self._holding())
            self._brings = dict(self._bringing())
        except TooLarge:
            self._holds = {}

    def _holding(self) -> Iterator[tuple[str, dict[bool, Set]]]:
        """Give, for each item, the answer sets in which it holds, stop or not, and those in which it does not."""
        sets = self._whole
        items: tuple[Item, ...] = (*self.pack.points, *self.pack.silences.silences)
        for item in items:
            held = sets.space.any(sets.holds(way.when) for way in every_way(item, self.pack))
            yield (
                _key(item),
                {True: sets.space.both(sets.reachable, held), False: sets.space.without(sets.reachable, held)},
            )

    def _bringing(self) -> Iterator[tuple[str, Set]]:
        """Give, for each item, the partial answer sets without a stop in which it is highlighted or in front."""
        yield from ((f"point {point}", found) for point, found in self._partial.points.items())
        yield from ((f"silence {silence}", found) for silence, found in self._partial.silences.items())

    def deciding(self, item: Item, answers: Answers, verdict: bool, named: Iterable[str]) -> dict[str, str]:
        """
        Give a minimal set of the given answers that decides a verdict: all of them do, and none can be left out.

        `named` are questions whose answers decide it together; those that come last are left out first.
        """
        kept = {asked: option for asked in named if (option := answers.get(asked))}
        if _key(item) not in self._holds:
            return kept
        otherwise = self._holds[_key(item)][not verdict]
        for asked in reversed(list(kept)):
            fewer = {other: option for other, option in kept.items() if other != asked}
            if not self._whole.space.meets(otherwise, fewer):
                kept = fewer
        return kept

    def change(self, item: Item, answers: Answers) -> Alternatives | None:
        """
        Give the smallest change of answers that highlights a point or brings a silence to the front.

        As few given answers as possible are changed, and then as few more given. For each question all options that will
        do; any combination of them does. None where no change is known.
        """
        if _key(item) not in self._holds:
            return None
        found = self._brings[_key(item)]
        nearest = self._partial.space.nearest(found, answers)
        if nearest is None:
            return None
        change: Alternatives = {asked: (option,) for asked, option in nearest.items()}
        for asked, picked in nearest.items():
            for option in (each.option for each in self.pack.question(asked).options):
                fits = self._all_in(found, answers, {**change, asked: (option,)})
                if option not in (picked, answers.get(asked)) and fits:
                    change[asked] = (*change[asked], option)
        return {asked: _in_order(self.pack, asked, options) for asked, options in change.items()}

    def _all_in(self, found: Set, answers: Answers, change: Alternatives) -> bool:
        """Say whether every combination of these alternatives leads into a set."""
        made = ({**answers, **dict(zip(change, picked, strict=True))} for picked in product(*change.values()))
        return all(self._partial.space.meets(found, self._spelt(given)) for given in made)

    def _spelt(self, given: Mapping[str, str | None]) -> dict[str, str | None]:
        """Give a partial answer set with what is open, hangs or is not asked spelt out."""
        answers = settle(self.pack, {asked: option for asked, option in given.items() if option})
        missing = {True: OPEN, False: NOT_ASKED, None: HANGS}
        return {
            question.question: answers.get(question.question) or missing[is_asked(question, answers)]
            for question in self.pack.questions
        }


def looks(assessment: Assessment) -> dict[str, dict[str, Assessment]]:
    """Give what each option of each question asked and still open would make of the pack."""
    pack, answers = assessment.pack, assessment.answers
    given = {asked: option for asked, option in answers.items() if option}
    still_open = [q for q in pack.questions if q.question not in answers and is_asked(q, answers)]
    return {
        q.question: {o.option: assess(pack, {**given, q.question: o.option}) for o in q.options} for q in still_open
    }


def every_way(item: Item, pack: Pack) -> tuple[Highlight, ...]:
    """Give the ways of an item, and for a silence also those of the points that bring it."""
    if isinstance(item, Point):
        return item.highlight
    brought = bringing(item, pack)
    return (*item.front, *(way for point in pack.points if point.point in brought for way in point.highlight))


def behind(condition: Condition, answers: Answers, found: bool | None) -> Iterator[str]:
    """Give the questions of a condition that make it true, keep it open, or make it false."""
    for asked, options in condition.one_of.items():
        if (answers[asked] in options if asked in answers else None) is found:
            yield asked
    joined = condition.any or ()
    deciding = joined if some(truth(part, answers) for part in joined) is found else ()
    for part in (*deciding, *(condition.all or ())):
        if truth(part, answers) is found:
            yield from behind(part, answers, found)


def with_earlier(questions: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """Give questions in asking order, followed by the earlier ones that decide whether they are asked, nearest first."""
    named = set(questions)
    listed = [question.question for question in pack.questions if question.question in named]
    for question in reversed(pack.questions):
        if question.question in named and question.ask_when:
            earlier = [asked for asked in dict.fromkeys(question.ask_when.questions()) if asked not in named]
            named.update(earlier)
            listed += earlier
    return tuple(listed)


def _key(item: Item) -> str:
    return f"point {item.point}" if isinstance(item, Point) else f"silence {item.silence}"


def _in_order(pack: Pack, asked: str, options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.option for each in pack.question(asked).options if each.option in options)
