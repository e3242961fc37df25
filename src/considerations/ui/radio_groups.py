"""
Radio groups that are never overwritten, so that no click is lost on its way to the server.

On a slow line the server draws a group while a click in it is on its way. Writing into the group would undo that click. So a
group is drawn once with its option and then left alone; to show another option, a new group takes its place.
"""

from typing import NamedTuple

import streamlit as st

# Where the page of a stop has groups of its own.
ON_STOP = "first/"


class Group(NamedTuple):
    """A radio group: its key, the option that it is drawn with, and the one that was drawn or taken last."""

    key: str
    drawn_with: str | None
    last: str | None


def group(name: str, option: str | None, place: str = "") -> Group:
    """
    Return the radio group that shows this option, at this place of the app.

    The option is never written into the group: if its run were cut off, the page would not hear of it.
    """
    if last_taken(name, _key(name, place), option) != option:
        replace(name)
    key = _key(name, place)
    if key not in st.session_state:
        _drawn(name).pop(key, None)
    take(name, key, option)
    drawn = _drawn(name)
    if len(drawn) > 2:
        del drawn[next(iter(drawn))]
    return drawn[key]


def last_taken(name: str, key: str, option: str | None) -> str | None:
    """Return the option of a radio group that was drawn or taken last; this one if the group is still to be drawn."""
    return drawn[key].last if key in (drawn := _drawn(name)) else option


def chosen(name: str, key: str) -> str | None:
    """
    Return the option chosen in a radio group and not yet taken, if any.

    With each click a page sends what every group on it shows, so an older page repeats what a replaced group showed.
    """
    option: str | None = st.session_state.get(key)
    return None if last_taken(name, key, option) == option else option


def keys(name: str) -> list[str]:
    """Return the keys of the last groups drawn with this name, or of those drawn next."""
    return list(_drawn(name)) or [_key(name, place) for place in ("", ON_STOP)]


def take(name: str, key: str, option: str | None) -> None:
    """Note that the option of a radio group was drawn, or chosen and taken."""
    drawn = _drawn(name)
    drawn[key] = Group(key, drawn[key].drawn_with if key in drawn else option, option)
    st.session_state["groups-drawn"][name] = drawn


def replace(name: str) -> None:
    """Put a new group in place of this one when it is drawn next; a click in this one no longer counts."""
    numbers: dict[str, int] = st.session_state.setdefault("groups", {})
    numbers[name] = max(numbers.values(), default=0) + 1
    _drawn(name).clear()


def replace_all() -> None:
    """Put a new group in place of every one; a click on its way still counts."""
    st.session_state["groups"] = {"": max(st.session_state.get("groups", {}).values(), default=0) + 1}


def _drawn(name: str) -> dict[str, Group]:
    """Return the last groups drawn with this name, by key."""
    drawn: dict[str, Group] = st.session_state.setdefault("groups-drawn", {}).get(name, {})
    return drawn


def _key(name: str, place: str) -> str:
    numbers = st.session_state.get("groups", {})
    number = numbers.get(name, numbers.get("", 0))
    return f"{place}{name}/{number}" if number else f"{place}{name}"
