"""
Write conditions as FHIR's `enableWhen`: a flat list of answers, of which any or all are needed.

Every condition is an *and* of such lists: one goes on the question, each of the others on a group around it. FHIR shows a
question if all the lists around it hold, so nothing is lost.
"""

from collections.abc import Iterable
from itertools import product
from math import prod
from typing import Any

from considerations.fhir.identifiers import codes
from considerations.loading.faults import Refusal
from considerations.pack import Pack, Question
from considerations.pack.conditions import Condition

# One of these answers: question and option.
Clause = tuple[tuple[str, str], ...]

MAX_CLAUSES = 64


class Unsayable(Refusal):
    """A condition that would need too many nested groups."""

    status = 1


def gates(question: Question, pack: Pack) -> list[dict[str, Any]]:
    """Return a question's `enableWhen` lists, from the outermost group to the question; none if it is always asked."""
    try:
        needed = clauses(question.ask_when) if question.ask_when else ()
    except Unsayable:
        raise Unsayable(
            f"{pack.about.pack}/questions.yaml: FHIR cannot express ask_when of '{question.question}': "
            f"it needs more than {MAX_CLAUSES} groups; write it with fewer parts under 'any'"
        ) from None
    single = [clause[0] for clause in needed if len(clause) == 1]
    return [
        *(_gate(clause, "any", pack) for clause in needed if len(clause) > 1),
        *([_gate(single, "all", pack)] if single else []),
    ]


def clauses(condition: Condition) -> tuple[Clause, ...]:
    """
    Return a condition as clauses that must all hold; a clause holds with any one of its answers.

    >>> clauses(Condition.model_validate({"fell": "yes", "any": [{"alone": "yes"}, {"rugs": ["yes", "some"]}]}))
    ((('fell', 'yes'),), (('alone', 'yes'), ('rugs', 'yes'), ('rugs', 'some')))
    """
    result: list[Clause] = [tuple((name, option) for option in options) for name, options in condition.one_of.items()]
    for part in condition.all or ():
        result += clauses(part)
    if condition.any:
        result += _either([clauses(part) for part in condition.any])
    return _without_implied(result)


def _either(parts: list[tuple[Clause, ...]]) -> list[Clause]:
    """Return the clauses of an *or*: every combination of one clause from each part."""
    if prod(map(len, parts)) > MAX_CLAUSES:
        raise Unsayable
    return [tuple(dict.fromkeys(answer for clause in choice for answer in clause)) for choice in product(*parts)]


def _without_implied(all_clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Leave out clauses that another clause implies."""
    distinct = list({frozenset(clause): clause for clause in all_clauses}.values())
    return tuple(clause for clause in distinct if not any(set(other) < set(clause) for other in distinct))


def _gate(answers: Iterable[tuple[str, str]], behaviour: str, pack: Pack) -> dict[str, Any]:
    needed = [
        {
            "question": name,
            "operator": "=",
            "answerCoding": {"system": codes(pack.about, pack.question(name)), "code": option},
        }
        for name, option in answers
    ]
    return {"enableWhen": needed, **({"enableBehavior": behaviour} if len(needed) > 1 else {})}
