"""The first view of Considerations with its fields for marks, and nothing else; run it with `streamlit run`."""

from pathlib import Path

import streamlit as st

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.ui import overview, review, style
from tests.conftest import RULES

_SCRIPT = (Path(review.__file__).parent / "review.js").read_text("utf-8")
_review = st.components.v2.component(
    "bare_review", html="<span hidden></span>", css=style.CSS, js=_SCRIPT, isolate_styles=False
)


@st.cache_resource(show_spinner=False)
def _markup() -> str:
    pack = load(RULES / "ketamine-ssri")
    case = max(pack.vignettes, key=lambda case: len(case.highlights))
    summary = summarise(pack, case.answers, case.vignette)
    assert isinstance(summary, Summary), "a case with many points has no stop"
    return overview.markup(summary)


@st.fragment
def _fields() -> None:
    _review(
        key="review", data={"marks": (), "keeping": ""}, on_marks_change=lambda: None, on_change_change=lambda: None
    )


st.title("Considerations for discussion")
st.html(_markup())
_fields()
