"""The summary as plain text for a record, 72 columns wide."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

from considerations.explained import Consideration
from considerations.summary import Notice, Summary
from considerations.terms import EVIDENCE, EXAMPLE, NOT_ADVICE, VALENCES, source_line

WIDTH = 72


def render(summary: Summary | Notice) -> str:
    """Give the text, a newline at its end."""
    lines = _notice(summary) if isinstance(summary, Notice) else _summary(summary)
    return "\n".join(lines) + "\n"


def _notice(notice: Notice) -> Iterator[str]:
    yield from _heading(notice.headline)
    yield from _items(notice.first)
    yield from _heading("Crisis lines")
    yield from _items(f"{contact.place}. {contact.line}" for contact in notice.contacts)
    yield _wrapped(notice.contacts_checked)
    yield ""
    yield _wrapped(notice.after)
    yield _wrapped(notice.version)


def _summary(summary: Summary) -> Iterator[str]:
    yield "CONSIDERATIONS FOR DISCUSSION"
    yield _wrapped(f"{summary.identity}. {NOT_ADVICE}")
    yield _wrapped(source_line(summary.about))
    yield from _situation(summary)
    yield from _highlighted(summary)
    waiting = summary.within(None)
    if waiting:
        yield from _heading(f"Waiting for an answer: {len(waiting)}")
        yield from _items(item.point.headline for item in waiting)
    yield from _heading("Answers")
    yield from (_wrapped(f"{line.question.short}: {line.answer}") for line in summary.answers)
    yield from _beside(summary)
    yield from _end(summary)


def _situation(summary: Summary) -> Iterator[str]:
    yield from _heading("Situation")
    if summary.example:
        yield _wrapped(f"{EXAMPLE}: {summary.example}.")
    yield _wrapped(summary.situation)
    if summary.safety_open:
        yield _wrapped(f"Safety questions still open: {'; '.join(question.short for question in summary.safety_open)}.")


def _highlighted(summary: Summary) -> Iterator[str]:
    highlighted = summary.within(True)
    yield from _heading(f"Highlighted points: {len(highlighted)}")
    for theme, items in groupby(highlighted, key=lambda item: item.point.theme):
        yield summary.about.themes[theme]
        for item in items:
            yield from _point(item, summary)


def _point(item: Consideration, summary: Summary) -> Iterator[str]:
    point = item.point
    yield _wrapped(f"{point.headline} [{VALENCES[point.valence]}; article {', '.join(point.cites)}]", "- ")
    yield _wrapped(f"To discuss: {point.ask}", "  ")
    yield from (_wrapped(f"Answers: {reason}", "  ") for reason in item.why)
    yield from (_wrapped(f"Reading: {reading}", "  ") for reading in item.readings)
    for each in item.evidence:
        yield _wrapped(f"{EVIDENCE[each.evidence]}: {each.note}{_named(each.refs, summary)}", "  ")


def _beside(summary: Summary) -> Iterator[str]:
    front = summary.silent()
    yield from _heading(f"What the article does not say: {len(front)} of {len(summary.silences)} in front")
    for item in front:
        yield _wrapped(f"{item.silence.topic}: {item.silence.note}{_named(item.silence.refs, summary)}", "- ")
    yield from _heading("References")
    yield from _items(f"{each.short}: {each.place}{each.caveat}" for each in summary.references)


def _end(summary: Summary) -> Iterator[str]:
    about = summary.about
    yield from _heading("Limits")
    yield from _items(about.limits)
    yield from _heading("Not for")
    yield from _items(about.not_for)
    yield from _heading("Versions")
    yield _wrapped(f"Pack {summary.identity}")
    yield f"sha256 {summary.pack.digest}"
    yield _wrapped(f"Article “{about.source.title}”")
    yield f"sha256 {about.source.sha256}"


def _named(refs: tuple[str, ...], summary: Summary) -> str:
    names = "; ".join(summary.pack.reference(ref).short for ref in refs)
    return f" [{names}]" if names else ""


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield _wrapped(text.upper())


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (_wrapped(text, "- ") for text in texts)


def _wrapped(text: str, lead: str = "") -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
        break_long_words=False,
    )
