"""Check answers: every answer with a way to change it, what is unanswered, and which points depend on that."""

from html import escape

import streamlit as st

from considerations.explain.summary import Answered, Summary
from considerations.pack.terms import NOT_ANSWERED
from considerations.pack.words import screen
from considerations.render.markup import disclosure, html_list
from considerations.ui import page_parts, session


def main(summary: Summary) -> None:
    """List the answers by step."""
    page_parts.heading(screen.PAGE_CHECK_ANSWERS)
    if notices := page_parts.notices(summary, "check-answers"):
        st.html(notices)
    unanswered = sum(line.answer == NOT_ANSWERED for line in summary.answers)
    if unanswered:
        st.write(f"{screen.NOT_ANSWERED_YET.of(unanswered)} {screen.UNANSWERED_IS_NOT_NO}")
    with st.container(key="rows"):
        last_rows = _rows(summary)
    if last_rows:
        st.html(last_rows)
    with st.container(horizontal=True):
        page_parts.link(screen.TO_CONSIDERATIONS, "screens/considerations.py", onward=True)
        page_parts.start_again()


def _rows(summary: Summary) -> str:
    """Show each answer beside its button to change it; return the markup of those at the end that cannot be changed."""
    lines = {line.question.question: line for line in summary.answers}
    claims: dict[str, list[str]] = {asked: [] for asked in lines}
    for item in summary.in_state(None):
        for asked in item.needs_answers:
            claims[asked].append(item.point.headline)
    # A row and its button stand side by side in a grid, so what has no button goes with the row below it.
    rows = ""
    for index, step in enumerate(summary.pack.steps):
        rows += f'<h2 class="theme">{escape(step.title)}</h2>'
        for question in step.questions:
            rows += _row(lines[question.question], claims[question.question])
            if lines[question.question].asked:
                st.html(rows)
                label = page_parts.plain(screen.CHANGE.format(question=question.short.lower()))
                key, turn = f"change-{question.question}", (summary.pack, index)
                st.button(label, key=key, type="tertiary", on_click=session.change, args=turn)
                rows = ""
    return rows


def _row(line: Answered, claims: list[str]) -> str:
    kind = "answer" if line.option else "answer open"
    points = page_parts.claims(html_list(claims))
    return (
        f'<div class="row" data-question="{line.question.question}"><p>{escape(line.question.asks)}</p>'
        f'<p class="{kind}">{escape(line.answer)}</p>{disclosure(screen.NEED_THIS_ANSWER.of(len(claims)), points)}</div>'
    )


main(session.in_view())
