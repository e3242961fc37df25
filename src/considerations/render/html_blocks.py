"""Write blocks as markup, for the page and the screen; every text is escaped here."""

from collections.abc import Iterable
from html import escape

from considerations.render.paper import blocks as on_paper
from considerations.render.paper.blocks import Cell, Link, Row, Soft, Strong, Words


def html_list(items: Iterable[str], tag: str = "ul", between: str = "") -> str:
    """Write texts as a list, nothing where there are none; `between` is a word that joins them."""
    lead = f"<i>{between}</i> " if between else ""
    entries = "".join(f"<li>{lead if nth else ''}{escape(item)}</li>" for nth, item in enumerate(items))
    return f"<{tag}>{entries}</{tag}>" if entries else ""


def paragraph(text: str, label: str = "") -> str:
    """Write a paragraph, after a label in bold if there is one."""
    bold = f"<b>{escape(label)}</b> " if label else ""
    return f"<p>{bold}{escape(text)}</p>"


def card(*contents: str, kind: str = "", anchor: str = "") -> str:
    """Write a card; links lead to its anchor if it has one."""
    place = f' id="{anchor}" tabindex="-1"' if anchor else ""
    return f'<article class="{f"card {kind}".strip()}"{place}>{"".join(contents)}</article>'


def table(kind: str, rows: Iterable[str], heads: Iterable[str] = ()) -> str:
    """Write a table of rows, below a row of heads if there are any."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    head = f"<thead><tr>{head}</tr></thead>" if head else ""
    return f'<table class="{kind}">{head}<tbody>{"".join(rows)}</tbody></table>'


def table_row(title: str, cells: Iterable[str], anchor: str = "") -> str:
    """Write a row of a table; its title and its cells are markup."""
    place = f' id="{anchor}" tabindex="-1"' if anchor else ""
    return f'<tr{place}><th scope="row">{title}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def to_html(block: on_paper.Block) -> str:
    """
    Write a block as markup.

    >>> to_html(on_paper.Paragraph(("5 < 6, ", Strong("of course")), "small"))
    '<p class="small">5 &lt; 6, <b>of course</b></p>'
    """
    match block:
        case on_paper.Heading(level, text):
            markup = f"<h{level}>{escape(text)}</h{level}>"
        case on_paper.Paragraph(words, tone):
            markup = f'<p class="{tone}">{_words(words)}</p>' if tone else f"<p>{_words(words)}</p>"
        case on_paper.Listing(entries, numbered, columns):
            tag = "ol" if numbered else "ul"
            markup = f'<{tag} class="columns{columns}">{"".join(f"<li>{_words(e)}</li>" for e in entries)}</{tag}>'
        case on_paper.Choice(asks, options):
            boxes = " ".join(f'<span><i class="box"></i>{escape(option)}</span>' for option in options)
            markup = f'<p class="choice"><span>{escape(asks)}</span> {boxes}</p>'
        case on_paper.Table(heads, rows):
            markup = table("side", map(_row, rows), heads)
        case on_paper.Lines(count):
            markup = '<div class="rule"></div>' * count
        case on_paper.KeepTogether(blocks, ruled):
            markup = f'<div class="together{" ruled" if ruled else ""}">{"".join(map(to_html, blocks))}</div>'
    return markup


def _words(words: Words) -> str:
    return "".join(map(_word, words))


def _word(word: str | Strong | Soft | Link) -> str:
    match word:
        case Strong(text):
            return f"<b>{escape(text)}</b>"
        case Soft(text):
            return f"<i>{escape(text)}</i>"
        case Link(text, address):
            return f'<a href="{escape(address)}">{escape(text)}</a>'
        case text:
            return escape(text)


def _row(row: Row) -> str:
    mark = f'<br><span class="mark">{escape(row.mark)}</span>' if row.mark else ""
    cells = "".join(map(_cell, row.cells))
    return f'<tr{" class=relevant" if row.mark else ""}><th scope="row">{escape(row.title)}{mark}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    cites = f" <small>[{', '.join(cell.cites)}]</small>" if cell.cites else ""
    return f"<td{' class=none' if cell.open else ''}>{escape(cell.says)}{cites}</td>"
