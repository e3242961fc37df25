"""Questions: a step at a time, nothing preselected, Back and Next lose nothing."""

from html import escape

import streamlit as st

from considerations.engine import is_asked
from considerations.explain.summary import StopNotice, Summary
from considerations.pack import Pack, Step
from considerations.pack.terms import counted
from considerations.ui import browser_tab, page_parts, session
from considerations.ui.question_widget import ask


def main(pack: Pack) -> None:
    """Show the step in view."""
    _step(pack)
    page_parts.start_again()


@st.fragment
def _step(pack: Pack) -> None:
    """Show the step in view: the way to another draws this part anew and no more."""
    index = session.step(pack)
    step = pack.steps[index]
    page_parts.heading(step.title, f"Step {index + 1} of {len(pack.steps)}", above=_progress(pack, index), keeps=False)
    _asked(pack, step)
    _move(pack, index)


@st.fragment
def _asked(pack: Pack, step: Step) -> None:
    """Ask the questions of a step: an answer draws this part anew and no more, unless it brings a stop."""
    reading = session.summary(pack)
    if isinstance(reading, StopNotice):
        st.rerun()
    note = f'<p class="notice-line">{escape(step.note)}</p>' if step.note else ""
    above = browser_tab.keeping() + _count(reading) + note
    for question in step.questions:
        if is_asked(question, reading.assessment.answers):
            ask(pack, question, above)
            above = ""
    if above:
        st.html(above)
    # What stood in the groups before this session began has been taken; from now on they show what was given.
    st.session_state["clicked"] = False


def _progress(pack: Pack, index: int) -> str:
    state = ['class="done"' if nth < index else "" for nth in range(len(pack.steps))]
    state[index] = 'aria-current="step"'
    items = "".join(
        f"<li {state[nth]}><span>{nth + 1}. {escape(step.title)}</span></li>" for nth, step in enumerate(pack.steps)
    )
    return f'<nav class="progress" aria-label="Progress"><ol>{items}</ol></nav>'


def _count(reading: Summary) -> str:
    highlighted, waiting = (len(reading.assessment.points(state)) for state in (True, None))
    return (
        f'<p class="count says">{counted(highlighted, "point")} highlighted so far; '
        f"{counted(waiting, 'point')} waiting for answers.</p>"
    )


def _move(pack: Pack, index: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if session.changing():
            page_parts.link("Back to check answers", "screens/check_answers.py", onward=True)
            return
        # Each step has buttons of its own: a second click on its way would otherwise press those of the next step.
        st.button(
            "Back",
            f"back-from-{index}",
            icon=":material/arrow_back:",
            disabled=index == 0,
            on_click=session.go,
            args=(pack, index - 1),
        )
        if index < len(pack.steps) - 1:
            st.button(
                "Next",
                f"next-from-{index}",
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                on_click=session.go,
                args=(pack, index + 1),
            )
        else:
            page_parts.link("Check answers", "screens/check_answers.py", onward=True)


main(session.in_use())
