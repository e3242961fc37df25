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
            level = at[node]
            # Every set but the empty one has a member.
            if level > last:
                return True
            seen.add(node)
            todo += map(kids[node].__getitem__, within[level]) if level in within else kids[node]
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


class Search(dict[Set, float]):
    """
    What it costs to change some answers so that they are in a set, by set; worked out when first asked for.

    Changing an answer costs more than adding one to every open question. A question that is asked, or no longer asked, only
    because of another change costs nothing. `answers` leaves out open questions.
    """

    def __init__(self, space: Space, answers: Mapping[str, str | None]) -> None:
        super().__init__({0: inf, 1: 0})
        self._space, self._change = space, len(space.questions) + 1
        named = zip(space.questions, space.values, strict=True)
        self._prices = [_prices(values, answers.get(asked, OPEN), self._change) for asked, values in named]

    def __missing__(self, a: Set) -> float:
        below = map(self.__getitem__, self._space.kids[a])
        self[a] = min(map(add, self._prices[self._space.at[a]], below))
        return self[a]

    def nearest(self, a: Set) -> list[dict[str, str]]:
        """Return the cheapest changes that lead into a set: each single answer that suffices; if none does, one combination."""
        if self[a] == inf:
            return []
        single = self[a] in (1, self._change)
        changes = self._changes(a, every=single)
        return [{question: option} for question, option in changes] if single else [dict(changes)]

    def _changes(self, a: Set, *, every: bool) -> list[tuple[str, str]]:
        """Return, in the order asked, the answers with a price on one cheapest path into a set, or on `every` one."""
        space, paid, seen, todo = self._space, set[tuple[int, int]](), {1}, [a]
        while todo:
            node = todo.pop()
            if node in seen:
                continue
            seen.add(node)
            level, cost = space.at[node], self[node]
            for nth, (kid, price) in enumerate(zip(space.kids[node], self._prices[level], strict=True)):
                if price + self[kid] == cost:
                    todo.append(kid)
                    if price:
                        paid.add((level, nth))
                    if not every:
                        break
        # Only options have a price.
        return [(space.questions[level], str(space.values[level][nth])) for level, nth in sorted(paid)]


def _prices(values: Iterable[str | None], current: str | None, change: int) -> list[float]:
    other_option, open_again = (1, 0) if current in (NOT_ASKED, OPEN) else (change, inf)
    prices: dict[str | None, float] = {OPEN: open_again, current: 0, NOT_ASKED: 0, UNDECIDED: 0}
    return [prices.get(value, other_option) for value in values]
