"""Summary: what the clinician takes away, on paper, as a file or as text for the record."""

from html import escape

import streamlit as st

from considerations.explain.summary import Summary
from considerations.fhir import resources
from considerations.pack.terms import counted
from considerations.render import text
from considerations.render.paper import pdf
from considerations.ui import page_parts, save_button, session
from considerations.ui.print_button import print_button


def main(summary: Summary) -> None:
    """Offer each form of the summary; say what it is for."""
    page_parts.heading("Summary")
    st.write(
        f"{counted(len(summary.in_state(True)), 'point')} highlighted. Page one is for the conversation, with lines to write on. "
        "From page two on, it says how this came about, with boxes to tick beside a point that does not bear. "
        "The FHIR file holds the answers only."
    )
    large = st.checkbox("Large type, about 14 point, on more pages", key="large-type")
    on_paper = st.container(horizontal=True)
    with on_paper:
        print_button(summary, "Print the summary", large=large)
    _record()
    with st.container(horizontal=True):
        page_parts.link("Back to the considerations", "screens/considerations.py")
        page_parts.start_again()
    # The rest of the page does not wait for the PDF, the one thing here that takes a while.
    name = _name(summary, "-large.pdf" if large else ".pdf")
    with on_paper:
        save_button.show(
            "files",
            save_button.file("Save as PDF", name, "application/pdf", pdf.render(summary, large=large)),
            save_button.file(
                "Save as FHIR", _name(summary, ".json"), "application/fhir+json", resources.response(summary)
            ),
        )


# By itself, so that the PDF is not made anew for a change of the text.
@st.fragment
def _record() -> None:
    summary = session.in_view()
    st.html('<h2 class="theme">Text for the record</h2><p>Plain text, 72 columns wide.</p>')
    ascii_only = st.checkbox("ASCII only, for a record system that garbles quotes and dashes", key="ascii-only")
    made = text.render(summary, ascii_only=ascii_only)
    save_button.show(
        "record",
        {"label": "Copy the text", "copies": "pre.record"},
        save_button.file("Save as text", _name(summary, ".txt"), "text/plain; charset=utf-8", made),
    )
    # In full: a box that scrolls cannot be reached by keyboard in every browser.
    st.html(f'<pre class="record">{escape(made)}</pre>')


def _name(summary: Summary, ending: str) -> str:
    """Return the name of a file, which holds neither an answer nor a date."""
    return f"considerations-{summary.about.version}{ending}"


main(session.in_view())
