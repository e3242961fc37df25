"""The whole rule set to read from top to bottom, on the screen or as one file; every value is escaped where it is put in."""

from html import escape

from considerations.pack import Pack
from considerations.proof.verify import Proof
from considerations.render.book import chapters
from considerations.render.cards import Passages
from considerations.render.stylesheet import BOOK

# Leaves only the entries that hold what is typed, on the screen and not on paper, and all of them when a link is followed.
# Nothing leaves the page.
SEARCH = """
function searchable(book) {
  const field = book.querySelector('input[type=search]'), told = book.querySelector('[role=status]');
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
      const held = entries.filter((entry) => holder.contains(entry));
      holder.classList.toggle('gone', held.length > 0 && held.every((entry) => entry.classList.contains('gone')));
    }
    book.querySelector('nav').classList.toggle('gone', words.length > 0);
    told.textContent = words.length ? `${hits} of ${entries.length} entries` : '';
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
    """Give the book without its document."""
    parts = chapters.chapters(pack, proof, passages)
    contents = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, (title, _) in parts.items())
    body = "".join(
        f'<section id="{name}" tabindex="-1"><h2 class="theme">{escape(title)}</h2>{content}</section>'
        for name, (title, content) in parts.items()
    )
    return (
        '<div class="book"><div class="search"><label for="book-search">Search this page</label>'
        '<input type="search" id="book-search" autocomplete="off" spellcheck="false"><span role="status"></span>'
        '<p class="hint">What you type is looked for here in your browser and goes nowhere.</p></div>'
        f'<nav aria-label="Contents"><ol class="contents">{contents}</ol></nav>{body}</div>'
    )


def render(pack: Pack, proof: Proof | None, passages: Passages) -> str:
    """Give the book as one document that needs nothing else."""
    title = f"How it works: {escape(pack.about.title)}"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{BOOK}</style></head>\n<body><main><h1>{title}</h1>{fragment(pack, proof, passages)}</main>"
        f"<script>{SEARCH}searchable(document.querySelector('.book'))</script></body></html>\n"
    )
