"""Blocks as markup, for the page and the screen; every value is escaped here."""

from collections.abc import Iterable
from html import escape

from considerations.render.paper import blocks as on_paper
from considerations.render.paper.blocks import Cell, Link, Row, Soft, Strong, Words


def listed(items: Iterable[str], tag: str = "ul", between: str = "") -> str:
    """Give texts as a list, nothing where there are none; `between` says what joins them."""
    lead = f"<i>{between}</i> " if between else ""
    entries = "".join(f"<li>{lead if nth else ''}{escape(item)}</li>" for nth, item in enumerate(items))
    return f"<{tag}>{entries}</{tag}>" if entries else ""


def drawn(block: on_paper.Block) -> str:
    """
    Give a block as markup.

    >>> drawn(on_paper.Paragraph(("5 < 6, ", Strong("of course")), "small"))
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
            head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
            body = "".join(map(_row, rows))
            markup = f'<table class="side"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        case on_paper.Lines(count):
            markup = '<div class="rule"></div>' * count
        case on_paper.KeepTogether(blocks, ruled):
            markup = f'<div class="kept{" ruled" if ruled else ""}">{"".join(map(drawn, blocks))}</div>'
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
    return f'<tr{" class=bears" if row.mark else ""}><th scope="row">{escape(row.title)}{mark}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    cites = f" <small>[{', '.join(cell.cites)}]</small>" if cell.cites else ""
    return f"<td{' class=none' if cell.open else ''}>{escape(cell.says)}{cites}</td>"
