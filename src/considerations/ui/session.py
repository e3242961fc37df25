"""
What one visitor's session holds: the chosen pack, the answers given, the step.

Answers live in the session and, as `tab.py` says, in the visitor's browser tab; nowhere else.
"""

import asyncio
import re

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import ScriptRunContext, get_script_run_ctx

from considerations.engine import answer, voided_by
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.pack import Pack, Question, Vignette
from considerations.ui import radio_groups
from considerations.ui.server_cache import packs, reasons


def pack() -> Pack | None:
    """Give the pack in use: the chosen one, or the first that loaded."""
    loaded = {name: each for name, each in packs().items() if each}
    return loaded.get(st.session_state.get("pack", ""), next(iter(loaded.values()), None))


def answers(pack: Pack) -> dict[str, str]:
    """
    Give the answers as given, whether or not their questions are still asked.

    They are kept apart from the radio groups, for a group forgets its answer when another page draws it.
    """
    stored: dict[str, str] = st.session_state.get(f"answers/{pack.about.pack}", {})
    return stored


def take_answer(pack: Pack, question: Question, key: str) -> None:
    """Take an answer from the radio group of a question; the questions whose answers it makes void are asked anew."""
    if option := radio_groups.chosen(name(pack, question), key):
        for asked in voided_by(pack).get(question.question, ()):
            radio_groups.replace(name(pack, pack.question(asked)))
        _keep(pack, answer(pack, answers(pack), question.question, option))
        # Last of all: Streamlit may cut a run off at any use of its session, for the sake of a newer one.
        radio_groups.take(name(pack, question), key, option)


def take_missed(pack: Pack) -> None:
    """Take the answers that a run was to take when it was cut off."""
    for group, key in radio_groups.missed(name(pack)):
        take_answer(pack, pack.question(group.removeprefix(name(pack))), key)


def repeat(chosen: object) -> None:
    """Put what the tab says was chosen, as numbers of options by group, where `take_missed` takes what no run has taken."""
    asking = pack()
    if not isinstance(chosen, dict) or not asking:
        return
    for question in asking.questions:
        for key in radio_groups.keys(name(asking, question)):
            number = chosen.get(re.sub(r"[^a-zA-Z0-9_-]", "-", key))
            if isinstance(number, int) and number in range(len(question.options)):
                st.session_state[key] = question.options[number].option


def name(pack: Pack, question: Question | None = None) -> str:
    """Return the name of a question's radio groups, or how the names of them all begin."""
    return f"{pack.about.pack}/{question.question if question else ''}"


def _keep(pack: Pack, answers: dict[str, str]) -> None:
    """Keep these answers; they are no worked example, and a look at others begins anew."""
    st.session_state[f"answers/{pack.about.pack}"] = answers
    st.session_state.pop(f"example/{pack.about.pack}", None)
    cancel_tried(pack)


def tried(pack: Pack) -> dict[str, str]:
    """Give the answers that the visitor looks at in place of those given; none where nothing is looked at."""
    stored: dict[str, str] = st.session_state.get(f"tried/{pack.about.pack}", {})
    return stored


def try_answer(pack: Pack, question: Question, key: str) -> None:
    """Look at the answer chosen in the radio group of a look; the answers given stay."""
    if option := radio_groups.chosen(f"tried/{name(pack, question)}", key):
        others = {asked: had for asked, had in tried(pack).items() if asked != question.question}
        st.session_state[f"tried/{pack.about.pack}"] = others | {question.question: option}
        radio_groups.take(f"tried/{name(pack, question)}", key, option)


def cancel_tried(pack: Pack) -> None:
    """Look at the answers given again."""
    st.session_state.pop(f"tried/{pack.about.pack}", None)


def answers_with_tried(pack: Pack) -> dict[str, str]:
    """Give the answers as they would be if those looked at were given."""
    with_tried = answers(pack)
    for asked, option in tried(pack).items():
        with_tried = answer(pack, with_tried, asked, option)
    return with_tried


def use_tried(pack: Pack) -> None:
    """Keep the answers looked at; the page is to be drawn anew for them."""
    _keep(pack, answers_with_tried(pack))
    st.session_state["kept"] = True


def in_use() -> Pack:
    """Give the pack in use, for a page: the app's script shows none without a pack."""
    chosen = pack()
    assert chosen is not None, "main.py runs no page without a pack"
    return chosen


def in_view() -> Summary:
    """Give what the answers make of the pack, for a page: the app's script shows a stop in place of any page."""
    found = summary(in_use())
    assert isinstance(found, Summary), "main.py shows a stop in place of a page"
    return found


def summary(pack: Pack) -> Summary | StopNotice:
    """Give what the answers make of the pack."""
    return summarise(pack, answers(pack), st.session_state.get(f"example/{pack.about.pack}"), reasons(pack.about.pack))


def load_example(pack: Pack, example: Vignette) -> None:
    """Put the answers of a worked example in place of those given; it is named until an answer is changed."""
    _keep(pack, dict(example.answers))
    st.session_state[f"example/{pack.about.pack}"] = example.vignette
    st.session_state["turn"] = "screens/considerations.py"


def step(pack: Pack) -> int:
    """Give the index of the step in view."""
    index: int = st.session_state.get(f"step/{pack.about.pack}", 0)
    return index


def go(pack: Pack, index: int) -> None:
    """Turn to a step."""
    if index != step(pack):
        radio_groups.replace_all()  # Streamlit holds what the groups of a step said, and the page does not
    st.session_state[f"step/{pack.about.pack}"] = index
    st.session_state["changing"] = False


def change(pack: Pack, index: int) -> None:
    """Open a step from the answers, to lead back to them."""
    go(pack, index)
    st.session_state["changing"] = True
    st.session_state["turn"] = "screens/questions.py"


def turn() -> None:
    """Turn to the page that a click asked for, before another is drawn in vain."""
    if page := st.session_state.pop("turn", None):
        st.switch_page(page)


def changing() -> bool:
    """Say whether the step was opened to change one answer."""
    return bool(st.session_state.get("changing"))


def forget() -> None:
    """Forget everything this visitor has answered, and turn to the start; the tab was heard and is not asked again."""
    for key in set(st.session_state) - {"heard", "back", "groups"}:
        del st.session_state[key]
    radio_groups.replace_all()
    st.session_state["turn"] = "screens/start.py"


def _forget_later(session: ScriptRunContext) -> None:
    # Streamlit alone would hold the last visitor's answers until another one leaves; a moment later it would not find them.
    server, seconds = runtime.get_instance(), st.get_option("server.disconnectedSessionTTL") - 0.5

    def forget_if_gone() -> None:
        if not server.is_active_session(session.session_id):
            server.close_session(session.session_id)
            for key in session.session_state.filtered_state:
                del session.session_state[key]

    asyncio.get_running_loop().call_later(seconds, forget_if_gone)


@st.cache_resource(scope="session", show_spinner=False, on_release=_forget_later)
def present() -> ScriptRunContext | None:
    """Return this session; when its connection ends, its answers are forgotten in the time that is set."""
    return get_script_run_ctx()
