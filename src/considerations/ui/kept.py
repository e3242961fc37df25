"""
What is kept of a session outside the server, as text: written here, and read as something anyone may have tampered with.

Only ids of the packs at hand come back, whatever the text holds.
"""

import json

import streamlit as st
from pydantic import BaseModel, ConfigDict, NonNegativeInt

from considerations.pack import Pack
from considerations.ui import loaded, session


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Place(_Checked):
    """Where the visitor stands in one pack."""

    answers: dict[str, str]
    step: NonNegativeInt
    example: str


class Kept(_Checked):
    """Where the visitor stands in every pack, and which one is in use."""

    pack: str
    changing: bool
    places: dict[str, Place]


class Back(_Checked):
    """What the tab says when it has a server again: when that was, and what it kept."""

    at: NonNegativeInt
    state: str


def back(said: object) -> Back | None:
    """Read what the tab says when it has a server again; nothing of any other form."""
    try:
        return Back.model_validate(said)
    except ValueError:
        return None


def write() -> str:
    """Give the session as text; empty where there is nothing to keep."""
    places = {name: _place(name) for name in loaded.packs()}
    begun = any(place["answers"] or place["step"] for place in places.values())
    chosen = st.session_state.get("pack") or ""
    if not begun and chosen in ("", next(iter(places), "")):
        return ""
    return json.dumps({"pack": chosen, "changing": session.changing(), "places": places})


def _place(name: str) -> dict[str, object]:
    state = st.session_state
    keys = {"answers": f"given/{name}", "step": f"step/{name}", "example": f"example/{name}"}
    default = {"answers": {}, "step": 0, "example": ""}
    return {part: state.get(key) or default[part] for part, key in keys.items()}


def read(text: str) -> int:
    """Put a session back from text, and give how many answers the packs do not know; text of any other form is ignored."""
    try:
        kept = Kept.model_validate_json(text)
    except ValueError:
        return 0
    packs = loaded.packs()
    if packs.get(kept.pack):
        st.session_state["pack"] = kept.pack
    st.session_state["changing"] = kept.changing
    return sum(_put_back(packs.get(name), place) for name, place in kept.places.items())


def _put_back(pack: Pack | None, place: Place) -> int:
    if pack is None:
        return len(place.answers)
    name = pack.about.pack
    allowed = {(each.question, option.option) for each in pack.questions for option in each.options}
    answers = dict(sorted(place.answers.items() & allowed))
    st.session_state[f"given/{name}"] = answers
    st.session_state[f"step/{name}"] = place.step if place.step < len(pack.steps) else 0
    examples = [each.vignette for each in pack.vignettes if each.answers == answers]
    if place.example in examples:
        st.session_state[f"example/{name}"] = place.example
    return len(place.answers) - len(answers)
