"""The summary as a PDF: tagged for screen readers (PDF/UA-1), the same bytes for the same answers, no text read as markup."""

import json
import re
from pathlib import Path

from considerations.explain.summary import StopNotice, Summary
from considerations.render.paper.glyphs import named
from considerations.render.paper.sheet import sheet

_TEMPLATE = Path(__file__).parent / "page.typ"
_NOT_DRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def render(document: Summary | StopNotice, *, large: bool = False) -> bytes:
    """Give the PDF; a character that its fonts cannot draw stands there by its name, in brackets."""
    words = json.dumps(sheet(document), default=_plain, ensure_ascii=False)
    unknown: set[str] = set()
    while True:
        named_words = words.translate({ord(each): named(each) for each in unknown})
        made = _compiled(named_words, "yes" if large else "no")
        if isinstance(made, bytes):
            return made
        unknown |= made


def _compiled(words: str, large: str) -> bytes | set[str]:
    """Give the PDF, or the characters that keep it from being drawn."""
    import typst  # noqa: PLC0415 - so that the app runs without it until a PDF is asked for

    try:
        made = typst.compile(
            _TEMPLATE,
            sys_inputs={"sheet": words, "large": large},
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            timestamp=0,
        )
    except typst.TypstError as error:
        not_drawn = {letter for text in _NOT_DRAWN.findall(error.diagnostic) for letter in _letters(text)}
        if not not_drawn & set(words):
            raise
        return not_drawn
    assert isinstance(made, bytes), "a PDF is one file"
    return made


def _plain(block: object) -> dict[str, object]:
    return {"kind": type(block).__name__.lower(), **vars(block)}


def _letters(text: str) -> str:
    return _CODE.sub(lambda code: chr(int(code[1], 16)), text)
