"""Write points, gaps and references as markup that the screen and the book share."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from considerations.pack import Pack, Point
from considerations.pack.companions import Gap, Reference, Row, Weighed
from considerations.pack.terms import COMPARISON, EVIDENCE, RESEARCH, VALENCES, counted
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.html_blocks import card, html_list, paragraph, to_html
from considerations.render.paper.audit_pages import comparison_table

# The article's own words by address, where its text is available; None where a digest did not match.
Passages = Mapping[str, str | None]
# Turns the names of references into markup.
Refer = Callable[[tuple[str, ...]], str]


def disclosure(title: str, content: str) -> str:
    """Write content under a line that opens it; nothing where there is no content."""
    return f"<details><summary>{escape(title)}</summary>{content}</details>" if content else ""


def point_head(point: Point, cited: str) -> str:
    """Write the start of a card of a point: its valence, its addresses as markup, and its headline."""
    article = wording.CITED.format(addresses=cited)
    return f'<p class="tags"><span>{VALENCES[point.valence]}</span><span>{article}</span></p><h3>{escape(point.headline)}</h3>'


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
