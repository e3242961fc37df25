"""Try different answers: what they would show and hide, compared with the current ones."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from considerations.engine.assessment import Assessment, is_asked
from considerations.engine.items import items, key, state, title
from considerations.pack import Point
from considerations.pack.words import explanations as wording


@dataclass(frozen=True)
class WhatIf:
    """What other answers would change: each answer in words, and each difference by heading, or the stop they would cause."""

    answers: tuple[str, ...]
    stop: str | None
    then: Mapping[str, tuple[str, ...]]


def compare(current: Assessment, other: Assessment, chosen: Collection[str]) -> WhatIf:
    """Compare two assessments; `chosen` are the questions whose answers the user changed."""
    stop = other.stop.headline if other.stop else None
    then: dict[str, list[str]] = {}
    for heading, text in () if stop else _differences(current, other):
        then.setdefault(heading, []).append(text)
    headings = [heading for kind in wording.BECOMES.values() for heading in kind.values()]
    order = (headings[0], wording.NO_LONGER_HIGHLIGHTED, *headings, *then)
    return WhatIf(
        answers=tuple(_answers(current, other, chosen)),
        stop=stop,
        then={heading: tuple(then[heading]) for heading in dict.fromkeys(order) if heading in then},
    )


def _answers(current: Assessment, other: Assessment, chosen: Collection[str]) -> Iterator[str]:
    for question in current.pack.questions:
        name = question.question
        old, new = current.answers.get(name), other.answers.get(name)
        if new and old != new:
            origin = wording.INSTEAD_OF.format(label=question.label(old)) if old else wording.NOT_ANSWERED_YET
            origin = origin if name in chosen else wording.USED_AGAIN
            yield wording.TRIED.format(question=question.short, label=question.label(new), origin=origin)


def _differences(current: Assessment, other: Assessment) -> Iterator[tuple[str, str]]:
    for item in items(current.pack):
        old, new = state(item, current), state(item, other)
        if old is not new:
            becomes = wording.BECOMES[key(item)[0]][new]
            yield wording.NO_LONGER_HIGHLIGHTED if old and isinstance(item, Point) else becomes, title(item)
    for question in current.pack.questions:
        old, new = is_asked(question, current.answers), is_asked(question, other.answers)
        if old is not new:
            yield wording.ALSO_ASKED if new else wording.NOT_ASKED, question.asks
