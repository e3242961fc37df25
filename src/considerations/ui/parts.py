"""What several pages share: their style, their headings, their cards and the way between them."""

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from considerations.annex import Reference, Row, Silence, Weighed
from considerations.pack import Pack, Point
from considerations.render.pieces import listed, side_by_side
from considerations.summary import Consideration, Summary
from considerations.terms import EVIDENCE, EXAMPLE, NOT_ADVICE, STATUS, VALENCES, counted, source_line
from considerations.ui import session, tab
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


def heading_of(point: Point) -> str:
    """Give what every view of a point begins with: its valence, its addresses and its text."""
    return (
        f'<p class="tags"><span>{VALENCES[point.valence]}</span><span>Article {", ".join(point.cites)}</span></p>'
        f"<h3>{escape(point.headline)}</h3><p>{escape(point.says)}</p>"
        f'<p class="ask"><b>To discuss:</b> {escape(point.ask)}</p>'
    )


def card(item: Consideration, pack: Pack) -> str:
    """Give a point with its passages, why it has its state, and the evidence beside it, as markup."""
    title = {True: "Why highlighted", None: "Why waiting", False: "Why not highlighted"}[item.state]
    read = f"<p><b>Reading</b></p>{listed(item.readings)}" if item.readings else ""
    rule = f"<details><summary>The rule in words</summary>{listed(item.rule, between='or')}</details>"
    why = f'<div class="why"><p><b>{title}</b></p>{listed(item.why, between="and also")}{read}{rule}</div>'
    beside = evidence(item.evidence, pack)
    return f'<article class="card {item.point.valence}">{heading_of(item.point)}{passages(item.point, pack)}{why}{beside}</article>'


def passages(point: Point, pack: Pack) -> str:
    """Give the article's own words at a point's addresses, where the text is at hand; say where it does not match."""
    found = session.passages(pack.about.pack)
    if not found:
        return ""
    entries = "".join(
        f"<p><b>{address}</b> <q>{escape(passage)}</q></p>"
        if (passage := found[address])
        else f"<p><b>{address}</b> The article at hand has another sentence here, so it is not shown.</p>"
        for address in point.cites
    )
    return f'<blockquote class="passage">{entries}</blockquote>'


def evidence(weighed: Iterable[Weighed], pack: Pack) -> str:
    """Give what published evidence adds, with its references folded below."""
    entries = [
        f"<p><b>{EVIDENCE[each.evidence]}</b> ({', '.join(each.at)}). {escape(each.note)}</p>{references(each.refs, pack)}"
        for each in weighed
    ]
    return f'<div class="why"><p><b>Beside the article</b></p>{"".join(entries)}</div>' if entries else ""


def references(refs: Iterable[str], pack: Pack) -> str:
    """Give references as a list that opens, each with what it found and how it was checked."""
    entries = [f"<li>{_reference(pack.reference(ref))}</li>" for ref in refs]
    folded = f"<details><summary>{counted(len(entries), 'reference')}</summary><ul>{''.join(entries)}</ul></details>"
    return folded if entries else ""


def _reference(each: Reference) -> str:
    where = escape(each.place)
    link = f'<a href="{escape(each.link)}" rel="noreferrer" target="_blank">{where}</a>' if each.link else where
    return (
        f"{escape(each.citation)} {link}<br>{escape(each.design)}; {escape(each.population)}.<br>{escape(each.finding)}"
        f" <i>Checked against: {each.checked}.</i>"
    )


def silence(item: Silence, pack: Pack, why: Iterable[str] = ()) -> str:
    """Give a silence as markup, with what brought it to the front."""
    because = listed(why)
    fronted = f"<details><summary>Why in front</summary>{because}</details>" if because else ""
    return (
        f'<article class="card silence"><h3>{escape(item.topic)}</h3><p>{escape(item.note)}</p>'
        f"{references(item.refs, pack)}{fronted}</article>"
    )


def comparison(pack: Pack, bears: Callable[[Row], bool] = lambda row: False) -> str:
    """Give the side-by-side table in a box that scrolls where the screen is narrow."""
    table = side_by_side(pack.comparison, bears)
    return f'<div class="wide" tabindex="0" role="region" aria-label="Side by side">{table}</div>'


def example(summary: Summary) -> str:
    """Say that what is shown is a worked example, where one was opened."""
    return f'<p class="notice-line"><b>{EXAMPLE}:</b> {escape(summary.example)}.</p>' if summary.example else ""


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
        f'<footer class="foot"><p>{escape(NOT_ADVICE)}</p><p>{escape(source_line(about))}</p>'
        f"<p>Version {escape(about.version)}: {STATUS[about.status]}. "
        f"{escape(tab.KEEPS)}</p></footer>"
    )
