"""Questions: a step at a time, nothing preselected, Back and Next lose nothing."""

from html import escape

import streamlit as st

from considerations.pack import Pack
from considerations.summary import Summary
from considerations.terms import counted
from considerations.ui import parts, session
from considerations.ui.asking import ask


def main(pack: Pack, reading: Summary) -> None:
    """Show the step in view."""
    index = session.step(pack)
    step = pack.steps[index]
    _progress(pack, index)
    parts.heading(step.title, f"questions/{index}", f"Step {index + 1} of {len(pack.steps)}")
    _count(reading)
    if step.note:
        st.html(f'<p class="notice-line">{escape(step.note)}</p>')
    for line in reading.answers:
        if line.asked and line.question in step.questions:
            ask(pack, line.question)
    _move(pack, index)
    parts.start_again()


def _progress(pack: Pack, index: int) -> None:
    state = ['class="done"' if nth < index else "" for nth in range(len(pack.steps))]
    state[index] = 'aria-current="step"'
    items = "".join(f"<li {state[nth]}>{nth + 1}. {escape(step.title)}</li>" for nth, step in enumerate(pack.steps))
    st.html(f'<nav class="progress" aria-label="Progress"><ol>{items}</ol></nav>')


def _count(reading: Summary) -> None:
    highlighted, waiting = (len(reading.assessment.points(state)) for state in (True, None))
    st.html(
        f'<p class="count" role="status">{counted(highlighted, "point")} highlighted so far; '
        f"{counted(waiting, 'point')} waiting for answers.</p>"
    )


def _move(pack: Pack, index: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if session.changing():
            if st.button("Back to check answers", type="primary"):
                session.go(pack, index)
                st.switch_page("check.py")
            return
        st.button(
            "Back", icon=":material/arrow_back:", disabled=index == 0, on_click=session.go, args=(pack, index - 1)
        )
        if index < len(pack.steps) - 1:
            st.button("Next", type="primary", on_click=session.go, args=(pack, index + 1))
        elif st.button("Check answers", type="primary"):
            st.switch_page("check.py")


main(*session.in_view())
