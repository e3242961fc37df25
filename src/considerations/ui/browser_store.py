"""A session as text, for the browser's tab to keep: of what comes back, tampered with or not, only known ids are used."""

import json
from typing import TypeVar

import streamlit as st
from pydantic import BaseModel, ConfigDict, NonNegativeInt

from considerations.pack import Pack
from considerations.pack.terms import MARKS
from considerations.pack.words import screen
from considerations.ui import radio_groups, server_cache, session
from considerations.ui.watched_packs import Packs

_T = TypeVar("_T")


class Back(BaseModel):
    """What the tab sends when it has a server again: when that was, the session it kept, the options that its page shows."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    at: NonNegativeInt
    state: str
    # A page of an older version does not send it.
    chosen: dict[str, int] = {}


def back(message: object) -> Back | None:
    """Return what the tab sends when it has a server again; None for a message of any other form."""
    try:
        return Back.model_validate(message)
    except ValueError:
        return None


def write() -> str:
    """Return the session as text, empty if there is nothing to keep."""
    places = {name: _place(name, pack) for name, pack in session.packs().items()}
    begun = any(place["answers"] or place["step"] or place["marks"] for place in places.values())
    chosen = st.session_state.get("pack") or ""
    if not begun and chosen in ("", next(iter(places), "")):
        return ""
    groups = st.session_state.get("groups", {})
    return json.dumps({"pack": chosen, "changing": session.changing(), "places": places, "groups": groups})


def _place(name: str, pack: Pack | None) -> dict[str, object]:
    state = st.session_state
    default = {"answers": {}, "marks": {}, "step": 0, "example": ""}
    place = {part: state.get(f"{part}/{name}") or empty for part, empty in default.items()}
    return place | {"version": pack.about.version if pack else ""}


def limit() -> int:
    """Return how many characters a session takes at most as text, with room to spare: four times all its longest answers and marks."""
    loaded_packs = [pack for pack in session.packs().values() if pack]
    longest = {
        f"{pack.about.pack}/{question.question}": max((option.option for option in question.options), key=len)
        for pack in loaded_packs
        for question in pack.questions
    }
    marks = {point.point: max(MARKS, key=len) for pack in loaded_packs for point in pack.points}
    return 4 * len(json.dumps([longest, marks])) + 10_000


def read(text: object) -> list[str]:
    """Restore a session from text, each part on its own; return what the visitor must be told: a newer version, answers left out."""
    if not isinstance(text, str) or len(text) > limit():
        return []
    try:
        record = _as(dict, json.loads(text))
    except (ValueError, RecursionError):
        return []
    packs, state = session.packs(), st.session_state
    if packs.get(chosen := _as(str, record.get("pack"))):
        state["pack"] = chosen
    state["changing"] = _as(bool, record.get("changing"))
    state["groups"] = {name: _as(int, number) for name, number in _as(dict, record.get("groups")).items()}
    # A run that was cut off may have restored this before; what it took would now count as taken.
    state["groups-drawn"] = {}
    places = {name: _as(dict, place) for name, place in _as(dict, record.get("places")).items()}
    left_out = [question for name, place in places.items() for question in _restore(packs.get(name), place)]
    told = [_updated(pack, places.get(name, {})) for name, pack in packs.items() if pack]
    told += [screen.LEFT_OUT.of(len(left_out), questions="; ".join(left_out))] if left_out else []
    return list(filter(None, told))


def _updated(pack: Pack, place: dict[str, object]) -> str:
    before = place.get("answers") and _as(str, place.get("version"))
    return screen.UPDATED.format(version=pack.about.version) if before and before != pack.about.version else ""


def renew() -> None:
    """Let the session go on with the packs as they are now; drop what they no longer know, and say so."""
    state, now = st.session_state, server_cache.packs()
    before: Packs = state.get("packs", now)
    changed = [(old, new) for name, new in now.items() if new and (old := before.get(name)) and old is not new]
    left_out: list[str] = []
    told: list[str] = []
    for old, new in changed:
        session.take_missed(old)
        name, place = new.about.pack, _place(new.about.pack, old)
        for question in old.questions:
            if question not in new.questions:
                radio_groups.replace(session.group_name(old, question))
        session.cancel_tried(old)
        for part in ("what-if", "example"):
            state.pop(f"{part}/{name}", None)
        left_out += _restore(new, place)
        told.append(_updated(new, place))
    state["packs"] = now
    told += [screen.RULES_CHANGED.of(len(left_out), questions="; ".join(left_out))] if left_out else []
    if any(told):
        state["notice"] = " ".join(filter(None, told))


def _restore(pack: Pack | None, place: dict[str, object]) -> list[str]:
    stored = _as(dict, place.get("answers"))
    if pack is None:
        return [screen.UNKNOWN_QUESTION] * len(stored)
    name, state = pack.about.pack, st.session_state
    allowed = {question.question: [option.option for option in question.options] for question in pack.questions}
    answers = {asked: option for asked, option in sorted(stored.items()) if option in allowed.get(asked, [])}
    session.take_marks(pack, place.get("marks"))
    step, example = _as(int, place.get("step")), place.get("example")
    state[f"answers/{name}"] = answers
    state[f"step/{name}"] = step if step in range(len(pack.steps)) else 0
    if example in [case.vignette for case in pack.vignettes if case.answers == answers]:
        state[f"example/{name}"] = example
    shorts = {question.question: question.short for question in pack.questions}
    return [shorts.get(asked, screen.UNKNOWN_QUESTION) for asked in stored if asked not in answers]


def _as(kind: type[_T], value: object) -> _T:
    return value if isinstance(value, kind) else kind()
