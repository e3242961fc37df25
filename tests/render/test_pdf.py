"""The PDF: read by people, by screen readers and by machines, and the same whenever it is made."""

import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import page as validator
import pdfplumber
import pdfua
import pikepdf
import pytest

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.loading.loader import load
from considerations.pack.terms import NOT_RELEVANT, RESEARCH
from considerations.render.paper import html, pdf
from tests.conftest import FALLS, RULES
from tests.reading import in_pdf, pages, plain, words

FALLEN = load(FALLS)
SHIPPED = load(RULES / "ketamine-ssri")
FULLEST = max(SHIPPED.vignettes, key=lambda case: len(case.highlights))
LONELY = {"fell": "unsure", "alone": "yes", "rugs": "yes"}
DOCUMENTS = {
    "nothing answered": summarise(SHIPPED, {}),
    "an example": summarise(FALLEN, LONELY, "An example"),
    "nothing highlighted": summarise(FALLEN, {"fell": "no", "rugs": "no", "alone": "no"}),
    "many answers": summarise(SHIPPED, FULLEST.answers),
    "a stop": summarise(SHIPPED, {"urgency": "emergency"}),
}
EACH = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)

# In a Python of its own, which has loaded nothing yet.
_ELSEWHERE = """
import hashlib, sys
from pathlib import Path
from considerations.explain.summary import summarise
from considerations.loading.loader import load
from considerations.render.paper import pdf
assert "typst" not in sys.modules
print(hashlib.sha256(pdf.render(summarise(load(Path(sys.argv[1])), {}))).hexdigest())
"""


def letters(made: bytes) -> dict[tuple[int, int], str]:
    """The text of each marked piece of content, by page and mark."""
    held: dict[tuple[int, int], str] = {}
    with pdfplumber.open(BytesIO(made)) as document:
        for number, sheet in enumerate(document.pages):
            for letter in sheet.chars:
                if letter["mcid"] is not None:
                    held[number, letter["mcid"]] = held.get((number, letter["mcid"]), "") + letter["text"]
    return held


@cache
def tags(made: bytes) -> list[tuple[str, str]]:
    """What a screen reader meets, in its order: the innermost tag of each piece of content, and its words."""
    held = letters(made)
    with pikepdf.open(BytesIO(made)) as document:
        number = {sheet.objgen: nth for nth, sheet in enumerate(document.pages)}

        def met(node: Any, tag: str, sheet: int) -> Iterator[tuple[str, str]]:
            if isinstance(node, int):
                yield tag, held.get((sheet, node), "")
            elif isinstance(node, pikepdf.Array):
                for each in node:
                    yield from met(each, tag, sheet)
            elif node.get("/Type") != "/OBJR":
                sheet = number[node.Pg.objgen] if "/Pg" in node else sheet
                yield from met(node.MCID if "/MCID" in node else node.get("/K", []), str(node.get("/S", tag)), sheet)

        return list(met(document.Root.StructTreeRoot.K, "", -1))


def headings(made: bytes) -> list[tuple[int, str]]:
    """Levels and words of the headings. One that is broken over lines is one piece for each."""
    return [(int(tag[2:]), words(text)) for tag, text in tags(made) if tag[:2] == "/H" and tag[2:].isdigit()]


@EACH
@pytest.mark.parametrize("large", [False, True])
def test_two_checkers_find_nothing_against_pdf_ua(document: Summary | StopNotice, large: bool, tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf.render(document, large=large))

    assert [f"{each.rule_id}: {each.message}" for each in pdfua.validate(str(made)).findings] == []
    report = validator.validate_pdf(made, profile="ua1")
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []
    assert report.rules.total > 100


