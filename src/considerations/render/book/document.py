"""Write the whole rule set to read from top to bottom, on the screen or as one file; every text is escaped where it is put in."""

from html import escape
from pathlib import Path

from considerations.pack import Pack, dates
from considerations.pack.words import paper as wording
from considerations.proof.verify import Proof
from considerations.render.book import chapters
from considerations.render.markup import Passages, paragraph
from considerations.render.stylesheet import BOOK

# Hides every entry without the words typed, on the screen and not on paper, until a link is followed. Nothing leaves the page.
SEARCH = (Path(__file__).parent / "search.js").read_text("utf-8")


def fragment(pack: Pack, proof: Proof | None, passages: Passages) -> str:
    """Write the book without its document."""
    parts = chapters.chapters(pack, proof, passages)
    contents = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, (title, _) in parts.items())
    body = "".join(
        f'<section id="{name}" tabindex="-1"><h2 class="theme">{escape(title)}</h2>{content}</section>'
        for name, (title, content) in parts.items()
    )
    return (
        f'<div class="book"><div class="search"><label for="book-search">{wording.SEARCH}</label>'
        f'<input type="search" id="book-search" autocomplete="off" spellcheck="false"><span role="status" data-found="{wording.FOUND}"></span>'
        f'<p class="hint">{wording.SEARCH_HINT}</p></div><nav aria-label="{wording.CONTENTS}">'
        f'<ol class="contents">{contents}</ol></nav>{body}</div>'
    )


def render(pack: Pack, proof: Proof | None, passages: Passages) -> str:
    """Write the book as one document that needs nothing else."""
    title, past = wording.BOOK_TITLE.format(title=escape(pack.about.title)), dates.out_of_date(pack)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{BOOK}</style></head>\n<body><main><h1>{title}</h1>{paragraph(past) if past else ''}{fragment(pack, proof, passages)}</main>"
        f"<script>\n{SEARCH}searchable(document.querySelector('.book'))</script></body></html>\n"
    )
