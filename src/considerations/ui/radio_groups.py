"""
Radio groups that are never overwritten, so that no click is lost on its way to the server.

On a slow line the server draws a group while a click in it is on its way. Writing into the group would undo that click. So a
group is drawn once with its option and then left alone; to show another option, a new group takes its place.
"""

import streamlit as st

# Where the page of a stop has groups of its own.
ON_STOP = "first/"


def group(name: str, option: str | None, place: str = "") -> str:
    """Return the key of the radio group that shows this option, at this place of the app."""
    if _options_drawn(name).get(_key(name, place), option) != option:
        replace(name)
    key = _key(name, place)
    if option and key not in st.session_state:
        st.session_state[key] = option
    drawn = _options_drawn(name)
    drawn[key] = option
    if len(drawn) > 2:
        del drawn[next(iter(drawn))]
    return key


def chosen(name: str, key: str) -> str | None:
    """
    Return the option chosen in a radio group and not yet taken, if any.

    With each click a page sends what every group on it shows, so an older page repeats what a replaced group showed.
    """
    option: str | None = st.session_state.get(key)
    return None if _options_drawn(name).get(key, option) == option else option


def keys(name: str) -> list[str]:
    """Return the keys of the last groups drawn with this name, or of those drawn next."""
    return list(_options_drawn(name)) or [_key(name, place) for place in ("", ON_STOP)]


def choose(name: str, key: str, option: str, before: str | None) -> None:
    """Choose an option in a radio group for the visitor, where `missed` finds it; the group showed another one before."""
    _options_drawn(name).setdefault(key, before)
    st.session_state[key] = option


def take(name: str, key: str, option: str) -> None:
    """Note that the option chosen in a radio group was taken."""
    _options_drawn(name)[key] = option


def missed(prefix: str) -> list[tuple[str, str]]:
    """Return name and key of each group whose name has this prefix and whose option no run has taken: the run was cut off."""
    names = [name for name in st.session_state.get("options-drawn", {}) if name.startswith(prefix)]
    return [(name, key) for name in names for key in _options_drawn(name) if chosen(name, key)]


def replace(name: str) -> None:
    """Put a new group in place of this one when it is drawn next; a click in this one no longer counts."""
    numbers: dict[str, int] = st.session_state.setdefault("groups", {})
    numbers[name] = max(numbers.values(), default=0) + 1
    _options_drawn(name).clear()


def drop(name: str) -> None:
    """Forget a group whose question has changed; a click in it no longer counts."""
    replace(name)
    del st.session_state["options-drawn"][name]


def replace_all() -> None:
    """Put a new group in place of every one; a click on its way still counts."""
    st.session_state["groups"] = {"": max(st.session_state.get("groups", {}).values(), default=0) + 1}


def _options_drawn(name: str) -> dict[str, str | None]:
    """Return the options that the groups with this name show, by key."""
    drawn: dict[str, str | None] = st.session_state.setdefault("options-drawn", {}).setdefault(name, {})
    return drawn


def _key(name: str, place: str) -> str:
    numbers = st.session_state.get("groups", {})
    number = numbers.get(name, numbers.get("", 0))
    return f"{place}{name}/{number}" if number else f"{place}{name}"
