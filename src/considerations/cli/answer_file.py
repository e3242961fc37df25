"""A file of answers, as flat JSON or as a FHIR response, or everything that is wrong with it."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from considerations.engine import settle
from considerations.fhir import read_response
from considerations.fhir.read_response import WrongResponse, as_written
from considerations.loading import positions
from considerations.loading.names import no_option, no_question
from considerations.loading.positions import as_line
from considerations.pack import Pack

MOST_LINES = 50


class UnusableAnswers(Exception):
    """Answers that cannot be used; carries a line for each reason."""

    def __init__(self, file: Path, *faults: str) -> None:
        more = [f"{file}: {len(faults) - MOST_LINES} more of the like"] if len(faults) > MOST_LINES else []
        super().__init__("\n".join([*(as_line(f"{file}: {fault}") for fault in faults[:MOST_LINES]), *more]))


@dataclass(frozen=True)
class Given:
    """Answers by question, the worked example that they are, and what is not known of the rules behind them."""

    answers: Mapping[str, str]
    example: str | None = None
    unknown: str | None = None


def read_answers(file: Path, pack: Pack) -> Given:
    """Read answers, a JSON object or a FHIR `QuestionnaireResponse` to the same version, or raise `UnusableAnswers` with every fault."""
    try:
        content = json.loads(positions.content(file, str(file)), object_pairs_hook=_once)
    except positions.Unreadable as unreadable:
        raise UnusableAnswers(file, *(fault.message for fault in unreadable.faults)) from None
    except WrongResponse as twice:
        raise UnusableAnswers(file, *twice.args) from None
    except (ValueError, RecursionError) as error:
        at = f", from line {error.lineno}, column {error.colno} on" if isinstance(error, json.JSONDecodeError) else ""
        raise UnusableAnswers(file, f"this file cannot be read as JSON{at}") from None
    try:
        if not isinstance(content, dict):
            raise WrongResponse("a JSON object is expected, question id → option id, or a FHIR QuestionnaireResponse")
        return _from_fhir(content, pack) if "resourceType" in content else Given(_known(content, pack))
    except WrongResponse as wrong:
        raise UnusableAnswers(file, *wrong.args) from None
    except RecursionError:
        raise UnusableAnswers(file, "this file is nested deeper than any answers are") from None


def _from_fhir(content: Mapping[str, Any], pack: Pack) -> Given:
    read = read_response.read(content, pack)
    answers = _known(_once(list(read_response.answers(read, pack))), pack)
    if read.example is not None:
        named = [case for case in pack.vignettes if case.vignette == read.example]
        if not named or settle(pack, named[0].answers) != settle(pack, answers):
            raise WrongResponse("these are not the answers of the worked example that it names")
    unknown = None if read.digest else "it carries no digest: only the version says that the rules were these"
    return Given(answers, read.example, unknown)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if twice:
        raise WrongResponse(f"'{twice[0]}' is given twice")
    return dict(pairs)


def _known(answers: dict[str, Any], pack: Pack) -> dict[str, str]:
    """Return the answers if the pack knows them all."""
    options = {question.question: [option.option for option in question.options] for question in pack.questions}
    unknown = []
    for asked, option in answers.items():
        if asked not in options:
            unknown.append(no_question(asked, options))
        elif not isinstance(option, str):
            choice = ", ".join(options[asked])
            unknown.append(f"{as_written(option)} is no text; '{asked}' takes one of {choice}, or is left out")
        elif option not in options[asked]:
            unknown.append(no_option(option, asked, options))
    if unknown:
        raise WrongResponse(*unknown)
    return answers
