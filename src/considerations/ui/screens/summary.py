"""Summary: what the clinician takes away, on paper, as a file or as text for the record."""

from html import escape

import streamlit as st

from considerations.explain.summary import Summary
from considerations.fhir import resources
from considerations.pack.words import screen
from considerations.render import text
from considerations.render.paper import pdf
from considerations.ui import page_parts, save_button, session
from considerations.ui.print_button import print_button


def main(summary: Summary) -> None:
    """Offer each form of the summary; say what it is for."""
    page_parts.heading(screen.PAGE_SUMMARY)
    st.write(f"{screen.SUMMARY_COUNT.of(len(summary.in_state(True)))} {screen.SUMMARY_NOTE}")
    large = st.checkbox(screen.LARGE_TYPE, key="large-type")
    on_paper = st.container(horizontal=True)
    with on_paper:
        print_button(summary, screen.PRINT_SUMMARY, large=large)
    _record()
    with st.container(horizontal=True):
        page_parts.link(screen.BACK_TO_CONSIDERATIONS, "screens/considerations.py")
        page_parts.start_again()
    # The rest of the page does not wait for the PDF, the one thing here that takes a while.
    name = _name(summary, "-large.pdf" if large else ".pdf")
    with on_paper:
        save_button.show(
            "files",
            save_button.file(screen.SAVE_PDF, name, "application/pdf", pdf.render(summary, large=large)),
            save_button.file(
                screen.SAVE_FHIR, _name(summary, ".json"), "application/fhir+json", resources.response(summary)
            ),
        )


# Drawn alone, so that a change of the text does not make the PDF again.
@st.fragment
def _record() -> None:
    summary = session.in_view()
    st.html(f'<h2 class="theme">{screen.RECORD}</h2><p>{screen.RECORD_NOTE}</p>')
    ascii_only = st.checkbox(screen.PLAIN_CHARACTERS, key="ascii-only")
    record = text.render(summary, ascii_only=ascii_only)
    save_button.show(
        "record",
        {"label": screen.COPY, "copies": "pre.record"},
        save_button.file(screen.SAVE_TEXT, _name(summary, ".txt"), "text/plain; charset=utf-8", record),
    )
    # In full: a box that scrolls cannot be reached by keyboard in every browser.
    st.html(f'<pre class="record">{escape(record)}</pre>')


def _name(summary: Summary, ending: str) -> str:
    """Return the name of a file, which holds neither an answer nor a date."""
    return f"considerations-{summary.about.version}{ending}"


main(session.in_view())
