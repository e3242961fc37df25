"""What stands on paper: page one for the conversation, then the audit; under a stop, what comes first."""

from collections.abc import Iterator

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack.terms import EVIDENCE, EXAMPLE, NOT_ADVICE, NOTHING, NOTICES, counted, source_line
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
    return Sheet(title(document), *running(document), parts)


def running(document: Summary | StopNotice) -> tuple[str, str]:
    """Return what runs above and below every page; of a notice its version alone, for a pack's name may name a treatment."""
    if isinstance(document, StopNotice):
        return document.version, ""
    return f"{document.identity}. {EXAMPLE}." if document.example else f"{document.identity}.", NOT_ADVICE


def title(document: Summary | StopNotice) -> str:
    """Name the document: what a browser offers as the file name of a print."""
    return "What comes first" if isinstance(document, StopNotice) else "Considerations for discussion"


def _notice(notice: StopNotice) -> Iterator[Block]:
    yield Heading(1, notice.headline)
    yield Listing(tuple((first,) for first in notice.first), numbered=True)
    yield Heading(2, "Crisis lines")
    yield Listing(tuple((Strong(f"{contact.place}."), f" {contact.line}") for contact in notice.contacts))
    yield Paragraph((notice.contacts_checked,), "small")
    yield Paragraph((notice.after,))
    yield Paragraph((notice.version,), "small")


def _conversation(summary: Summary) -> Iterator[Block]:
    yield Heading(1, title(summary))
    yield Paragraph((f"{summary.identity}. {NOT_ADVICE}",), "small")
    yield Paragraph((source_line(summary.about),), "source")
    yield Heading(2, "The situation")
    if summary.example:
        yield Paragraph((Strong(f"{EXAMPLE}:"), f" {summary.example}."))
    yield Paragraph((summary.situation,))
    if summary.safety_open:
        names = "; ".join(question.short for question in summary.safety_open)
        yield Paragraph((Strong("Safety questions still open:"), f" {names}."))
    if summary.notices:
        yield Heading(2, NOTICES)
        yield Listing(tuple((notice.text,) for notice in summary.notices))
    yield from _highlighted(summary)
    yield from _not_said(summary)
    yield Paragraph((Strong("Limits."), f" {' '.join(summary.about.limits)}"), "small")
    # The fewer points there are, the more room is left on page one.
    yield KeepTogether(
        (Heading(2, "Notes"), Lines(max(1, 11 - len(summary.in_state(True)) - len(summary.notices)))), ruled=False
    )


def _not_said(summary: Summary) -> Iterator[Block]:
    topics = "; ".join(item.gap.topic for item in summary.relevant_gaps() if not item.gap.in_short)
    if summary.relevant_gaps():
        yield Heading(2, "What the article does not say")
    if summary.in_short:
        yield Paragraph((" ".join(summary.in_short),))
    if topics:
        yield Paragraph((f"{topics}.",), "small")


def _highlighted(summary: Summary) -> Iterator[Block]:
    highlighted = summary.in_state(True)
    yield Heading(2, f"Highlighted in the article: {counted(len(highlighted), 'point')}")
    if not highlighted:
        yield Paragraph((NOTHING,))
    for item in highlighted:
        asks = Paragraph((Soft(f"{_tag(item)}."), f" To discuss: {item.point.ask}"))
        yield KeepTogether((Heading(3, item.point.headline), asks))


def _tag(item: Consideration) -> str:
    """Say in a few words what a point speaks of, and what published evidence does with it."""
    verdicts = [
        EVIDENCE[verdict].removeprefix("Published ") for verdict in dict.fromkeys(e.evidence for e in item.evidence)
    ]
    verdicts = [verdict[:1].lower() + verdict[1:] for verdict in verdicts]
    return "; ".join([item.point.valence.replace("neither", "neutral").capitalize(), *verdicts])
