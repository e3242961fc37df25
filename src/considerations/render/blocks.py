"""
What paper is made of: blocks in reading order, which the page and the PDF draw alike.

A block holds words and no markup.
"""

from typing import NamedTuple


class Strong(NamedTuple):
    """Words that stand out."""

    text: str


class Soft(NamedTuple):
    """Words that stand back."""

    text: str


class Link(NamedTuple):
    """Words that lead to an address."""

    text: str
    address: str


Words = tuple[str | Strong | Soft | Link, ...]


class Heading(NamedTuple):
    """A heading; its level is at most one below that of the heading before it."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; `tone` is `small`, `source` (set apart) or nothing."""

    words: Words
    tone: str = ""


class Listing(NamedTuple):
    """A list, numbered or not, set in columns where the paper is wide enough."""

    entries: tuple[Words, ...]
    numbered: bool = False
    columns: int = 1


class Choice(NamedTuple):
    """Boxes to tick with a pen."""

    asks: str
    options: tuple[str, ...]


class Cell(NamedTuple):
    """A cell of a table; `open` where it says that nothing is said."""

    says: str
    cites: tuple[str, ...] = ()
    open: bool = False


class Row(NamedTuple):
    """A row of a table; `mark` says in words why it is marked."""

    title: str
    mark: str
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """A table with a row of heads; each row has a title in its first column."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


class Lines(NamedTuple):
    """Ruled lines to write on by hand."""

    number: int


class Kept(NamedTuple):
    """Blocks that stay together on a page, below a rule that parts them from what is above, or without it."""

    blocks: "tuple[Block, ...]"
    ruled: bool = True


Block = Heading | Paragraph | Listing | Choice | Table | Lines | Kept


class Sheet(NamedTuple):
    """A document on paper: `above` and `below` run on every page, each of `parts` begins a page."""

    title: str
    above: str
    below: str
    parts: tuple[tuple[Block, ...], ...]
