"""A file of answers: a flat JSON object, question id → option id, or everything that is wrong with it."""

import json
from pathlib import Path

from considerations.names import Options, no_option, no_question
from considerations.pack import Pack


class UnusableAnswers(Exception):
    """Answers that cannot be used; carries a line for each reason."""

    def __init__(self, file: Path, *faults: str) -> None:
        super().__init__("\n".join(f"{file}: {fault}" for fault in faults))


def read_answers(file: Path, pack: Pack) -> dict[str, str]:
    """Read the answers to a pack's questions, or raise `UnusableAnswers`, naming every unknown question and option."""
    try:
        given = json.loads(file.read_text("utf-8-sig"), object_pairs_hook=_once)
    except _TwiceError as twice:
        raise UnusableAnswers(file, str(twice)) from None
    except (OSError, ValueError, RecursionError):
        raise UnusableAnswers(file, "this file cannot be read as JSON") from None
    if not isinstance(given, dict):
        raise UnusableAnswers(file, "a JSON object is expected, question id → option id")
    options = {question.question: [option.option for option in question.options] for question in pack.questions}
    unknown = [fault for asked, option in given.items() for fault in _unknown(options, asked, option)]
    if unknown:
        raise UnusableAnswers(file, *unknown)
    return given


class _TwiceError(ValueError):
    """A key that a JSON object gives twice."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    given = dict(pairs)
    for asked in given:
        if sum(asked == key for key, _ in pairs) > 1:
            raise _TwiceError(f"'{asked}' is answered twice")
    return given


def _unknown(options: Options, asked: str, option: object) -> list[str]:
    if asked not in options:
        return [no_question(asked, options)]
    return [] if option in options[asked] else [no_option(str(option), asked, options)]
