"""Write the summary as plain text for a record, 72 columns wide; in ASCII only where the record system needs that."""

import unicodedata
from collections.abc import Iterable, Iterator, Sized
from itertools import count, groupby

from considerations.explain.explanations import Consideration
from considerations.explain.summary import StopNotice, Summary
from considerations.pack import terms
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.paper.audit_pages import versions
from considerations.render.paper.glyphs import to_ascii

WIDTH = 72

# The start of a line, and the text that is wrapped after it.
Line = tuple[str, str]


def render(document: Summary | StopNotice, *, ascii_only: bool = False) -> str:
    """Write the text with a newline at its end; `ascii_only` writes other characters in ASCII, or names them."""
    lines = _notice(document) if isinstance(document, StopNotice) else _summary(document)
    return "".join(f"{wrapped(lead, to_ascii(text) if ascii_only else text)}\n" for lead, text in lines)


def columns(text: str) -> int:
    r"""
    Measure a text on a screen of equal columns, where East Asian characters take two and accents none.

    >>> columns("café"), columns("cafe\u0301"), columns("薬")
    (4, 4, 2)
    """
    if text.isascii():
        return len(text)
    wide = [
        unicodedata.east_asian_width(sign) in "WF" for sign in text if unicodedata.category(sign) not in ("Mn", "Me")
    ]
    return len(wide) + sum(wide)


def wrapped(lead: str, text: str) -> str:
    """Wrap a text after its lead; a word wider than a line, such as a long address, continues on the next."""
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
    yield from (("- ", first) for first in notice.first)
    yield from _part(terms.CRISIS_LINES, [f"{contact.place}. {contact.line}" for contact in notice.contacts])
    yield "", notice.contacts_checked
    yield "", ""
    yield "", notice.after
    yield "", notice.version


def _summary(summary: Summary) -> Iterator[Line]:
    unanswered = summary.in_state(None)
    needing = [f"{each.point.headline} [{wording.ARTICLE.format(addresses=_cites(each))}]" for each in unanswered]
    relevant = [
        f"{each.gap.topic}: {each.gap.note}{_references(each.gap.refs, summary)}" for each in summary.relevant_gaps()
    ]
    references = [f"{each.short}: {each.place}{each.caveat}" for each in summary.references]
    yield "", terms.TITLE.upper()
    yield "", f"{summary.identity}. {terms.NOT_ADVICE}"
    if summary.out_of_date:
        yield "", summary.out_of_date
    yield "", terms.source_line(summary.about)
    yield from _part(wording.SITUATION, _situation(summary), "")
    yield from _part(terms.NOTICES, [notice.text for notice in summary.notices])
    yield from _points(summary)
    yield from _part(wording.IN_SHORT, summary.in_short)
    yield from _part(_number(wording.POINTS_NEED_ANSWERS, needing, summary.considerations), needing)
    yield from _part(wording.ANSWERS, [f"{line.question.short}: {line.answer}" for line in summary.answers], "")
    yield from _heading(_number(wording.RELEVANT_TOPICS, relevant, summary.gaps))
    yield from (("- ", topic) for topic in relevant)
    if not summary.gaps:
        yield "", draft.MISSING["gaps"]
    yield from _part(wording.REFERENCES, references)
    yield from _part(wording.LIMITS, summary.pack.limits)
    yield from _part(wording.NOT_FOR, summary.about.not_for)
    yield from _part(wording.VERSIONS, versions(summary.pack), "")


def _situation(summary: Summary) -> Iterator[str]:
    if summary.example:
        yield f"{terms.EXAMPLE}: {summary.example}."
    yield summary.situation
    if summary.safety_open:
        yield f"{wording.SAFETY_OPEN} {'; '.join(question.short for question in summary.safety_open)}."


def _points(summary: Summary) -> Iterator[Line]:
    highlighted = summary.in_state(True)
    yield from _heading(_number(wording.POINTS_APPLY, highlighted, summary.considerations))
    if not highlighted:
        yield "", terms.NOTHING
    for theme, items in groupby(summary.to_discuss, key=lambda item: item.point.theme):
        yield "", summary.about.themes[theme]
        for item in items:
            yield from _point(item, summary)
    if summary.set_aside:
        yield from _heading(wording.SET_ASIDE.format(number=len(summary.set_aside)))
    for item in summary.set_aside:
        yield from _point(item, summary)


def _point(item: Consideration, summary: Summary) -> Iterator[Line]:
    tag = wording.POINT_TAG.format(valence=terms.VALENCES[item.point.valence], addresses=_cites(item))
    yield "- ", f"{item.point.headline} [{tag}]"
    if mark := summary.mark(item):
        yield "  ", wording.MARKED.format(mark=mark)
    yield "  ", f"{wording.TO_DISCUSS} {item.point.ask}"
    yield from (("  ", f"{wording.WHY_SHOWN} {reason}") for reason in item.why)
    yield from (("  ", f"{terms.HOW_WE_READ_IT}: {interpretation}") for interpretation in item.interpretations)
    for weighed in item.evidence:
        verdict = wording.WEIGHED.format(verdict=terms.EVIDENCE[weighed.evidence])
        yield "  ", f"{verdict}. {weighed.note}{_references(weighed.refs, summary)}"
    if not item.evidence:
        yield "  ", wording.WEIGHED.format(verdict=f"{draft.NO_EVIDENCE.lower()}.")


def _cites(item: Consideration) -> str:
    return ", ".join(item.point.cites)


def _references(refs: tuple[str, ...], summary: Summary) -> str:
    names = "; ".join(summary.pack.evidence.named[ref].short for ref in refs)
    return f" [{names}]" if names else ""


def _number(title: str, some: Sized, everything: Sized) -> str:
    return title.format(number=len(some), total=len(everything))


def _heading(text: str) -> tuple[Line, Line]:
    return ("", ""), ("", text.upper())


def _part(title: str, texts: Iterable[str], lead: str = "- ") -> tuple[Line, ...]:
    """Write texts under their title; nothing where there are none."""
    lines = [(lead, text) for text in texts]
    return (*_heading(title), *lines) if lines else ()
