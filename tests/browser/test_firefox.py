"""A print from Firefox, which knows no margin boxes."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from considerations.explain.summary import summarise
from considerations.loading.loader import load
from considerations.render.paper import html
from considerations.render.paper.sheet import sheet as set_out
from tests.browser import firefox
from tests.conftest import RULES
from tests.reading import words

PACK = load(RULES / "ketamine-ssri")
FULLEST = max((case for case in PACK.vignettes if not case.stops), key=lambda case: len(case.highlights))
STOP = next(case for case in PACK.vignettes if case.stops)


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Firefox]:
    found = firefox.find()
    if not found:
        pytest.skip("no Firefox: apt-get install firefox-esr")
    with firefox.launched(found, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def sheets(tab: firefox.Firefox, page: Path, markup: str, size: str) -> list[str]:
    page.write_text(markup, "utf-8")
    return [words(sheet.extract_text()) for sheet in PdfReader(BytesIO(tab.pdf(page, size))).pages]


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_every_page_says_what_it_is_of_and_that_it_recommends_nothing(
    tab: firefox.Firefox, tmp_path: Path, size: str, large: bool
) -> None:
    document = summarise(PACK, FULLEST.answers, FULLEST.vignette)
    above, below = words(set_out(document).above), words(set_out(document).below)
    found = sheets(tab, tmp_path / "page.html", html.render(document, large=large), size)

    assert [number for number, sheet in enumerate(found, start=1) if above not in sheet or below not in sheet] == []
    assert large or len(found) <= 6


def test_a_stop_is_one_page_that_names_its_version_alone(tab: firefox.Firefox, tmp_path: Path) -> None:
    document = summarise(PACK, STOP.answers)
    (sheet,) = sheets(tab, tmp_path / "page.html", html.render(document), "A4")

    assert sheet.startswith(words(set_out(document).above))
    assert words(PACK.about.title) not in sheet


@pytest.mark.parametrize("level", [2, 3])
def test_no_heading_stands_alone_at_the_end_of_a_page(tab: firefox.Firefox, tmp_path: Path, level: int) -> None:
    sections = [
        f'<section class="audit"><div style="height: {height}mm"></div><h{level}>Heading</h{level}><p>Text</p></section>'
        for height in range(225, 276, 2)
    ]
    style = "@page { margin: 10mm }"
    page = f'<style>{style}{html.CSS}</style><main class="sheet">{"".join(sections)}</main>'
    found = sheets(tab, tmp_path / "page.html", page, "A4")

    assert sum("heading" in sheet.lower() for sheet in found) == len(sections)
    assert [sheet for sheet in found if "heading" in sheet.lower() and "text" not in sheet.lower()] == []
