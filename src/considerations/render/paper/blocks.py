"""Define what paper is made of: blocks of words without markup, which the page and the PDF draw in the same way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Soft:
    """Words in a softer type."""

    text: str


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    text: str
    address: str


Words = tuple[str | Strong | Soft | Link, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; its level is at most one below that of the heading before it."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `tone` is `small`, `source` (set apart) or nothing."""

    words: Words
    tone: str = ""


@dataclass(frozen=True)
class Listing:
    """A list, numbered or not, set in columns where the paper is wide enough."""

    entries: tuple[Words, ...]
    numbered: bool = False
    columns: int = 1


@dataclass(frozen=True)
class Choice:
    """Boxes to tick with a pen."""

    asks: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `open` where the article says nothing."""

    says: str
    cites: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table; `mark` says in words why it is marked."""

    title: str
    mark: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with a row of heads; each row has a title in its first column."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Lines:
    """Ruled lines to write on by hand."""

    count: int


@dataclass(frozen=True)
class KeepTogether:
    """Blocks that stay together on a page, with or without a rule above them."""

    blocks: "tuple[Block, ...]"
    ruled: bool = True


Block = Heading | Paragraph | Listing | Choice | Table | Lines | KeepTogether


@dataclass(frozen=True)
class Sheet:
    """
    A document: its title, which a browser offers as the file name of a print, and its parts.

    `above` and `below` run on every page. A part is a `conversation`, an `audit` in smaller type or a `notice`.
    """

    title: str
    above: str
    below: str
    parts: dict[str, tuple[Block, ...]]
