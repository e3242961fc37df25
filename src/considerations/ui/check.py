"""Check answers: every answer with a way to change it, what is open, and what that would decide."""

from html import escape

import streamlit as st

from considerations.pack import Pack
from considerations.render.pieces import listed
from considerations.summary import Answered, Summary
from considerations.terms import NOT_ANSWERED, counted
from considerations.ui import parts, session


def main(pack: Pack, summary: Summary) -> None:
    """List the answers by step."""
    parts.heading("Check answers")
    lines = {line.question.question: line for line in summary.answers}
    unanswered = sum(line.answer == NOT_ANSWERED for line in summary.answers)
    if unanswered:
        st.write(f"{counted(unanswered, 'question')} not answered yet. An open answer is never read as a no.")
    waiting: dict[str, list[str]] = {asked: [] for asked in lines}
    for item in summary.within(None):
        for asked in item.waits:
            waiting[asked].append(item.point.headline)
    for index, step in enumerate(pack.steps):
        st.html(f'<h2 class="theme">{escape(step.title)}</h2>')
        for question in step.questions:
            _row(lines[question.question], pack, waiting[question.question], index)
    with st.container(horizontal=True):
        parts.link("See the considerations", "points.py", onward=True)
        parts.start_again()


def _row(line: Answered, pack: Pack, waiting: list[str], index: int) -> None:
    asked = line.question
    with st.container(
        key=f"row-{asked.question}", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        kind = "answer" if line.option else "answer open"
        st.html(
            f'<div class="row"><p>{escape(asked.asks)}</p><p class="{kind}">{escape(line.answer)}</p>{_decides(waiting)}</div>'
        )
        if line.asked:
            change, key = f"Change {asked.short.lower()}", f"change-{asked.question}"
            st.button(change, key=key, type="tertiary", on_click=session.change, args=(pack, index))


def _decides(waiting: list[str]) -> str:
    """Say which points wait for an open answer."""
    if not waiting:
        return ""
    return f"<details><summary>{counted(len(waiting), 'point')} waiting for it</summary>{listed(waiting)}</details>"


main(*session.in_view())
