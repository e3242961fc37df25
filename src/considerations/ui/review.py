"""Let the clinician mark each point that applies; the marks live where the answers live."""

from pathlib import Path

import streamlit as st

from considerations.explain.summary import Summary
from considerations.pack import Pack
from considerations.pack.words import screen
from considerations.ui import browser_tab, session

_SCRIPT = (Path(__file__).parent / "review.js").read_text("utf-8")
_review = st.components.v2.component("review", html="<span hidden></span>", js=_SCRIPT, isolate_styles=False)


# Drawn alone, and without the first view: a mark changes nothing else on the page.
@st.fragment
def fields(pack: Pack, marks: dict[str, str]) -> None:
    """Make the fields for marks in the first view work, and the answers in it, which lead to their questions."""
    name = pack.about.pack

    def take() -> None:
        session.take_marks(pack, st.session_state[f"review/{name}"].get("marks"))

    shown = _review(
        key=f"review/{name}",
        data={"marks": tuple(marks.items()), "keeping": browser_tab.keeping()},
        on_marks_change=take,
        on_change_change=lambda: None,
    )
    question = next((each for each in pack.questions if each.question == shown.change), None)
    if question:
        session.change(pack, next(index for index, step in enumerate(pack.steps) if question in step.questions))
        st.rerun()


def drop_marks(summary: Summary) -> None:
    """Drop the marks of points that apply no longer, and say so."""
    pack = summary.pack
    dropped = [point for point in pack.points if point.point in session.marks(pack).keys() - summary.marks.keys()]
    if dropped:
        session.take_marks(pack, dict(summary.marks))
        headlines = "; ".join(point.headline.rstrip(".") for point in dropped)
        st.info(screen.MARKS_DROPPED.of(len(dropped), headlines=headlines))
