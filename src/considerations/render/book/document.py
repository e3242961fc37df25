"""Write the whole rule set to read from top to bottom, on the screen or as one file; every text is escaped where it is put in."""

from html import escape

from considerations.pack import Pack, dates
from considerations.pack.words import paper as wording
from considerations.proof.verify import Proof
from considerations.render.book import chapters
from considerations.render.cards import Passages
from considerations.render.html_blocks import paragraph
from considerations.render.stylesheet import BOOK

# Hides every entry without the words typed, on the screen and not on paper, until a link is followed. Nothing leaves the page.
SEARCH = """
function searchable(book) {
  const field = book.querySelector('input[type=search]'), status = book.querySelector('[role=status]');
  const entries = [...book.querySelectorAll(
    '.card, tbody tr, section > p, section > ul > li, section > ol > li, .group > ul > li')];
  const holders = [...book.querySelectorAll('.group'), ...book.querySelectorAll('section')];
  const find = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let hits = 0;
    for (const entry of entries) {
      const text = entry.textContent.toLowerCase(), hit = words.every((word) => text.includes(word));
      entry.classList.toggle('gone', !hit);
      if (hit) hits += 1;
    }
    for (const holder of holders) {
      const inside = entries.filter((entry) => holder.contains(entry));
      holder.classList.toggle('gone', inside.length > 0 && inside.every((entry) => entry.classList.contains('gone')));
    }
    book.querySelector('nav').classList.toggle('gone', words.length > 0);
    book.classList.toggle('searched', words.length > 0);
    status.textContent = words.length
      ? status.dataset.found.replace('{hits}', hits).replace('{all}', entries.length) : '';
  };
  const clear = () => { if (field.value) { field.value = ''; find(); } };
  field.oninput = () => { find(); book.scrollIntoView({ block: 'start' }); };
  field.onkeydown = (event) => { if (event.key === 'Escape') clear(); };
  book.onclick = (event) => {
    if (event.target.closest('a[href^="#"]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) clear();
  };
}
"""


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
        f"<script>{SEARCH}searchable(document.querySelector('.book'))</script></body></html>\n"
    )
