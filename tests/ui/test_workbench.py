"""The workbench's page follows its folder, and is for this machine alone."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from considerations.ui import server_cache
from considerations.ui.workbench import watching
from tests.conftest import FALLS
from tests.ui.test_app import screen

PAGE = Path(watching.__file__).with_name("page.py")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that the workbench was started with."""
    copy = Path(shutil.copytree(FALLS, tmp_path / "falls"))
    monkeypatch.setattr(sys, "argv", ["serve.py", str(copy)])
    monkeypatch.setattr(server_cache, "RULES", tmp_path)
    watching.watched.cache_clear()
    yield copy
    watching.watched.cache_clear()


def edit(folder: Path, file: str, was: str, becomes: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, becomes), "utf-8")


def test_the_page_follows_the_folder_and_shows_nothing_of_before(folder: Path) -> None:
    app = AppTest.from_file(str(PAGE), default_timeout=20).run()
    assert "loads. No faults." in screen(app)
    assert "Nothing is edited yet." in screen(app)

    edit(folder, "points.yaml", "theme: home", "theme: house")
    assert "&#x27;house&#x27; is not a theme of pack.yaml" in screen(app.run())
    assert "What the edit changes" not in screen(app)

    edit(folder, "points.yaml", "theme: house", "theme: home")
    edit(folder, "points.yaml", "{fell: no, alone: no}", "{fell: [no, unsure], alone: no}")
    shown = screen(app.run())
    assert "house" not in shown
    assert "company now highlighted in" in shown
    assert "Edited last: point company" in shown
    assert "Why it is highlighted" in shown
    assert not app.exception


@pytest.mark.parametrize(
    ("file", "was", "becomes", "says"),
    [
        ("gaps.yaml", "topic: ", "topic: Now ", "Edited last: gap"),
        ("notices.yaml", "text: ", "text: Now ", "Edited last: notice"),
        ("stops.yaml", "headline: ", "headline: Now ", "Edited last: stop"),
        ("questions.yaml", "why: ", "why: Now ", "Edited last: question"),
        ("hazards.yaml", "title: ", "title: Now ", "Edited last: hazard"),
    ],
)
def test_any_entry_is_shown_once_it_is_edited(file: str, was: str, becomes: str, says: str, folder: Path) -> None:
    app = AppTest.from_file(str(PAGE), default_timeout=20).run()
    edit(folder, file, was, becomes)

    shown = screen(app.run())
    assert says in shown
    assert "Now" in shown.partition(says)[2]
    assert not app.exception


@pytest.mark.parametrize("address", ["0.0.0.0", "", None, "192.0.2.1", "example.org"])
def test_it_refuses_an_address_that_others_can_reach(
    address: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "get_option", lambda name: address)

    with pytest.raises(PermissionError, match="for this machine alone"):
        watching.watched()
