"""Summary: what the clinician takes away, on paper, as a file or as text for the record."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from considerations.render import fhir, pdf, text
from considerations.summary import Summary
from considerations.terms import counted
from considerations.ui import parts, session
from considerations.ui.printing import print_button


def main(summary: Summary) -> None:
    """Offer each form of the summary; say what it is for."""
    parts.heading("Summary")
    st.write(
        f"{counted(len(summary.within(True)), 'point')} highlighted. Page one is for the conversation, with lines to write on. "
        "From page two on, it says how this came about, with boxes to tick beside a point that does not bear. "
        "The FHIR file holds the answers only."
    )
    large = st.checkbox("Large type, about 14 point, on more pages", key="large-type")
    with st.container(horizontal=True):
        print_button(summary, "Print the summary", large=large)
        _save(summary, "Save as PDF", "pdf", "application/pdf", partial(pdf.render, large=large))
        _save(summary, "Save as FHIR", "json", "application/fhir+json", fhir.response)
    _record(summary)
    with st.container(horizontal=True):
        parts.link("Back to the considerations", "points.py")
        parts.start_again()


def _record(summary: Summary) -> None:
    st.html(
        '<h2 class="theme">Text for the record</h2><p>Plain text, 72 columns wide. The button at its top right copies it.</p>'
    )
    ascii_only = st.checkbox("ASCII only, for a record system that garbles quotes and dashes", key="ascii-only")
    render = partial(text.render, ascii_only=ascii_only)
    _save(summary, "Save as text", "txt", "text/plain; charset=utf-8", render)
    # In full: a box that scrolls cannot be reached by keyboard in every browser.
    st.code(render(summary), language=None, wrap_lines=True)


def _save(summary: Summary, label: str, ending: str, kind: str, render: Callable[[Summary], bytes | str]) -> None:
    """Offer a file, made only when it is asked for; its name holds neither an answer nor a date."""
    name = f"considerations-{summary.about.version}.{ending}"
    # Streamlit holds what makes it as long as the page stands: the answers, and none of the words derived from them.
    make = partial(_anew, render, replace(summary))
    if st.download_button(label, make, name, kind, key=f"save-{ending}"):
        _let_go()


def _anew(render: Callable[[Summary], bytes | str], summary: Summary) -> bytes | str:
    return render(replace(summary))


@st.fragment(run_every=10)
def _let_go() -> None:
    """Run again soon: Streamlit lets go of a file that was fetched only at the end of a later run."""


main(session.in_view())
