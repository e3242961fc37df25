"""What if: another answer tried on the page Considerations, with one click back."""

from html import escape

import streamlit as st

from considerations.engine import assess, is_asked
from considerations.engine.what_if import WhatIf, compare
from considerations.pack import Pack, Question
from considerations.pack.terms import NOT_ANSWERED
from considerations.pack.words import screen
from considerations.render.markup import titled_list
from considerations.ui import page_parts, radio_groups, session
from considerations.ui.question_widget import options


@st.fragment
def show(pack: Pack) -> None:
    """Let the visitor try another answer to any question that is asked, and say what it would change; redrawn apart from the page."""
    if st.session_state.pop("tried-used", False):
        st.rerun()  # the new answers change the page, and a stop may take its place
    expanded = bool(session.tried(pack))
    with st.expander(screen.WHAT_IF, expanded, key="what-if", on_change="rerun") as opened:
        if opened.open:
            _offer(pack)


def _offer(pack: Pack) -> None:
    tried, other = session.tried(pack), assess(pack, session.answers_with_tried(pack))
    st.write(screen.WHAT_IF_NOTE)
    names = [question.question for question in pack.questions if is_asked(question, other.answers)]
    chosen = st.pills(
        screen.WHAT_IF_CHOOSE,
        names,
        key=f"what-if/{pack.about.pack}",
        format_func=lambda name: _named(pack.question(name), other.answers.get(name)),
    )
    if chosen:
        question = pack.question(chosen)
        group = radio_groups.group(f"tried/{session.group_name(pack, question)}", other.answers.get(chosen))
        options(pack, question, group, session.try_answer)
    if tried:
        _changes(compare(assess(pack, session.answers(pack)), other, tried))
        with st.container(horizontal=True):
            st.button(screen.WHAT_IF_CANCEL, type="primary", on_click=session.cancel_tried, args=(pack,))
            st.button(screen.WHAT_IF_USE, on_click=session.use_tried, args=(pack,))


def _named(question: Question, option: str | None) -> str:
    answer = question.label(option) if option else NOT_ANSWERED
    return page_parts.plain(screen.WHAT_IF_ANSWER.format(question=question.short, answer=answer))


def _changes(what_if: WhatIf) -> None:
    if what_if.stop:
        changes = f"<p><b>{screen.WHAT_IF_STOP}</b> {escape(what_if.stop)} {screen.WHAT_IF_STOP_NOTE}</p>"
    elif what_if.then:
        changes = "".join(titled_list(title, items) for title, items in what_if.then.items())
    else:
        changes = f"<p>{screen.WHAT_IF_SAME}</p>"
    tried = titled_list(screen.WHAT_IF_TRIED, what_if.answers)
    st.html(f'<section class="what-if says">{tried}{changes}</section>')
