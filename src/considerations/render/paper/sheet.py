"""Set out what goes on paper: page one for the conversation, then reasons and sources; under a stop, only the stop."""

from collections.abc import Iterator

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack import terms
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.paper import blocks
from considerations.render.paper.audit_pages import audit

Document = Summary | StopNotice | blocks.Sheet


def sheet(document: Document, *, page_one: bool = False) -> blocks.Sheet:
    """Set out a document for paper, each part on pages of its own; `page_one` leaves out reasons and sources."""
    if isinstance(document, blocks.Sheet):
        return document
    if isinstance(document, StopNotice):
        # Only the version runs on every page, for a pack's name may name a treatment.
        return blocks.Sheet(terms.ACT_FIRST, document.version, "", {"notice": tuple(_notice(document))})
    parts = {"conversation": tuple(_conversation(document))}
    if not page_one:
        parts["audit"] = tuple(audit(document))
    above = f"{document.identity}. {terms.EXAMPLE}." if document.example else f"{document.identity}."
    return blocks.Sheet(terms.TITLE, above, terms.NOT_ADVICE, parts)


def _notice(notice: StopNotice) -> Iterator[blocks.Block]:
    yield blocks.Heading(1, notice.headline)
    yield blocks.Listing(tuple((first,) for first in notice.first), numbered=True)
    yield blocks.Heading(2, terms.CRISIS_LINES)
    if notice.contacts:
        lines = tuple((blocks.Strong(f"{contact.place}."), f" {contact.line}") for contact in notice.contacts)
        yield blocks.Listing(lines)
    yield blocks.Paragraph((notice.contacts_checked,), "small")
    yield blocks.Paragraph((notice.after,))
    yield blocks.Paragraph((notice.version,), "small")


def _conversation(summary: Summary) -> Iterator[blocks.Block]:
    yield blocks.Heading(1, terms.TITLE)
    yield blocks.Paragraph((f"{summary.identity}. {terms.NOT_ADVICE}",), "small")
    if summary.out_of_date:
        yield blocks.Paragraph((blocks.Strong(summary.out_of_date),))
    yield blocks.Paragraph((terms.source_line(summary.about),), "source")
    yield blocks.Heading(2, wording.SITUATION)
    if summary.example:
        yield blocks.Paragraph((blocks.Strong(f"{terms.EXAMPLE}:"), f" {summary.example}."))
    yield blocks.Paragraph((summary.situation,))
    if summary.safety_open:
        names = "; ".join(question.short for question in summary.safety_open)
        yield blocks.Paragraph((blocks.Strong(wording.SAFETY_OPEN), f" {names}."))
    if summary.notices:
        yield blocks.Heading(2, terms.NOTICES)
        yield blocks.Listing(tuple((notice.text,) for notice in summary.notices))
    yield from _points(summary)
    yield from _gaps(summary)
    yield blocks.Paragraph((blocks.Strong(f"{wording.LIMITS}."), f" {' '.join(summary.pack.limits)}"), "small")
    # The fewer points there are, the more room is left on page one to write on; the fullest has none.
    lines = 11 - len(summary.in_state(True)) - len(summary.notices) - bool(summary.example)
    if lines >= -3:
        yield blocks.KeepTogether((blocks.Heading(2, wording.NOTES), blocks.Lines(max(1, lines))), ruled=False)


def _points(summary: Summary) -> Iterator[blocks.Block]:
    highlighted = summary.in_state(True)
    yield blocks.Heading(
        2, wording.POINTS_TO_DISCUSS.format(number=len(highlighted), total=len(summary.considerations))
    )
    if not highlighted:
        yield blocks.Paragraph((terms.NOTHING,))
    for item in summary.to_discuss:
        ask = blocks.Paragraph((blocks.Soft(_tag(item, summary.mark(item))), f" {item.point.ask}"))
        yield blocks.KeepTogether((blocks.Heading(3, item.point.headline), ask))
    if summary.set_aside:
        lines = tuple(
            (f"{item.point.headline} ", blocks.Soft(_tag(item, summary.mark(item)))) for item in summary.set_aside
        )
        yield blocks.Heading(2, wording.SET_ASIDE.format(number=len(lines)))
        yield blocks.Listing(lines)


def _tag(item: Consideration, mark: str) -> str:
    valence = terms.VALENCES[item.point.valence]
    verdicts = ", ".join(dict.fromkeys(terms.EVIDENCE[weighed.evidence] for weighed in item.evidence))
    tag = wording.TAG_WITH_RESEARCH.format(valence=valence, verdicts=verdicts or draft.NO_EVIDENCE.lower())
    return f"{tag} {wording.MARKED.format(mark=mark)}" if mark else tag


def _gaps(summary: Summary) -> Iterator[blocks.Block]:
    topics = "; ".join(item.gap.topic for item in summary.relevant_gaps() if not item.gap.in_short)
    if summary.relevant_gaps():
        yield blocks.Heading(2, terms.NOT_COVERED)
    if summary.in_short:
        yield blocks.Paragraph((" ".join(summary.in_short),))
    if topics:
        yield blocks.Paragraph((f"{topics}.",), "small")
