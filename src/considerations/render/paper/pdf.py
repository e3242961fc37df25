"""Write the summary as a PDF: tagged for screen readers (PDF/UA-1), the same bytes for the same answers, no text read as markup."""

import json
import re
from pathlib import Path

from considerations.pack.words.paper import PAGE
from considerations.render.paper.glyphs import named
from considerations.render.paper.sheet import Document, sheet

_TEMPLATE = Path(__file__).parent / "page.typ"
_NOT_DRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def render(document: Document, *, page_one: bool = False, large: bool = False) -> bytes:
    """Write the PDF; `page_one` leaves out the pages after it. A character that its fonts cannot draw is replaced by its name in brackets."""
    import typst  # noqa: PLC0415 - so that the app runs without it until a PDF is asked for

    set_out = sheet(document, page_one=page_one)
    parts, notice = list(set_out.parts.values()), "notice" in set_out.parts
    words = json.dumps(
        vars(set_out) | {"numbering": PAGE, "notice": notice, "parts": parts},
        default=lambda block: {"kind": type(block).__name__.lower(), **vars(block)},
        ensure_ascii=False,
    )
    while True:
        try:
            pdf = typst.compile(
                _TEMPLATE,
                sys_inputs={"sheet": words, "large": "yes" if large else "no"},
                format="pdf",
                pdf_standards=["ua-1"],
                ignore_system_fonts=True,
                timestamp=0,
            )
        except typst.TypstError as error:
            shown = "".join(_NOT_DRAWN.findall(error.diagnostic))
            not_drawn = set(_CODE.sub(lambda code: chr(int(code[1], 16)), shown)) & set(words)
            if not not_drawn:
                raise
            words = words.translate({ord(letter): named(letter) for letter in not_drawn})
        else:
            assert isinstance(pdf, bytes), "a PDF is one file"
            return pdf
