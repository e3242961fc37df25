"""What is shown while a stop holds: what to do first, and nothing about treatment."""

from html import escape

import streamlit as st

from considerations.explain.summary import StopNotice
from considerations.pack import Pack
from considerations.pack.terms import ACT_FIRST, CRISIS_LINES
from considerations.pack.words import screen
from considerations.render.markup import html_list
from considerations.ui import buttons, page_parts, radio_groups
from considerations.ui.question_widget import ask


def show(notice: StopNotice, pack: Pack) -> None:
    """Show a stop in place of any page, with the questions it depends on below it."""
    # The history of a shared computer keeps the names of its pages.
    page_parts.heading(ACT_FIRST, named=False)
    _panel(notice)
    buttons.print_button(notice, screen.PRINT_STOP)
    st.html(f"<p>{screen.STOP_MISTAKE}</p>")
    for question in notice.asks:
        ask(pack, question, place=radio_groups.ON_STOP)
    page_parts.start_again()


def _panel(notice: StopNotice) -> None:
    contacts = "".join(
        f"<li><b>{escape(contact.place)}</b> {escape(contact.line)} {_web_page(contact.url)}</li>"
        for contact in notice.contacts
    )
    st.html(
        f'<section class="stop" role="alert"><h2>{escape(notice.headline)}</h2>{html_list(notice.first, "ol")}'
        f"<h3>{CRISIS_LINES}</h3><ul>{contacts}</ul><p class='hint'>{escape(notice.contacts_checked)}</p>"
        f"<p>{escape(notice.after)}</p><p class='hint'>{escape(notice.version)}</p></section>"
    )


def _web_page(url: str | None) -> str:
    return f'<a href="{escape(url)}" rel="noreferrer" target="_blank">{escape(url)}</a>' if url else ""
