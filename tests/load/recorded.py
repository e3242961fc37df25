"""
The app's own pages as they were recorded, element for element and block for block: the same words and widgets, no rule behind them.

Run it with `streamlit run`; `RECORDED` names the recording, a page a line. A click runs the whole page, as Streamlit does by
itself.
"""

import json
import os
from base64 import b64decode
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element

# By how many pages a button leads on.
LEADS = {
    "Start": 1,
    "Next": 1,
    "Check answers": 1,
    "See the considerations": 1,
    "Go to the summary": 1,
    "Back": -1,
}
_component = st.components.v2.component("recorded", html="<span hidden></span>")


Placed = tuple[tuple[int, ...], Block | Element]


@st.cache_resource(show_spinner=False)
def _pages() -> list[list[Placed]]:
    lines = Path(os.environ["RECORDED"]).read_text("utf-8").splitlines()
    return [[_placed(*each) for each in json.loads(line)] for line in lines]


def _placed(place: list[int], kind: str, body: str) -> Placed:
    return tuple(place), (Block if kind == "Block" else Element).FromString(b64decode(body))


def _block(block: Block) -> DeltaGenerator:
    if block.HasField("popover"):
        return st.popover(block.popover.label, icon=block.popover.icon)
    if block.HasField("expandable"):
        return st.expander(block.expandable.label)
    if block.flex_container.direction == Block.FlexContainer.HORIZONTAL:
        return st.container(horizontal=True)
    return st.container()


def _turn(by: int) -> None:
    st.session_state["page"] += by


def _button(label: str) -> None:
    st.button(label, on_click=_turn, args=(LEADS.get(label, 0),))


def _radio(label: str, options: list[str]) -> None:
    st.radio(label, options, index=None, key=label, persist_state="session", label_visibility="collapsed")


DRAW: dict[str, Callable[[Element], object]] = {
    "html": lambda each: st.html(each.html.body),
    "markdown": lambda each: st.markdown(each.markdown.body),
    "radio": lambda each: _radio(each.radio.label, list(each.radio.options)),
    "button": lambda each: _button(each.button.label),
    "page_link": lambda each: _button(each.page_link.label),
    "checkbox": lambda each: st.checkbox(each.checkbox.label),
    "button_group": lambda each: st.pills(each.button_group.label, [o.content for o in each.button_group.options]),
    "bidi_component": lambda each: _component(key=each.bidi_component.id, data=json.loads(each.bidi_component.json)),
}

# What has no block around it stands in the page itself.
blocks: dict[tuple[int, ...], DeltaGenerator] = {}
for at, each in _pages()[st.session_state.setdefault("page", 0)]:
    with blocks.get(at[:-1]) or nullcontext():
        if isinstance(each, Block):
            blocks[at] = _block(each)
        else:
            DRAW[each.WhichOneof("type") or ""](each)
