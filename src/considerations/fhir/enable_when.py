"""
Conditions as FHIR says them: `enableWhen` is one flat list of answers, of which any or all are needed.

Any condition is an *and* of such lists: the innermost stands at the question, each other at a group around it. A question
is shown where every list around it holds, so nothing is lost.
"""

from collections.abc import Iterable
from itertools import product
from math import prod
from typing import Any

from considerations.fhir.identifiers import codes
from considerations.pack import Pack, Question
from considerations.pack.conditions import Condition

# One of these answers: question and option.
Clause = tuple[tuple[str, str], ...]

MOST_CLAUSES = 64


class Unsayable(Exception):
    """A condition that would take too many nested groups."""


def gates(question: Question, pack: Pack) -> list[dict[str, Any]]:
    """Give the lists of `enableWhen` that a question takes, from the outermost group to the question; none if always asked."""
    try:
        found = clauses(question.ask_when) if question.ask_when else ()
    except Unsayable:
        raise Unsayable(
            f"{pack.about.pack}/questions.yaml: ask_when of '{question.question}' joins too much to be said in FHIR: "
            f"it comes to more than {MOST_CLAUSES} groups; write it with fewer parts under 'any'"
        ) from None
    alone = [clause[0] for clause in found if len(clause) == 1]
    return [
        *(_gate(clause, "any", pack) for clause in found if len(clause) > 1),
        *([_gate(alone, "all", pack)] if alone else []),
    ]


def clauses(condition: Condition) -> tuple[Clause, ...]:
    """
    Give a condition as clauses that must all hold, each a choice of answers.

    >>> clauses(Condition.model_validate({"fell": "yes", "any": [{"alone": "yes"}, {"rugs": ["yes", "some"]}]}))
    ((('fell', 'yes'),), (('alone', 'yes'), ('rugs', 'yes'), ('rugs', 'some')))
    """
    found: list[Clause] = [tuple((asked, option) for option in options) for asked, options in condition.one_of.items()]
    for part in condition.all or ():
        found += clauses(part)
    if condition.any:
        found += _either([clauses(part) for part in condition.any])
    return _shortest(found)


def _either(parts: list[tuple[Clause, ...]]) -> list[Clause]:
    """Give the clauses of an *or*: every choice of one clause from each part."""
    if prod(map(len, parts)) > MOST_CLAUSES:
        raise Unsayable
    return [tuple(dict.fromkeys(answer for clause in choice for answer in clause)) for choice in product(*parts)]


def _shortest(found: Iterable[Clause]) -> tuple[Clause, ...]:
    """Leave out what another clause says already."""
    kept = list({frozenset(clause): clause for clause in found}.values())
    return tuple(clause for clause in kept if not any(set(other) < set(clause) for other in kept))


def _gate(answers: Iterable[tuple[str, str]], behaviour: str, pack: Pack) -> dict[str, Any]:
    needed = [
        {
            "question": asked,
            "operator": "=",
            "answerCoding": {"system": codes(pack.about, pack.question(asked)), "code": option},
        }
        for asked, option in answers
    ]
    return {"enableWhen": needed, **({"enableBehavior": behaviour} if len(needed) > 1 else {})}
