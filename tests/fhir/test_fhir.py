"""The questions and the answers as FHIR R4: valid, branching as the engine does, and the same when they come back."""

import json
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from jsonschema import Draft6Validator

from considerations.cli.answer_file import AnswerFile, UnusableAnswers, read_answers
from considerations.engine import assess, is_asked
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.fhir import resources
from considerations.fhir.enable_when import Unsayable
from considerations.loading.loader import folders, load
from considerations.pack import Pack
from considerations.pack.conditions import Condition
from tests.browser import npm
from tests.conftest import FALLS, RULES
from tests.random_packs import condition, random_pack

PACKS = [load(folder) for folder in [FALLS, *folders(RULES)]]
packs = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.about.pack)
Item = dict[str, Any]


def items(resource: Item) -> Iterator[Item]:
    """Every item of a resource, however deep."""
    for item in resource.get("item", []):
        yield item
        yield from items(item)


def some_answers(pack: Pack, number: int) -> Iterator[dict[str, str]]:
    """Answer sets at random, most of them with open questions and stale answers."""
    rnd = random.Random(pack.digest)
    for _ in range(number):
        share = rnd.choice([0.5, 0.9, 1])
        yield {q.question: rnd.choice(q.options).option for q in pack.questions if rnd.random() < share}


def situations(pack: Pack) -> Iterator[tuple[dict[str, str], str | None]]:
    """No answers, those of every worked example, with its name, and 200 at random."""
    yield {}, None
    yield from ((dict(case.answers), case.vignette) for case in pack.vignettes)
    yield from ((given, None) for given in some_answers(pack, 200))


def summaries(pack: Pack) -> Iterator[Summary]:
    found = (summarise(pack, given, example) for given, example in situations(pack))
    return (each for each in found if isinstance(each, Summary))


def twisted(seed: int) -> Pack:
    """A random questionnaire in which most questions hang on deep conditions."""
    rnd = random.Random(seed)
    pack = random_pack(seed)
    asked = [pack.questions[0]]
    for question in pack.questions[1:]:
        when = Condition.model_validate(condition(rnd, asked, 3)) if rnd.random() < 0.8 else None
        asked.append(question.model_copy(update={"ask_when": when}))
    return pack.model_copy(update={"steps": (pack.steps[0].model_copy(update={"questions": tuple(asked)}),)})


def enabled(resource: Item, given: dict[str, str]) -> set[str]:
    """The questions that a form shows, by the words of FHIR: an item that is not enabled takes its own along, and its answer."""
    shown: set[str] = set()

    def holds(when: Item) -> bool:
        assert when["operator"] == "="
        asked, needed = when["question"], when["answerCoding"]
        return asked in shown and given.get(asked) == needed["code"] and needed["system"].endswith(f":{asked}")

    def show(item: Item) -> None:
        tests = [holds(when) for when in item.get("enableWhen", [])]
        assert ("enableBehavior" in item) == (len(tests) > 1)
        if tests and not (any if item.get("enableBehavior") == "any" else all)(tests):
            return
        if item["type"] == "choice":
            shown.add(item["linkId"])
        for inner in item.get("item", []):
            show(inner)

    for item in resource["item"]:
        show(item)
    return shown


@pytest.mark.parametrize("seed", range(40))
def test_a_form_shows_exactly_what_the_engine_asks(seed: int) -> None:
    pack = twisted(seed)
    form = json.loads(resources.questionnaire(pack))

    for choice in product(*([None, *(option.option for option in question.options)] for question in pack.questions)):
        given = {q.question: option for q, option in zip(pack.questions, choice, strict=True) if option}
        answers = assess(pack, given).answers
        assert {q.question for q in pack.questions if is_asked(q, answers)} == enabled(form, given), given


@packs
def test_a_shipped_form_shows_what_the_engine_asks(pack: Pack) -> None:
    form = json.loads(resources.questionnaire(pack))

    for given in some_answers(pack, 2000):
        answers = assess(pack, given).answers
        assert {q.question for q in pack.questions if is_asked(q, answers)} == enabled(form, given), given


def test_a_condition_that_would_take_too_many_groups_names_its_question(falls: Pack) -> None:
    parts = [{"fell": "yes", "up-again": "yes", "rugs": "no"}, {"rugs": "yes", "fell": "no", "up-again": "no"}]
    when = Condition.model_validate({"any": parts * 4})
    last = falls.questions[-1].model_copy(update={"ask_when": when})
    pack = falls.model_copy(
        update={"steps": (falls.steps[0].model_copy(update={"questions": (*falls.questions[:-1], last)}),)}
    )

    with pytest.raises(Unsayable, match=r"falls/questions\.yaml: FHIR cannot express ask_when of 'rugs'"):
        resources.questionnaire(pack)


