"""
Keep what the visitor answered in the browser tab, so that a reload, a dropped connection or another server loses nothing.

It stands in the tab's `sessionStorage`, is written there when it changes, and comes back once, when the server's session is
new. It is in no address and no log. A cookie tells a new session that some tab of this browser keeps answers, and nothing else: only
then does the page wait for the tab, so that a stop is back before anything about treatment is drawn.
"""

from html import escape
from pathlib import Path

import streamlit as st

from considerations.pack.terms import counted
from considerations.ui import browser_store, session
from considerations.ui.style import CSS

MINUTES = 30
KEEPS = (
    "What you answer is kept in this browser tab only. It is forgotten when the tab is closed, after "
    f"{MINUTES} minutes without use, or when you start again."
)
FLAG = "considerations-kept"
_SCRIPT = (Path(__file__).parent / "browser_tab.js").read_text("utf-8")
# The app's style comes with it, and so costs a page nothing more.
_tab = st.components.v2.component("tab", html="<span hidden></span>", css=CSS, js=_SCRIPT, isolate_styles=False)


def exchange() -> bool:
    """Take what the tab kept, where this session is new; say whether the page can be drawn or still waits for the tab."""
    state = st.session_state
    heard = state.setdefault("heard", st.context.cookies.get(FLAG) != "1")
    data = {"ask": not heard, "life": MINUTES * 60_000, "flag": FLAG, "limit": browser_store.limit()}
    said = _tab(
        key="tab",
        data=data,
        on_kept_change=_said,
        on_back_change=_said,
        on_lapsed_change=_said,
        on_chosen_change=_said,
    )
    if said.lapsed:
        session.forget()
        state["notice"] = f"Your answers were forgotten after {MINUTES} minutes without use."
        session.turn()
    back = browser_store.back(said.back)
    state["clicked"] = not heard and (back is not None or state.get("clicked", False))
    if back:
        state["back"] = back.at
    if not heard and (text := back.state if back else said.kept) is not None:
        _take(text)
        state["heard"] = True
    session.repeat(said.chosen)
    return bool(state["heard"])


def keeping() -> str:
    """Give what the tab is to keep, as hidden markup: a component would cost as much as the questions of a step."""
    return f'<i hidden data-kept="{escape(browser_store.write())}" data-heard="{st.session_state.get("back", "")}"></i>'


def _said() -> None:
    """Ask Streamlit to pass on what the tab says: it does so only for what has a callback."""


def _take(text: object) -> None:
    left_out = browser_store.read(text) if isinstance(text, str) and len(text) <= browser_store.limit() else []
    if left_out:
        count, names = counted(len(left_out), "answer"), "; ".join(left_out)
        st.session_state["notice"] = f"Left out: {count} that this questionnaire cannot read: {names}."


def wait() -> None:
    """Say that the tab is asked for its answers; where it does not reply, one can go on without."""
    st.write("Your answers are fetched from this tab.")
    st.container(key="late").button("Begin without them", on_click=st.session_state.update, args=({"heard": True},))


def notice() -> None:
    """Say what became of answers kept in the tab, until the visitor has seen it."""
    if text := st.session_state.get("notice"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(text)
            st.button("Close this notice", on_click=st.session_state.pop, args=("notice", None))
