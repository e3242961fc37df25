"""
The app's own pages as they were recorded, element for element: the same words and widgets, and no rule behind them.

Run it with `streamlit run`; `RECORDED` names the recording, a page a line. A click runs the whole page, as Streamlit does by
itself.
"""

import json
import os
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.proto.Element_pb2 import Element

# By how many pages a button leads on.
LEADS = {
    "Go to the questions": 1,
    "Next": 1,
    "Check answers": 1,
    "See the considerations": 1,
    "Go to the summary": 1,
    "Back": -1,
}
_component = st.components.v2.component("recorded", html="<span hidden></span>")


@st.cache_resource(show_spinner=False)
def _pages() -> list[list[Element]]:
    lines = Path(os.environ["RECORDED"]).read_text("utf-8").splitlines()
    return [[Element.FromString(b64decode(each)) for each in json.loads(line)] for line in lines]


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
    "download_button": lambda each: st.download_button(each.download_button.label, lambda: ""),
    "checkbox": lambda each: st.checkbox(each.checkbox.label),
    "button_group": lambda each: st.pills(each.button_group.label, [o.content for o in each.button_group.options]),
    "code": lambda each: st.code(each.code.code_text, language=None),
    "bidi_component": lambda each: _component(key=each.bidi_component.id, data=json.loads(each.bidi_component.json)),
}

for element in _pages()[st.session_state.setdefault("page", 0)]:
    DRAW[element.WhichOneof("type") or ""](element)
