"""
Keep what the visitor answered in the browser tab, so that a reload, a dropped connection or another server loses nothing.

It is written to the tab's `sessionStorage` after every run and comes back once, when the server's session is new. It is in
no address and no log. A cookie tells a new session that some tab of this browser keeps answers, and nothing else: only
then does the page wait for the tab, so that a stop is back before anything about treatment is drawn.
"""

import streamlit as st

from considerations.terms import counted
from considerations.ui import kept, session

MINUTES = 30
KEEPS = (
    "What you answer is kept in this browser tab only. It is forgotten when the tab is closed, after "
    f"{MINUTES} minutes without use, or when you start again."
)
FLAG = "considerations-kept"
_LIMIT = 20_000
_SCRIPT = """
const NAME = 'considerations';
let life, limit, flag, tell, timer, used = 0;

const read = () => {
  try {
    const { at, state } = JSON.parse(sessionStorage.getItem(NAME));
    return Date.now() - at < life && state.length <= limit ? String(state) : '';
  } catch { return '' }                     // nothing there, damaged, or not allowed: the tab keeps nothing
};
const write = (state) => {
  clearTimeout(timer);
  try {
    if (!state) { sessionStorage.removeItem(NAME); return }
    used = Date.now();
    sessionStorage.setItem(NAME, JSON.stringify({ at: used, state }));
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `${flag}=1; path=/; max-age=${life / 1000}; samesite=strict${secure}`;
  } catch { /* full, or not allowed: a reload begins anew */ }
  timer = setTimeout(() => { write(''); tell('lapsed', true) }, life);
};
const touch = () => { const state = Date.now() - used > 5000 && read(); if (state) write(state) };

const begin = () => {
  for (const use of ['pointerdown', 'keydown', 'wheel']) addEventListener(use, touch, { capture: true, passive: true });
  const app = document.querySelector('[data-testid=stApp]');
  const connected = () => app.getAttribute('data-test-connection-state') === 'CONNECTED';
  let before = connected();
  new MutationObserver(() => {
    if (connected() && !before) tell('back', read());       // the server behind the new connection may know nothing
    before = connected();
  }).observe(app, { attributes: true });
};

export default function ({ data, setTriggerValue }) {
  if (!tell) begin();
  [life, limit, flag, tell] = [data.minutes * 60000, data.limit, data.flag, setTriggerValue];
  if (data.ask) tell('kept', read()); else write(data.state);
}
"""
_tab = st.components.v2.component("tab", html="<span hidden></span>", js=_SCRIPT)


def exchange() -> bool:
    """Give the tab what to keep, or take what it kept; say whether the page can be drawn or still waits for the tab."""
    state = st.session_state
    heard = state.setdefault("heard", st.context.cookies.get(FLAG) != "1")
    data = {"ask": not heard, "state": kept.write() if heard else "", "minutes": MINUTES, "flag": FLAG, "limit": _LIMIT}
    with st.container(key="unseen-tab", height=1, border=False):
        said = _tab(key="tab", data=data, on_kept_change=_said, on_back_change=_said, on_lapsed_change=_said)
    if said.lapsed:
        session.forget()
        state["notice"] = f"Your answers were forgotten after {MINUTES} minutes without use."
        st.switch_page("start.py")
    state["clicked"] = not heard and (said.back is not None or state.get("clicked", False))
    if not heard and (text := said.kept if said.back is None else said.back) is not None:
        _take(text)
        state["heard"] = True  # last, for a click may end this run early
    return bool(state["heard"])


def _said() -> None:
    """Ask Streamlit to pass on what the tab says: it does so only for what has a callback."""


def _take(text: object) -> None:
    left_out = kept.read(text) if isinstance(text, str) and len(text) <= _LIMIT else 0
    if left_out:
        unknown = counted(left_out, "answer")
        st.session_state["notice"] = f"Left out: {unknown} that this version of the questionnaire does not ask for."


def wait() -> None:
    """Say that the tab is asked for its answers; where it does not reply, one can go on without."""
    st.title("One moment", anchor=False)
    st.write("Your answers are fetched from this tab.")
    st.container(key="late").button("Begin without them", on_click=st.session_state.update, args=({"heard": True},))


def notice() -> None:
    """Say what became of answers kept in the tab, until the visitor has seen it."""
    if text := st.session_state.get("notice"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(text)
            st.button("Close this notice", on_click=st.session_state.pop, args=("notice",))