@packs
def test_every_question_is_there_with_all_its_words(pack: Pack) -> None:
    form = json.loads(resources.questionnaire(pack))
    asked = [item for item in items(form) if item["type"] == "choice"]

    assert [item["linkId"] for item in asked] == [question.question for question in pack.questions]
    assert [item["text"] for item in form["item"] if item["type"] == "group"] == [step.title for step in pack.steps]
    for item, question in zip(asked, pack.questions, strict=True):
        options = [option["valueCoding"] for option in item["answerOption"]]
        assert item["text"] == question.asks
        assert [(o["code"], o["display"]) for o in options] == [(o.option, o.text) for o in question.options]
        assert all(each in item["item"][0]["text"] for each in (question.why, question.how_to_answer))
    links = [item["linkId"] for item in items(form)]
    assert len(links) == len(set(links))


@packs
def test_a_form_says_that_it_holds_no_rules_and_holds_none(pack: Pack) -> None:
    rendered = resources.questionnaire(pack)
    form = json.loads(rendered)

    assert "Questions only, without the rules" in form["item"][0]["text"]
    assert "Questions only, without the rules" in form["description"]
    assert all(reason in form["item"][1]["text"] for reason in pack.about.not_for)
    assert [point.headline for point in pack.points if point.headline in rendered] == []
    assert form["status"] == ("active" if pack.about.status == "reviewed" and pack.signed else "draft")


def schema(resource: str) -> Draft6Validator:
    """HL7's schema of a resource."""
    folder = npm.needed(npm.R4_SCHEMA)
    whole = json.loads((folder / "fhir.schema.json").read_text("utf-8"))
    return Draft6Validator({"$ref": f"#/definitions/{resource}", "definitions": whole["definitions"]})


@packs
def test_both_resources_are_valid_by_the_models_of_r4b(pack: Pack) -> None:
    Questionnaire.model_validate_json(resources.questionnaire(pack))
    for summary in summaries(pack):
        QuestionnaireResponse.model_validate_json(resources.response(summary))


@packs
def test_both_resources_are_valid_by_the_schema_of_r4(pack: Pack) -> None:
    valid = schema("QuestionnaireResponse")

    assert list(schema("Questionnaire").iter_errors(json.loads(resources.questionnaire(pack)))) == []
    for summary in list(summaries(pack))[:60]:
        assert list(valid.iter_errors(json.loads(resources.response(summary)))) == []


def test_branching_in_groups_is_valid_by_the_schema_of_r4() -> None:
    form = json.loads(resources.questionnaire(twisted(18)))

    assert any(item["linkId"].endswith(".when-1") for item in items(form))
    assert list(schema("Questionnaire").iter_errors(form)) == []


def given_back(resource: Any, pack: Pack, folder: Path) -> AnswerFile:
    file = folder / "response.json"
    file.write_text(resource if isinstance(resource, str) else json.dumps(resource), "utf-8")
    return read_answers(file, pack)


@pytest.mark.parametrize("pack", [*PACKS, *map(twisted, (9, 16, 20))])
def test_a_summary_comes_back_the_same(pack: Pack, tmp_path: Path) -> None:
    for given, example in situations(pack):
        summary = summarise(pack, given, example)
        if isinstance(summary, StopNotice):
            with pytest.raises(resources.NoResponse, match="a stop"):
                resources.response(summary)
            continue
        back = given_back(resources.response(summary), pack, tmp_path)
        assert summary == summarise(pack, back.answers, back.example)
        assert back.warning is None


@packs
def test_a_response_holds_no_mark(pack: Pack) -> None:
    for case in pack.vignettes:
        found = summarise(pack, case.answers)
        marked = summarise(pack, case.answers, marks=dict.fromkeys(case.highlights, "covered"))
        if isinstance(found, Summary) and isinstance(marked, Summary):
            assert marked.marks or not case.highlights
            assert resources.response(marked) == resources.response(found)


@packs
def test_a_response_holds_the_answers_and_no_more(pack: Pack) -> None:
    for summary in summaries(pack):
        response = json.loads(resources.response(summary))
        answered = {
            item["linkId"]: item["answer"][0]["valueCoding"]["code"] for item in items(response) if "answer" in item
        }
        assert answered == {line.question.question: line.option for line in summary.answers if line.option}
        assert response.keys() <= {"resourceType", "meta", "questionnaire", "status", "item"}
        assert (response["status"] == "completed") == all(
            line.option or line.asked is False for line in summary.answers
        )


def test_the_answers_of_a_worked_example_are_marked_as_nobodys(falls: Pack) -> None:
    case = next(case for case in falls.vignettes if not case.stops)
    marked, unmarked = (
        json.loads(resources.response(summarise(falls, case.answers, name))) for name in (case.vignette, None)
    )

    assert [label["code"] for label in marked["meta"]["security"]] == ["HTEST"]
    assert "security" not in unmarked["meta"]


RESPONSE: Item = json.loads(resources.response(summarise(PACKS[0], {"fell": "no", "rugs": "yes"})))
CODING = {"system": "urn:considerations:falls:alone", "code": "yes"}


def edited(**changes: Any) -> Item:
    return {**RESPONSE, **changes}


def answered(link: str, *answers: Item) -> Item:
    """A response with one item more."""
    return edited(item=[*RESPONSE["item"], {"linkId": link, "answer": list(answers)}])


def tagged(**tag: str) -> Item:
    return edited(meta={"tag": [tag]})


