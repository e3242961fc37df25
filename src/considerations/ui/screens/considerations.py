"""Considerations: the points by theme, why each is highlighted, what stands beside it, and everything else."""

from html import escape
from itertools import groupby

import streamlit as st

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import Pack
from considerations.pack.terms import NOTHING, counted
from considerations.render.cards import comparison, disclosure
from considerations.render.html_blocks import html_list
from considerations.ui import page_parts, session, what_if


def main(summary: Summary) -> None:
    """Show the points by theme, the table, the gaps, then what waits and what is in the background."""
    pack = summary.pack
    # What is folded here would be lost on paper.
    page_parts.heading(
        "Considerations for discussion", above='<p class="paper">Only the page Summary is made for paper.</p>'
    )
    _situation(summary)
    what_if.show(pack)
    highlighted, waiting, background = (summary.in_state(state) for state in (True, None, False))
    if not highlighted:
        st.info(NOTHING)
    for theme, points in groupby(highlighted, key=lambda item: item.point.theme):
        st.html(_titled(pack.about.themes[theme], "".join(page_parts.card(item, pack) for item in points)))
    st.html(_titled("Side by side, as far as the article goes", comparison(pack, summary.row_applies)))
    relevant, others = summary.relevant_gaps(), summary.other_gaps()
    if relevant:
        st.html(_titled("What the article does not say", html_list(summary.in_short) + _grouped(relevant, pack)))
    if waiting:
        st.html(_titled("Waiting for an answer", _folded(waiting, pack)))
    st.html(_titled("Background: the other points of the article", _folded(background, pack)))
    if others:
        lines = "".join(disclosure(item.gap.topic, page_parts.gap(item, pack)) for item in others)
        st.html(_titled("Other things the article does not say", lines))
    with st.container(horizontal=True):
        page_parts.link("Go to the summary", "screens/summary.py", onward=True)
        page_parts.link("Check answers", "screens/check_answers.py")
        page_parts.start_again()


def _situation(summary: Summary) -> None:
    names = "; ".join(question.short for question in summary.safety_open)
    open_safety = (
        f'<p class="notice-line"><b>Safety questions still open: {escape(names)}.</b> '
        "While they are, this page cannot know whether there is time to review.</p>"
    )
    counts = [len(summary.assessment.points(state)) for state in (True, None, False)]
    st.html(
        f"{page_parts.example(summary)}<p><b>The situation.</b> {escape(summary.situation)}</p>{open_safety if names else ''}"
        f'<p class="count">{counted(counts[0], "point")} highlighted, {counts[1]} waiting, {counts[2]} in the background; '
        f"{counted(len(summary.relevant_gaps()), 'gap')} of the article in front. The order is the article's, and no point counts "
        f"for more than another.</p>{page_parts.notices(summary, 'considerations')}"
    )


def _titled(title: str, content: str) -> str:
    return f'<section><h2 class="theme">{escape(title)}</h2>{content}</section>'


def _grouped(items: tuple[ExplainedGap, ...], pack: Pack) -> str:
    """Give gaps in full, by group; those tied to an answer stand first, and apart."""
    groups = groupby(items, key=lambda item: (item.tied, item.gap.group))
    return "".join(
        f"<h3>{escape(pack.gaps.groups[group])}{', tied to an answer' if tied else ''}</h3>"
        + "".join(page_parts.gap(item, pack) for item in silent)
        for (tied, group), silent in groups
    )


def _folded(items: tuple[Consideration, ...], pack: Pack) -> str:
    """Give points as lines that open: still readable, never hidden."""
    return "".join(disclosure(item.point.headline, page_parts.card(item, pack)) for item in items)


main(session.in_view())
