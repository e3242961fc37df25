"""Each rendering read back as words, to be compared with each other and with what is owed."""

import html as markup
import re
from collections.abc import Callable, Mapping
from io import BytesIO

import pypdfium2

from considerations.explain.summary import StopNotice, Summary
from considerations.pack.terms import EXAMPLE, NOT_ADVICE, source_line
from considerations.render import text
from considerations.render.paper import html, pdf
from considerations.render.paper.glyphs import to_ascii

Read = Callable[[Summary | StopNotice], str]


def plain(page: str) -> str:
    """A rendering without markup, entities and line breaks."""
    bare = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S) if "</" in page else page
    return " ".join(markup.unescape(bare).split())


def pages(made: bytes) -> list[list[str]]:
    """The lines of each page of a PDF, in the order in which they are drawn."""
    return [page.get_textpage().get_text_range().splitlines() for page in pypdfium2.PdfDocument(BytesIO(made))]


def in_pdf(made: bytes) -> str:
    """The words of a PDF without the first and last line of each page, which run on all of them."""
    return "\n".join(line for lines in pages(made) for line in lines[1:-1])


def words(read: str) -> str:
    """Text in small letters without spaces and hyphens, at which lines may have been broken."""
    return re.sub(r"[\s-]", "", to_ascii(re.sub("[\u00ad\u0002\ufffe]", "", read))).lower()


# Another form is another line here; the tests below it hold it to the same.
READ: Mapping[str, Read] = {
    "html": lambda document: plain(html.render(document)),
    "html in large type": lambda document: plain(html.render(document, large=True)),
    "text": text.render,
    "text in ASCII": lambda document: text.render(document, ascii_only=True),
    "pdf": lambda document: in_pdf(pdf.render(document)),
}


def owed(found: Summary | StopNotice) -> list[str]:
    """What every form holds: of a stop its own words, of a summary its points, gaps, answers, versions, caveats."""
    if isinstance(found, StopNotice):
        contacts = [text for contact in found.contacts for text in (contact.place, contact.line)]
        return [found.headline, *found.first, *contacts, found.contacts_checked, found.after, found.version]
    about, highlighted = found.about, found.in_state(True)
    return [
        *(f"{EXAMPLE}: {found.example}." for _ in [found.example] if found.example),
        *(found.situation, *(question.short for question in found.safety_open)),
        *(notice.text for notice in found.notices),
        *found.in_short,
        *(each for item in highlighted for each in (item.point.headline, item.point.ask, *item.point.cites)),
        *(
            each
            for item in highlighted
            for each in (*item.why, *item.interpretations, *(note.note for note in item.evidence))
        ),
        *(item.point.headline for item in found.in_state(None)),
        *(each for item in found.relevant_gaps() for each in (item.gap.topic, item.gap.note)),
        *(line.answer for line in found.answers),
        *(each for reference in found.references for each in (reference.short, reference.place)),
        *(NOT_ADVICE, source_line(about), found.identity, *about.limits, *about.not_for),
        *(about.version, found.pack.digest, about.source.sha256),
    ]


def missing(found: Summary | StopNotice, read: str) -> list[str]:
    """What is owed and cannot be read there."""
    there = words(read)
    return [text for text in owed(found) if words(text) not in there]


def misplaced(found: Summary, read: str) -> list[str]:
    """Background points that can be read there, and notices, points and sentences on gaps that are out of order."""
    there = words(read)
    notices, headlines = (
        [each.text for each in found.notices],
        [each.point.headline for each in found.in_state(True)],
    )
    order = [there.index(words(text)) for text in (*notices, *headlines, *found.in_short)]
    return [item.point.headline for item in found.in_state(False) if words(item.point.headline) in there] + (
        [] if order == sorted(order) else ["what stands above, the points and the gaps in short are out of order"]
    )
