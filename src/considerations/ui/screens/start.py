"""Start: what this is for, for whom, and what it is not for."""

from html import escape

import streamlit as st

from considerations.pack import Pack
from considerations.pack.terms import counted, source_line
from considerations.pack.words import screen
from considerations.render.markup import html_list
from considerations.ui import browser_tab, page_parts, session


def main(pack: Pack) -> None:
    """Say what the questionnaire is and offer the ways into it."""
    page_parts.heading(pack.about.title, screen.PRODUCT, named=False)
    _choose_pack()
    st.html(
        f"<p class='lead'>{screen.START_LEAD}</p><p class='notice-line'>{escape(source_line(pack.about))} "
        f"{page_parts.version(pack)} {' '.join(pack.missing)}</p>"
    )
    with st.container(horizontal=True):
        page_parts.link(screen.START_GO, "screens/questions.py", onward=True)
        page_parts.link(screen.START_HOW, "screens/how_it_works.py")
    if pack.vignettes:
        _examples(pack)
    _about(pack)


def _choose_pack() -> None:
    packs = session.packs()
    titles = {
        name: page_parts.plain(f"{pack.about.title} ({name} {pack.about.version})")
        for name, pack in packs.items()
        if pack
    }
    if len(titles) > 1:
        st.radio(screen.START_PACK, list(titles), key="pack", format_func=titles.__getitem__, persist_state="session")
    for name, pack in packs.items():
        if not pack:
            st.warning(screen.START_PACK_BROKEN.format(pack=page_parts.plain(name)))


def _about(pack: Pack) -> None:
    about = pack.about
    questions = counted(len(pack.questions), "question")
    st.html(
        f"<section class='plain'><p>{escape(about.intended_use)}</p>"
        f"<h2>{screen.START_FOR}</h2><p>{escape(about.intended_user)}.</p>"
        f"<h2>{screen.START_NOT_FOR}</h2>{html_list(about.not_for)}"
        f"<h2>{screen.START_BEFORE}</h2>"
        f"<p>{screen.START_LENGTH.of(len(pack.steps), questions=questions)} {screen.START_SKIP}</p>"
        f"<p>{escape(browser_tab.ANSWERS_STAY_HERE)}</p>"
        f"<p>{screen.START_RULES} {screen.UNANSWERED_IS_NOT_NO}</p></section>"
    )


def _examples(pack: Pack) -> None:
    # Drawn when it is opened: they are as many elements as all the rest, and few visitors want them.
    with st.expander(screen.START_EXAMPLES, key="examples", on_change="rerun") as examples:
        if not examples.open:
            return
        st.write(screen.START_EXAMPLES_NOTE)
        with st.container(gap=None):
            for example in pack.vignettes:
                st.button(
                    page_parts.plain(example.vignette),
                    key=f"example-{example.vignette}",
                    type="tertiary",
                    on_click=session.load_example,
                    args=(pack, example),
                )


main(session.in_use())
