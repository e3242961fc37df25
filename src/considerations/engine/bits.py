"""
Decide every condition of a pack at once: each is a bit of an int, and one `&` a question decides them all.

A condition stays *possible* until an answer rules it out, and is *true* if it is possible and names no open question. The
table of a pack says once, for every option, which conditions it leaves possible. `truth` in `assessment` defines the same,
one condition at a time, and the tests compare the two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from considerations.pack import Pack, Stop
from considerations.pack.conditions import Condition

States = dict[str, bool | None]
# The conditions that are not false, and those of them that are true.
Bits = tuple[int, int]
_NUMBERS = bytes.maketrans(b"01", b"\0\1")


class _Question(NamedTuple):
    name: str
    leaves: Mapping[str, int]  # by option, the conditions that it does not rule out
    unnamed: int  # the conditions that do not name this question
    ask_when: int  # 0 if it is always asked
    nested: bool


class Shown:
    """
    The states of items that show while one of their ways holds: all points, all gaps or all notices.

    Items with more ways come first. The first ways of all are neighbouring bits, then the second ways of those that have one,
    and so on: a shift lays each later row over the first, and leaves one bit for each item.
    """

    def __init__(self, ways: Mapping[str, Sequence[Condition]], start: int) -> None:
        self.names = sorted(ways, key=lambda name: -len(ways[name]))
        self.conditions: list[Condition] = []
        self.ways: dict[str, list[int]] = {name: [] for name in ways}
        self._rows: list[tuple[int, int]] = []
        for nth in range(max(map(len, ways.values()), default=0)):
            row = [name for name in self.names if len(ways[name]) > nth]
            self._rows.append((start + len(self.conditions), (1 << len(row)) - 1))
            for name in row:
                self.ways[name].append(start + len(self.conditions))
                self.conditions.append(ways[name][nth])
        self._all_false: States = dict.fromkeys(ways, False)

    def bits(self, conditions: int) -> int:
        """Return a bit for each item, in the order of `names`, set where one of its ways is."""
        items = 0
        for shift, row in self._rows:
            items |= conditions >> shift & row
        return items

    def states(self, possible: int, true: int) -> States:
        """Return the state of each item, in the pack's order, from two ints with a bit for each."""
        states = self._all_false.copy()
        for name in self._chosen(possible & ~true):
            states[name] = None
        for name in self._chosen(true):
            states[name] = True
        return states

    def _chosen(self, items: int) -> Iterable[str]:
        return compress(self.names, digits(items, len(self.names))) if items else ()


def digits(bits: int, number: int) -> bytes:
    """Return so many bits as a byte each, 1 or 0, the lowest first."""
    return bin(bits | 1 << number)[:2:-1].encode().translate(_NUMBERS)


