"""Questions: a step at a time, nothing preselected, Back and Next lose nothing."""

from html import escape

import streamlit as st

from considerations.engine import is_asked
from considerations.explain.summary import StopNotice
from considerations.pack import Pack, Step
from considerations.pack.words import screen
from considerations.ui import browser_tab, page_parts, session
from considerations.ui.question_widget import ask


def main(pack: Pack) -> None:
    """Show the step in view."""
    _step(pack)
    page_parts.start_again()


@st.fragment
def _step(pack: Pack) -> None:
    """Show the step in view; the way to another step redraws this part alone."""
    index = session.step(pack)
    step = pack.steps[index]
    over = screen.STEP.format(number=index + 1, steps=len(pack.steps))
    page_parts.heading(step.title, over, above=_progress(pack, index), keeps=False)
    _asked(pack, step)
    _move(pack, index)


@st.fragment
def _asked(pack: Pack, step: Step) -> None:
    """Ask the questions of a step; an answer redraws this part alone, unless it brings a stop."""
    summary = session.summary(pack)
    if isinstance(summary, StopNotice):
        st.rerun()
    note = f'<p class="notice-line">{escape(step.note)}</p>' if step.note else ""
    above = browser_tab.keeping() + f'<p class="count says">{page_parts.count(summary)}</p>' + note
    for question in step.questions:
        if is_asked(question, summary.assessment.answers):
            ask(pack, question, above)
            above = ""
    if above:
        st.html(above)


def _progress(pack: Pack, index: int) -> str:
    states = ['class="done"' if other < index else "" for other in range(len(pack.steps))]
    states[index] = 'aria-current="step"'
    items = "".join(
        f"<li {state}><span>{escape(screen.PROGRESS_STEP.format(number=number, title=step.title))}</span></li>"
        for number, (state, step) in enumerate(zip(states, pack.steps, strict=True), 1)
    )
    return f'<nav class="progress" aria-label="{screen.PROGRESS}"><ol>{items}</ol></nav>'


def _move(pack: Pack, index: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if session.changing():
            page_parts.link(screen.BACK_TO_CHECK_ANSWERS, "screens/check_answers.py", onward=True)
            return
        # Each step has buttons of its own: a second click on its way would otherwise press those of the next step.
        st.button(
            screen.BACK,
            f"back-from-{index}",
            icon=":material/arrow_back:",
            disabled=index == 0,
            on_click=session.go,
            args=(pack, index - 1),
        )
        page_parts.link(screen.SO_FAR, "screens/considerations.py")
        if index < len(pack.steps) - 1:
            st.button(
                screen.NEXT,
                f"next-from-{index}",
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                on_click=session.go,
                args=(pack, index + 1),
            )
        else:
            page_parts.link(screen.TO_CHECK_ANSWERS, "screens/check_answers.py", onward=True)


main(session.in_use())
