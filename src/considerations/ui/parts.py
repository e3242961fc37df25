"""What several pages share: their style, their headings, their cards and the way between them."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from considerations.pack import Pack
from considerations.summary import NOT_ADVICE, VALENCES, Consideration
from considerations.ui import session
from considerations.ui.focus import focus_on
from considerations.ui.style import CSS


def style() -> None:
    """Put the app's style on the page."""
    with st.container(key="unseen-style", height=1, border=False):
        st.html(f"<style>{CSS}</style>")


def heading(title: str, place: str, over: str = "") -> None:
    """Head a page, name the browser's tab after it, and move the focus there when the visitor has turned to it."""
    names = [f"{over}: {title}" if over else title, "Considerations"]
    st.set_page_config(page_title=" – ".join(dict.fromkeys(names)))
    if over:
        st.html(f'<p class="over">{escape(over)}</p>')
    st.title(title, anchor=False)
    focus_on(place, title)


def card(item: Consideration) -> str:
    """Give a highlighted or waiting point as markup."""
    point = item.point
    return (
        f'<article class="card {point.valence}"><p class="tags"><span>{VALENCES[point.valence]}</span>'
        f"<span>Article {', '.join(point.cites)}</span></p><h3>{escape(point.headline)}</h3><p>{escape(point.says)}</p>"
        f'<p class="ask"><b>To discuss:</b> {escape(point.ask)}</p>{reasons(item)}</article>'
    )


def reasons(item: Consideration) -> str:
    """Give why a point has its state, and its whole rule, as markup."""
    title = {True: "Why highlighted", None: "Why waiting", False: "Why not highlighted"}[item.state]
    read = f"<p><b>Reading</b></p>{bullets(item.readings)}" if item.readings else ""
    rule = f"<details><summary>The rule in words</summary>{bullets(item.rule, between='or')}</details>"
    return f'<div class="why"><p><b>{title}</b></p>{bullets(item.why, between="and also")}{read}{rule}</div>'


def bullets(items: Iterable[str], between: str = "") -> str:
    """Give texts as a list; `between` says what joins them."""
    lead = f"<i>{between}</i> " if between else ""
    return "<ul>" + "".join(f"<li>{lead if nth else ''}{escape(item)}</li>" for nth, item in enumerate(items)) + "</ul>"


def counted(number: int, noun: str = "point") -> str:
    """Give a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def start_again() -> None:
    """Offer to forget everything, and ask once more before it does."""
    with st.popover("Start again", icon=":material/restart_alt:"):
        st.write("All answers will be forgotten. This cannot be undone.")
        if st.button("Forget all answers", type="primary"):
            session.forget()
            st.switch_page("start.py")


def footer(pack: Pack) -> None:
    """Say on every page what this is, and what it is not."""
    about = pack.about
    st.html(
        f'<footer class="foot"><p>{escape(NOT_ADVICE)} Source: {escape(about.source.kind.lower())}, '
        f"“{escape(about.source.title)}”; author and date: {escape(about.source.author.lower())}.</p>"
        f"<p>Version {escape(about.version)}, {about.status}. Nothing you answer is stored; it stays in this session.</p></footer>"
    )
