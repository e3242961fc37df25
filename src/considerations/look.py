"""A look at other answers: what would appear, what would go, beside the answers given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from considerations.engine import Assessment, is_asked

# What becomes of an item, by its state before and after, in the order in which it is told.
_POINTS = {
    (False, True): "Would be highlighted",
    (None, True): "Would be highlighted",
    (True, False): "Would no longer be highlighted",
    (True, None): "Would wait, and is highlighted now",
    (None, False): "Would be in the background, and waits now",
    (False, None): "Would wait, and is in the background now",
}
_SILENCES = {
    (False, True): "Silences that would come to the front",
    (None, True): "Silences that would come to the front",
    (True, False): "Silences that would no longer be in front",
    (True, None): "Silences that would no longer be in front",
}


@dataclass(frozen=True)
class Look:
    """
    What other answers would make of a pack, beside what the given ones do.

    `answers` says each answer looked at in words; `then` titles what would be different, empty where a stop would hold.
    """

    answers: tuple[str, ...]
    stop: str | None
    then: Mapping[str, tuple[str, ...]]


def look(given: Assessment, other: Assessment) -> Look:
    """Compare what other answers would make of a pack with what the given ones do."""
    stop = other.stop.headline if other.stop else None
    then: dict[str, list[str]] = {}
    for title, text in () if stop else _differences(given, other):
        then.setdefault(title, []).append(text)
    order = dict.fromkeys([*_POINTS.values(), *_SILENCES.values(), *then])
    return Look(tuple(_answers(given, other)), stop, {title: tuple(then[title]) for title in order if title in then})


def _answers(given: Assessment, other: Assessment) -> Iterator[str]:
    for question in given.pack.questions:
        was, now = given.answers.get(question.question), other.answers.get(question.question)
        if now and was != now:
            instead = f"in place of “{question.label(was)}”" if was else "so far without an answer"
            yield f"{question.short}: “{question.label(now)}”, {instead}"


def _differences(given: Assessment, other: Assessment) -> Iterator[tuple[str, str]]:
    for point in given.pack.points:
        turn = (given.verdicts[point.point], other.verdicts[point.point])
        if turn in _POINTS:
            yield _POINTS[turn], point.headline
    for silence in given.pack.silences.silences:
        turn = (given.silences[silence.silence], other.silences[silence.silence])
        if turn in _SILENCES:
            yield _SILENCES[turn], silence.topic
    for question in given.pack.questions:
        was, now = is_asked(question, given.answers), is_asked(question, other.answers)
        if was is not now:
            yield "Would also be asked" if now else "Would not be asked", question.asks
