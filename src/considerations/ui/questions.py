"""Questions: a step at a time, nothing preselected, Back and Next lose nothing."""

from html import escape

import streamlit as st

from considerations.engine import is_asked, settle
from considerations.pack import Pack, Question
from considerations.summary import Notice, Summary
from considerations.ui import parts, session, stop


def main(pack: Pack) -> None:
    """Show the step in view, or beside a stop the step on which it hangs."""
    reading = session.reading(pack)
    stopped = isinstance(reading, Notice)
    if stopped and session.step() != stop.step_of_stops(pack):
        session.go(stop.step_of_stops(pack))
    index = session.step()
    step = pack.steps[index]
    if not stopped:
        _progress(pack, index)
    parts.heading(
        step.title, f"questions/{index}{'/stop' if stopped else ''}", f"Step {index + 1} of {len(pack.steps)}"
    )
    if isinstance(reading, Notice):
        stop.panel(reading)
        st.html("<p>Only these questions stay open meanwhile. An answer given by mistake can be changed.</p>")
    else:
        _count(reading)
    if step.note:
        st.html(f'<p class="notice-line">{escape(step.note)}</p>')
    answers = settle(pack, session.given(pack))
    for question in step.questions:
        if is_asked(question, answers):
            _ask(pack, question)
    if not stopped:
        _move(index, len(pack.steps) - 1)
    parts.start_again()


def _ask(pack: Pack, question: Question) -> None:
    texts = {option.option: option.text for option in question.options}
    with st.container(border=True, key=f"question-{question.question}", gap="small"):
        st.html(
            f'<h2 class="asks">{escape(question.asks)}</h2><p class="hint"><b>Why asked:</b> {escape(question.why)}</p>'
            f'<p class="hint"><b>What counts:</b> {escape(question.counts)}</p>'
        )
        st.radio(
            question.asks,
            list(texts),
            index=None,
            key=session.key(pack, question),
            format_func=texts.__getitem__,
            label_visibility="collapsed",
            persist_state="session",
            width="stretch",
        )


def _progress(pack: Pack, index: int) -> None:
    state = ['class="done"' if nth < index else "" for nth in range(len(pack.steps))]
    state[index] = 'aria-current="step"'
    items = "".join(f"<li {state[nth]}>{nth + 1}. {escape(step.title)}</li>" for nth, step in enumerate(pack.steps))
    st.html(f'<nav class="progress" aria-label="Progress"><ol>{items}</ol></nav>')


def _count(reading: Summary) -> None:
    highlighted, waiting = len(reading.within(True)), len(reading.within(None))
    st.html(
        f'<p class="count" role="status">{parts.counted(highlighted)} highlighted so far; '
        f"{parts.counted(waiting)} waiting for answers.</p>"
    )


def _move(index: int, last: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if session.changing():
            if st.button("Back to check answers", type="primary"):
                session.go(index)
                st.switch_page("check.py")
            return
        st.button("Back", icon=":material/arrow_back:", disabled=index == 0, on_click=session.go, args=(index - 1,))
        if index < last:
            st.button("Next", type="primary", on_click=session.go, args=(index + 1,))
        elif st.button("Check answers", type="primary"):
            st.switch_page("check.py")


found = session.pack()
assert found is not None, "main.py runs no page without a pack"
main(found)
