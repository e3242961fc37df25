"""The summary as plain text for a record, 72 columns wide; in ASCII alone where the record system asks for it."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack.terms import EVIDENCE, EXAMPLE, NOT_ADVICE, NOTHING, NOTICES, VALENCES, source_line
from considerations.render.paper.glyphs import to_ascii

WIDTH = 72

# What a line begins with, and the text that is wrapped behind it.
Line = tuple[str, str]

_GAP: Line = ("", "")


def render(document: Summary | StopNotice, *, ascii_only: bool = False) -> str:
    """Give the text, a newline at its end; `ascii_only` writes other characters in ASCII, or names them."""
    lines = _notice(document) if isinstance(document, StopNotice) else _summary(document)
    return "".join(f"{_wrapped(lead, to_ascii(text) if ascii_only else text)}\n" for lead, text in lines)


def columns(text: str) -> int:
    r"""
    Give the width of a text on a screen of equal columns, where East Asian signs take two and accents none.

    >>> columns("café"), columns("cafe\u0301"), columns("薬")
    (4, 4, 2)
    """
    if text.isascii():
        return len(text)
    seen = [sign for sign in text if unicodedata.category(sign) not in ("Mn", "Me")]
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in seen)


def _wrapped(lead: str, text: str) -> str:
    """Wrap a text behind its lead; a word wider than a line, such as a long address, goes on in the next."""
    room, lines, line = WIDTH - len(lead), [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if line and columns(joined) > room:
            lines.append(line)
            joined = word
        while columns(joined) > room:
            cut = next(end for end in count(1) if columns(joined[: end + 1]) > room)
            lines.append(joined[:cut])
            joined = joined[cut:]
        line = joined
    return lead + f"\n{' ' * len(lead)}".join([*lines, line])


def _notice(notice: StopNotice) -> Iterator[Line]:
    yield "", notice.headline.upper()
    yield from _items(notice.first)
    yield from _heading("Crisis lines")
    yield from _items(f"{contact.place}. {contact.line}" for contact in notice.contacts)
    yield "", notice.contacts_checked
    yield _GAP
    yield "", notice.after
    yield "", notice.version


def _summary(summary: Summary) -> Iterator[Line]:
    yield "", "CONSIDERATIONS FOR DISCUSSION"
    yield "", f"{summary.identity}. {NOT_ADVICE}"
    yield "", source_line(summary.about)
    yield from _situation(summary)
    if summary.notices:
        yield from _heading(NOTICES)
        yield from _items(notice.text for notice in summary.notices)
    yield from _highlighted(summary)
    if summary.in_short:
        yield from _heading("What the article does not say, in short")
        yield from _items(summary.in_short)
    waiting = summary.in_state(None)
    if waiting:
        yield from _heading(f"Waiting for an answer: {len(waiting)}")
        yield from _items(item.point.headline for item in waiting)
    yield from _heading("Answers")
    yield from (("", f"{line.question.short}: {line.answer}") for line in summary.answers)
    yield from _beside(summary)
    yield from _end(summary)


def _situation(summary: Summary) -> Iterator[Line]:
    yield from _heading("Situation")
    if summary.example:
        yield "", f"{EXAMPLE}: {summary.example}."
    yield "", summary.situation
    if summary.safety_open:
        yield "", f"Safety questions still open: {'; '.join(question.short for question in summary.safety_open)}."


def _highlighted(summary: Summary) -> Iterator[Line]:
    highlighted = summary.in_state(True)
    yield from _heading(f"Highlighted points: {len(highlighted)}")
    if not highlighted:
        yield "", NOTHING
    for theme, items in groupby(highlighted, key=lambda item: item.point.theme):
        yield "", summary.about.themes[theme]
        for item in items:
            yield from _point(item, summary)


def _point(item: Consideration, summary: Summary) -> Iterator[Line]:
    point = item.point
    yield "- ", f"{point.headline} [{VALENCES[point.valence]}; article {', '.join(point.cites)}]"
    yield "  ", f"To discuss: {point.ask}"
    yield from (("  ", f"Answers: {reason}") for reason in item.why)
    yield from (("  ", f"Reading: {interpretation}") for interpretation in item.interpretations)
    for each in item.evidence:
        yield "  ", f"{EVIDENCE[each.evidence]}: {each.note}{_named(each.refs, summary)}"


def _beside(summary: Summary) -> Iterator[Line]:
    relevant = summary.relevant_gaps()
    yield from _heading(f"What the article does not say: {len(relevant)} of {len(summary.gaps)} in front")
    for item in relevant:
        yield "- ", f"{item.gap.topic}: {item.gap.note}{_named(item.gap.refs, summary)}"
    if summary.references:
        yield from _heading("References")
        yield from _items(f"{each.short}: {each.place}{each.caveat}" for each in summary.references)


def _end(summary: Summary) -> Iterator[Line]:
    about = summary.about
    yield from _heading("Limits")
    yield from _items(about.limits)
    yield from _heading("Not for")
    yield from _items(about.not_for)
    yield from _heading("Versions")
    yield "", f"Pack {summary.identity}"
    yield "", f"sha256 {summary.pack.digest}"
    yield "", f"Article “{about.source.title}”"
    yield "", f"sha256 {about.source.sha256}"


def _named(refs: tuple[str, ...], summary: Summary) -> str:
    names = "; ".join(summary.pack.evidence.named[ref].short for ref in refs)
    return f" [{names}]" if names else ""


def _heading(text: str) -> Iterator[Line]:
    yield _GAP
    yield "", text.upper()


def _items(texts: Iterable[str]) -> Iterator[Line]:
    return (("- ", text) for text in texts)
