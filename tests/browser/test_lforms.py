"""The questionnaire in LHC-Forms, which knows nothing of us: the same questions, the same branching, the same answers."""

import json
import random
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from considerations.engine import assess, is_asked
from considerations.fhir import resources
from considerations.pack import Pack
from tests.browser import npm
from tests.fhir.test_fhir import PACKS, given_back, packs, twisted

SCRIPTS = ["assets/lib/zone.min", "runtime", "polyfills", "main", "../fhir/R4/lformsFHIR.min"]
FORM = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Form</title>"
    "<link rel='stylesheet' href='/webcomponent/styles.css'></head><body><div id='form'></div>"
    + "".join(f"<script src='/webcomponent/{name}.js'></script>" for name in SCRIPTS)
)
ADD = "form => LForms.Util.addFormToPage(form, 'form', {fhirVersion: 'R4'})"
READ = "LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')"
FILL = f"""
async ([form, responses]) => {{
  const read = [];
  for (const response of responses) {{
    const blank = LForms.Util.convertFHIRQuestionnaireToLForms(form, 'R4');
    await LForms.Util.addFormToPage(LForms.Util.mergeFHIRDataIntoLForms(response, blank, 'R4'), 'form');
    read.push({READ});
  }}
  return read;
}}
"""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def lforms() -> Iterator[str]:
    """Where LHC-Forms is served."""
    folder = npm.needed(npm.LFORMS)
    handler = partial(_Silent, directory=str(folder / "dist" / "lforms"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def form(browser: Browser, lforms: str) -> Iterator[Page]:
    """A page that holds LHC-Forms and no form yet. No request may leave the machine, and no script may fail."""
    context = browser.new_context(viewport={"width": 1000, "height": 1400}, locale="en-GB")
    page = context.new_page()
    outside: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(lforms) else outside.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"{lforms}/", lambda route: route.fulfill(body=FORM, content_type="text/html"))
    page.goto(lforms)
    yield page
    context.close()
    assert outside == []
    assert errors == []


def show(page: Page, pack: Pack) -> None:
    page.evaluate(ADD, json.loads(resources.questionnaire(pack)))
    expect(page.get_by_text(pack.questions[0].asks, exact=True)).to_be_visible()


def asked(page: Page, question: str) -> Locator:
    return page.locator(f"lhc-item[id^='item-{question}/']:has(input[type=radio])")


def click(page: Page, pack: Pack, question: str, option: str) -> None:
    text = next(each.text for each in pack.question(question).options if each.option == option)
    asked(page, question).get_by_text(text, exact=True).click()


def shows_what_is_asked(page: Page, pack: Pack, given: Mapping[str, str]) -> None:
    answers = assess(pack, given).answers
    for question in pack.questions:
        expect(asked(page, question.question)).to_have_count(1 if is_asked(question, answers) else 0)


@packs
def test_every_word_of_the_questionnaire_is_on_the_form(form: Page, pack: Pack) -> None:
    show(form, pack)

    shown = " ".join(form.locator("#form").inner_text().split())
    always = [question for question in pack.questions if not question.ask_when]
    owed = [*pack.about.not_for, *(text for step in pack.steps for text in (step.title, step.note or ""))]
    owed += [text for question in always for text in (question.asks, *(option.text for option in question.options))]
    assert [text for text in [*owed, "Questions only, without the rules"] if text not in shown] == []
    for question in always:
        form.get_by_role("button", name=f"Help button for {question.asks}").click()
        meant = f"Why we ask: {question.why} How to answer: {question.how_to_answer}"
        expect(form.get_by_text(meant, exact=True)).to_be_visible()
        form.keyboard.press("Escape")
        expect(form.get_by_text(meant, exact=True)).to_be_hidden()
    assert form.get_by_role("radio", checked=True).count() == 0


@packs
def test_answering_shows_and_reads_back_what_the_engine_asks(form: Page, pack: Pack, tmp_path: Path) -> None:
    show(form, pack)
    case = max(pack.vignettes, key=lambda each: len(each.answers))
    given: dict[str, str] = {}
    shows_what_is_asked(form, pack, given)
    for question in pack.questions:
        if question.question in case.answers:
            given[question.question] = case.answers[question.question]
            click(form, pack, question.question, given[question.question])
            shows_what_is_asked(form, pack, given)

    back = given_back(form.evaluate(READ), pack, tmp_path)
    assert back.answers == case.answers
    assert back.warning


@packs
def test_an_answer_taken_back_takes_the_questions_after_it_along(form: Page, pack: Pack, tmp_path: Path) -> None:
    show(form, pack)
    branch = next(question for question in pack.questions if question.ask_when)
    assert branch.ask_when
    (first, options), *_ = branch.ask_when.named()
    other = next(each.option for each in pack.question(first).options if each.option not in options)

    click(form, pack, first, options[0])
    click(form, pack, branch.question, branch.options[0].option)
    click(form, pack, first, other)
    shows_what_is_asked(form, pack, {first: other})
    assert given_back(form.evaluate(READ), pack, tmp_path).answers == {first: other}


@pytest.mark.parametrize("pack", [*PACKS, *map(twisted, (9, 16, 18, 20, 30))])
def test_stale_answers_are_left_out_as_the_engine_leaves_them_out(form: Page, pack: Pack, tmp_path: Path) -> None:
    questionnaire = json.loads(resources.questionnaire(pack))
    rnd = random.Random(pack.digest)
    sets = [{question.question: rnd.choice(question.options).option for question in pack.questions} for _ in range(25)]
    responses = [
        {"resourceType": "QuestionnaireResponse", "item": filled_in(questionnaire["item"], each)} for each in sets
    ]

    for given, read in zip(sets, form.evaluate(FILL, [questionnaire, responses]), strict=True):
        wanted = {question: option for question, option in assess(pack, given).answers.items() if option}
        assert given_back(read, pack, tmp_path).answers == wanted


def filled_in(form: list[dict[str, Any]], given: Mapping[str, str]) -> list[dict[str, Any]]:
    """Items with an answer to every question, whether or not it is asked."""
    found = []
    for item in form:
        if item["type"] == "choice":
            codings = [option["valueCoding"] for option in item["answerOption"]]
            coding = next(each for each in codings if each["code"] == given[item["linkId"]])
            found.append({"linkId": item["linkId"], "answer": [{"valueCoding": coding}]})
        elif item["type"] == "group":
            found.append({"linkId": item["linkId"], "item": filled_in(item["item"], given)})
    return found
