"""Check answers: every answer with a way to change it, what is open, and what that would decide."""

from html import escape

import streamlit as st

from considerations.explain.summary import Answered, Summary
from considerations.pack import Pack, Question
from considerations.pack.terms import NOT_ANSWERED, counted
from considerations.render.cards import disclosure
from considerations.render.html_blocks import html_list
from considerations.ui import page_parts, session


def main(summary: Summary) -> None:
    """List the answers by step."""
    page_parts.heading("Check answers")
    if shown := page_parts.notices(summary, "check-answers"):
        st.html(shown)
    unanswered = sum(line.answer == NOT_ANSWERED for line in summary.answers)
    if unanswered:
        st.write(f"{counted(unanswered, 'question')} not answered yet. An open answer is never read as a no.")
    with st.container(key="rows"):
        left = _rows(summary)
    if left:
        st.html(left)
    with st.container(horizontal=True):
        page_parts.link("See the considerations", "screens/considerations.py", onward=True)
        page_parts.start_again()


def _rows(summary: Summary) -> str:
    """Show each answer beside the way to change it; give the markup of those at the end that cannot be changed."""
    lines = {line.question.question: line for line in summary.answers}
    waiting: dict[str, list[str]] = {asked: [] for asked in lines}
    for item in summary.in_state(None):
        for asked in item.needs_answers:
            waiting[asked].append(item.point.headline)
    # A row and its button stand side by side in a grid, so what has no button goes with the row below it.
    above = ""
    for index, step in enumerate(summary.pack.steps):
        above += f'<h2 class="theme">{escape(step.title)}</h2>'
        for question in step.questions:
            above += _row(lines[question.question], waiting[question.question])
            if lines[question.question].asked:
                st.html(above)
                _change(summary.pack, question, index)
                above = ""
    return above


def _row(line: Answered, waiting: list[str]) -> str:
    kind = "answer" if line.option else "answer open"
    decides = disclosure(f"{counted(len(waiting), 'point')} waiting for it", html_list(waiting))
    return (
        f'<div class="row" data-question="{line.question.question}"><p>{escape(line.question.asks)}</p>'
        f'<p class="{kind}">{escape(line.answer)}</p>{decides}</div>'
    )


def _change(pack: Pack, question: Question, index: int) -> None:
    label, key = f"Change {page_parts.plain(question.short.lower())}", f"change-{question.question}"
    st.button(label, key=key, type="tertiary", on_click=session.change, args=(pack, index))


main(session.in_view())
