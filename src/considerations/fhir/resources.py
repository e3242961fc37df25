"""Write questions and answers as FHIR R4 resources, without rules, points and stops, and without patient, author or date."""

import json
from collections.abc import Mapping
from typing import Any

from considerations.explain.summary import StopNotice, Summary
from considerations.fhir.enable_when import gates
from considerations.fhir.identifiers import DIGEST, EXAMPLE, codes, url
from considerations.loading.faults import Refusal
from considerations.pack import Pack, Question, Step, dates
from considerations.pack.standing import agreed, identity, latest, standing
from considerations.pack.terms import HOW_TO_ANSWER, QUESTIONS_ONLY, WHY_WE_ASK, source_line

# JSON objects of FHIR.
Resource = dict[str, Any]

# A pack that was changed after its review is a draft again.
_UNREVIEWED = {"draft": "draft", "reviewed": "draft", "retired": "retired"}
_EXTENSIONS = "http://hl7.org/fhir/StructureDefinition"
_TEST_DATA = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST"}


class NoResponse(Refusal):
    """Answers under a stop, for which no response is written."""


def questionnaire(pack: Pack) -> str:
    """Return the questions of a pack as a `Questionnaire`, or raise `Unsayable`."""
    about = pack.about
    described = [QUESTIONS_ONLY, f"{identity(pack)}.", dates.out_of_date(pack), source_line(about), *pack.limits]
    return _json(
        {
            "resourceType": "Questionnaire",
            "meta": {"tag": [_rules(pack)]},
            "url": url(about),
            "version": about.version,
            "name": "Considerations" + "".join(part.capitalize() for part in about.pack.split("-")),
            "title": about.title,
            "status": "active" if about.status == "reviewed" and agreed(pack) else _UNREVIEWED[about.status],
            "publisher": about.maintainers,
            **({"lastReviewDate": review.date} if (review := latest(pack)) else {}),
            "description": " ".join(filter(None, described)),
            "purpose": f"{about.intended_use} For: {about.intended_user}.",
            "item": _items(pack),
        }
    )


def response(summary: Summary | StopNotice) -> str:
    """Return the answers as a `QuestionnaireResponse`; raise `NoResponse` under a stop, because a form would lack its warning."""
    if isinstance(summary, StopNotice):
        raise NoResponse(
            "these answers lead to a stop, for which there is no FHIR response; use --to text, html or pdf"
        )
    answers = {line.question.question: line.option for line in summary.answers if line.option}
    still_open = any(line.asked and not line.option for line in summary.answers)
    answered = _answered(_items(summary.pack), answers)
    return _json(
        {
            "resourceType": "QuestionnaireResponse",
            "meta": _provenance(summary),
            "questionnaire": f"{url(summary.about)}|{summary.about.version}",
            "status": "in-progress" if still_open else "completed",
        }
        | ({"item": answered} if answered else {})
    )


def _provenance(summary: Summary) -> Resource:
    """Return which rules these are and, for a worked example, the mark that it is test data."""
    tags = [_rules(summary.pack)]
    if not summary.example:
        return {"tag": tags}
    example = {"system": EXAMPLE, "code": "worked-example", "display": summary.example}
    return {"security": [_TEST_DATA], "tag": [*tags, example]}


def _rules(pack: Pack) -> Resource:
    """Return the digest of the rules as a tag that says who reviewed them."""
    return {"system": DIGEST, "code": pack.digest, "display": standing(pack)}


def _answered(items: list[Resource], answers: Mapping[str, str]) -> list[Resource]:
    result: list[Resource] = []
    for item in items:
        header: Resource = {key: item[key] for key in ("linkId", "text") if key in item}
        if item["linkId"] in answers:
            codings = [option["valueCoding"] for option in item["answerOption"]]
            coding = next(coding for coding in codings if coding["code"] == answers[item["linkId"]])
            result.append(header | {"answer": [{"valueCoding": coding}]})
        elif item["type"] == "group" and (inner := _answered(item["item"], answers)):
            result.append(header | {"item": inner})
    return result


def _items(pack: Pack) -> list[Resource]:
    # No id of a pack contains a dot, so these linkIds cannot be those of questions.
    not_for = "; ".join(pack.about.not_for)
    notes = [_display("note.questions-only", QUESTIONS_ONLY), _display("note.not-for", f"Not for: {not_for}.")]
    return [*notes, *(_group(step, pack) for step in pack.steps)]


def _group(step: Step, pack: Pack) -> Resource:
    notes = [_display(f"step.{step.step}.note", step.note)] if step.note else []
    questions = [_gated(question, pack) for question in step.questions]
    return {"linkId": f"step.{step.step}", "text": step.title, "type": "group", "item": [*notes, *questions]}


def _gated(question: Question, pack: Pack) -> Resource:
    """Return a question with its `enableWhen` and, if one list is not enough, the groups around it."""
    *outer, own = gates(question, pack) or [{}]
    item = _question(question, pack) | own
    for depth, gate in reversed(list(enumerate(outer, 1))):
        item = {"linkId": f"{question.question}.when-{depth}", "type": "group", **gate, "item": [item]}
    return item


def _question(question: Question, pack: Pack) -> Resource:
    system = codes(pack.about, question)
    options = [{"system": system, "code": option.option, "display": option.text} for option in question.options]
    guidance = f"{WHY_WE_ASK} {question.why} {HOW_TO_ANSWER} {question.how_to_answer}"
    return {
        "extension": [
            _control("radio-button"),
            {"url": f"{_EXTENSIONS}/questionnaire-choiceOrientation", "valueCode": "vertical"},
        ],
        "linkId": question.question,
        "text": question.asks,
        "type": "choice",
        "answerOption": [{"valueCoding": option} for option in options],
        "item": [{"extension": [_control("help")], **_display(f"{question.question}.help", guidance)}],
    }


def _display(link: str, text: str) -> Resource:
    return {"linkId": link, "text": text, "type": "display"}


def _control(code: str) -> Resource:
    coding = {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": code}
    return {"url": f"{_EXTENSIONS}/questionnaire-itemControl", "valueCodeableConcept": {"coding": [coding]}}


def _json(resource: Resource) -> str:
    return json.dumps(resource, ensure_ascii=False, indent=1) + "\n"
