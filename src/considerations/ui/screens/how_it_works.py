"""How it works: the whole rule set to read from top to bottom, to search and to follow, without an answer."""

import streamlit as st

from considerations.pack import Pack
from considerations.pack.words import screen
from considerations.render.book import document
from considerations.ui import page_parts, proof_cache, server_cache, session

# The book is larger than what the screen's own markup may hold (tables, a search), so it is a component of its own.
_SCRIPT = (
    document.SEARCH
    + """
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector('.place');
  place.style.setProperty('--top', '3.75rem');
  if (place.dataset.version === data.version) return;
  place.dataset.version = data.version;
  place.innerHTML = data.html;
  const book = place.firstElementChild;
  searchable(book);
  // One chapter at a time; a search goes through all of them, and a link opens the chapter it leads to.
  book.classList.add('by-chapter');
  const open = (hash) => {
    const wanted = document.getElementById(decodeURIComponent(hash.slice(1)));
    const chapter = book.contains(wanted) ? wanted.closest('section') : book.querySelector('section');
    for (const each of book.querySelectorAll('section')) each.classList.toggle('open', each === chapter);
    for (const each of book.querySelectorAll('nav a')) each.setAttribute('aria-current', each.hash === `#${chapter.id}`);
    return wanted;
  };
  book.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) open(link.hash);
  });
  const follow = () => { if (book.isConnected) open(location.hash)?.scrollIntoView(); else removeEventListener('hashchange', follow) };
  addEventListener('hashchange', follow);
  follow();
}
"""
)
_book = st.components.v2.component("book", html='<div class="place"></div>', js=_SCRIPT, isolate_styles=False)


def main(pack: Pack) -> None:
    """Show the book."""
    page_parts.heading(screen.PAGE_HOW_IT_WORKS)
    for fault in server_cache.article_text(pack)[1]:
        st.warning(screen.NO_ARTICLE.format(fault=page_parts.plain(fault)))
    html = document.fragment(pack, proof_cache.proof(pack.about.pack, pack.digest), server_cache.passages(pack))
    _book(key="book", data={"html": html, "version": pack.digest}, height="content")


main(session.in_use())
