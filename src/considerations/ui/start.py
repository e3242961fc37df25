"""Start: what this is for, for whom, and what it is not for."""

from html import escape

import streamlit as st

from considerations.render.pieces import listed
from considerations.terms import counted, source_line
from considerations.ui import parts, session, tab

pack, _ = session.in_view()
about = pack.about

parts.heading("Considerations", "start")
st.write("Which points of one article bear on a situation you describe, and why.")

titles = {name: f"{each.about.title} ({name} {each.about.version})" for name, each in session.packs().items() if each}
if len(titles) > 1:
    st.radio("Questionnaire", list(titles), key="pack", format_func=titles.__getitem__, persist_state="session")
for name, each in session.packs().items():
    if not each:
        st.warning(f"“{name}” is not available: its rules did not pass their checks.")

st.html(
    f"<section class='plain'><p>{escape(about.intended_use)}</p>"
    f"<p><b>For:</b> {escape(about.intended_user)}.</p>"
    f"<p><b>Not for:</b></p>{listed(about.not_for)}"
    f"<p class='notice-line'>{escape(source_line(about))}</p>"
    f"<p>{counted(len(pack.questions), 'question')} in {counted(len(pack.steps), 'step')}, about two minutes. "
    "Any question may be left open. No name, date or free text is asked for.</p>"
    f"<p>{escape(tab.KEEPS)}</p>"
    "<p>Fixed if-then rules decide what is highlighted. There are no statistics and no learning, nothing is ranked, and a "
    "missing answer is never read as a no.</p></section>"
)
with st.container(horizontal=True):
    if st.button("Go to the questions", type="primary"):
        session.go(pack, session.step(pack))
        st.switch_page("questions.py")
    if st.button("See how it works"):
        st.switch_page("how.py")

with st.expander("Worked examples"):
    st.write("Each opens one invented situation with all that is highlighted. It replaces the answers given so far.")
    for example in pack.vignettes:
        if st.button(example.vignette, key=f"example-{example.vignette}", type="tertiary"):
            session.load_example(pack, example)
            st.switch_page("considerations.py")
