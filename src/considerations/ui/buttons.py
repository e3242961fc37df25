"""
Print a document, save a file, copy a text: all from the page itself.

A document is printed alone: it is in a shadow root under `<body>`, and everything else is hidden while it prints. No click on a
button that saves or copies asks the server, which may be gone and keeps no file.
"""

from base64 import b64encode
from pathlib import Path

import streamlit as st

from considerations.explain.summary import StopNotice, Summary
from considerations.pack.words import screen
from considerations.render.paper import html
from considerations.render.paper.sheet import sheet

Button = dict[str, str]

_HERE = Path(__file__).parent
BUTTONS = (_HERE / "buttons.css").read_text("utf-8")
_print = st.components.v2.component(
    "print_document",
    html='<button type="button" class="main"></button><p role="status"></p>',
    css=BUTTONS,
    js=(_HERE / "print.js").read_text("utf-8"),
)
_buttons = st.components.v2.component(
    "saving",
    html='<div class="buttons"></div><p role="status"></p>',
    css=BUTTONS,
    js=(_HERE / "save.js").read_text("utf-8"),
)
_preview = st.components.v2.component(
    "preview",
    html='<section class="preview"></section>',
    css=".preview { background: #fff; border: 1px solid var(--st-border-color); max-width: 196mm; overflow-x: auto; }",
    js=(_HERE / "preview.js").read_text("utf-8"),
)


def preview(summary: Summary | StopNotice, *, large: bool = False) -> None:
    """Show page one as it prints."""
    page = html.fragment(summary, page_one=True, large=large)
    _preview(key="preview", data={"page": f"<style>{html.CSS}</style>{page}", "label": screen.PREVIEW})


def print_button(document: Summary | StopNotice, label: str, *, page_one: bool = False, large: bool = False) -> None:
    """Show a button that opens the browser's print dialog with this document, in its usual or in large type."""
    refused = [screen.NOT_PRINTED, *([screen.NOT_PRINTED_PDF] if isinstance(document, Summary) else [])]
    set_out = sheet(document, page_one=page_one)
    data = {
        "html": html.fragment(set_out, large=large),
        "css": html.CSS,
        "pageCss": html.page_css(set_out, large=large),
        "title": set_out.title,
        "label": label,
        "refused": " ".join(refused),
    }
    _print(key="print", data=data, width="content", height="content")


def file(label: str, name: str, kind: str, content: bytes | str) -> Button:
    """Return a button that saves a file of this name and media type."""
    data = content.encode() if isinstance(content, str) else content
    return {"label": label, "name": name, "kind": kind, "content": b64encode(data).decode()}


def show(key: str, *buttons: Button) -> None:
    """Show buttons in a row, of files or of what they copy, and the result of a click below them."""
    data = {"buttons": buttons, "saved": screen.SAVED, "copied": screen.COPIED, "refused": screen.NOT_COPIED}
    _buttons(key=key, data=data, width="content", height="content")
