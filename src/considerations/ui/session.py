"""
What one visitor's session holds: the chosen pack, the answers, the marks, the step.

Answers and marks live in the session and, as `browser_tab.py` says, in the visitor's browser tab; nowhere else.
"""

import asyncio
import re

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import ScriptRunContext, get_script_run_ctx

from considerations.engine import answer, voided_by
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.pack import Pack, Question, Vignette
from considerations.pack.terms import MARKS
from considerations.ui import radio_groups, server_cache
from considerations.ui.watched_packs import Packs


def packs() -> Packs:
    """Return the packs as they were when this session last ran as a whole, so that no part of a page is of another version."""
    seen: Packs | None = st.session_state.get("packs")
    return server_cache.packs() if seen is None else seen


def pack() -> Pack | None:
    """Return the pack in use: the chosen one, or the first that loaded."""
    loaded = {name: candidate for name, candidate in packs().items() if candidate}
    return loaded.get(st.session_state.get("pack", ""), next(iter(loaded.values()), None))


def answers(pack: Pack) -> dict[str, str]:
    """
    Return every answer, whether or not its question is still asked.

    Answers are stored apart from the radio groups, because a group forgets its answer when another page draws it.
    """
    return _stored(pack, "answers")


def _stored(pack: Pack, part: str) -> dict[str, str]:
    stored: dict[str, str] = st.session_state.get(f"{part}/{pack.about.pack}", {})
    return stored


def take_answer(pack: Pack, question: Question, key: str) -> None:
    """Take an answer from the radio group of a question."""
    if option := radio_groups.chosen(group_name(pack, question), key):
        _take(pack, question, key, option)


def _take(pack: Pack, question: Question, key: str, option: str) -> None:
    # The questions whose answers it makes void are asked again.
    for asked in voided_by(pack).get(question.question, ()):
        radio_groups.replace(group_name(pack, pack.question(asked)))
    _store(pack, answer(pack, answers(pack), question.question, option))
    # Last of all: Streamlit may cut a run off at any use of its session, to begin a newer one.
    radio_groups.take(group_name(pack, question), key, option)


def take_missed(pack: Pack) -> None:
    """Take the answers that a run did not take because it was cut off."""
    for question in pack.questions:
        for key in radio_groups.keys(group_name(pack, question)):
            take_answer(pack, question, key)


def take_shown(shown: object) -> None:
    """Take the options that a page shows as chosen, as numbers by group, where no run has taken them."""
    asked = pack()
    if not isinstance(shown, dict) or not asked:
        return
    for question in asked.questions:
        name, before = group_name(asked, question), answers(asked).get(question.question)
        for key in radio_groups.keys(name):
            number = shown.get(re.sub(r"[^a-zA-Z0-9_-]", "-", key))
            if isinstance(number, int) and number in range(len(question.options)):
                option = question.options[number].option
                if option != radio_groups.last_taken(name, key, before):
                    _take(asked, question, key, option)


def group_name(pack: Pack, question: Question) -> str:
    """Return the name of a question's radio groups."""
    return f"{pack.about.pack}/{question.question}"


def _store(pack: Pack, answers: dict[str, str]) -> None:
    """Store these answers; they are no example case any more, and nothing is being tried."""
    st.session_state[f"answers/{pack.about.pack}"] = answers
    st.session_state.pop(f"example/{pack.about.pack}", None)
    cancel_tried(pack)


def tried(pack: Pack) -> dict[str, str]:
    """Return the answers that the visitor is trying in place of their own; none if nothing is being tried."""
    return _stored(pack, "tried")


def try_answer(pack: Pack, question: Question, key: str) -> None:
    """Try the answer chosen in this radio group; the visitor's own answers stay."""
    if option := radio_groups.chosen(f"tried/{group_name(pack, question)}", key):
        others = {asked: answer_tried for asked, answer_tried in tried(pack).items() if asked != question.question}
        st.session_state[f"tried/{pack.about.pack}"] = others | {question.question: option}
        radio_groups.take(f"tried/{group_name(pack, question)}", key, option)


def cancel_tried(pack: Pack) -> None:
    """Return to the visitor's own answers."""
    st.session_state.pop(f"tried/{pack.about.pack}", None)