FAULTS = {
    "another resource": (edited(resourceType="Bundle"), "expected a QuestionnaireResponse, not Bundle"),
    "another questionnaire": (
        edited(questionnaire="urn:considerations:trips|1.2.0"),
        "expected answers to 'urn:considerations:falls', not to 'urn:considerations:trips'",
    ),
    "no questionnaire": (edited(questionnaire=""), "expected answers to 'urn:considerations:falls', not to ''"),
    "another version": (
        edited(questionnaire="urn:considerations:falls|1.1.0"),
        "these answers are to version 1.1.0, but this pack is version 1.2.0; "
        "use the pack as it was then, such as REVISION:rules/PACK",
    ),
    "no version": (
        edited(questionnaire="urn:considerations:falls"),
        "these answers are to version (not stated), but this pack is version 1.2.0; "
        "use the pack as it was then, such as REVISION:rules/PACK",
    ),
    "other rules": (
        tagged(system="urn:considerations:sha256", code="0f"),
        f"these answers are to other rules of the same version: sha256 0f then, {PACKS[0].digest} now; "
        "use the pack as it was then, such as REVISION:rules/PACK",
    ),
    "two digests": (
        edited(
            meta={"tag": [{"system": "urn:considerations:sha256", "code": code} for code in (PACKS[0].digest, "0f")]}
        ),
        f"its tags of urn:considerations:sha256 contradict each other: '{PACKS[0].digest}' and '0f'; "
        "use the response as it was saved",
    ),
    "no type": (edited(resourceType=None), "expected a QuestionnaireResponse, not null"),
    "withdrawn": (
        edited(status="entered-in-error"),
        "its status is entered-in-error, so its answers cannot be used",
    ),
    "no status": (edited(status=None), "status: this is not valid FHIR R4"),
    "a modifier": (
        edited(modifierExtension=[{"url": "urn:not"}]),
        "modifierExtension: this is not valid FHIR R4",
    ),
    "an unknown question": (
        answered("alon", {"valueCoding": CODING}),
        "'alon' is not a question; did you mean 'alone'?",
    ),
    "an unknown option": (
        answered("alone", {"valueCoding": {**CODING, "code": "yess"}}),
        "'yess' is not an option of alone (yes, no); did you mean 'yes'?",
    ),
    "a code of another question": (
        answered("alone", {"valueCoding": {**CODING, "system": "urn:considerations:falls:rugs"}}),
        "'urn:considerations:falls:rugs|yes' is not an option of alone (yes, no)",
    ),
    "no code": (
        answered("alone", {"valueString": "yes"}),
        "'a value without a code' is not an option of alone (yes, no)",
    ),
    "two answers": (
        answered("alone", {"valueCoding": CODING}, {"valueCoding": CODING}),
        "'alone' appears twice; remove one",
    ),
    "two items": (answered("fell", {"valueCoding": CODING}), "'fell' appears twice; remove one"),
    "an example made up": (
        tagged(system="urn:considerations:worked-example", display="Jane Doe"),
        "these are not the answers of the worked example that it names",
    ),
}


@pytest.mark.parametrize(("resource", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_response_that_cannot_be_used_says_why(resource: Item, fault: str, falls: Pack, tmp_path: Path) -> None:
    with pytest.raises(UnusableAnswers) as refused:
        given_back(resource, falls, tmp_path)

    assert str(refused.value) == f"{tmp_path / 'response.json'}: {fault}"


def test_every_unknown_answer_of_a_response_is_named(falls: Pack, tmp_path: Path) -> None:
    nested = {"linkId": "alone", "answer": [{"valueCoding": CODING, "item": [{"linkId": "x", "answer": [{}]}]}]}
    with pytest.raises(UnusableAnswers) as refused:
        given_back(edited(item=[{"linkId": "fel", "answer": [{}]}, nested]), falls, tmp_path)

    assert str(refused.value).count("is not a question") == 2


def test_a_response_nested_without_end_is_refused(falls: Pack, tmp_path: Path) -> None:
    deep = '{"linkId": "x", "item": [' * 400 + "]}" * 400
    with pytest.raises(UnusableAnswers):
        given_back(json.dumps(edited(item=["DEEP"])).replace('"DEEP"', deep), falls, tmp_path)


def test_a_response_without_a_digest_is_read_and_that_is_said(falls: Pack, tmp_path: Path) -> None:
    back = given_back(edited(meta={"profile": ["urn:x"]}, subject={"reference": "Patient/1"}), falls, tmp_path)

    assert back.answers == {"fell": "no", "rugs": "yes"}
    assert back.warning == "it has no digest; its version matches, but its rules may differ"


def test_what_is_refused_is_said_in_few_short_lines_that_a_terminal_can_show(falls: Pack, tmp_path: Path) -> None:
    answers = {f"{nth}\x1b[2J" + "x" * 5000: "yes" for nth in range(150)}
    with pytest.raises(UnusableAnswers) as refused:
        given_back(answers, falls, tmp_path)

    lines = str(refused.value).splitlines()
    assert len(lines) == 51
    assert lines[-1].endswith("there are 100 more faults")
    assert all(line.isprintable() and len(line) <= 510 for line in lines)
