"""How it works: the whole rule set to read from top to bottom, to search and to follow, without an answer."""

from pathlib import Path

import streamlit as st

from considerations.pack import Pack
from considerations.pack.words import screen
from considerations.render.book import document
from considerations.ui import page_parts, proof_cache, server_cache, session

# The book is larger than what the screen's own markup may hold (tables, a search), so it is a component of its own.
_SCRIPT = document.SEARCH + Path(__file__).with_suffix(".js").read_text("utf-8")
_book = st.components.v2.component("book", html='<div class="place"></div>', js=_SCRIPT, isolate_styles=False)


def main(pack: Pack) -> None:
    """Show the book."""
    page_parts.heading(screen.PAGE_HOW_IT_WORKS)
    for fault in server_cache.article_text(pack)[1]:
        st.warning(screen.NO_ARTICLE.format(fault=page_parts.plain(fault)))
    html = document.fragment(pack, proof_cache.proof(pack.about.pack, pack.digest), server_cache.passages(pack))
    _book(key="book", data={"html": html, "version": pack.digest}, height="content")


main(session.in_use())
