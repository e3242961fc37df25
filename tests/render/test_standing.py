"""Every form says who reviewed the rules, what has changed since, and what is out of date."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.cli.commands import main
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.fhir import resources
from considerations.loading.loader import load
from considerations.pack import Pack, dates
from considerations.pack.standing import standing
from considerations.render import text
from considerations.render.book import document
from considerations.render.paper import html, pdf
from tests.conftest import FALLS
from tests.reading import in_pdf, plain, words
from tests.signing import signed

Clock = Callable[[str], None]
STOP = {"fell": "yes", "up-again": "no"}
REVIEWED = "reviewed by Ward nurse, Hill clinic on 2026-11-20"
CHANGED = "changed since the review of 2026-11-20: 1 rule, 1 wording"
PARTS = "rule of point rugs-slide, wording of point company"


@pytest.fixture
def copy(pack_copy: Callable[..., Path]) -> Path:
    return signed(pack_copy(FALLS))


def edited(copy: Path) -> Pack:
    points = (copy / "points.yaml").read_text()
    points = points.replace("{rugs: yes}", "{rugs: [yes, no]}").replace("likes company.", "likes all company.")
    (copy / "points.yaml").write_text(points)
    return load(copy)


def forms(pack: Pack) -> dict[str, str]:
    """Every form of a case, and the book, as words."""
    case = summarise(pack, {"fell": "no"})
    return {
        "text": text.render(case),
        "print": plain(html.render(case)),
        "PDF": in_pdf(pdf.render(case)),
        "book": plain(document.render(pack, None, {})),
        "questionnaire": resources.questionnaire(pack),
        "response": resources.response(case),
    }


def without(said: str, pack: Pack) -> list[str]:
    return [form for form, read in forms(pack).items() if words(said) not in words(read)]


def test_every_form_says_who_reviewed_it_and_when(copy: Path) -> None:
    assert without(REVIEWED, load(copy)) == []
    assert json.loads(resources.questionnaire(load(copy)))["lastReviewDate"] == "2026-11-20"


def test_every_form_says_that_nobody_has_reviewed_it(pack: Pack) -> None:
    case = summarise(pack, {})
    assert isinstance(case, Summary)
    read = (text.render(case), plain(html.render(case)), resources.questionnaire(pack), resources.response(case))

    assert all("a draft that no clinician has reviewed" in " ".join(each.split()) for each in read)
    assert "Nobody has reviewed these rules." in document.render(pack, None, {})
    assert "lastReviewDate" not in json.loads(resources.questionnaire(pack))


def test_after_an_edit_every_form_says_changed_since_with_the_difference(copy: Path) -> None:
    pack = edited(copy)

    assert without(CHANGED, pack) == []
    assert without(REVIEWED, pack) == list(forms(pack))
    assert [form for form in without(PARTS, pack) if form in ("text", "print", "PDF")] == []
    book = forms(pack)["book"]
    assert "Changed since the latest review rule of point rugs-slide wording of point company" in book
    assert "Signs other content than this." in book


def test_a_form_for_other_programs_is_a_draft_again_after_an_edit(copy: Path) -> None:
    assert json.loads(resources.questionnaire(load(copy)))["status"] == "active"
    assert json.loads(resources.questionnaire(edited(copy)))["status"] == "draft"


def test_under_a_stop_the_review_is_dated_and_nobody_is_named(copy: Path) -> None:
    case = summarise(load(copy), STOP)
    assert isinstance(case, StopNotice)

    assert case.version == "Version 1.2.0, reviewed on 2026-11-20."
    assert "Hill clinic" not in html.render(case) + text.render(case)
    after = summarise(edited(copy), STOP)
    assert isinstance(after, StopNotice)
    assert after.version == "Version 1.2.0, changed since the review of 2026-11-20: 1 rule, 1 wording."


def test_a_retired_pack_says_so_and_who_reviewed_it(copy: Path) -> None:
    about = copy / "pack.yaml"
    about.write_text(about.read_text().replace("status: reviewed", "status: retired"))

    assert standing(load(copy)) == f"retired: no longer maintained; {REVIEWED}"


def test_dates_are_counted_from_the_checks_that_the_pack_states(copy: Path) -> None:
    assert dates.review_by(load(copy)) == {
        "pack": "2027-11-20",
        "evidence": None,
        "labels": None,
        "crisis-lines": "2027-02-01",
    }
    with (copy / "pack.yaml").open("a") as about:
        about.write("review_by: {crisis-lines: '2026-12-24', labels: '2027-01-06'}\n")
    assert dates.review_by(load(copy))["crisis-lines"] == "2026-12-24"
    assert dates.review_by(load(copy))["labels"] == "2027-01-06"
    assert load(copy).signed


def test_past_its_day_every_form_says_so_once(copy: Path, set_clock: Clock) -> None:
    set_clock("2027-02-02")
    said = "Out of date. Not checked again by the day set for it: the crisis lines (2027-02-01)."

    assert without(said, load(copy)) == ["response"]
    assert {form: words(read).count(words(said)) for form, read in forms(load(copy)).items() if form != "response"} == {
        form: 1 for form in forms(load(copy)) if form != "response"
    }
    stop = summarise(load(copy), STOP)
    assert [plain(html.render(stop)).count(said), words(text.render(stop)).count(words(said))] == [1, 1]


def test_on_the_day_itself_nothing_is_out_of_date(copy: Path, set_clock: Clock) -> None:
    set_clock("2027-02-01")

    assert dates.out_of_date(load(copy)) == ""


def test_strict_check_fails_past_the_day(copy: Path, set_clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(copy), "--strict"]) == 0
    set_clock("2028-01-01")

    assert main(["check", str(copy)]) == 0
    assert main(["check", str(copy), "--strict"]) == 1
    assert "these rules (2027-11-20), the crisis lines (2027-02-01)." in capsys.readouterr().err


def test_the_book_says_what_nobody_has_stated(copy: Path) -> None:
    assert plain(document.render(load(copy), None, {})).count("Not stated") >= 10
    with (copy / "pack.yaml").open("a") as about:
        about.write("accountability: {funding: A village hall paid., incidents: The hall's office.}\n")
    book = plain(document.render(load(copy), None, {}))

    assert "Funding A village hall paid." in book
    assert "Whom to tell of an incident The hall's office." in book
    assert "Jurisdictions covered Not stated" in book
