"""The workbench's one page: drawn anew when the folder changes, without a click, and never otherwise."""

from html import escape
from pathlib import Path

import streamlit as st

from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.pack import Pack
from considerations.pack.words import workbench as wording
from considerations.proof.workbench import KEYS, Workbench
from considerations.render import workbench as render
from considerations.render.markup import paragraph
from considerations.ui import overview, page_parts, server_cache
from considerations.ui.buttons import preview
from considerations.ui.style import CSS
from considerations.ui.workbench.watching import watched

# How often the folder is looked at, in seconds.
EVERY = 0.4
# What the server adds for a page that cannot be drawn is of no use here.
_STYLE = f"<style>{CSS}{Path(__file__).with_suffix('.css').read_text('utf-8')}</style>"


@st.fragment(run_every=EVERY)
def _watch(shown: Workbench) -> None:
    if watched().current() is not shown:
        st.rerun()


def main(bench: Workbench) -> None:
    """Show everything that is the case with the folder now; all is written before any of it is drawn."""
    folder, pack = watched().folder.name, bench.examined.pack
    title, kind = wording.TITLE.format(folder=folder), "count" if render.is_clean(bench) else "notice-line"
    server_cache.article_text.cache_clear()
    passages = server_cache.passages(pack) if pack else {}
    sections = [
        (name, f'<section aria-label="{name}"><h2 class="theme">{name}</h2>{content}</section>')
        for name, content in render.parts(bench, passages)
    ]
    summary = summarise(pack, bench.case) if pack else None
    edited = _edited(bench, pack, summary) if pack and summary else ""
    st.set_page_config(page_title=title)
    st.html(f"{_STYLE}<h1>{escape(title)}</h1>")
    st.html(f'<p class="{kind}" role="status">{escape(render.state(bench, folder))}</p>')
    for name, section in sections:
        st.html(section)
        if name == wording.CHANGES:
            st.html(edited)
            if bench.case and summary:
                preview(summary)


def _edited(bench: Workbench, pack: Pack, summary: Summary | StopNotice) -> str:
    """Write the entry edited last, above its print."""
    if not bench.edited:
        return paragraph(wording.NOTHING_EDITED)
    (kind, name), *others = bench.edited
    names = ", ".join(f"{kind} {name}" for kind, name in others)
    card = _card(summary, kind, name, pack) if isinstance(summary, Summary) else ""
    card = f'<h3>{wording.CARD}</h3><div class="overview">{card}</div>' if card else ""
    in_full = render.in_full(bench, pack)
    rule = wording.RULE if kind in ("point", "gap", "notice") else wording.IN_THE_BOOK
    on_paper = f"<h3>{wording.ON_PAPER}</h3>" if bench.case else paragraph(wording.NO_CASE) if KEYS[kind] else ""
    return (
        f'<section><h2 class="theme">{escape(wording.EDITED.format(kind=kind, name=name))}</h2>'
        f"{paragraph(wording.ALSO_EDITED.format(names=names)) if others else ''}"
        f"{card}"
        f"{f'<h3>{rule}</h3>{in_full}' if in_full else ''}{on_paper}</section>"
    )


def _card(summary: Summary, kind: str, name: str, pack: Pack) -> str:
    if kind == "point":
        line = next(overview.line(each, pack) for each in summary.considerations if each.point.point == name)
        return line.replace("<details", "<details open", 1)
    if kind == "gap":
        return next(page_parts.gap(each, pack) for each in summary.gaps if each.gap.gap == name)
    return page_parts.notices(summary, "considerations") if kind == "notice" else ""


seen = watched().current()
main(seen)
_watch(seen)
