"""A question on the screen: what is asked, why, what counts, and one radio group with nothing preselected."""

from html import escape

import streamlit as st

from considerations.pack import Pack, Question
from considerations.ui import session


def ask(pack: Pack, question: Question, above: str = "") -> None:
    """Show a question, with any markup above it; its answer lives in the session."""
    texts = {option.option: option.text for option in question.options}
    st.html(
        f'{above}<h2 class="asks">{escape(question.asks)}</h2><p class="hint"><b>Why asked:</b> {escape(question.why)}</p>'
        f'<p class="hint"><b>What counts:</b> {escape(question.counts)}</p>'
    )
    chosen = st.radio(
        question.asks,
        list(texts),
        index=None,
        key=session.show_answer(pack, question),
        format_func=texts.__getitem__,
        on_change=session.take_answer,
        args=(pack, question),
        label_visibility="collapsed",
        width="stretch",
    )
    if chosen and chosen != session.given(pack).get(question.question):
        session.take_answer(pack, question)
        st.rerun()
