"""Considerations: the points by theme, why each is highlighted, what stands beside it, and everything else."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

import streamlit as st

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import Pack
from considerations.pack.terms import COMPARISON, NOTHING, TITLE
from considerations.pack.words import screen
from considerations.render.cards import comparison, disclosure
from considerations.render.html_blocks import html_list
from considerations.ui import page_parts, session, what_if


def main(summary: Summary) -> None:
    """Show the points by theme, the table, the gaps, then the points that need an answer and those not highlighted."""
    # What is folded here would be lost on paper.
    on_paper = f'<p class="paper">{screen.PRINT_THE_SUMMARY_PAGE}</p>'
    page_parts.heading(TITLE, above=on_paper)
    _case(summary)
    what_if.show(summary.pack)
    _highlighted(summary)
    _gaps_and_others(summary)
    with st.container(horizontal=True):
        page_parts.link(screen.TO_SUMMARY, "screens/summary.py", onward=True)
        page_parts.link(screen.TO_CHECK_ANSWERS, "screens/check_answers.py")
        page_parts.start_again()


def _case(summary: Summary) -> None:
    gaps = len(summary.relevant_gaps())
    questions = "; ".join(question.short for question in summary.safety_open)
    open_safety = f'<p class="notice-line"><b>{escape(screen.SAFETY_OPEN.format(questions=questions))}</b> {screen.SAFETY_OPEN_NOTE}</p>'
    st.html(
        f"{page_parts.example(summary)}<p><b>{screen.CASE}</b> {escape(summary.situation)}</p>"
        f'{open_safety if questions else ""}<p class="count">{page_parts.count(summary)} '
        f"{screen.RELEVANT_GAPS.of(gaps) if gaps else ''} {screen.ORDER}</p>"
        f"{page_parts.notices(summary, 'considerations')}"
    )


def _highlighted(summary: Summary) -> None:
    pack, points = summary.pack, summary.in_state(True)
    if not points:
        st.info(NOTHING)
    label = page_parts.claims()
    for theme, items in groupby(points, key=lambda item: item.point.theme):
        cards = "".join(page_parts.card(item, pack) for item in items)
        st.html(label + _section(pack.about.themes[theme], cards))
        label = ""


def _gaps_and_others(summary: Summary) -> None:
    pack, relevant, others = summary.pack, summary.relevant_gaps(), summary.other_gaps()
    need_answer, not_highlighted = summary.in_state(None), summary.in_state(False)
    st.html(_section(COMPARISON, comparison(pack, summary.row_applies)))
    if relevant:
        st.html(_section(screen.NOT_COVERED, html_list(summary.in_short) + _grouped(relevant, pack)))
    if need_answer:
        st.html(_section(screen.NEED_ANSWER.format(number=len(need_answer)), _folded(need_answer, pack)))
    st.html(_section(screen.NOT_HIGHLIGHTED.format(number=len(not_highlighted)), _folded(not_highlighted, pack)))
    if others:
        lines = "".join(disclosure(item.gap.topic, page_parts.gap(item, pack)) for item in others)
        st.html(_section(screen.OTHER_GAPS, lines))


def _section(title: str, content: str) -> str:
    return f'<section><h2 class="theme">{escape(title)}</h2>{content}</section>'


def _grouped(items: Iterable[ExplainedGap], pack: Pack) -> str:
    """Return gaps in full, by group; those that an answer makes relevant come first, under headings of their own."""
    groups = groupby(items, key=lambda item: (item.tied, item.gap.group))
    return "".join(
        f"<h3>{_group_title(pack.gaps.groups[group], from_answer=tied)}</h3>"
        + "".join(page_parts.gap(item, pack) for item in gaps)
        for (tied, group), gaps in groups
    )


def _group_title(group: str, *, from_answer: bool) -> str:
    return escape(screen.GROUP_FROM_ANSWER.format(group=group) if from_answer else group)


def _folded(items: Iterable[Consideration], pack: Pack) -> str:
    """Return points as lines that open: still readable, never hidden."""
    lines = "".join(disclosure(item.point.headline, page_parts.card(item, pack)) for item in items)
    return page_parts.claims(lines) if lines else ""


main(session.in_view())
