"""What is shown while a stop holds: what comes first, and nothing about treatment."""

from html import escape

import streamlit as st

from considerations.pack import Pack
from considerations.summary import Notice
from considerations.ui import parts, session
from considerations.ui.printing import print_button


def show(notice: Notice, pack: Pack) -> None:
    """Show a stop as a page of its own."""
    parts.heading("What comes first", "stop")
    panel(notice)
    with st.container(horizontal=True):
        if st.button("Change an answer"):
            session.go(step_of_stops(pack))
            st.switch_page("questions.py")
        parts.start_again()


def panel(notice: Notice) -> None:
    """Show what comes first, the crisis lines, and a button that prints just this."""
    first = "".join(f"<li>{escape(text)}</li>" for text in notice.first)
    contacts = "".join(
        f"<li><b>{escape(contact.place)}</b> {escape(contact.line)} "
        f'<a href="{escape(contact.url)}" rel="noreferrer" target="_blank">{escape(contact.url)}</a></li>'
        for contact in notice.contacts
    )
    st.html(
        f'<section class="stop" role="alert"><h2>{escape(notice.headline)}</h2><ol>{first}</ol>'
        f"<h3>Crisis lines</h3><ul>{contacts}</ul>"
        f'<p class="hint">{escape(notice.contacts_checked)}</p><p>{escape(notice.after)}</p></section>'
    )
    print_button(notice, "Print this page")


def step_of_stops(pack: Pack) -> int:
    """Give the index of the first step with a question on which a stop hangs."""
    asked = {name for stop in pack.stops.stops for name in stop.when.one_of}
    return next(nth for nth, step in enumerate(pack.steps) if asked & {q.question for q in step.questions})
