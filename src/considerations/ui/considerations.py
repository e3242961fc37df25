"""Considerations: the points by theme, why each is highlighted, and every other point with why it is not."""

from html import escape
from itertools import groupby

import streamlit as st

from considerations.summary import Consideration, Summary
from considerations.ui import parts, session


def main(summary: Summary) -> None:
    """Show the points by theme, then those waiting, then the background."""
    highlighted, waiting, background = (summary.within(state) for state in (True, None, False))
    parts.heading("Considerations for discussion", "considerations")
    st.html(f"<p><b>The situation.</b> {escape(summary.situation)}</p>")
    if summary.safety_open:
        _safety(summary)
    st.html(
        f'<p class="count">{parts.counted(len(highlighted))} highlighted, {len(waiting)} waiting, {len(background)} in the '
        "background. The order is the article's, and no point counts for more than another.</p>"
    )
    if not highlighted:
        st.info("No point is highlighted by these answers. That does not mean that nothing bears on the situation.")
    _cards(summary, highlighted)
    if waiting:
        st.html(f'<h2 class="theme">Waiting for an answer</h2>{_folded(waiting)}')
    st.html(f'<h2 class="theme">Background: the other points of the article</h2>{_folded(background)}')
    with st.container(horizontal=True):
        if st.button("Go to the summary", type="primary"):
            st.switch_page("take_away.py")
        if st.button("Check answers"):
            st.switch_page("check.py")
        parts.start_again()


def _safety(summary: Summary) -> None:
    names = "; ".join(question.short for question in summary.safety_open)
    st.html(
        f'<p class="notice-line"><b>Safety questions still open: {escape(names)}.</b> '
        "While they are, this page cannot know whether there is time to review.</p>"
    )


def _cards(summary: Summary, items: tuple[Consideration, ...]) -> None:
    for theme, points in groupby(items, key=lambda item: item.point.theme):
        cards = "".join(map(parts.card, points))
        st.html(f'<h2 class="theme">{escape(summary.about.themes[theme])}</h2>{cards}')


def _folded(items: tuple[Consideration, ...]) -> str:
    """Give points as lines that open: still readable, never hidden."""
    return "".join(
        f"<details><summary>{escape(item.point.headline)}</summary>{parts.card(item)}</details>" for item in items
    )


found = session.pack()
assert found is not None, "main.py runs no page without a pack"
reading = session.reading(found)
assert isinstance(reading, Summary), "main.py shows a stop instead of this page"
main(reading)
