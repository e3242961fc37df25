"""What several pages share: their headings, their cards and the way between them."""

import re
from collections.abc import Iterable
from html import escape
from typing import Literal

import streamlit as st

from considerations.engine.items import key
from considerations.explain.explanations import Consideration, Explained, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import Pack
from considerations.pack.terms import EXAMPLE, NOT_ADVICE, NOTICES, STATUS, source_line
from considerations.render import cards
from considerations.render.html_blocks import html_list
from considerations.ui import browser_tab, server_cache, session

# What Streamlit's Markdown may take for more than itself: marks, directives, bullets, numbers, arrows, addresses.
_MARKS = re.compile(r"[!#$&*<=>@\[\\\]^_`{|}~]|:(?=\S)|(?<!\w)[-+]|(?<=\d)[.)](?=\s|$)|(?<=www)\.", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text as a label that Streamlit shows word for word; an empty span stops what a backslash alone does not."""
    return _MARKS.sub(r":small[]\\\g<0>:small[]", text)


def heading(title: str, over: str = "", *, above: str = "", keeps: bool = True, named: bool = True) -> None:
    """Head a page, name the browser's tab after it where that may be seen, and give the tab what it keeps unless a part does."""
    page = f"{over}: {title}" if over else title
    names = dict.fromkeys([page, "Considerations"] if named else ["Considerations"])
    over = f'<p class="over">{escape(over)}</p>' if over else ""
    about = f'data-page="{escape(page)}" data-title="{escape(" – ".join(names))}"'
    head = f'<h1 tabindex="-1" {about}>{escape(title)}</h1>'
    st.html(f"{above}{over}{head}{browser_tab.keeping() if keeps else ''}")


def card(item: Consideration, pack: Pack) -> str:
    """Give a point with its passages, why it has its state and what would change that, and the evidence beside it."""
    name = pack.about.pack
    passages = cards.quotations(item.point.cites, server_cache.passages(name))
    title = {True: "Why highlighted", None: "Why waiting", False: "Why not highlighted"}[item.state]
    why = _why(item, name, title, "It would be highlighted, with fewest answers different, if", item.interpretations)
    return (
        f'<article class="card {item.point.valence}">{cards.point_text(item.point)}{passages}'
        f'<div class="why">{why}</div>{cards.evidence(item.evidence, server_cache.refer(name))}</article>'
    )


def gap(item: ExplainedGap, pack: Pack) -> str:
    """Give a gap with why it stands where it does, and what would bring it to the front."""
    name = pack.about.pack
    title = {True: "Why in front", None: "Why waiting", False: "Why further back"}[item.state]
    why = _why(item, name, title, "It would come to the front, with fewest answers different, if")
    more = cards.disclosure(title, why) if item.state else f'<div class="why">{why}</div>'
    return cards.gap(item.gap, server_cache.refer(name), more)


def notices(summary: Summary, page: Literal["check-answers", "considerations"]) -> str:
    """Give the notices that a page shows at its top, each with why it shows."""
    found = "".join(
        f'<div class="notice-line"><p>{escape(notice.text)}</p>'
        f"{cards.disclosure('Why this shows', html_list(Explained(notice, summary.assessment, summary.reasons).why))}</div>"
        for notice in summary.notices
        if page in notice.where
    )
    return f'<section><h2 class="theme">{NOTICES}</h2>{found}</section>' if found else ""


def _why(item: Explained, name: str, title: str, if_changed: str, interpretations: Iterable[str] = ()) -> str:
    return (
        cards.titled_list(title, item.why, "and also" if item.state else "")
        + cards.titled_list("Reading", interpretations)
        + cards.titled_list("What each answer would do", item.options_do)
        + cards.titled_list(if_changed, item.change, "or")
        + server_cache.rules(name)[key(item.item)]
    )


def example(summary: Summary) -> str:
    """Say that what is shown is a worked example, where one was opened."""
    return f'<p class="notice-line"><b>{EXAMPLE}:</b> {escape(summary.example)}.</p>' if summary.example else ""


def link(label: str, page: str, *, onward: bool = False) -> None:
    """Offer a way to another page; the way `onward` stands out by its arrow."""
    st.page_link(page, label=label, icon=":material/arrow_forward:" if onward else None, icon_position="right")


def start_again() -> None:
    """Offer to forget everything, and ask once more before it does."""
    with st.popover("Start again", icon=":material/restart_alt:"):
        st.write("All answers will be forgotten. This cannot be undone.")
        st.button("Forget all answers", type="primary", on_click=session.forget)


def footer(pack: Pack) -> None:
    """Say on every page what this is, and what it is not."""
    about = pack.about
    st.html(
        f'<footer class="foot"><p>{escape(NOT_ADVICE)}</p><p>{escape(source_line(about))}</p>'
        f"<p>Version {escape(about.version)}: {STATUS[about.status]}. "
        f"{escape(browser_tab.KEEPS)}</p></footer>"
    )
