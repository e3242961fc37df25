"""Walks over decision diagrams that only read them: is there such a member, do two differ, which is the nearest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import inf
from operator import add

from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED, Set, Space

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
            level, below = at[node], kids[node]
            # Whatever is not empty has a member.
            if level > last:
                return True
            seen.add(node)
            left += [below[nth] for nth in within[level]] if level in within else below
    return False


def differ(space: Space, a: Set, b: Set, apart: Iterable[str], within: Within) -> bool:
    """Say whether members of `a` and of `b`, with values at these positions, differ in no question but those of `apart`."""
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
    Return what to answer otherwise, or in addition, to be in `a`: as few changed answers as possible, then as few more.

    Every single answer that does it; where none does, one change of several. `answers` lacks open questions. A question
    that is asked or not asked only because of another change costs nothing by itself.
    """
    # A changed answer costs more than answers to all other questions.
    change = len(space.questions) + 1
    had = [answers.get(question, OPEN) for question in space.questions]
    price = [_prices(values, previous, change) for values, previous in zip(space.values, had, strict=True)]
    costs: dict[Set, float] = {0: inf, 1: 0}
    for node in _kids_first(space, a):
        costs[node] = min(map(add, price[space.at[node]], map(costs.__getitem__, space.kids[node])))
    if a == 1 or costs[a] == inf:
        return []
    every = costs[a] in (1, change)
    found = _paid(space, a, costs, price, every=every)
    return [{asked: option} for asked, option in found] if every else [dict(found)]


def _paid(
    space: Space, a: Set, costs: Mapping[Set, float], price: Sequence[Sequence[float]], *, every: bool
) -> list[tuple[str, str]]:
    """Give, in asking order, the answers with a price that lie on the cheapest way into a set, or on `every` one."""
    paid, seen, left = set[tuple[int, int]](), {1}, [a]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            level = space.at[node]
            cheapest = [
                (nth, kid, each)
                for nth, (kid, each) in enumerate(zip(space.kids[node], price[level], strict=True))
                if each + costs[kid] == costs[node]
            ]
            for nth, kid, each in cheapest if every else cheapest[:1]:
                left.append(kid)
                if each:
                    paid.add((level, nth))
    # What has a price is an option.
    return [(space.questions[level], str(space.values[level][nth])) for level, nth in sorted(paid)]


def _prices(values: Iterable[str | None], had: str | None, change: int) -> list[float]:
    more, open_again = (1, 0) if had in (NOT_ASKED, OPEN) else (change, inf)
    prices: dict[str | None, float] = {OPEN: open_again, had: 0, NOT_ASKED: 0, UNDECIDED: 0}
    return [prices.get(value, more) for value in values]


def _kids_first(space: Space, a: Set) -> list[Set]:
    """Give every node of a diagram after its kids, which are made before it."""
    seen, left = {0, 1}, [a]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += space.kids[node]
    return sorted(seen - {0, 1})
