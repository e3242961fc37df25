"""Style cards, tables and the book, on the screen and as one file, by our own classes."""

from pathlib import Path

from considerations.pack.words.paper import PAGE

# The number of a page, as the content of a margin box.
PAGE_NUMBER = '"{}"'.format(PAGE.format(page='" counter(page) "', pages='" counter(pages) "'))

_HERE = Path(__file__).parent
CARDS = (_HERE / "cards.css").read_text("utf-8")
PARTS = (_HERE / "book" / "book.css").read_text("utf-8")
_ALONE = (_HERE / "book" / "alone.css").read_text("utf-8").replace("PAGE_NUMBER", PAGE_NUMBER)
BOOK = "\n" + _ALONE.replace("/* cards.css and book.css */", f"\n{CARDS}\n{PARTS}")
