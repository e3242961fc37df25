"""
Sets of answer sets as shared decision diagrams: the algebra behind every proof. Knows no pack.

A set is an int: 0 is the empty set, 1 everything, any other a node with a level (one a question) and a kid for each value
of that question. Equal sets are the same int, so `==` decides equivalence and `== 0` impossibility. `at` and `kids` hold the
nodes; what only reads them may run in several threads at once.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from math import prod

Set = int
Case = dict[str, tuple[str | None, ...]]

NOT_ASKED = None
OPEN = "?"
# Not known whether it is asked, because an earlier answer is missing.
UNDECIDED = "??"
BUDGET = 2_000_000
MOST_QUESTIONS = 250


class TooLarge(Exception):
    """The diagrams outgrew their budget: the rules tie too many questions together to be proved here."""


class Space:
    """
    All answer sets over some questions; a value is an option, `NOT_ASKED`, or in a partial space `OPEN` or `UNDECIDED`.

    >>> space = Space({"fell": ("yes", "no"), "alone": ("yes", "no")})
    >>> fell, alone = space.one_of("fell", ["yes"]), space.one_of("alone", ["yes"])
    >>> space.count(space.intersection(fell, alone)), space.count(space.union(fell, alone)), space.count(space.complement(fell))
    (1, 5, 6)
    """

    def __init__(self, questions: Mapping[str, Sequence[str]], *, partial: bool = False, budget: int = BUDGET) -> None:
        if len(questions) > MOST_QUESTIONS:
            raise TooLarge(f"more than {MOST_QUESTIONS} questions cannot be proved here")
        self.questions = list(questions)
        self.level = {question: nth for nth, question in enumerate(self.questions)}
        self.values: list[tuple[str | None, ...]] = [
            (NOT_ASKED, *options, *([OPEN, UNDECIDED] if partial else ())) for options in questions.values()
        ]
        end = len(self.questions)
        self.at = [end, end]
        self.kids: list[tuple[Set, ...]] = [(), ()]
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
            found = len(self.at)
            if found + len(self._memo) // 4 > self._budget:
                raise TooLarge(
                    f"more than {self._budget:,} steps: the conditions tie too many questions together to be proved here"
                )
            self._unique[level, kids] = found
            self.at.append(level)
            self.kids.append(kids)
        return found

    def one_of(self, question: str, values: Iterable[str | None]) -> Set:
        """Give the answer sets in which a question has one of these values."""
        wanted, level = set(values), self.level[question]
        return self._node(level, tuple(int(value in wanted) for value in self.values[level]))

    def intersection(self, a: Set, b: Set) -> Set:
        """Give the intersection."""
        if a == 0 or b == 0:
            return 0
        if a in (1, b):
            return b
        return a if b == 1 else self._apply("intersection", a, b)

    def union(self, a: Set, b: Set) -> Set:
        """Give the union."""
        if a == 1 or b == 1:
            return 1
        if a in (0, b):
            return b
        return a if b == 0 else self._apply("union", a, b)

    def difference(self, a: Set, b: Set) -> Set:
        """Give what is in `a` and not in `b`."""
        if a in (0, b) or b == 1:
            return 0
        return a if b == 0 else self._apply("difference", a, b)

    def complement(self, a: Set) -> Set:
        """Give the complement."""
        return self.difference(1, a)

    def _apply(self, operation: str, a: Set, b: Set) -> Set:
        key = (operation, b, a) if operation != "difference" and b < a else (operation, a, b)
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._each(getattr(self, operation), a, b)
        return found

    def _each(self, operation: Callable[[Set, Set], Set], a: Set, b: Set) -> Set:
        """Apply an operation to what two sets are for each value of the first question on which one of them hangs."""
        level = min(self.at[a], self.at[b])
        width = len(self.values[level])
        of_a = self.kids[a] if self.at[a] == level else (a,) * width
        of_b = self.kids[b] if self.at[b] == level else (b,) * width
        return self._node(level, tuple(map(operation, of_a, of_b)))

    def all(self, sets: Iterable[Set]) -> Set:
        """Give the intersection of all."""
        return reduce(self.intersection, sets, 1)

    def any(self, sets: Iterable[Set]) -> Set:
        """Give the union of all, joined in pairs, which keeps the diagrams small."""
        return _in_pairs(self.union, sets, 0)

    def in_some(self, sets: Iterable[Set], numbers: Container[int], most: int) -> Set:
        """
        Give the answer sets that are in as many of `sets` as one of the numbers says; `most` stands for that many or more.

        >>> space = Space({"fell": ("yes", "no"), "alone": ("yes", "no")})
        >>> sets = [space.one_of("fell", ["yes"]), space.one_of("alone", ["yes"])]
        >>> [space.count(space.in_some(sets, [number], 2)) for number in (0, 1, 2)]
        [4, 4, 1]
        """
        # One diagram that ends in numbers is smaller by far than one diagram for each number.
        ends = range(len(self.at), len(self.at) + most + 1)
        self.at += [len(self.questions)] * len(ends)
        self.kids += [()] * len(ends)
        number = {end: nth for nth, end in enumerate(ends)}
        memo: dict[tuple[Set, Set], Set] = {}

        def add(a: Set, b: Set) -> Set:
            if ends[-1] in (a, b):
                return ends[-1]
            if ends[0] in (a, b):
                return b if a == ends[0] else a
            if a in number and b in number:
                return ends[min(number[a] + number[b], most)]
            key = (min(a, b), max(a, b))
            if key not in memo:
                memo[key] = self._each(add, a, b)
            return memo[key]

        zero_or_one = (self._ending(each, {0: ends[0], 1: ends[1]}) for each in sets)
        return self._ending(_in_pairs(add, zero_or_one, ends[0]), {e: int(nth in numbers) for e, nth in number.items()})

    def _ending(self, a: Set, ends: Mapping[Set, Set]) -> Set:
        """Give a diagram with other ends."""
        memo = dict(ends)

        def walk(node: Set) -> Set:
            if node not in memo:
                memo[node] = self._node(self.at[node], tuple(map(walk, self.kids[node])))
            return memo[node]

        return walk(a)

    def count(self, a: Set) -> int:
        """Say exactly how many answer sets there are in `a`."""
        if a not in self._counts:
            # A set that ignores a question splits evenly over its values, so counting over all levels needs no care.
            self._counts[a] = sum(map(self.count, self.kids[a])) // len(self.values[self.at[a]])
        return self._counts[a]

    def witness(self, a: Set) -> dict[str, str | None]:
        """Return an answer set of `a`, not empty: what is not asked first, then options in order, and only questions that matter."""
        found: dict[str, str | None] = {}
        while a != 1:
            level, kids = self.at[a], self.kids[a]
            value = next(nth for nth, kid in enumerate(kids) if kid)
            found[self.questions[level]] = self.values[level][value]
            a = kids[value]
        return found

    def cases(self, a: Set, within: Set) -> Iterator[Case]:
        """Cover `a` exactly by wide cases, a few questions with the values they may have; they may spill over `within`."""
        left, wall = a, self.difference(within, a)
        while left:
            case: Case = {question: (value,) for question, value in self.witness(left).items()}
            for question in list(case):
                narrower = {other: values for other, values in case.items() if other != question}
                if not self.intersection(self.of_case(narrower), wall):
                    case = narrower
            for question in case:
                for value in self.values[self.level[question]]:
                    more = self.intersection(within, self.of_case({**case, question: (value,)}))
                    if value not in case[question] and more and not self.intersection(more, wall):
                        case[question] = (*case[question], value)
            yield case
            left = self.difference(left, self.of_case(case))

    def of_case(self, case: Case) -> Set:
        """Give the answer sets that a case describes."""
        return self.all(self.one_of(question, values) for question, values in case.items())


def _in_pairs(operation: Callable[[Set, Set], Set], sets: Iterable[Set], none: Set) -> Set:
    joined = list(sets) or [none]
    while len(joined) > 1:
        joined = [reduce(operation, joined[at : at + 2]) for at in range(0, len(joined), 2)]
    return joined[0]
