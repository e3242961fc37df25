"""Write the short note for a record: every point in a few words with its place in the article, the gaps, and where the rest is."""

from collections.abc import Iterable, Iterator

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack.terms import EXAMPLE, MARKS, NOTHING
from considerations.pack.words import paper as wording
from considerations.render import text
from considerations.render.paper.glyphs import to_ascii

# As much as is read at once: the topics that are not covered are named as far as there is room.
LINES = 25


def render(document: Summary | StopNotice, *, ascii_only: bool = False) -> str:
    """Write the note with a newline at its end; under a stop it is the whole text of the stop."""
    if isinstance(document, StopNotice):
        return text.render(document, ascii_only=ascii_only)
    gaps = sorted(document.relevant_gaps(), key=lambda item: not item.gap.in_short)
    topics = [(item.gap.short or item.gap.topic).rstrip(".") for item in gaps]
    # Beside a benefit, what is known of its harms is always named.
    least = len(document.in_short) if any(item.point.valence == "benefit" for item in document.to_discuss) else 0
    title, case, *points = _parts(document)
    heads = ([title, case, *points], [title, case, " ".join(points)], [" ".join([title, case, *points])])
    source = wording.NOTE_SOURCE.format(
        title=document.about.source.title, identity=document.identity, digest=document.pack.digest[:12]
    )
    ends = [[*_gaps(topics, named), source] for named in range(len(topics), least - 1, -1)]
    below = [_written(end, ascii_only) for end in ends]
    # The more there is to say, the fewer topics are named, and the fewer texts have a line of their own.
    for above in (_written(head, ascii_only) for head in heads):
        if note := next((above + end for end in below if (above + end).count("\n") <= LINES), None):
            return note
    return _written([" ".join([*heads[-1], *ends[-1]])], ascii_only)


def _written(parts: Iterable[str], ascii_only: bool) -> str:
    return "".join(f"{text.wrapped('', to_ascii(part) if ascii_only else part)}\n" for part in parts)


def _parts(summary: Summary) -> list[str]:
    """Write title, case and points; joined, they take fewer lines."""
    example = [f"{EXAMPLE}."] if summary.example else []
    parts = [wording.NOTE_TITLE, " ".join([*example, summary.situation])]
    if summary.safety_open:
        questions = "; ".join(question.short for question in summary.safety_open)
        parts.append(f"{wording.SAFETY_OPEN} {questions}.")
    unanswered = [line.question for line in summary.answers if line.asked and not line.option]
    if others := [question.short for question in unanswered if question not in summary.safety_open]:
        parts.append(wording.NOT_ANSWERED_IN_NOTE.format(questions="; ".join(others)))
    if summary.notices:
        notices = "; ".join((each.short or each.text).rstrip(".") for each in summary.notices)
        parts.append(wording.NOTE_NOTICES.format(notices=notices))
    parts += [summary.out_of_date] if summary.out_of_date else []
    return [*parts, *_points(summary)]


def _points(summary: Summary) -> Iterator[str]:
    if not summary.in_state(True):
        yield NOTHING
    for valence, title in wording.CLAIMED.items():
        if items := [item for item in summary.to_discuss if item.point.valence == valence]:
            yield title.format(number=len(items), points=_named(items, summary))
    marked = {mark: [item for item in summary.set_aside if summary.mark(item) == mark] for mark in MARKS.values()}
    aside = [f"{_in_short(mark)}: {_named(items)}" for mark, items in marked.items() if items]
    if aside:
        yield wording.MARKED_IN_NOTE.format(number=len(summary.set_aside), points="; ".join(aside))


def _named(items: Iterable[Consideration], summary: Summary | None = None) -> str:
    """Write points in a few words; with a summary, also the marks of those that stay to be discussed in spite of them."""
    written = []
    for item in items:
        mark = summary.mark(item) if summary else ""
        said = wording.NOTE_POINT.format(
            point=(item.point.short or item.point.headline).rstrip("."),
            addresses=", ".join(item.point.cites),
            mark=wording.NOTE_MARK.format(mark=_in_short(mark)) if mark else "",
        )
        written.append(said)
    return "; ".join(written)


def _in_short(mark: str) -> str:
    return mark.rpartition(": ")[2].lower()


def _gaps(topics: list[str], named: int) -> Iterator[str]:
    more = [wording.MORE_TOPICS.format(number=len(topics) - named)] if named < len(topics) else []
    if topics:
        yield wording.NOTE_GAPS.format(number=len(topics), topics="; ".join([*topics[:named], *more]))