def answers_with_tried(pack: Pack) -> dict[str, str]:
    """Return the answers as they would be with those being tried."""
    with_tried = answers(pack)
    for asked, option in tried(pack).items():
        with_tried = answer(pack, with_tried, asked, option)
    return with_tried


def use_tried(pack: Pack) -> None:
    """Store the answers being tried; the page must then be redrawn."""
    _store(pack, answers_with_tried(pack))
    st.session_state["tried-used"] = True


def in_use() -> Pack:
    """Return the pack in use, for a page: the app's script runs none without a pack."""
    chosen = pack()
    assert chosen is not None, "main.py runs no page without a pack"
    return chosen


def in_view() -> Summary:
    """Return the summary of the answers, for a page: the app's script shows a stop in place of any page."""
    current = summary(in_use())
    assert isinstance(current, Summary), "main.py shows a stop in place of a page"
    return current


def summary(pack: Pack) -> Summary | StopNotice:
    """Return the summary of the answers, or the notice of the stop that holds."""
    example = st.session_state.get(f"example/{pack.about.pack}")
    return summarise(pack, answers(pack), example, marks=marks(pack))


def marks(pack: Pack) -> dict[str, str]:
    """Return the clinician's marks by point, whether or not each point still applies."""
    return _stored(pack, "marks")


def take_marks(pack: Pack, marks: object) -> None:
    """Store marks as a browser sends them, and of those what the pack knows."""
    points = {point.point for point in pack.points}
    pairs = marks.items() if isinstance(marks, dict) else ()
    known = {point: mark for point, mark in pairs if point in points and isinstance(mark, str) and mark in MARKS}
    st.session_state[f"marks/{pack.about.pack}"] = known


def load_example(pack: Pack, example: Vignette) -> None:
    """Replace the answers with those of an example case; it is named until an answer changes."""
    _store(pack, dict(example.answers))
    st.session_state.pop(f"marks/{pack.about.pack}", None)
    st.session_state[f"example/{pack.about.pack}"] = example.vignette
    st.session_state["turn"] = "screens/considerations.py"


def step(pack: Pack) -> int:
    """Return the index of the step in view."""
    index: int = st.session_state.get(f"step/{pack.about.pack}", 0)
    return index


def go(pack: Pack, index: int) -> None:
    """Turn to a step."""
    if index != step(pack):
        radio_groups.replace_all()  # Streamlit remembers what the groups of a step showed, and the page does not
    st.session_state[f"step/{pack.about.pack}"] = index
    st.session_state["changing"] = False


def change(pack: Pack, index: int) -> None:
    """Open a step to change an answer; it leads back to Check answers."""
    go(pack, index)
    st.session_state["changing"] = True
    st.session_state["turn"] = "screens/questions.py"


def turn() -> None:
    """Turn to the page that a click asked for, before another is drawn for nothing."""
    if page := st.session_state.pop("turn", None):
        st.switch_page(page)


def changing() -> bool:
    """Return whether the step was opened to change one answer."""
    return bool(st.session_state.get("changing"))


def forget() -> None:
    """Delete everything this visitor has answered and turn to the start; the tab has replied and is not asked again."""
    for key in set(st.session_state) - {"tab-replied", "reconnected", "groups"}:
        del st.session_state[key]
    radio_groups.replace_all()
    st.session_state["turn"] = "screens/start.py"


def _forget_later(session: ScriptRunContext) -> None:
    # Streamlit alone would hold the last visitor's answers until another visitor leaves; later, this would not find them.
    server, seconds = runtime.get_instance(), st.get_option("server.disconnectedSessionTTL") - 0.5

    def forget_if_gone() -> None:
        if not server.is_active_session(session.session_id):
            server.close_session(session.session_id)
            for key in session.session_state.filtered_state:
                del session.session_state[key]

    asyncio.get_running_loop().call_later(seconds, forget_if_gone)


@st.cache_resource(scope="session", show_spinner=False, on_release=_forget_later)
def present() -> ScriptRunContext | None:
    """Return this session; after its connection ends, its answers are deleted within the time that is set."""
    return get_script_run_ctx()
