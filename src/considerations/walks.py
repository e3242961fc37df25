"""Walks over decision diagrams that only read them: is there such a member, do two differ, which is the nearest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import inf
from operator import add

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
    seen, left = set[tuple[Set, Set]](), [(a, b)]
    while left:
        x, y = pair = left.pop()
        if pair == (1, 1):
            return True
        if 0 not in pair and pair not in seen:
            seen.add(pair)
            level = min(space.at[x], space.at[y])
            nths = within.get(level, range(len(space.values[level])))
            of_x, of_y = ([space.kids[z][nth] if space.at[z] == level else z for nth in nths] for z in pair)
            left += product(of_x, of_y) if level in free else zip(of_x, of_y, strict=True)
    return False


def nearest(space: Space, a: Set, answers: Mapping[str, str | None]) -> list[dict[str, str]]:
    """
    Give what to answer otherwise, or in addition, to be in `a`: as few changed answers as possible, then as few more.

    Every single answer that does it; where none does, one change of several. `answers` lacks open questions. A question that
    is asked or not asked only because of another change costs nothing by itself.
    """
    nodes, change = _kids_first(space, a), len(space.questions) + 1
    prices = {level: _prices(space, level, answers, change) for level in {space.at[node] for node in nodes}}
    costs: dict[Set, float] = {0: inf, 1: 0}
    best: dict[Set, list[int]] = {1: []}
    for node in nodes:
        sums = list(map(add, prices[space.at[node]], map(costs.__getitem__, space.kids[node])))
        costs[node] = min(sums)
        best[node] = [nth for nth, each in enumerate(sums) if each == costs[node]]
    if costs[a] == inf:
        return []
    if costs[a] in (1, change):
        return [{asked: option} for asked, option in _paid(space, a, best, prices)]
    return [dict(_paid(space, a, {node: nths[:1] for node, nths in best.items()}, prices))]


def _paid(
    space: Space, a: Set, ways: Mapping[Set, list[int]], prices: Mapping[int, list[float]]
) -> list[tuple[str, str]]:
    """Give, in asking order, the answers with a price that lie on these ways through a diagram."""
    paid, seen, left = set[tuple[int, int]](), set[Set](), [a]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            level, nths = space.at[node], ways[node]
            paid |= {(level, nth) for nth in nths if prices[level][nth]}
            left += [space.kids[node][nth] for nth in nths]
    # What has a price is an option.
    return [(space.questions[level], str(space.values[level][nth])) for level, nth in sorted(paid)]


def _prices(space: Space, level: int, answers: Mapping[str, str | None], change: int) -> list[float]:
    """Say what each value of a question costs: a changed answer as much as more of them than there are questions."""
    had = answers.get(space.questions[level], OPEN)
    more, open_again = (1, 0) if had in (NOT_ASKED, OPEN) else (change, inf)
    prices: dict[str | None, float] = {OPEN: open_again, had: 0, NOT_ASKED: 0, HANGS: 0}
    return [prices.get(value, more) for value in space.values[level]]


def _kids_first(space: Space, a: Set) -> list[Set]:
    """Give every node of a diagram after its kids, which are made before it."""
    seen, left = {0, 1}, [a]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += space.kids[node]
    return sorted(seen - {0, 1})
