"""Search decision diagrams without changing them: test for members, compare them, find the nearest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import inf
from operator import add

from considerations.diagrams.decision_diagram import NOT_ASKED, OPEN, UNDECIDED, Set, Space

# By level, the positions in a node of the values that a question can have.
Within = Mapping[int, Sequence[int]]


def positions(space: Space, allowed: Mapping[str, Iterable[str | None]]) -> dict[int, tuple[int, ...]]:
    """Return the positions of the values allowed for each question; a question not listed can have any value."""
    result = {}
    for question, values in allowed.items():
        level = space.level[question]
        known = space.position[level]
        result[level] = tuple([known[value] for value in values if value in known])
    return result


def meets(space: Space, a: Set, within: Within) -> bool:
    """Return whether some member of `a` has its values at these positions."""
    at, kids, last = space.at, space.kids, max(within, default=-1)
    seen, todo = {0}, [a]
    while todo:
        node = todo.pop()
        if node not in seen:
            level, below = at[node], kids[node]
            # Every set but the empty one has a member.
            if level > last:
                return True
            seen.add(node)
            todo += [below[nth] for nth in within[level]] if level in within else below
    return False


def differ(space: Space, a: Set, b: Set, varying: Iterable[str], within: Within) -> bool:
    """Return whether a member of `a` and one of `b`, with values at these positions, differ only in the `varying` questions."""
    free = {space.level[question] for question in varying}
    seen, todo = set[tuple[Set, Set]](), [(a, b)]
    while todo:
        x, y = pair = todo.pop()
        if pair == (1, 1):
            return True
        if 0 not in pair and pair not in seen:
            seen.add(pair)
            level = min(space.at[x], space.at[y])
            nths = within.get(level, range(len(space.values[level])))
            x_kids, y_kids = ([space.kids[z][nth] if space.at[z] == level else z for nth in nths] for z in pair)
            todo += product(x_kids, y_kids) if level in free else zip(x_kids, y_kids, strict=True)
    return False


def nearest(space: Space, nodes: Sequence[Set], answers: Mapping[str, str | None]) -> list[dict[str, str]]:
    """
    Return the changes to the answers that lead into a set: as few changed answers as possible, then as few added ones.

    `nodes` are the set's, from `kids_first`. Each single answer that suffices; if none does, one combination. `answers` leaves out
    open questions. A question that is asked, or no longer asked, only because of another change costs nothing.
    """
    if not nodes:
        return []
    # One changed answer costs more than added answers to all other questions.
    change = len(space.questions) + 1
    price: dict[int, list[float]] = {}
    costs: dict[Set, float] = {0: inf, 1: 0}
    for node in nodes:
        level = space.at[node]
        if level not in price:
            price[level] = _prices(space.values[level], answers.get(space.questions[level], OPEN), change)
        costs[node] = min(map(add, price[level], map(costs.__getitem__, space.kids[node])))
    a = nodes[-1]
    if costs[a] == inf:
        return []
    single = costs[a] in (1, change)
    changes = _changes(space, a, costs, price, every=single)
    return [{question: option} for question, option in changes] if single else [dict(changes)]


def _changes(
    space: Space, a: Set, costs: Mapping[Set, float], price: Mapping[int, Sequence[float]], *, every: bool
) -> list[tuple[str, str]]:
    """Return, in the order asked, the answers with a price on one cheapest path into a set, or on `every` one."""
    paid, seen, todo = set[tuple[int, int]](), {1}, [a]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            level = space.at[node]
            cheapest = [
                (nth, kid, cost)
                for nth, (kid, cost) in enumerate(zip(space.kids[node], price[level], strict=True))
                if cost + costs[kid] == costs[node]
            ]
            for nth, kid, cost in cheapest if every else cheapest[:1]:
                todo.append(kid)
                if cost:
                    paid.add((level, nth))
    # Only options have a price.
    return [(space.questions[level], str(space.values[level][nth])) for level, nth in sorted(paid)]


def _prices(values: Iterable[str | None], current: str | None, change: int) -> list[float]:
    other_option, open_again = (1, 0) if current in (NOT_ASKED, OPEN) else (change, inf)
    prices: dict[str | None, float] = {OPEN: open_again, current: 0, NOT_ASKED: 0, UNDECIDED: 0}
    return [prices.get(value, other_option) for value in values]


def kids_first(space: Space, a: Set) -> list[Set]:
    """Return every node of a diagram after its kids, the set itself last; a kid is always the smaller int."""
    seen, todo = {0, 1}, [a]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += space.kids[node]
    return sorted(seen - {0, 1})
