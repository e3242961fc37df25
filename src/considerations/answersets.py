"""
Sets of answer sets as shared decision diagrams: the algebra behind every proof. Knows no pack.

A set is an int: 0 is the empty set, 1 everything, any other a node with a level (one a question) and a kid for each value
of that question. Equal sets are the same int, so `==` decides equivalence and `== 0` impossibility.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from math import prod

Set = int
Case = dict[str, tuple[str | None, ...]]

NOT_ASKED = None
OPEN = "?"
# Not known whether it is asked, because an earlier answer is missing.
HANGS = "??"
BUDGET = 2_000_000
MOST_QUESTIONS = 250


class TooLarge(Exception):
    """The diagrams outgrew their budget: the rules tie too many questions together to be proved here."""


class Space:
    """
    All answer sets over some questions; a value is an option, `NOT_ASKED`, or in a partial space `OPEN` or `HANGS`.

    >>> space = Space({"fell": ("yes", "no"), "alone": ("yes", "no")})
    >>> fell, alone = space.one_of("fell", ["yes"]), space.one_of("alone", ["yes"])
    >>> space.count(space.both(fell, alone)), space.count(space.either(fell, alone)), space.count(space.no(fell))
    (1, 5, 6)
    """

    def __init__(self, questions: Mapping[str, Sequence[str]], *, partial: bool = False, budget: int = BUDGET) -> None:
        if len(questions) > MOST_QUESTIONS:
            raise TooLarge(f"more than {MOST_QUESTIONS} questions cannot be proved here")
        self.questions = list(questions)
        self.level = {question: nth for nth, question in enumerate(self.questions)}
        self.values: list[tuple[str | None, ...]] = [
            (NOT_ASKED, *options, *([OPEN, HANGS] if partial else ())) for options in questions.values()
        ]
        end = len(self.questions)
        self._at = [end, end]
        self._kids: list[tuple[Set, ...]] = [(), ()]
        self._unique: dict[tuple[int, tuple[Set, ...]], Set] = {}
        self._memo: dict[tuple[str, Set, Set], Set] = {}
        self._counts: dict[Set, int] = {0: 0, 1: prod(map(len, self.values))}
        self._budget = budget

    def _node(self, level: int, kids: tuple[Set, ...]) -> Set:
        first = kids[0]
        if all(kid == first for kid in kids):
            return first
        found = self._unique.get((level, kids))
        if found is None:
            found = len(self._at)
            if found + len(self._memo) // 4 > self._budget:
                raise TooLarge(
                    f"more than {self._budget:,} steps: the conditions tie too many questions together to be proved here"
                )
            self._unique[level, kids] = found
            self._at.append(level)
            self._kids.append(kids)
        return found

    def one_of(self, question: str, values: Iterable[str | None]) -> Set:
        """Give the answer sets in which a question has one of these values."""
        wanted, level = set(values), self.level[question]
        return self._node(level, tuple(int(value in wanted) for value in self.values[level]))

    def both(self, a: Set, b: Set) -> Set:
        """Give the intersection."""
        if a == 0 or b == 0:
            return 0
        if a in (1, b):
            return b
        return a if b == 1 else self._apply("both", a, b)

    def either(self, a: Set, b: Set) -> Set:
        """Give the union."""
        if a == 1 or b == 1:
            return 1
        if a in (0, b):
            return b
        return a if b == 0 else self._apply("either", a, b)

    def without(self, a: Set, b: Set) -> Set:
        """Give what is in `a` and not in `b`."""
        if a in (0, b) or b == 1:
            return 0
        return a if b == 0 else self._apply("without", a, b)

    def no(self, a: Set) -> Set:
        """Give the complement."""
        return self.without(1, a)

    def _apply(self, operation: str, a: Set, b: Set) -> Set:
        key = (operation, b, a) if operation != "without" and b < a else (operation, a, b)
        found = self._memo.get(key)
        if found is None:
            method = getattr(self, operation)
            level = min(self._at[a], self._at[b])
            width = len(self.values[level])
            of_a = self._kids[a] if self._at[a] == level else (a,) * width
            of_b = self._kids[b] if self._at[b] == level else (b,) * width
            found = self._memo[key] = self._node(level, tuple(map(method, of_a, of_b)))
        return found

    def all(self, sets: Iterable[Set]) -> Set:
        """Give the intersection of all."""
        return reduce(self.both, sets, 1)

    def any(self, sets: Iterable[Set]) -> Set:
        """Give the union of all, joined in pairs, which keeps the diagrams small."""
        joined = list(sets) or [0]
        while len(joined) > 1:
            joined = [reduce(self.either, joined[at : at + 2]) for at in range(0, len(joined), 2)]
        return joined[0]

    def count(self, a: Set) -> int:
        """Say exactly how many answer sets there are in `a`."""
        if a not in self._counts:
            # A set that ignores a question splits evenly over its values, so counting over all levels needs no care.
            self._counts[a] = sum(map(self.count, self._kids[a])) // len(self.values[self._at[a]])
        return self._counts[a]

    def witness(self, a: Set) -> dict[str, str | None]:
        """
        Give one answer set of `a`, which must not be empty.

        Prefers, question by question, what is not asked, then the options in their order. A question on which nothing
        hangs any more is left out.
        """
        found: dict[str, str | None] = {}
        while a != 1:
            level, kids = self._at[a], self._kids[a]
            value = next(nth for nth, kid in enumerate(kids) if kid)
            found[self.questions[level]] = self.values[level][value]
            a = kids[value]
        return found

    def meets(self, a: Set, answers: Mapping[str, str | None]) -> bool:
        """Say whether some member of `a` has these values, whatever the other questions have. Only reads the diagrams."""
        fixed = {self.level[question]: self.values[self.level[question]].index(v) for question, v in answers.items()}
        memo: dict[Set, bool] = {0: False, 1: True}

        def walk(node: Set) -> bool:
            if node not in memo:
                level, kids = self._at[node], self._kids[node]
                memo[node] = walk(kids[fixed[level]]) if level in fixed else any(map(walk, kids))
            return memo[node]

        return walk(a)

    def nearest(self, a: Set, answers: Mapping[str, str | None]) -> dict[str, str] | None:
        """
        Give what to answer otherwise, or in addition, to be in `a`: as few changed answers as possible, then as few more.

        `answers` lacks open questions. Empty where nothing is to change, None where nothing helps. A question that is asked
        or not asked only because of another change costs nothing by itself. Only reads the diagrams.
        """
        change = len(self.questions) + 1
        never = change * change
        costs: dict[Set, int] = {0: never, 1: 0}

        def cost(question: str, value: str | None) -> int:
            had = answers.get(question, OPEN)
            if value in (had, NOT_ASKED, HANGS):
                return 0
            was_open = had in (NOT_ASKED, OPEN)
            return 1 if was_open and value != OPEN else 0 if was_open else never if value == OPEN else change

        def below(node: Set) -> Iterator[tuple[int, str | None, Set]]:
            question = self.questions[self._at[node]]
            for value, kid in zip(self.values[self._at[node]], self._kids[node], strict=True):
                yield cost(question, value) + walk(kid), value, kid

        def walk(node: Set) -> int:
            if node not in costs:
                costs[node] = min(price for price, _, _ in below(node))
            return costs[node]

        if walk(a) >= never:
            return None
        found: dict[str, str] = {}
        while a != 1:
            question = self.questions[self._at[a]]
            _, value, a = min(below(a), key=lambda way: way[0])
            if value and cost(question, value):
                found[question] = value
        return found

    def cases(self, a: Set, within: Set) -> Iterator[Case]:
        """
        Cover `a` exactly by wide cases, each a few questions with the values they may have; the rest does not matter.

        `within` holds the answer sets that are possible at all: a case may spill over them.
        """
        left, wall = a, self.without(within, a)
        while left:
            case: Case = {question: (value,) for question, value in self.witness(left).items()}
            for question in list(case):
                narrower = {other: values for other, values in case.items() if other != question}
                if not self.both(self.of_case(narrower), wall):
                    case = narrower
            for question in case:
                for value in self.values[self.level[question]]:
                    more = self.both(within, self.of_case({**case, question: (value,)}))
                    if value not in case[question] and more and not self.both(more, wall):
                        case[question] = (*case[question], value)
            yield case
            left = self.without(left, self.of_case(case))

    def of_case(self, case: Case) -> Set:
        """Give the answer sets that a case describes."""
        return self.all(self.one_of(question, values) for question, values in case.items())
