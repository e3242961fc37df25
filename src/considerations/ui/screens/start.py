"""Start: what this is for, for whom, and what it is not for."""

from html import escape

import streamlit as st

from considerations.pack.terms import counted, source_line
from considerations.render.html_blocks import html_list
from considerations.ui import browser_tab, page_parts, server_cache, session

pack = session.in_use()
about = pack.about

page_parts.heading("Considerations")

titles = {
    name: page_parts.plain(f"{each.about.title} ({name} {each.about.version})")
    for name, each in server_cache.packs().items()
    if each
}
if len(titles) > 1:
    st.radio("Questionnaire", list(titles), key="pack", format_func=titles.__getitem__, persist_state="session")
for name, each in server_cache.packs().items():
    if not each:
        st.warning(f"“{page_parts.plain(name)}” is not available: its rules did not pass their checks.")

st.html(
    "<p class='lead'>Which points of one article bear on a situation you describe, and why.</p>"
    f"<section class='plain'><p>{escape(about.intended_use)}</p>"
    f"<h2>Who it is for</h2><p>{escape(about.intended_user)}.</p>"
    f"<h2>What it is not for</h2>{html_list(about.not_for)}"
    f"<p class='notice-line'>{escape(source_line(about))}</p>"
    f"<h2>Before you begin</h2><p>{counted(len(pack.questions), 'question')} in {counted(len(pack.steps), 'step')}, about two minutes. "
    "Any question may be left open. No name, date or free text is asked for.</p>"
    f"<p>{escape(browser_tab.KEEPS)}</p>"
    "<p>Fixed if-then rules decide what is highlighted. There are no statistics and no learning, nothing is ranked, and a "
    "missing answer is never read as a no.</p></section>"
)
with st.container(horizontal=True):
    page_parts.link("Go to the questions", "screens/questions.py", onward=True)
    page_parts.link("See how it works", "screens/how_it_works.py")


# Drawn when it is opened: they are as many elements as all the rest, and few visitors want them.
with st.expander("Worked examples", key="examples", on_change="rerun") as examples:
    if examples.open:
        st.write(
            "Each opens one invented situation with all that is highlighted. It replaces the answers given so far."
        )
        with st.container(gap=None):
            for example in pack.vignettes:
                key = f"example-{example.vignette}"
                st.button(
                    page_parts.plain(example.vignette),
                    key=key,
                    type="tertiary",
                    on_click=session.load_example,
                    args=(pack, example),
                )
