"""Read a file of answers, as flat JSON or as a FHIR response, or report everything that is wrong with it."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from considerations.engine import assess
from considerations.fhir import read_response
from considerations.fhir.read_response import WrongResponse, as_written
from considerations.loading import yaml_files
from considerations.loading.faults import Refusal, Unreadable, as_line
from considerations.loading.names import guess, no_option, no_question
from considerations.pack import Pack
from considerations.pack.terms import MARKS

MAX_LINES = 50


class UnusableAnswers(Refusal):
    """Answers that cannot be used, with a line for each reason."""

    def __init__(self, file: Path, *faults: str) -> None:
        more = [f"{file}: there are {len(faults) - MAX_LINES} more faults"] if len(faults) > MAX_LINES else []
        super().__init__("\n".join([*(as_line(f"{file}: {fault}") for fault in faults[:MAX_LINES]), *more]))


@dataclass(frozen=True)
class AnswerFile:
    """Answers by question, the worked example they are from, and a warning if the exact rules are unknown."""

    answers: Mapping[str, str]
    example: str | None = None
    warning: str | None = None


def read_answers(file: Path, pack: Pack) -> AnswerFile:
    """Return the answers in a JSON object or a FHIR `QuestionnaireResponse`, or raise `UnusableAnswers` with every fault."""
    content = _json(file)
    try:
        if not isinstance(content, dict):
            raise WrongResponse("expected a JSON object, question id → option id, or a FHIR QuestionnaireResponse")
        return _from_fhir(content, pack) if "resourceType" in content else AnswerFile(_known(content, pack))
    except WrongResponse as wrong:
        raise UnusableAnswers(file, *wrong.args) from None
    except RecursionError:
        raise UnusableAnswers(file, "this file is nested too deep for an answer file") from None


def read_marks(file: Path, pack: Pack) -> dict[str, str]:
    """Return the marks in a JSON object, point id → mark, or raise `UnusableAnswers` with every fault."""
    content, points = _json(file), [point.point for point in pack.points]
    if not isinstance(content, dict):
        raise UnusableAnswers(file, "expected a JSON object, point id → mark")
    faults = [f"'{name}' is not a point{guess(name, points)}" for name in content if name not in points]
    faults += [
        f"{as_written(mark)} is not a mark; give '{name}' one of {', '.join(MARKS)}"
        for name, mark in content.items()
        if not isinstance(mark, str) or mark not in MARKS
    ]
    if faults:
        raise UnusableAnswers(file, *faults)
    return content


def _json(file: Path) -> Any:
    try:
        return json.loads(yaml_files.content(file, str(file)), object_pairs_hook=_once)
    except Unreadable as unreadable:
        raise UnusableAnswers(file, *(fault.message for fault in unreadable.faults)) from None
    except WrongResponse as wrong:
        raise UnusableAnswers(file, *wrong.args) from None
    except (ValueError, RecursionError) as error:
        at = f", from line {error.lineno}, column {error.colno} on" if isinstance(error, json.JSONDecodeError) else ""
        raise UnusableAnswers(file, f"this file cannot be read as JSON{at}") from None


def _from_fhir(content: Mapping[str, Any], pack: Pack) -> AnswerFile:
    response = read_response.read(content, pack)
    answers = _known(_once(list(read_response.answers(response, pack))), pack)
    if response.example is not None:
        examples = [case for case in pack.vignettes if case.vignette == response.example]
        if not examples or assess(pack, examples[0].answers).answers != assess(pack, answers).answers:
            raise WrongResponse("these are not the answers of the worked example that it names")
    warning = None if response.digest else "it has no digest; its version matches, but its rules may differ"
    return AnswerFile(answers, response.example, warning)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    duplicates = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if duplicates:
        raise WrongResponse(f"'{duplicates[0]}' appears twice; remove one")
    return dict(pairs)


def _known(answers: dict[str, Any], pack: Pack) -> dict[str, str]:
    """Return the answers if the pack knows them all."""
    options = {question.question: [option.option for option in question.options] for question in pack.questions}
    faults = []
    for question, option in answers.items():
        if question not in options:
            faults.append(no_question(question, options))
        elif not isinstance(option, str):
            choice = ", ".join(options[question])
            faults.append(f"{as_written(option)} is not a text; give '{question}' one of {choice}, or leave it out")
        elif option not in options[question]:
            faults.append(no_option(option, question, options))
    if faults:
        raise WrongResponse(*faults)
    return answers