def test_the_checkers_would_notice(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(BytesIO(pdf.render(DOCUMENTS["a stop"]))) as document:
        del document.Root.Lang
        del document.Root.StructTreeRoot
        document.save(spoilt)

    assert pdfua.validate(str(spoilt)).findings
    assert validator.validate_pdf(spoilt, profile="ua1").failures


@EACH
def test_a_screen_reader_meets_the_words_of_the_page_in_its_order(document: Summary | StopNotice) -> None:
    read = "".join(text for tag, text in tags(pdf.render(document)) if tag != "/Lbl")

    assert words(read.replace("☐", "")) == words(plain(html.fragment(document)))


@EACH
def test_no_heading_skips_a_level_and_each_is_a_bookmark(document: Summary | StopNotice) -> None:
    made = pdf.render(document)
    levels = [level for level, _ in headings(made)]

    assert levels[0] == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []
    with pikepdf.open(BytesIO(made)) as read, read.open_outline() as outline:
        bookmarks = "".join(words(title) for title in _titles(outline.root))
    assert bookmarks == "".join(text for _, text in headings(made))


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


@EACH
def test_it_has_a_title_a_language_and_its_own_fonts_and_neither_date_nor_author(
    document: Summary | StopNotice,
) -> None:
    title = "Act first" if isinstance(document, StopNotice) else "Considerations for discussion"
    with pikepdf.open(BytesIO(pdf.render(document))) as read:
        fonts = [each for each in read.objects if isinstance(each, pikepdf.Dictionary) and "/FontBBox" in each]
        assert str(read.Root.Lang) == "en-GB"
        assert read.Root.ViewerPreferences.DisplayDocTitle
        assert str(read.docinfo.Title) == title
        assert set(read.docinfo.keys()) <= {"/Title", "/Creator"}
        assert b"Date" not in read.Root.Metadata.read_bytes()
        assert fonts
        assert [font for font in fonts if not {"/FontFile2", "/FontFile3"} & set(font.keys())] == []


def test_the_table_has_a_head_for_each_column_and_references_lead_to_their_addresses() -> None:
    document = DOCUMENTS["many answers"]
    assert isinstance(document, Summary)
    with pikepdf.open(BytesIO(pdf.render(document))) as read:
        found = [each for each in read.objects if isinstance(each, pikepdf.Dictionary)]
        heads = [each for each in found if each.get("/S") == "/TH"]
        links = {str(each.A.URI) for each in found if each.get("/Subtype") == "/Link" and "/A" in each}

    assert len(heads) == 1 + len(document.pack.comparison.columns)
    assert links == {each.link for each in document.references if each.link}


@EACH
def test_every_page_says_what_it_is_of_and_a_stop_only_its_version(document: Summary | StopNotice) -> None:
    sheets = pages(pdf.render(document))
    above = document.version if isinstance(document, StopNotice) else document.identity

    assert [sheet[0] for sheet in sheets if not sheet[0].startswith(above)] == []
    numbers = [f"{nth} of {len(sheets)}" for nth in range(1, len(sheets) + 1)]
    assert [sheet[-1].split("Page ")[-1] for sheet in sheets] == numbers


def test_page_one_alone_is_one_page_and_two_checkers_find_nothing(tmp_path: Path) -> None:
    for case in (case for case in SHIPPED.vignettes if not case.stops):
        assert len(pages(pdf.render(summarise(SHIPPED, case.answers, case.vignette), page_one=True))) == 1, (
            case.vignette
        )
    made = tmp_path / "one.pdf"
    made.write_bytes(pdf.render(DOCUMENTS["many answers"], page_one=True))

    assert not pdfua.validate(str(made)).findings
    assert not validator.validate_pdf(made, profile="ua1").failures


def test_page_one_stands_alone_and_six_pages_are_enough() -> None:
    for case in SHIPPED.vignettes:
        sheets = [" ".join(lines) for lines in pages(pdf.render(summarise(SHIPPED, case.answers)))]
        assert len(sheets) <= (1 if case.stops else 6), case.vignette
        assert case.stops or ("Notes" in sheets[0] and "How this was made" in sheets[1]), case.vignette


@pytest.mark.parametrize("large", [False, True])
def test_no_point_is_parted_by_the_end_of_a_page(large: bool) -> None:
    for lines in pages(pdf.render(DOCUMENTS["many answers"], large=large)):
        text = " ".join(lines)
        assert text.rfind(RESEARCH) <= text.rfind(NOT_RELEVANT)


def test_large_type_is_larger_and_says_the_same() -> None:
    usual, large = (pdf.render(DOCUMENTS["many answers"], large=each) for each in (False, True))

    assert words("".join(text for _, text in tags(large))) == words("".join(text for _, text in tags(usual)))
    with pdfplumber.open(BytesIO(large)) as document:
        sizes = [letter["size"] for sheet in document.pages for letter in sheet.chars if letter["mcid"] is not None]
    assert round(min(sizes), 2) >= 14


def told(said: str) -> str:
    """A PDF's words, without spaces, where a headline says this."""
    point = FALLEN.points[0].model_copy(update={"headline": said})
    pack = FALLEN.model_copy(update={"points": (point, *FALLEN.points[1:])})
    return "".join(in_pdf(pdf.render(summarise(pack, LONELY))).split())


def test_a_character_that_no_font_draws_is_named_and_the_others_are_drawn() -> None:
    drawn = "“quotes”, ‘single’, 3–5, 6—7, ≥ ≤ ≠ ± × − → · … • ☐ ✓ ° µ ½ ² α β € £ é ø ł ß ķ Ж א"
    named = "A 中, 😀 and 中", "A[cjkunifiedideograph-4e2d],[grinningface]and[cjkunifiedideograph-4e2d]"

    assert "".join(drawn.split()) in told(drawn)
    assert named[1] in told(named[0])


def test_markup_stays_text() -> None:
    said = r"#panic(1) *bold* _soft_ $x$ <b> \u{41} `code` /* gone? */ @ref ~ [x] = \\"

    assert "".join(said.split()) in told(said)


@EACH
def test_the_same_answers_give_the_same_bytes(document: Summary | StopNotice) -> None:
    assert pdf.render(document) == pdf.render(document)


def test_another_python_at_another_place_makes_the_same_bytes_and_loads_typst_only_then(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ELSEWHERE, str(FALLS)]
    around = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"}
    found = subprocess.run(command, cwd=tmp_path, env=around, capture_output=True, text=True, check=True).stdout

    assert found.strip() == hashlib.sha256(pdf.render(summarise(FALLEN, {}))).hexdigest()
