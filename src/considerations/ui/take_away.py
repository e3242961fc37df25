"""Summary: what the clinician takes away, on paper or as text for the record."""

import streamlit as st

from considerations.render import text
from considerations.summary import Summary
from considerations.terms import counted
from considerations.ui import parts, session
from considerations.ui.printing import print_button


def main(summary: Summary) -> None:
    """Offer the print and the text; say what each is for."""
    parts.heading("Summary", "summary")
    st.write(
        f"{counted(len(summary.within(True)), 'point')} highlighted. Page one is for the conversation, with lines to write on. "
        "From page two on, it says how this came about."
    )
    print_button(summary, "Print the summary")
    st.html(
        '<h2 class="theme">Text for the record</h2><p>Plain text, 72 columns wide. The button at its top right copies it.</p>'
    )
    st.code(text.render(summary), language=None, wrap_lines=True, height=420)
    with st.container(horizontal=True):
        if st.button("Back to the considerations"):
            st.switch_page("considerations.py")
        parts.start_again()


main(session.in_view()[1])
