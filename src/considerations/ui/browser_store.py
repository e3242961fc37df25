"""What is kept of a session in the tab, as text: of what comes back, tampered with or not, only known ids are used."""

import json
from typing import TypeVar

import streamlit as st
from pydantic import BaseModel, ConfigDict, NonNegativeInt

from considerations.pack import Pack
from considerations.ui import server_cache, session

_UNKNOWN = "a question that it does not ask"
_T = TypeVar("_T")


class Back(BaseModel):
    """What the tab says when it has a server again: when that was, and what it kept."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

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
    places = {name: _place(name) for name in server_cache.packs()}
    begun = any(place["answers"] or place["step"] for place in places.values())
    chosen = st.session_state.get("pack") or ""
    if not begun and chosen in ("", next(iter(places), "")):
        return ""
    groups = st.session_state.get("groups", {})
    return json.dumps({"pack": chosen, "changing": session.changing(), "places": places, "groups": groups})


def _place(name: str) -> dict[str, object]:
    state = st.session_state
    keys = {"answers": f"answers/{name}", "step": f"step/{name}", "example": f"example/{name}"}
    default = {"answers": {}, "step": 0, "example": ""}
    return {part: state.get(key) or default[part] for part, key in keys.items()}


def limit() -> int:
    """Return how many characters a session takes at most as text, with room to spare: four times all its longest answers."""
    loaded_packs = [pack for pack in server_cache.packs().values() if pack]
    longest = {
        f"{pack.about.pack}/{each.question}": max((option.option for option in each.options), key=len)
        for pack in loaded_packs
        for each in pack.questions
    }
    return 4 * len(json.dumps(longest)) + 10_000


def read(text: str) -> list[str]:
    """Put a session back from text, each part for itself; return what was left out, in words."""
    try:
        record = _as(dict, json.loads(text))
    except (ValueError, RecursionError):
        return []
    packs, state = server_cache.packs(), st.session_state
    if packs.get(chosen := _as(str, record.get("pack"))):
        state["pack"] = chosen
    state["changing"] = _as(bool, record.get("changing"))
    state["groups"] = {name: _as(int, number) for name, number in _as(dict, record.get("groups")).items()}
    places = _as(dict, record.get("places"))
    return [each for name, place in places.items() for each in _put_back(packs.get(name), _as(dict, place))]


def _put_back(pack: Pack | None, place: dict[str, object]) -> list[str]:
    said = _as(dict, place.get("answers"))
    if pack is None:
        return [_UNKNOWN] * len(said)
    name, state = pack.about.pack, st.session_state
    allowed = {each.question: [option.option for option in each.options] for each in pack.questions}
    answers = {asked: option for asked, option in sorted(said.items()) if option in allowed.get(asked, [])}
    step, example = _as(int, place.get("step")), place.get("example")
    state[f"answers/{name}"] = answers
    state[f"step/{name}"] = step if step in range(len(pack.steps)) else 0
    if example in [each.vignette for each in pack.vignettes if each.answers == answers]:
        state[f"example/{name}"] = example
    shorts = {each.question: each.short for each in pack.questions}
    return [shorts.get(asked, _UNKNOWN) for asked in said if asked not in answers]


def _as(kind: type[_T], value: object) -> _T:
    return value if isinstance(value, kind) else kind()
