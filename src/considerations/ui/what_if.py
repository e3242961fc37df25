"""What if: a look at other answers on the page of considerations, with one click back."""

from html import escape

import streamlit as st

from considerations.engine import assess, is_asked
from considerations.engine.what_if import WhatIf, compare
from considerations.pack import Pack, Question
from considerations.pack.terms import NOT_ANSWERED
from considerations.render.cards import titled_list
from considerations.ui import radio_groups, session
from considerations.ui.page_parts import plain
from considerations.ui.question_widget import options


@st.fragment
def show(pack: Pack) -> None:
    """Offer every answer that is asked for to be tried at otherwise, and say what that would change; drawn apart from the page."""
    if st.session_state.pop("kept", False):
        st.rerun()  # what was kept changes the page, and a stop may take its place
    expanded = bool(session.tried(pack))
    with st.expander("What if an answer were different?", expanded, key="what-if", on_change="rerun") as opened:
        if opened.open:
            _offer(pack)


def _offer(pack: Pack) -> None:
    tried, other = session.tried(pack), assess(pack, session.answers_with_tried(pack))
    st.write("A look only. The answers given stay as they are, on this page and on paper.")
    names = [question.question for question in pack.questions if is_asked(question, other.answers)]
    chosen = st.pills(
        "Answer to look at otherwise",
        names,
        key=f"what-if/{pack.about.pack}",
        format_func=lambda name: _named(pack.question(name), other.answers.get(name)),
    )
    if chosen:
        question = pack.question(chosen)
        key = radio_groups.group(f"tried/{session.name(pack, question)}", other.answers.get(chosen))
        options(pack, question, key, session.try_answer)
    if tried:
        _seen(compare(assess(pack, session.answers(pack)), other, tried))
        with st.container(horizontal=True):
            st.button("Back to the answers given", type="primary", on_click=session.cancel_tried, args=(pack,))
            st.button("Keep what is tried at", on_click=session.use_tried, args=(pack,))


def _named(question: Question, option: str | None) -> str:
    return plain(f"{question.short}: {question.label(option) if option else NOT_ANSWERED}")


def _seen(found: WhatIf) -> None:
    if found.stop:
        said = f"<p><b>This answer brings a stop.</b> {escape(found.stop)} If it is so, keep it; a stop then takes the place of this page.</p>"
    elif found.then:
        said = "".join(titled_list(title, items) for title, items in found.then.items())
    else:
        said = "<p>No point or gap would change its place.</p>"
    st.html(f'<section class="look says">{titled_list("Looked at", found.answers)}{said}</section>')
