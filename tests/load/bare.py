"""
The same widgets with the same words, and nothing else: the most that any app of this shape can serve.

Run it with `streamlit run`; it reads the pack once for its words and knows no rule.
"""

import streamlit as st

from considerations.loading.loader import load
from considerations.pack import Pack, Vignette
from tests.conftest import RULES


@st.cache_resource(show_spinner=False)
def _words() -> tuple[Pack, Vignette]:
    pack = load(RULES / "ketamine-ssri")
    return pack, max(pack.vignettes, key=lambda case: len(case.answers))


def _go(place: str) -> None:
    st.session_state["place"] = place


def _questions(nth: int) -> None:
    step = pack.steps[nth]
    st.title(step.title)
    answered = True
    for question in step.questions:
        # One that is asked after others comes when those above it are answered.
        if question.question in case.answers and (answered or not question.ask_when):
            key = f"q/{question.question}"
            options = [option.text for option in question.options]
            answered = st.radio(question.asks, options, index=None, key=key, persist_state="session") is not None
    last = nth + 1 == len(pack.steps)
    st.button("Back", disabled=nth == 0, on_click=_go, args=(str(nth - 1),))
    st.button("Check answers" if last else "Next", on_click=_go, args=("check" if last else str(nth + 1),))


pack, case = _words()
place = st.session_state.setdefault("place", "start")
if place == "start":
    st.title("Considerations")
    st.button("Start", on_click=_go, args=("0",))
    st.button("See how it works")
    with st.expander("Try an example case"):
        for example in pack.vignettes:
            st.button(example.vignette)
elif place == "check":
    st.title("Check answers")
    for asked in pack.questions:
        if asked.question in case.answers:
            st.button(f"Change {asked.short.lower()}")
    st.button("See the considerations", on_click=_go, args=("considerations",))
elif place == "considerations":
    st.title("Considerations for discussion")
    st.button("Print the summary")
    st.button("Go to the summary", on_click=_go, args=("summary",))
    st.button("Check answers")
elif place == "summary":
    st.title("Summary")
    st.button("Print the summary")
    st.button("Back to the considerations")
else:
    _questions(int(place))
with st.popover("Start again"):
    st.button("Delete all answers")
