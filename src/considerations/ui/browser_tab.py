"""
Keep the visitor's answers in the browser tab, so that a reload, a dropped connection or another server loses nothing.

The tab's `sessionStorage` holds them. It is written when they change and read once, when the server's session is new. They are
in no address and no log. A cookie tells a new session that some tab of this browser keeps answers, and nothing else: only then
does the page wait for the tab, so that a stop is back before anything about treatment is drawn.
"""

from html import escape
from pathlib import Path

import streamlit as st

from considerations.pack.words import screen
from considerations.ui import browser_store, session
from considerations.ui.style import CSS

MINUTES = 30
ANSWERS_STAY_HERE = screen.ANSWERS_STAY_HERE.format(minutes=MINUTES)
_LINES = {"offline": screen.OFFLINE, "waiting": screen.WAITING, "answered": screen.ANSWERED}
FLAG = "considerations-kept"
_SCRIPT = (Path(__file__).parent / "browser_tab.js").read_text("utf-8")
# The app's style comes with it, so that a page needs no element more.
_tab = st.components.v2.component("tab", html="<span hidden></span>", css=CSS, js=_SCRIPT, isolate_styles=False)


def exchange() -> bool:
    """Restore what the tab kept if this session is new; return whether the page can be drawn or still waits for the tab."""
    state = st.session_state
    replied = state.setdefault("tab-replied", st.context.cookies.get(FLAG) != "1")
    # A dict within would make Streamlit import pandas to see whether it is a table: 76 MB, and a second before the first page.
    data = {"ask": not replied, "life": MINUTES * 60_000, "flag": FLAG, "limit": browser_store.limit(), **_LINES}
    tab = _tab(
        key="tab",
        data=data,
        on_kept_change=_pass_on,
        on_back_change=_pass_on,
        on_lapsed_change=_pass_on,
        on_chosen_change=_pass_on,
    )
    if tab.lapsed:
        session.forget()
        state["notice"] = screen.EXPIRED.format(minutes=MINUTES)
        session.turn()
    back = browser_store.back(tab.back)
    if back:
        state["reconnected"] = back.at
    if not replied and (text := back.state if back else tab.kept) is not None:
        if told := browser_store.read(text):
            state["notice"] = " ".join(told)
        if back:
            session.take_shown(back.chosen)
        state["tab-replied"] = True
    session.take_shown(tab.chosen)
    return bool(state["tab-replied"])


def keeping() -> str:
    """Return what the tab is to keep, as hidden markup: a component would cost as much as the questions of a step."""
    return f'<i hidden data-kept="{escape(browser_store.write())}" data-reconnected="{st.session_state.get("reconnected", "")}"></i>'


def _pass_on() -> None:
    """Do nothing: Streamlit passes on only what has a callback."""


def wait() -> None:
    """Say that the answers are being loaded from the tab, and let the visitor go on without them if it does not reply."""
    st.write(screen.LOADING)
    st.container(key="late").button(
        screen.START_WITHOUT, on_click=st.session_state.update, args=({"tab-replied": True},)
    )


def notice() -> None:
    """Show what happened to the answers in the tab, until the visitor closes the notice."""
    if text := st.session_state.get("notice"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(text)
            st.button(screen.CLOSE_NOTICE, on_click=st.session_state.pop, args=("notice", None))
