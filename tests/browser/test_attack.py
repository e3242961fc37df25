"""What `tests/attack` does to the running app gets nothing, and harms nobody."""

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from streamlit.proto.BackMsg_pb2 import BackMsg

from considerations.ui import headers
from considerations.ui.log import MOST, keep_values_out
from tests.attack import doors, labels, messages, nothing_to_offer, sessions


def _run(visitor: Coroutine[Any, Any, Any]) -> Any:
    """Run a visitor in a thread of its own: this one has the browser's loop, once a browser was used."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, visitor).result()


@pytest.fixture
def port(address: str) -> int:
    """Where the app runs."""
    return int(address.rsplit(":", 1)[1])


@pytest.mark.parametrize("kind", messages.UNUSED)
def test_a_message_that_the_app_does_not_use_has_no_effect(port: int, kind: str) -> None:
    assert _run(messages.answered(port, kind)) == []


@pytest.mark.parametrize("kind", ["install_skills", "dismiss_skills_nudge", "dataframe_chunk"])
def test_no_operation_of_the_server_is_passed_on(kind: str) -> None:
    asked = BackMsg()
    getattr(asked.backend_operation_request, kind).SetInParent()

    assert headers.message_kind(asked.SerializeToString()) not in headers.USED


@pytest.mark.parametrize("sent", messages.BROKEN.values(), ids=messages.BROKEN)
def test_what_is_no_message_ends_the_connection(port: int, sent: bytes | str) -> None:
    assert _run(messages.ended(port, sent)) == 1008


def test_the_name_of_a_session_gives_nobody_its_answers(port: int) -> None:
    assert _run(sessions.taken_up(port)) == (False, False)


@pytest.mark.parametrize(("host", "origin", "right"), doors.ASKED)
def test_only_our_own_pages_by_a_name_of_ours_are_answered(port: int, host: str, origin: str, right: int) -> None:
    assert doors.answer(port, host, origin) == right


@pytest.mark.parametrize("path", doors.PATHS)
def test_what_the_app_does_not_use_is_closed(port: int, path: str) -> None:
    assert doors.status(port, path, {}) == 404


@pytest.mark.parametrize("base", ["", "below", "/far/below/"])
def test_a_path_is_closed_below_any_base(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setattr(headers, "get_option", lambda _: base)

    assert headers.below_base(f"/{base.strip('/')}/auth/login".replace("//", "/")) == "/auth/login"
    assert headers.below_base("/elsewhere") == "/elsewhere"


def test_a_server_with_nothing_to_offer_does_not_start_and_says_why(tmp_path: Path) -> None:
    code, said = nothing_to_offer.begun(nothing_to_offer.broken(tmp_path))

    assert code == 1
    assert "falls/points.yaml:1:1: a list is expected here" in said
    assert "nothing to serve" in said


def test_a_line_of_code_writes_so_many_records_a_minute_and_no_control_character(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 10**18)
    monkeypatch.setattr("time.time", lambda: 1e9)
    make = logging.getLogRecordFactory()
    keep_values_out()
    try:
        for nth in range(MOST + 50):
            logging.getLogger("any").error("Named %s \x1b[2J\nforged \u202e", nth)
        logging.getLogger("any").error("Another")
    finally:
        logging.setLogRecordFactory(make)

    assert [record.getMessage() for record in caplog.records if record.levelno > 0][:MOST] == [
        rf"Named {nth} \x1b[2J\nforged \u202e" for nth in range(MOST)
    ]
    assert len(caplog.records) == MOST + 1


def test_a_label_reads_on_the_screen_as_the_pack_says_it(browser: Browser) -> None:
    assert {text: of for text, of in labels.shown(browser).items() if set(of) != {text}} == {}
