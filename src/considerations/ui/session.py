"""
What one visitor's session holds: the chosen pack, the answers given, the step.

Answers live in the session under the keys of their radio groups, and nowhere else.
"""

import logging
import os
from pathlib import Path

import streamlit as st

from considerations.load import BrokenPack, folders, load
from considerations.pack import Pack, Question
from considerations.summary import Notice, Summary, summarise

RULES = Path(os.environ.get("CONSIDERATIONS_RULES") or Path(__file__).parents[3] / "rules")

_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False)
def packs() -> dict[str, Pack | None]:
    """Load every pack once for all visitors, by folder name; None stands for one that did not pass its checks."""
    return {folder.name: _loaded(folder) for folder in folders(RULES)}


def _loaded(folder: Path) -> Pack | None:
    try:
        return load(folder)
    except BrokenPack as broken:
        _log.error("The pack %s is not shown. Its faults:\n%s", folder.name, broken)
        return None


def pack() -> Pack | None:
    """Give the pack in use: the chosen one, or the first that loaded."""
    loaded = {name: each for name, each in packs().items() if each}
    return loaded.get(st.session_state.get("pack", ""), next(iter(loaded.values()), None))


def key(pack: Pack, question: Question) -> str:
    """Name the session's place for an answer."""
    return f"{pack.about.pack}/{question.question}"


def given(pack: Pack) -> dict[str, str]:
    """Give the answers as given, whether or not their questions are still asked."""
    found = {question.question: st.session_state.get(key(pack, question)) for question in pack.questions}
    return {question: option for question, option in found.items() if option}


def reading(pack: Pack) -> Summary | Notice:
    """Give what the answers make of the pack."""
    return summarise(pack, given(pack))


def step() -> int:
    """Give the index of the step in view."""
    index: int = st.session_state.get("step", 0)
    return index


def go(index: int, *, changing: bool = False) -> None:
    """Turn to a step; `changing` when it was opened from the answers and leads back to them."""
    st.session_state["step"] = index
    st.session_state["changing"] = changing


def changing() -> bool:
    """Say whether the step was opened to change one answer."""
    return bool(st.session_state.get("changing"))


def forget() -> None:
    """Forget everything this visitor has answered."""
    for name in list(st.session_state):
        del st.session_state[name]
