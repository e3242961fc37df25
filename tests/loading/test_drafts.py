"""A draft may be small; a reviewed pack may not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.fhir import resources
from considerations.loading import completeness
from considerations.loading.loader import BrokenPack, load, load_with_places
from considerations.pack import Pack
from considerations.pack.words import draft
from considerations.proof.check import check
from considerations.render import text
from considerations.render.book import document
from considerations.render.paper import html, pdf
from tests.conftest import FALLS, WRITTEN

NOT_NEEDED = ("not_used", "evidence", "gaps", "notices", "comparison", "hazards", "vignettes")
ABOUT = """\
pack: falls
title: Falls at home
intended_use: To try a draft.
source:
  title: After a fall
  sha256: d093ba98f1bce8e72a5ea88e9ca468aebaec22e680ab2aa1e09104cb82afb887
themes: {home: At home, help: Help}
"""


@pytest.fixture
def small(pack_copy: Callable[..., Path]) -> Path:
    """The small pack with nothing but what a draft needs."""
    folder = pack_copy(FALLS)
    for name in NOT_NEEDED:
        (folder / f"{name}.yaml").unlink()
    (folder / "CHANGES.md").unlink()
    (folder / "pack.yaml").write_text(ABOUT)
    return folder


def forms(pack: Pack) -> dict[str, str]:
    found = summarise(pack, {"fell": "no", "rugs": "yes"})
    assert isinstance(found, Summary)
    assert pdf.render(found).startswith(b"%PDF")
    return {
        "paper": html.render(found),
        "text": text.render(found).replace("\n", " "),
        "book": document.render(pack, None, {}),
        "FHIR": resources.questionnaire(pack),
    }


@pytest.mark.parametrize("form", ["paper", "text", "book", "FHIR"])
def test_every_form_says_what_a_small_draft_does_not_have(form: str, small: Path) -> None:
    written = forms(load(small))[form]

    assert [said for said in draft.MISSING.values() if said not in written] == []


def test_the_book_says_which_sentences_have_no_point_yet(small: Path) -> None:
    assert forms(load(small))["book"].count(draft.NO_POINT) == 2


def test_a_pack_that_lacks_nothing_says_nothing_of_the_kind(falls: Pack) -> None:
    for written in forms(falls).values():
        assert [said for said in [*draft.MISSING.values(), draft.NO_POINT] if said in written] == []


def test_check_passes_a_small_draft_and_lists_what_it_has_to_do(small: Path) -> None:
    found = check(small, None, lambda done, of: None)

    assert found.faults == ()
    missing = [line.split(":")[0] for line in found.to_do if line.endswith("this file is missing")]
    assert missing == [f"falls/{name}.yaml" for name in NOT_NEEDED]
    assert any("'0.1.0' is not the newest version in CHANGES.md" in line for line in found.to_do)
    assert "falls/article.index:1:1: no point cites 'L1.1'; cite it, or list it in not_used.yaml" in found.to_do
    assert "falls/pack.yaml:1:1: 'maintainers' is missing" in found.to_do
    assert "2 of 6 sentences still without a point" in found.closing
    assert f"{len(found.to_do)} things to do before this draft can be marked as reviewed." in found.closing


def test_a_reviewed_pack_needs_every_file_and_field(small: Path) -> None:
    (small / "pack.yaml").write_text(f"{ABOUT}status: reviewed\n")

    with pytest.raises(BrokenPack) as broken:
        load(small)

    told = str(broken.value)
    assert told.count("this file is missing") == len(NOT_NEEDED) + 1
    assert "falls/pack.yaml:1:1: 'limits' is missing" in told
    assert "falls/pack.yaml:5:3: 'author' is missing" in told


def test_a_text_still_to_write_is_left_to_a_draft_alone(pack_copy: Callable[..., Path]) -> None:
    folder = pack_copy(FALLS)
    points = (folder / "points.yaml").read_text()
    (folder / "points.yaml").write_text(points.replace("It says so of every rug.", "'TO DO: say what it says.'"))

    with pytest.raises(BrokenPack, match=r"falls/points\.yaml:6:9: still to write: TO DO: say what it says\."):
        load(folder)
    about = (folder / "pack.yaml").read_text()
    (folder / "pack.yaml").write_text(about.replace("status: reviewed", "status: draft"))
    assert check(folder, None, lambda done, of: None).to_do == (
        "falls/points.yaml:6:9: still to write: TO DO: say what it says.",
    )


def test_a_draft_cannot_name_what_a_missing_file_would_define(small: Path) -> None:
    (small / "pack.yaml").write_text(f"{ABOUT}guarantees:\n  - {{guarantee: No stairs., never: {{gaps: [stairs]}}}}\n")

    with pytest.raises(BrokenPack, match="'stairs' is not a gap"):
        load(small)


def test_a_draft_without_crisis_lines_says_under_a_stop_that_none_was_checked(small: Path) -> None:
    stops = (small / "stops.yaml").read_text()
    (small / "stops.yaml").write_text(stops[stops.index("stops:") :])
    found = summarise(load(small), {"fell": "yes", "up-again": "no"})

    assert isinstance(found, StopNotice)
    for written in (text.render(found), html.render(found)):
        assert draft.NOT_CHECKED in written
    assert pdf.render(found).startswith(b"%PDF")


@pytest.mark.parametrize("folder", WRITTEN, ids=lambda folder: folder.name)
def test_a_pack_that_ships_has_nothing_left_to_do(folder: Path) -> None:
    assert list(completeness.unfinished(*load_with_places(folder))) == []
