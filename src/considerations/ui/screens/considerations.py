"""Considerations: first everything in lines that open, then the table, other answers to try, and what does not apply."""

from html import escape

import streamlit as st

from considerations.explain.summary import Summary
from considerations.pack.terms import COMPARISON, TITLE
from considerations.pack.words import screen
from considerations.render.markup import comparison, disclosure
from considerations.ui import overview, page_parts, review, session, what_if


def main(summary: Summary) -> None:
    """Show the first view, then the rest closed."""
    # What is folded here would be lost on paper, so nothing else is printed.
    page_parts.heading(TITLE, above='<span class="alone"></span>', keeps=False)
    review.drop_marks(summary)
    st.html(overview.markup(summary))
    review.fields(summary.pack, dict(summary.marks))
    with st.container(horizontal=True):
        page_parts.link(screen.TO_SUMMARY, "screens/summary.py", onward=True)
        page_parts.link(screen.TO_CHECK_ANSWERS, "screens/check_answers.py")
    st.html(_part(COMPARISON, comparison(summary.pack, summary.row_applies)))
    what_if.show(summary.pack)
    st.html(_others(summary))
    page_parts.start_again()


def _others(summary: Summary) -> str:
    pack, others = summary.pack, summary.other_gaps()
    need_answer, not_highlighted = summary.in_state(None), summary.in_state(False)
    gaps = "".join(disclosure(item.gap.topic, page_parts.gap(item, pack)) for item in others)
    return (
        _part(screen.NEED_ANSWER.format(number=len(need_answer)), overview.lines(need_answer, pack))
        + _part(screen.NOT_HIGHLIGHTED.format(number=len(not_highlighted)), overview.lines(not_highlighted, pack))
        + _part(screen.OTHER_GAPS.format(number=len(others)), gaps)
    )


def _part(title: str, content: str) -> str:
    """Write a part of the page that is closed at first; nothing where it is empty."""
    heading = f'<summary><h2 class="theme">{escape(title)}</h2></summary>'
    return f'<details class="part">{heading}{content}</details>' if content else ""


main(session.in_view())
