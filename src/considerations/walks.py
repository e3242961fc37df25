"""Walks over decision diagrams that only read them: is there such a member, do two differ, which is the nearest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from considerations.answersets import HANGS, NOT_ASKED, OPEN, Set, Space

# By level the positions, in a node there, of the values that a question may have.
Within = Mapping[int, Sequence[int]]


def positions(space: Space, allowed: Mapping[str, Iterable[str | None]]) -> dict[int, tuple[int, ...]]:
    """Give the positions of the values allowed for each question; one that is not named may have any."""
    found = {}
    for question, wanted in allowed.items():
        level = space.level[question]
        known = space.values[level]
        found[level] = tuple([known.index(value) for value in wanted if value in known])
    return found


def meets(space: Space, a: Set, within: Within) -> bool:
    """Say whether some member of `a` has values at these positions."""
    at, kids, last = space.at, space.kids, max(within, default=-1)
    seen, left = {0}, [a]
    while left:
        node = left.pop()
        if node not in seen:
            # Whatever is not empty has a member.
            if at[node] > last:
                return True
            seen.add(node)
            nths = within.get(at[node])
            left += kids[node] if nths is None else [kids[node][nth] for nth in nths]
    return False


def differ(space: Space, a: Set, b: Set, apart: Iterable[str], within: Within) -> bool:
    """
    Say whether a member of `a` and one of `b` differ in no question but those of `apart`.

    Both have values at these positions.
    """
    free = {space.level[question] for question in apart}
    memo: dict[tuple[Set, Set], bool] = {(1, 1): True}

    def walk(x: Set, y: Set) -> bool:
        if 0 in (x, y):
            return False
        if (x, y) not in memo:
            level = min(space.at[x], space.at[y])
            nths = within.get(level, range(len(space.values[level])))
            of_x, of_y = ([space.kids[z][nth] if space.at[z] == level else z for nth in nths] for z in (x, y))
            pairs = set(product(of_x, of_y) if level in free else zip(of_x, of_y, strict=True))
            memo[x, y] = any(walk(*pair) for pair in pairs)
        return memo[x, y]

    return walk(a, b)


def nearest(space: Space, a: Set, answers: Mapping[str, str | None]) -> dict[str, str] | None:
    """
    Give what to answer otherwise, or in addition, to be in `a`: as few changed answers as possible, then as few more.

    `answers` lacks open questions. Empty where nothing is to change, None where nothing helps. A question that is asked
    or not asked only because of another change costs nothing by itspace.
    """
    change = len(space.questions) + 1
    never = change * change
    costs: dict[Set, int] = {0: never, 1: 0}

    def cost(question: str, value: str | None) -> int:
        had = answers.get(question, OPEN)
        if value in (had, NOT_ASKED, HANGS):
            return 0
        was_open = had in (NOT_ASKED, OPEN)
        return 1 if was_open and value != OPEN else 0 if was_open else never if value == OPEN else change

    def below(node: Set) -> Iterator[tuple[int, str | None, Set]]:
        question = space.questions[space.at[node]]
        for value, kid in zip(space.values[space.at[node]], space.kids[node], strict=True):
            yield cost(question, value) + walk(kid), value, kid

    def walk(node: Set) -> int:
        if node not in costs:
            costs[node] = min(price for price, _, _ in below(node))
        return costs[node]

    if walk(a) >= never:
        return None
    found: dict[str, str] = {}
    while a != 1:
        question = space.questions[space.at[a]]
        _, value, a = min(below(a), key=lambda way: way[0])
        if value and cost(question, value):
            found[question] = value
    return found
