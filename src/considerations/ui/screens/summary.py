"""Summary: what the clinician takes away, on paper, as a file or as a note for the record."""

from html import escape

import streamlit as st

from considerations.explain.summary import Summary
from considerations.fhir import resources
from considerations.pack.words import screen
from considerations.render import note, text
from considerations.render.paper import pdf
from considerations.ui import buttons, page_parts, session


def main(summary: Summary) -> None:
    """Show page one as it prints, and offer each form of the summary."""
    page_parts.heading(screen.PAGE_SUMMARY)
    st.write(f"{screen.SUMMARY_COUNT.of(len(summary.in_state(True)))} {screen.SUMMARY_NOTE}")
    what = st.radio(screen.WHAT, [screen.PAGE_ONE, screen.EVERYTHING], horizontal=True, key="what")
    large = st.checkbox(screen.LARGE_TYPE, key="large-type")
    page_one = what == screen.PAGE_ONE
    on_paper = st.container(horizontal=True)
    with on_paper:
        buttons.print_button(summary, screen.PRINT_SUMMARY, page_one=page_one, large=large)
    buttons.preview(summary, large=large)
    _record()
    with st.container(horizontal=True):
        page_parts.link(screen.BACK_TO_CONSIDERATIONS, "screens/considerations.py")
        page_parts.start_again()
    # The rest of the page does not wait for the PDF, the one thing here that takes a while.
    name = _name(summary, f"{'-page-one' if page_one else ''}{'-large' if large else ''}.pdf")
    made = pdf.render(summary, page_one=page_one, large=large)
    with on_paper:
        buttons.show(
            "files",
            buttons.file(screen.SAVE_PDF, name, "application/pdf", made),
            buttons.file(
                screen.SAVE_FHIR, _name(summary, ".json"), "application/fhir+json", resources.response(summary)
            ),
        )


# Drawn alone, so that a change of the text does not make the PDF again.
@st.fragment
def _record() -> None:
    summary = session.in_view()
    st.html(f'<h2 class="theme">{screen.RECORD}</h2><p>{screen.RECORD_NOTE}</p>')
    length = st.radio(screen.LENGTH, [screen.SHORT_NOTE, screen.FULL_TEXT], horizontal=True, key="length")
    ascii_only = st.checkbox(screen.PLAIN_CHARACTERS, key="ascii-only")
    short = length == screen.SHORT_NOTE
    record = (note if short else text).render(summary, ascii_only=ascii_only)
    buttons.show(
        "record",
        {"label": screen.COPY, "copies": "pre.record"},
        buttons.file(
            screen.SAVE_TEXT, _name(summary, f"{'-note' if short else ''}.txt"), "text/plain; charset=utf-8", record
        ),
    )
    # In full: a box that scrolls cannot be reached by keyboard in every browser.
    st.html(f'<pre class="record">{escape(record)}</pre>')


def _name(summary: Summary, ending: str) -> str:
    """Return the name of a file, which holds neither an answer nor a date."""
    return f"considerations-{summary.about.version}{ending}"


main(session.in_view())
