"""How it works: the article's identity, the method, and every point with its rule in words."""

from html import escape

import streamlit as st

from considerations.explain import rule
from considerations.pack import Pack, Point
from considerations.summary import VALENCES
from considerations.ui import parts, session


def main(pack: Pack) -> None:
    """Show everything without an answer."""
    parts.heading("How it works", "how")
    st.html(
        "<section class='plain'><p>Each point below is something the article says, in our own words, with the address of its "
        "sentences: L20.1 is line 20, first sentence. Fixed if-then rules compare your answers with the conditions shown. A "
        "point is highlighted when one of its conditions holds, waits while that hangs on an open question, and stays in the "
        "background otherwise. There are no statistics and no learning; nothing is ranked or graded.</p></section>"
    )
    _facts(pack)
    st.html(f'<h2 class="theme">Limits</h2><div class="plain">{parts.bullets(pack.about.limits)}</div>')
    st.html(f'<h2 class="theme">The {len(pack.points)} points and their rules</h2>')
    for theme, title in pack.about.themes.items():
        items = "".join(_point(point, pack) for point in pack.points if point.theme == theme)
        st.html(f"<section><h3>{escape(title)}</h3>{items}</section>")


def _facts(pack: Pack) -> None:
    source, about = pack.about.source, pack.about
    facts = {
        "Title": f"“{source.title}”",
        "Kind": source.kind,
        "Author": source.author,
        "Publisher": source.publisher,
        "Date": source.date,
        "References": source.references,
        "Review": source.review,
        "Digest (sha256)": source.sha256,
        "Rules": f"{about.pack} {about.version}, {about.status}, sha256 {pack.digest}",
        "Maintained by": about.maintainers,
    }
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(fact)}</td></tr>' for name, fact in facts.items()
    )
    st.html(f'<h2 class="theme">The article and these rules</h2><table class="facts"><tbody>{rows}</tbody></table>')


def _point(point: Point, pack: Pack) -> str:
    return (
        f"<details><summary>{escape(point.headline)}</summary><article class='card {point.valence}'><p class='tags'>"
        f"<span>{VALENCES[point.valence]}</span><span>Article {', '.join(point.cites)}</span></p><p>{escape(point.says)}</p>"
        f"<p class='ask'><b>To discuss:</b> {escape(point.ask)}</p>"
        f"<div class='why'><p><b>Highlighted when</b></p>{parts.bullets(rule(point, pack), between='or')}</div></article></details>"
    )


found = session.pack()
assert found is not None, "main.py runs no page without a pack"
main(found)
