"""
Sets of answer sets as shared decision diagrams: the algebra behind every proof, independent of packs.

A set is an int: 0 is the empty set, 1 is everything, any other int is a node with a level (one per question) and a kid
for each value of that question. Equal sets are the same int, so `==` tests equality and `== 0` emptiness. `at` and
`kids` hold the nodes; code that only reads them can run in several threads at once.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from math import prod

Set = int
Case = dict[str, tuple[str | None, ...]]

NOT_ASKED = None
OPEN = "?"
# Unknown whether the question is asked, because an earlier answer is missing.
UNDECIDED = "??"
BUDGET = 2_000_000
MAX_QUESTIONS = 250


class TooLarge(Exception):
    """The diagrams exceeded their budget, because the rules connect too many questions."""


class Space:
    """
    All answer sets of some questions; a value is an option, `NOT_ASKED` or, in a partial space, `OPEN` or `UNDECIDED`.

    >>> space = Space({"fell": ("yes", "no"), "alone": ("yes", "no")})
    >>> fell, alone = space.one_of("fell", ["yes"]), space.one_of("alone", ["yes"])
    >>> space.count(space.intersection(fell, alone)), space.count(space.union(fell, alone)), space.count(space.complement(fell))
    (1, 5, 6)
    """

    def __init__(self, questions: Mapping[str, Sequence[str]], *, partial: bool = False, budget: int = BUDGET) -> None:
        if len(questions) > MAX_QUESTIONS:
            raise TooLarge(f"more than {MAX_QUESTIONS} questions cannot be proved; split the pack")
        self.questions = list(questions)
        self.level = {question: nth for nth, question in enumerate(self.questions)}
        self.values: list[tuple[str | None, ...]] = [
            (NOT_ASKED, *options, *([OPEN, UNDECIDED] if partial else ())) for options in questions.values()
        ]
        self.position = [{value: nth for nth, value in enumerate(values)} for values in self.values]
        end = len(self.questions)
        self.at = [end, end]
        self.kids: list[tuple[Set, ...]] = [(), ()]
        self._unique: dict[tuple[int, tuple[Set, ...]], Set] = {}
        self._memo: dict[tuple[str, Set, Set], Set] = {}
        self._counts: dict[Set, int] = {0: 0, 1: prod(map(len, self.values))}
        self._budget = budget

    def _node(self, level: int, kids: tuple[Set, ...]) -> Set:
        first = kids[0]
        if kids.count(first) == len(kids):
            return first
        node = self._unique.get((level, kids))
        if node is None:
            node = len(self.at)
            if node + len(self._memo) // 4 > self._budget:
                raise TooLarge(
                    f"the proof takes more than {self._budget:,} steps; write conditions that connect fewer questions"
                )
            self._unique[level, kids] = node
            self.at.append(level)
            self.kids.append(kids)
        return node

    def one_of(self, question: str, values: Iterable[str | None]) -> Set:
        """Return the answer sets in which a question has one of these values."""
        chosen, level = set(values), self.level[question]
        return self._node(level, tuple(int(value in chosen) for value in self.values[level]))

    def intersection(self, a: Set, b: Set) -> Set:
        """Return the intersection."""
        if a == 0 or b in (1, a):
            return a
        if b == 0 or a == 1:
            return b
        return self._apply("intersection", a, b)

    def union(self, a: Set, b: Set) -> Set:
        """Return the union."""
        if a == 1 or b in (0, a):
            return a
        if b == 1 or a == 0:
            return b
        return self._apply("union", a, b)

    def difference(self, a: Set, b: Set) -> Set:
        """Return what is in `a` but not in `b`."""
        if a == 0 or b in (1, a):
            return 0
        return a if b == 0 else self._apply("difference", a, b)

    def complement(self, a: Set) -> Set:
        """Return the complement."""
        return self.difference(1, a)

    def _apply(self, operation: str, a: Set, b: Set) -> Set:
        key = (operation, b, a) if operation != "difference" and b < a else (operation, a, b)
        result = self._memo.get(key)
        if result is None:
            result = self._memo[key] = self._by_value(getattr(self, operation), a, b)
        return result

    def _by_value(self, operation: Callable[[Set, Set], Set], a: Set, b: Set) -> Set:
        """Apply an operation to two sets, value by value of the first question that either depends on."""
        level = min(self.at[a], self.at[b])
        width = len(self.values[level])
        a_kids = self.kids[a] if self.at[a] == level else (a,) * width
        b_kids = self.kids[b] if self.at[b] == level else (b,) * width
        return self._node(level, tuple(map(operation, a_kids, b_kids)))

    def all(self, sets: Iterable[Set]) -> Set:
        """Return the intersection of all sets."""
        return reduce(self.intersection, sets, 1)

    def any(self, sets: Iterable[Set]) -> Set:
        """Return the union of all sets, joined in pairs to keep the diagrams small."""
        return _in_pairs(self.union, sets, 0)

    def count_in(self, sets: Iterable[Set], counts: Container[int], limit: int) -> Set:
        """
        Return the answer sets that are in a number of `sets` listed in `counts`; `limit` means that many or more.

        >>> space = Space({"fell": ("yes", "no"), "alone": ("yes", "no")})
        >>> sets = [space.one_of("fell", ["yes"]), space.one_of("alone", ["yes"])]
        >>> [space.count(space.count_in(sets, [number], 2)) for number in (0, 1, 2)]
        [4, 4, 1]
        """
        # One diagram that ends in counts is far smaller than one diagram for each count.
        ends = range(len(self.at), len(self.at) + limit + 1)
        self.at += [len(self.questions)] * len(ends)
        self.kids += [()] * len(ends)
        count = {end: nth for nth, end in enumerate(ends)}
        memo: dict[tuple[Set, Set], Set] = {}

        def add(a: Set, b: Set) -> Set:
            if ends[-1] in (a, b):
                return ends[-1]
            if ends[0] in (a, b):
                return b if a == ends[0] else a
            if a in count and b in count:
                return ends[min(count[a] + count[b], limit)]
            key = (min(a, b), max(a, b))
            if key not in memo:
                memo[key] = self._by_value(add, a, b)
            return memo[key]

        zero_or_one = (self._with_ends(a, {0: ends[0], 1: ends[1]}) for a in sets)
        return self._with_ends(
            _in_pairs(add, zero_or_one, ends[0]), {end: int(n in counts) for end, n in count.items()}
        )

    def _with_ends(self, a: Set, ends: Mapping[Set, Set]) -> Set:
        """Return a diagram with its ends replaced."""
        memo = dict(ends)

        def walk(node: Set) -> Set:
            if node not in memo:
                memo[node] = self._node(self.at[node], tuple(map(walk, self.kids[node])))
            return memo[node]

        return walk(a)

    def count(self, a: Set) -> int:
        """Return the exact number of answer sets in `a`."""
        if a not in self._counts:
            # A set that ignores a question splits evenly over its values, so skipped levels need no special case.
            self._counts[a] = sum(map(self.count, self.kids[a])) // len(self.values[self.at[a]])
        return self._counts[a]

    def witness(self, a: Set) -> dict[str, str | None]:
        """Return an answer set of a nonempty `a`, only with the questions that matter; prefers *not asked*, then earlier options."""
        answers: dict[str, str | None] = {}
        while a != 1:
            level, kids = self.at[a], self.kids[a]
            value = next(nth for nth, kid in enumerate(kids) if kid)
            answers[self.questions[level]] = self.values[level][value]
            a = kids[value]
        return answers

    def answers(self, a: Set) -> dict[str, str]:
        """Return the answers of a witness, without questions that are not asked or have none."""
        return {name: o for name, o in self.witness(a).items() if o is not None and o not in (OPEN, UNDECIDED)}

    def cases(self, a: Set, within: Set) -> Iterator[Case]:
        """Cover `a`, and nothing else `within`, by broad cases: few questions, each with the values it can have."""
        remaining, outside = a, self.difference(within, a)
        while remaining:
            case: Case = {question: (value,) for question, value in self.witness(remaining).items()}
            for question in list(case):
                wider = {other: values for other, values in case.items() if other != question}
                if not self.intersection(self.of_case(wider), outside):
                    case = wider
            for question in case:
                for value in self.values[self.level[question]]:
                    more = self.intersection(within, self.of_case({**case, question: (value,)}))
                    if value not in case[question] and more and not self.intersection(more, outside):
                        case[question] = (*case[question], value)
            yield case
            remaining = self.difference(remaining, self.of_case(case))

    def of_case(self, case: Case) -> Set:
        """Return the answer sets that a case describes."""
        return self.all(self.one_of(question, values) for question, values in case.items())


def _in_pairs(operation: Callable[[Set, Set], Set], sets: Iterable[Set], empty: Set) -> Set:
    joined = list(sets) or [empty]
    while len(joined) > 1:
        joined = [reduce(operation, joined[at : at + 2]) for at in range(0, len(joined), 2)]
    return joined[0]
