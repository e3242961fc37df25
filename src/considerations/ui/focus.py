"""
Move the focus to a page's heading when the visitor has turned to it.

Streamlit leaves focus and scroll where they were, so a new step would open half-way down and unannounced.
"""

import streamlit as st

_SCRIPT = """
export default function ({ data }) {
  const before = window.__considerationsPlace;
  window.__considerationsPlace = data.place;
  if (before === undefined || before === data.place) return;
  let tries = 0;
  const move = () => {
    const main = document.querySelector('[data-testid="stMain"]');
    const heading = main && [...main.querySelectorAll('h1')].find((h) => h.innerText.trim() === data.heading);
    if (!heading) { if (tries++ < 120) requestAnimationFrame(move); return; }
    main.scrollTo(0, 0);
    heading.tabIndex = -1;
    heading.style.outline = 'none';
    heading.focus({ preventScroll: true });
  };
  move();
}
"""
_focus = st.components.v2.component("focus_on", html="<span hidden></span>", js=_SCRIPT)


def focus_on(place: str, heading: str) -> None:
    """Focus the first-level heading with this text, if the last run was at another place."""
    with st.container(key="unseen-focus", height=1, border=False):
        _focus(key="focus", data={"place": place, "heading": heading})
