"""A changed pack takes the place of the old one, whole or not at all, and no visitor loses what the new one still knows."""

import logging
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.pack import Pack
from considerations.ui import server_cache, session, watched_packs
from considerations.ui.watched_packs import WatchedPacks
from tests.conftest import FALLS
from tests.ui.test_app import MAIN, heading, radio, screen, turn_to

# Nobody waits in a test: every look is a look, and whatever is written is settled.
pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_packs, "EVERY", 0)
    monkeypatch.setattr(watched_packs, "SETTLED", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FALLS, tmp_path / "falls"))


@pytest.fixture
def app(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(server_cache, "RULES", folder.parent)
    monkeypatch.delenv("CONSIDERATIONS_ARTICLE", raising=False)
    watched = WatchedPacks(folder.parent)
    monkeypatch.setattr(server_cache, "watched", lambda: watched)
    app = AppTest.from_file(str(MAIN), default_timeout=20).run()
    app.session_state["answers/falls"] = {"fell": "no", "alone": "no", "rugs": "not-assessed"}
    return turn_to(app, "screens/questions.py")


def edit(folder: Path, file: str, *pairs: tuple[str, str]) -> None:
    text = (folder / file).read_text()
    for was, becomes in pairs:
        assert was in text
        text = text.replace(was, becomes)
    (folder / file).write_text(text)


def whole(watched: WatchedPacks) -> Pack:
    pack = watched.current()["falls"]
    assert pack
    return pack


def headline(watched: WatchedPacks) -> str:
    return whole(watched).points[0].headline


def test_a_changed_pack_is_loaded_anew_and_an_unchanged_one_is_not(folder: Path) -> None:
    watched = WatchedPacks(folder.parent)
    first = watched.current()
    os.utime(folder / "points.yaml")
    assert watched.current() is first

    edit(folder, "points.yaml", ("The leaflet blames rugs.", "Rugs are blamed."))
    assert headline(watched) == "Rugs are blamed."
    assert first["falls"] is not watched.current()["falls"]


def test_folders_are_looked_at_once_a_second(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = WatchedPacks(folder.parent)
    watched.current()
    monkeypatch.setattr(watched_packs, "EVERY", 60)
    edit(folder, "points.yaml", ("The leaflet blames rugs.", "Rugs are blamed."))

    assert headline(watched) == "The leaflet blames rugs."


def test_what_is_still_being_written_is_not_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = WatchedPacks(folder.parent)
    watched.current()
    edit(folder, "points.yaml", ("The leaflet blames rugs.", "Rugs are blamed."))

    monkeypatch.setattr(watched_packs, "SETTLED", 60)
    assert headline(watched) == "The leaflet blames rugs."
    monkeypatch.setattr(watched_packs, "SETTLED", 0)
    assert headline(watched) == "Rugs are blamed."


def test_a_draft_whose_file_has_just_gone_is_not_loaded_without_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(folder, "pack.yaml", ("status: reviewed", "status: draft"))
    watched = WatchedPacks(folder.parent)
    first = watched.current()
    monkeypatch.setattr(watched_packs, "SETTLED", 60)
    (folder / "hazards.yaml").unlink()

    assert watched.current() is first
    monkeypatch.setattr(watched_packs, "SETTLED", 0)
    assert watched.current() is not first


def spoil(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:99])


def put_a_folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("how", [spoil, Path.unlink, put_a_folder_there, lambda file: file.write_bytes(b"\xff")])
@pytest.mark.parametrize("file", ["points.yaml", "pack.yaml", "article.index"])
def test_a_broken_edit_keeps_the_last_version_that_loaded_and_is_logged_once(
    how: object, file: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watched = WatchedPacks(folder.parent)
    first = watched.current()
    how(folder / file)  # type: ignore[operator]

    with caplog.at_level(logging.WARNING):
        assert watched.current() is first
        told = len(caplog.messages)
        assert watched.current() is first
    assert told == len(caplog.messages) > 0
    assert "last version that loaded stays in use" in caplog.messages[0]

    shutil.rmtree(folder)
    assert watched.current() is first
    shutil.copytree(FALLS, folder)
    edit(folder, "points.yaml", ("The leaflet blames rugs.", "Rugs are blamed."))
    assert headline(watched) == "Rugs are blamed."


NOT_SEEN = {
    "questions.yaml": ("not-assessed: {label: Not assessed}", "not-seen: {label: Not seen}"),
    "points.yaml": ("rugs: not-assessed", "rugs: not-seen"),
    "vignettes.yaml": ("rugs: not-assessed", "rugs: not-seen"),
}


def meddle(folder: Path, text: bytes, file: str, rnd: Random) -> None:
    """Leave a file half-written, missing, or a link that leads nowhere or to the whole text, then write it whole."""
    path, elsewhere = folder / file, folder.parent / f"{rnd.random()}.yaml"
    elsewhere.write_bytes(text)
    path.unlink()
    how = rnd.randrange(4)
    if how == 0:
        path.write_bytes(text[: rnd.randrange(len(text))])
    elif how == 1:
        path.symlink_to("nowhere")
    elif how == 2:
        path.symlink_to(elsewhere)
    time.sleep(rnd.random() / 500)
    path.unlink(missing_ok=True)
    elsewhere.replace(path)


def test_whatever_happens_to_the_files_only_whole_versions_are_shown(folder: Path) -> None:
    versions = [{name: (folder / name).read_bytes() for name in NOT_SEEN}]
    changed = {name: (folder / name).read_text().replace(was, becomes) for name, (was, becomes) in NOT_SEEN.items()}
    versions.append({name: text.encode() for name, text in changed.items()})
    watched, rnd, seen, over = WatchedPacks(folder.parent), Random(1), set[frozenset[str]](), Event()

    def visit() -> None:
        while not over.is_set():
            pack = whole(watched)
            seen.add(frozenset(option.option for option in pack.questions[-1].options))
            assert summarise(pack, {"fell": "no"})
            time.sleep(0.01)

    watched.current()
    with ThreadPoolExecutor() as pool:
        visitors = [pool.submit(visit) for _ in range(3)]
        for nth in range(10):
            for name, text in versions[nth % 2].items():
                meddle(folder, text, name, rnd)
            time.sleep(0.02)
        over.set()
        assert [visitor.result() for visitor in visitors] == [None] * 3
    assert seen <= {frozenset({"yes", "no", "not-assessed"}), frozenset({"yes", "no", "not-seen"})}
    assert "not-seen" in {option.option for option in whole(watched).questions[-1].options}


def test_a_pack_that_did_not_load_is_shown_once_it_is_mended(folder: Path) -> None:
    spoil(folder / "points.yaml")
    watched = WatchedPacks(folder.parent)
    assert watched.current() == {"falls": None}

    shutil.copy(FALLS / "points.yaml", folder / "points.yaml")
    assert watched.current()["falls"]


def test_a_visitor_goes_on_with_new_words_and_the_same_answers(app: AppTest, folder: Path) -> None:
    edit(folder, "points.yaml", ("The leaflet likes company.", "Company is liked."))

    shown = screen(turn_to(app, "screens/considerations.py"))
    assert "Company is liked." in shown
    assert app.session_state["answers/falls"] == {"fell": "no", "alone": "no", "rugs": "not-assessed"}
    assert not app.warning


def test_an_answer_that_the_new_rules_do_not_know_is_left_out_and_named(app: AppTest, folder: Path) -> None:
    edit(folder, "questions.yaml", ("not-assessed: {label: Not assessed}", "not-seen: {label: Not seen}"))
    edit(folder, "points.yaml", ("rugs: not-assessed", "rugs: not-seen"))
    edit(folder, "vignettes.yaml", ("rugs: not-assessed", "rugs: not-seen"))

    turn_to(app, "screens/considerations.py")
    assert app.session_state["answers/falls"] == {"fell": "no", "alone": "no"}
    assert [warning.value for warning in app.warning] == [
        "The rules have changed. 1 answer no longer fits and was left out: Rugs."
    ]
    turn_to(app, "screens/questions.py")
    assert radio(app, "fell", "falls").value == "no"


def test_a_visitor_on_a_step_that_is_gone_finds_the_questions(app: AppTest, folder: Path) -> None:
    app.session_state["step/falls"] = 1
    app.run()
    edit(
        folder,
        "questions.yaml",
        ("- step: the-home\n  title: The home\n  questions:\n", ""),
    )

    app.run()
    assert not app.exception
    assert heading(app) == "The fall"


def test_a_new_stop_takes_the_place_of_the_page_at_once(app: AppTest, folder: Path) -> None:
    turn_to(app, "screens/considerations.py")
    edit(folder, "stops.yaml", ("when: {fell: yes, up-again: no}\n    until: {alone: no}", "when: {fell: no}"))

    app.run()
    assert not app.exception
    assert heading(app) == "Act first"
    assert "Someone is on the floor." in screen(app)
    assert "leaflet" not in screen(app).partition("<footer")[0]


def test_no_part_of_a_page_is_of_another_version(app: AppTest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, drawn = app.session_state["packs"]["falls"], session.summary

    def edited_meanwhile(pack: Pack) -> Summary | StopNotice:
        edit(folder, "points.yaml", ("The leaflet likes company.", "Company is liked."))
        assert server_cache.packs()["falls"] is not before
        monkeypatch.setattr(session, "summary", drawn)
        return drawn(pack)

    monkeypatch.setattr(session, "summary", edited_meanwhile)
    assert "The leaflet likes company." in screen(turn_to(app, "screens/considerations.py"))
    assert "Company is liked." in screen(turn_to(app, "screens/considerations.py"))
