"""A question on the screen: what is asked, why, how to answer, and one radio group with nothing preselected."""

from collections.abc import Callable
from html import escape
from typing import Literal

import streamlit as st

from considerations.pack import Pack, Question
from considerations.pack.terms import WHY_WE_ASK
from considerations.render.markup import paragraph
from considerations.ui import radio_groups, session
from considerations.ui.page_parts import plain

# Options of at most this many characters share a line where there is room.
SHORT = 30


def ask(pack: Pack, question: Question, above: str = "", place: str = "") -> None:
    """Show a question, with any markup above it; its answer lives in the session."""
    st.html(
        f'{above}<h2 class="asks">{escape(question.asks)}</h2><div class="hint">'
        f'<details><summary>{escape(question.how_to_answer)} <span class="more">{WHY_WE_ASK.rstrip(":")}</span></summary>'
        f"{paragraph(question.why)}</details></div>"
    )
    group = radio_groups.group(session.group_name(pack, question), session.answers(pack).get(question.question), place)
    options(pack, question, group, session.take_answer, label_visibility="collapsed")
    if radio_groups.chosen(session.group_name(pack, question), group.key):
        session.take_answer(pack, question, group.key)
        st.rerun()


def options(
    pack: Pack,
    question: Question,
    group: radio_groups.Group,
    take: Callable[[Pack, Question, str], None],
    label_visibility: Literal["visible", "collapsed"] = "visible",
) -> None:
    """Show the options of a question, and only the visitor's own chosen; the session holds that one under the group's key."""
    texts = {option.option: plain(option.text) for option in question.options}
    st.radio(
        question.asks,
        list(texts),
        index=list(texts).index(group.drawn_with) if group.drawn_with else None,
        key=group.key,
        format_func=texts.__getitem__,
        on_change=take,
        args=(pack, question, group.key),
        horizontal=all(len(text) <= SHORT for text in texts.values()),
        label_visibility=label_visibility,
        width="stretch",
    )
