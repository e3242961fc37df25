"""Set out what goes on paper: page one for the conversation, then reasons and sources; under a stop, only the stop."""

from collections.abc import Iterator

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack.terms import (
    ACT_FIRST,
    CRISIS_LINES,
    EVIDENCE,
    EXAMPLE,
    NOT_ADVICE,
    NOT_COVERED,
    NOTHING,
    NOTICES,
    TITLE,
    VALENCES,
    source_line,
)
from considerations.pack.words import paper as wording
from considerations.render.paper.audit_pages import audit
from considerations.render.paper.blocks import (
    Block,
    Heading,
    KeepTogether,
    Lines,
    Listing,
    Paragraph,
    Sheet,
    Soft,
    Strong,
)


def sheet(document: Summary | StopNotice) -> Sheet:
    """Set out a document for paper."""
    if isinstance(document, StopNotice):
        parts: tuple[tuple[Block, ...], ...] = (tuple(_notice(document)),)
    else:
        parts = (tuple(_conversation(document)), tuple(audit(document)))
    return Sheet(title(document), *running(document), wording.PAGE, parts)


def running(document: Summary | StopNotice) -> tuple[str, str]:
    """Return the lines above and below every page; under a stop only its version, for a pack's name may name a treatment."""
    if isinstance(document, StopNotice):
        return document.version, ""
    return f"{document.identity}. {EXAMPLE}." if document.example else f"{document.identity}.", NOT_ADVICE


def title(document: Summary | StopNotice) -> str:
    """Name the document: a browser offers this as the file name of a print."""
    return ACT_FIRST if isinstance(document, StopNotice) else TITLE


def _notice(notice: StopNotice) -> Iterator[Block]:
    yield Heading(1, notice.headline)
    yield Listing(tuple((first,) for first in notice.first), numbered=True)
    yield Heading(2, CRISIS_LINES)
    yield Listing(tuple((Strong(f"{contact.place}."), f" {contact.line}") for contact in notice.contacts))
    yield Paragraph((notice.contacts_checked,), "small")
    yield Paragraph((notice.after,))
    yield Paragraph((notice.version,), "small")


def _conversation(summary: Summary) -> Iterator[Block]:
    yield Heading(1, title(summary))
    yield Paragraph((f"{summary.identity}. {NOT_ADVICE}",), "small")
    yield Paragraph((source_line(summary.about),), "source")
    yield Heading(2, wording.SITUATION)
    if summary.example:
        yield Paragraph((Strong(f"{EXAMPLE}:"), f" {summary.example}."))
    yield Paragraph((summary.situation,))
    if summary.safety_open:
        names = "; ".join(question.short for question in summary.safety_open)
        yield Paragraph((Strong(wording.SAFETY_OPEN), f" {names}."))
    if summary.notices:
        yield Heading(2, NOTICES)
        yield Listing(tuple((notice.text,) for notice in summary.notices))
    yield from _points(summary)
    yield from _gaps(summary)
    yield Paragraph((Strong(f"{wording.LIMITS}."), f" {' '.join(summary.about.limits)}"), "small")
    # The fewer points there are, the more room is left on page one.
    lines = max(1, 11 - len(summary.in_state(True)) - len(summary.notices))
    yield KeepTogether((Heading(2, wording.NOTES), Lines(lines)), ruled=False)


def _points(summary: Summary) -> Iterator[Block]:
    highlighted = summary.in_state(True)
    yield Heading(2, wording.POINTS_TO_DISCUSS.format(number=len(highlighted), total=len(summary.considerations)))
    if not highlighted:
        yield Paragraph((NOTHING,))
    for item in highlighted:
        ask = Paragraph((Soft(_tag(item)), f" {item.point.ask}"))
        yield KeepTogether((Heading(3, item.point.headline), ask))


def _tag(item: Consideration) -> str:
    """Say in a few words what a point claims, and what research says about it."""
    valence = VALENCES[item.point.valence]
    verdicts = ", ".join(dict.fromkeys(EVIDENCE[weighed.evidence] for weighed in item.evidence))
    return (wording.TAG_WITH_RESEARCH if verdicts else wording.TAG).format(valence=valence, verdicts=verdicts)


def _gaps(summary: Summary) -> Iterator[Block]:
    topics = "; ".join(item.gap.topic for item in summary.relevant_gaps() if not item.gap.in_short)
    if summary.relevant_gaps():
        yield Heading(2, NOT_COVERED)
    if summary.in_short:
        yield Paragraph((" ".join(summary.in_short),))
    if topics:
        yield Paragraph((f"{topics}.",), "small")
