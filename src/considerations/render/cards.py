"""Points, gaps and references as markup: what the screen and the book share."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from considerations.pack import Pack, Point
from considerations.pack.companions import Gap, Reference, Row, Weighed
from considerations.pack.terms import EVIDENCE, VALENCES, counted
from considerations.render.html_blocks import drawn, listed
from considerations.render.paper.audit_pages import side_by_side

# The article's own words by address, where its text is at hand; None where a digest did not match.
Passages = Mapping[str, str | None]
# Turns the names of references into markup.
Refer = Callable[[tuple[str, ...]], str]


def folded(title: str, content: str) -> str:
    """Give content under a line that opens it; nothing where there is no content."""
    return f"<details><summary>{escape(title)}</summary>{content}</details>" if content else ""


def heading_of(point: Point, cited: str = "") -> str:
    """Give what every view of a point begins with: its valence, its addresses (or `cited`, as markup) and its text."""
    return (
        f'<p class="tags"><span>{VALENCES[point.valence]}</span><span>Article {cited or ", ".join(point.cites)}</span></p>'
        f"<h3>{escape(point.headline)}</h3><p>{escape(point.says)}</p>"
        f'<p class="ask"><b>To discuss:</b> {escape(point.ask)}</p>'
    )


def quoted(addresses: Iterable[str], passages: Passages) -> str:
    """Give the article's own words at these addresses; say where the text at hand has others. Nothing without a text."""
    if not passages:
        return ""
    entries = "".join(
        f"<p><b>{address}</b> <q>{escape(passage)}</q></p>"
        if (passage := passages[address])
        else f"<p><b>{address}</b> The article at hand has another sentence here, so it is not shown.</p>"
        for address in addresses
    )
    return f'<blockquote class="passage">{entries}</blockquote>'


def evidence(weighed: Iterable[Weighed], refer: Refer) -> str:
    """Give what published evidence adds, with its references."""
    entries = [
        f"<p><b>{EVIDENCE[each.evidence]}</b> ({', '.join(each.at)}). {escape(each.note)}</p>{refer(each.refs)}"
        for each in weighed
    ]
    return f'<div class="why"><p><b>Beside the article</b></p>{"".join(entries)}</div>' if entries else ""


def references(pack: Pack) -> Refer:
    """Give references as a list that opens, each with what it found and how it was checked."""

    def refer(refs: tuple[str, ...]) -> str:
        entries = "".join(f"<li>{reference(pack.evidence.named[ref])}</li>" for ref in refs)
        return folded(counted(len(refs), "reference"), f"<ul>{entries}</ul>" if refs else "")

    return refer


def links(pack: Pack) -> Refer:
    """Give references as links to the list of all of them."""

    def refer(refs: tuple[str, ...]) -> str:
        entries = "; ".join(f'<a href="#ref-{ref}">{escape(pack.evidence.named[ref].short)}</a>' for ref in refs)
        return f"<p>References: {entries}.</p>" if entries else ""

    return refer


def reference(each: Reference) -> str:
    """Give a reference in full."""
    where = escape(each.place)
    link = f'<a href="{escape(each.link)}" rel="noreferrer" target="_blank">{where}</a>' if each.link else where
    return (
        f"{escape(each.citation)} {link}<br>{escape(each.design)}; {escape(each.population)}.<br>{escape(each.finding)}"
        f" <i>Checked against: {each.checked}.</i>"
    )


def gap(item: Gap, refer: Refer, more: str = "") -> str:
    """Give a gap as markup, with `more` below it."""
    return (
        f'<article class="card gap"><h3>{escape(item.topic)}</h3><p>{escape(item.note)}</p>'
        f"{refer(item.refs)}{more}</article>"
    )


def because(title: str, sentences: Iterable[str], between: str = "") -> str:
    """Give sentences under a title; nothing where there are none."""
    items = listed(sentences, between=between)
    return f"<p><b>{title}</b></p>{items}" if items else ""


def comparison(pack: Pack, bears: Callable[[Row], bool] = lambda row: False) -> str:
    """Give the side-by-side table, rows that bear on the answers marked, in a box that scrolls where the screen is narrow."""
    return wide("Side by side", drawn(side_by_side(pack.comparison, bears)))


def wide(label: str, content: str) -> str:
    """Give content that may be wider than the screen in a box that scrolls by itself."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}">{content}</div>'