class Table:
    """The conditions of a pack as bits: those of points, gaps and notices, of stops and questions, and the parts of each."""

    def __init__(self, pack: Pack) -> None:
        self._conditions: list[Condition] = []
        self.points = self._shown({point.point: [way.when for way in point.highlight] for point in pack.points})
        self.gaps = self._shown({gap.gap: [way.when for way in gap.relevant] for gap in pack.gaps.gaps})
        self.notices = self._shown({notice.notice: [notice.when] for notice in pack.notices})
        self._stops = [(stop, self._bit(stop.when), self._bit(stop.until)) for stop in pack.stops.stops]
        asked = {question.question: self._bit(question.ask_when) for question in pack.questions}
        self._nested = self._with_parts()
        self._full = (1 << len(self._conditions)) - 1
        self._questions = list(self._rows(pack, asked))
        self._gaps_through_points = self._through_points(pack)

    def ways(self, kind: str, name: str) -> list[int]:
        """Return the number of each way of a point, gap or notice among the conditions."""
        return {"point": self.points, "gap": self.gaps, "notice": self.notices}[kind].ways[name]

    def _shown(self, ways: Mapping[str, Sequence[Condition]]) -> Shown:
        shown = Shown(ways, len(self._conditions))
        self._conditions += shown.conditions
        return shown

    def _bit(self, condition: Condition | None) -> int:
        if condition is None:
            return 0
        self._conditions.append(condition)
        return 1 << len(self._conditions) - 1

    def _with_parts(self) -> list[tuple[int, int, int]]:
        """Give every part a bit; return the conditions with parts, those within others first: (bit, every `all`, some `any`)."""
        nested = []
        # The parts join the end of this list, and their own parts after them.
        for nth, condition in enumerate(self._conditions):
            if condition.any or condition.all:
                every, some = (sum(map(self._bit, parts or ())) for parts in (condition.all, condition.any))
                nested.append((1 << nth, every, some))
        return nested[::-1]

    def _rows(self, pack: Pack, asked: Mapping[str, int]) -> Iterator[_Question]:
        named: dict[str, int] = defaultdict(int)
        listed: dict[tuple[str, str], int] = defaultdict(int)
        for nth, condition in enumerate(self._conditions):
            for question, options in condition.one_of.items():
                named[question] |= 1 << nth
                for option in options:
                    listed[question, option] |= 1 << nth
        for asking in pack.questions:
            name, ask_when = asking.question, asking.ask_when
            unnamed = self._full & ~named[name]
            leaves = {option.option: unnamed | listed[name, option.option] for option in asking.options}
            yield _Question(name, leaves, unnamed, asked[name], bool(ask_when and (ask_when.any or ask_when.all)))

    def _through_points(self, pack: Pack) -> list[tuple[int, int]]:
        """Return which points make which gaps relevant, as bits; gaps with the same points share an entry."""
        gaps_by_points: dict[int, int] = defaultdict(int)
        for gap in pack.gaps.gaps:
            behind = {p.point for p in pack.points if p.theme in gap.with_themes or p.point in gap.with_points}
            points = sum(1 << nth for nth, name in enumerate(self.points.names) if name in behind)
            gaps_by_points[points] |= 1 << self.gaps.names.index(gap.gap)
        return [(points, gaps) for points, gaps in gaps_by_points.items() if points]

    def decide(self, raw_answers: Mapping[str, str]) -> tuple[dict[str, str | None], Bits]:
        """Return the settled answers, and the conditions that these leave possible or true."""
        answers: dict[str, str | None] = {}
        possible = closed = self._full
        for question, leaves, unnamed, ask_when, nested in self._questions:
            if ask_when:
                could_be, is_true = self._decided(possible, closed) if nested else (possible, possible & closed)
                if not could_be & ask_when:
                    answers[question] = None
                    possible &= unnamed
                    continue
                if not is_true & ask_when:
                    closed &= unnamed
                    continue
            left = leaves.get(raw_answers.get(question, ""))
            if left is None:
                closed &= unnamed
            else:
                answers[question] = raw_answers[question]
                possible &= left
        return answers, self._decided(possible, closed)

    def _decided(self, possible: int, closed: int) -> Bits:
        """Return the conditions that are possible or true with their parts; `closed` are those that name no open question."""
        possible = self._fitting(possible)
        return possible, possible if closed == self._full else self._fitting(possible & closed)

    def _fitting(self, conditions: int) -> int:
        """Leave out the conditions whose parts rule them out."""
        for bit, every, some in self._nested:
            if conditions & every != every or (some and not conditions & some):
                conditions &= ~bit
        return conditions

    def holds(self, true: int) -> bytes:
        """Return 1 for each condition that is true and 0 for each other, by number."""
        return digits(true, len(self._conditions))

    def stop(self, true: int) -> Stop | None:
        """Return the first stop that holds: an open answer neither causes nor lifts it."""
        for stop, when, until in self._stops:
            if true & when and not true & until:
                return stop
        return None

    def relevant(self, conditions: int) -> int:
        """Return a bit for each gap: set where one of its own ways is, or one of the points behind it."""
        gaps, points = self.gaps.bits(conditions), self.points.bits(conditions)
        for behind, through in self._gaps_through_points:
            if points & behind:
                gaps |= through
        return gaps
