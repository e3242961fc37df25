"""A look at other answers: what would appear, what would go, beside the answers current."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from considerations.engine.assessment import Assessment, is_asked
from considerations.engine.items import items, key, state, title
from considerations.pack import Point

# What becomes of an item, by its state in the look.
_BECOMES = {
    "point": {True: "Would be highlighted", None: "Would wait for an answer", False: "Would be in the background"},
    "gap": {
        True: "Gaps that would come to the front",
        None: "Gaps that would wait",
        False: "Gaps that would be further back",
    },
    "notice": {
        True: "Notices that would show",
        None: "Notices that would wait for an answer",
        False: "Notices that would not show",
    },
}
_GONE = "Would no longer be highlighted"


@dataclass(frozen=True)
class WhatIf:
    """What other answers would change: each one in words, and what would be different by title, or the stop they would bring."""

    answers: tuple[str, ...]
    stop: str | None
    then: Mapping[str, tuple[str, ...]]


def compare(current: Assessment, other: Assessment, chosen: Collection[str]) -> WhatIf:
    """Compare what other answers, to the questions chosen, would make of a pack with what the current ones do."""
    stop = other.stop.headline if other.stop else None
    then: dict[str, list[str]] = {}
    for heading, text in () if stop else _differences(current, other):
        then.setdefault(heading, []).append(text)
    titles = [each for kind in _BECOMES.values() for each in kind.values()]
    order = (titles[0], _GONE, *titles, *then)
    return WhatIf(
        answers=tuple(_answers(current, other, chosen)),
        stop=stop,
        then={each: tuple(then[each]) for each in dict.fromkeys(order) if each in then},
    )


def _answers(current: Assessment, other: Assessment, chosen: Collection[str]) -> Iterator[str]:
    for question in current.pack.questions:
        name = question.question
        was, now = current.answers.get(name), other.answers.get(name)
        if now and was != now:
            instead = f"in place of “{question.label(was)}”" if was else "not answered yet"
            instead = instead if name in chosen else "answered before and used again"
            yield f"{question.short}: “{question.label(now)}”, {instead}"


def _differences(current: Assessment, other: Assessment) -> Iterator[tuple[str, str]]:
    for item in items(current.pack):
        was, now = state(item, current), state(item, other)
        if was is not now:
            becomes = _BECOMES[key(item)[0]][now]
            yield _GONE if was and isinstance(item, Point) else becomes, title(item)
    for question in current.pack.questions:
        was, now = is_asked(question, current.answers), is_asked(question, other.answers)
        if was is not now:
            yield "Would also be asked" if now else "Would not be asked", question.asks
