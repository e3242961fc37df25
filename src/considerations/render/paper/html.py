"""Write the summary as a page that a browser prints, in its usual or in large type."""

from html import escape
from pathlib import Path

from considerations.render.markup import to_html
from considerations.render.paper.sheet import Document, sheet
from considerations.render.stylesheet import PAGE_NUMBER

CSS = (Path(__file__).parent / "page.css").read_text("utf-8")


def render(document: Document, *, page_one: bool = False, large: bool = False) -> str:
    """Write a whole document that needs nothing else; `page_one` leaves out the pages after it."""
    set_out = sheet(document, page_one=page_one)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(set_out.title)}</title>'
        f"<style>{page_css(set_out, large=large)}{CSS}</style></head>\n<body>\n<main>{fragment(set_out, large=large)}</main>\n</body></html>\n"
    )


def fragment(document: Document, *, page_one: bool = False, large: bool = False) -> str:
    """Write the page without its document, to be styled by `CSS`."""
    sections = "".join(
        f'<section class="{kind}">{"".join(map(to_html, part))}</section>'
        for kind, part in sheet(document, page_one=page_one).parts.items()
    )
    return f'<div class="sheet{" large" if large else ""}">{sections}</div>'


def page_css(document: Document, *, large: bool = False) -> str:
    """Return the rules for the margins of every page, which work only in a document's own style sheet."""
    set_out = sheet(document, page_one=True)
    above, below = _quoted(set_out.above), _quoted(set_out.below)
    return (
        f"@page {{ margin: 13mm 13mm 12mm; font: {9 if large else 7.5}pt 'Liberation Sans', Arial, 'Helvetica Neue', sans-serif; color: #333; }}\n"
        f"@page {{ @top-left {{ content: {above}; }} @bottom-left {{ content: {below}; }} "
        f"@bottom-right {{ content: {PAGE_NUMBER}; }} }}\n"
        f":root {{ --above: {above}; --below: {below}; }}\n"
    )


def _quoted(text: str) -> str:
    r"""
    Quote a text for a style sheet, with nothing in it that could end the string or the sheet.

    >>> print(_quoted('"</style>'))
    "\22 \3c \2f style\3e "
    """
    return '"' + "".join(each if each.isalnum() or each in " .,:;" else f"\\{ord(each):x} " for each in text) + '"'
