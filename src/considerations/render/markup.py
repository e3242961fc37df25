"""Write blocks, points, gaps and references as markup that page, screen and book share; every text is escaped here."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from considerations.pack import Pack, Point
from considerations.pack.companions import Gap, Row
from considerations.pack.evidence import Reference, Weighed
from considerations.pack.terms import COMPARISON, EVIDENCE, RESEARCH, counted
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.paper import blocks
from considerations.render.paper.audit_pages import comparison_table

# The article's own words by address, where its text is available; None where a digest did not match.
Passages = Mapping[str, str | None]
# Turns the names of references into markup.
Refer = Callable[[tuple[str, ...]], str]


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


def facts(entries: Mapping[str, str]) -> str:
    """Write a table of names and what is so of each."""
    return table("facts", (table_row(escape(name), [escape(fact)]) for name, fact in entries.items()))


def to_html(block: blocks.Block) -> str:
    """
    Write a block as markup.

    >>> to_html(blocks.Paragraph(("5 < 6, ", blocks.Strong("of course")), "small"))
    '<p class="small">5 &lt; 6, <b>of course</b></p>'
    """
    match block:
        case blocks.Heading(level, text):
            markup = f"<h{level}>{escape(text)}</h{level}>"
        case blocks.Paragraph(words, tone):
            markup = f'<p class="{tone}">{_words(words)}</p>' if tone else f"<p>{_words(words)}</p>"
        case blocks.Listing(entries, numbered, columns):
            tag = "ol" if numbered else "ul"
            markup = f'<{tag} class="columns{columns}">{"".join(f"<li>{_words(e)}</li>" for e in entries)}</{tag}>'
        case blocks.Choice(asks, options):
            boxes = " ".join(f'<span><i class="box"></i>{escape(option)}</span>' for option in options)
            markup = f'<p class="choice"><span>{escape(asks)}</span> {boxes}</p>'
        case blocks.Table(heads, rows):
            markup = table("side", map(_row, rows), heads)
        case blocks.Lines(count):
            markup = '<div class="rule"></div>' * count
        case blocks.KeepTogether(parts, ruled):
            markup = f'<div class="together{" ruled" if ruled else ""}">{"".join(map(to_html, parts))}</div>'
    return markup


def _words(words: blocks.Words) -> str:
    written = ""
    for word in words:
        match word:
            case blocks.Strong(text):
                written += f"<b>{escape(text)}</b>"
            case blocks.Soft(text):
                written += f"<i>{escape(text)}</i>"
            case blocks.Link(text, address):
                written += f'<a href="{escape(address)}">{escape(text)}</a>'
            case text:
                written += escape(text)
    return written


def _row(row: blocks.Row) -> str:
    mark = f'<br><span class="mark">{escape(row.mark)}</span>' if row.mark else ""
    cells = "".join(map(_cell, row.cells))
    return f'<tr{" class=relevant" if row.mark else ""}><th scope="row">{escape(row.title)}{mark}</th>{cells}</tr>'


def _cell(cell: blocks.Cell) -> str:
    cites = f" <small>[{', '.join(cell.cites)}]</small>" if cell.cites else ""
    return f"<td{' class=none' if cell.open else ''}>{escape(cell.says)}{cites}</td>"


def disclosure(title: str, content: str) -> str:
    """Write content under a line that opens it; nothing where there is no content."""
    return f"<details><summary>{escape(title)}</summary>{content}</details>" if content else ""


def point_text(point: Point) -> str:
    """Write what a point says, and the question to discuss."""
    return f'{paragraph(point.says)}<p class="ask"><b>{wording.TO_DISCUSS}</b> {escape(point.ask)}</p>'


def quotations(addresses: Iterable[str], passages: Passages) -> str:
    """Quote the article at these addresses, or say where the available text differs; nothing without a text."""
    if not passages:
        return ""
    entries = "".join(
        f"<p><b>{address}</b> <q>{escape(passage)}</q></p>"
        if (passage := passages[address])
        else paragraph(wording.OTHER_SENTENCE, address)
        for address in addresses
    )
    return f'<blockquote class="passage">{entries}</blockquote>'


def evidence(weighed: Iterable[Weighed], refer: Refer) -> str:
    """Write what research says, with its references."""
    entries = [
        paragraph(f"({', '.join(each.at)}). {each.note}", wording.WEIGHED.format(verdict=EVIDENCE[each.evidence]))
        + refer(each.refs)
        for each in weighed
    ]
    entries = entries or [paragraph(draft.MISSING["evidence"], f"{RESEARCH}:")]
    return f'<div class="why">{"".join(entries)}</div>'


def references(pack: Pack, refs: tuple[str, ...]) -> str:
    """Write references as a list that opens, each with what it found and how it was checked."""
    entries = "".join(f"<li>{reference(pack.evidence.named[ref])}</li>" for ref in refs)
    return disclosure(counted(len(refs), "reference"), f"<ul>{entries}</ul>" if refs else "")


def links(pack: Pack, refs: tuple[str, ...]) -> str:
    """Write references as links to the list of all of them."""
    entries = "; ".join(f'<a href="#ref-{ref}">{escape(pack.evidence.named[ref].short)}</a>' for ref in refs)
    return f"<p>{wording.REFERENCES_LINKED.format(links=entries)}</p>" if entries else ""


def reference(each: Reference) -> str:
    """Write a reference in full."""
    where = escape(each.place)
    link = f'<a href="{escape(each.link)}" rel="noreferrer" target="_blank">{where}</a>' if each.link else where
    return (
        f"{escape(each.citation)} {link}<br>{escape(each.design)}; {escape(each.population)}.<br>{escape(each.finding)}"
        f" <i>{wording.CHECKED_AGAINST.format(checked=each.checked)}</i>"
    )


def gap(item: Gap, refer: Refer, more: str = "", anchor: str = "") -> str:
    """Write a gap, with `more` below it."""
    contents = f"<h3>{escape(item.topic)}</h3>", paragraph(item.note), refer(item.refs), more
    return card(*contents, kind="gap", anchor=anchor)


def titled_list(title: str, sentences: Iterable[str], between: str = "") -> str:
    """Write sentences under a title; nothing where there are none."""
    items = html_list(sentences, between=between)
    return f"<p><b>{escape(title)}</b></p>{items}" if items else ""


def comparison(pack: Pack, applies: Callable[[Row], bool] = lambda row: False) -> str:
    """Write what the article says of each option, relevant rows marked, in a box that scrolls on a narrow screen."""
    if not pack.comparison.columns:
        return paragraph(draft.MISSING["comparison"])
    return wide(COMPARISON, to_html(comparison_table(pack.comparison, applies)))


def wide(label: str, content: str) -> str:
    """Write content that may be wider than the screen in a box that scrolls by itself."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}">{content}</div>'
