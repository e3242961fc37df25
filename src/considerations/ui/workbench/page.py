"""The workbench's one page: drawn anew when the folder changes, without a click, and never otherwise."""

from html import escape

import streamlit as st

from considerations.explain.summary import Summary, summarise
from considerations.pack import Pack
from considerations.pack.words import workbench as wording
from considerations.proof.workbench import Workbench
from considerations.render import workbench as render
from considerations.ui import overview, page_parts, server_cache
from considerations.ui.print_button import preview
from considerations.ui.style import CSS
from considerations.ui.workbench.watching import watched

# How often the folder is looked at, in seconds.
EVERY = 0.4
# What the server adds for a page that cannot be drawn is of no use here.
_STYLE = f"""<style>{CSS}#undrawn {{ display: none; }} .fault {{ margin: 0 0 .9rem; overflow-wrap: anywhere; }}
.fault p, section li p {{ margin: 0 0 .2rem; }} .fault pre.record {{ padding: .4rem .8rem; }}
mark {{ color: inherit; background: color-mix(in srgb, #b25e09 35%, transparent); }} [data-testid="stMain"] section h3 {{ font-size: 1.05rem; padding: 0; margin: .8rem 0 .2rem; }}
section summary {{ text-decoration: underline; }}</style>"""


@st.fragment(run_every=EVERY)
def _watch(shown: Workbench) -> None:
    if watched().current() is not shown:
        st.rerun()


def main(bench: Workbench) -> None:
    """Show everything that is the case with the folder now."""
    name = watched().folder.name
    st.set_page_config(page_title=wording.TITLE.format(folder=name))
    server_cache.article_text.cache_clear()
    passages = server_cache.passages(bench.examined.pack) if bench.examined.pack else {}
    st.html(f"{_STYLE}<h1>{escape(wording.TITLE.format(folder=name))}</h1>")
    st.html(f'<p class="notice-line" role="status">{escape(render.state(bench, name))}</p>')
    for title, content in render.parts(bench, passages):
        st.html(f'<section aria-label="{title}"><h2 class="theme">{title}</h2>{content}</section>')
        if title == wording.CHANGES and bench.examined.pack:
            _edited(bench, bench.examined.pack)


def _edited(bench: Workbench, pack: Pack) -> None:
    if not bench.edited:
        st.html(f"<p>{wording.NOTHING_EDITED}</p>")
        return
    (kind, name), *others = bench.edited
    st.html(f'<h2 class="theme">{escape(wording.EDITED.format(kind=kind, name=name))}</h2>')
    if others:
        names = ", ".join(f"{kind} {name}" for kind, name in others)
        st.html(f"<p>{escape(wording.ALSO_EDITED.format(names=names))}</p>")
    summary = summarise(pack, bench.case)
    if card := _card(summary, kind, name, pack) if isinstance(summary, Summary) else "":
        opened = card.replace("<details", "<details open", 1)
        st.html(f'<h3>{wording.CARD}</h3><div class="overview">{opened}</div>')
    if in_full := render.in_full(bench, pack):
        title = wording.RULE if kind in ("point", "gap", "notice") else wording.IN_THE_BOOK
        st.html(f'<h3>{title}</h3><div class="why">{in_full}</div>')
    if bench.case:
        st.html(f"<h3>{wording.ON_PAPER}</h3>")
        preview(summary)
    elif kind in ("point", "gap", "notice", "stop"):
        st.html(f"<p>{wording.NO_CASE}</p>")


def _card(summary: Summary, kind: str, name: str, pack: Pack) -> str:
    if kind == "point":
        return next(overview.line(each, pack) for each in summary.considerations if each.point.point == name)
    if kind == "gap":
        return next(page_parts.gap(each, pack) for each in summary.gaps if each.gap.gap == name)
    return page_parts.notices(summary, "considerations") if kind == "notice" else ""


seen = watched().current()
main(seen)
_watch(seen)
