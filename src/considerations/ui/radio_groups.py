"""
Radio groups that are never overwritten, so that no click is lost on its way to the server.

On a slow line the server draws a group while a click in it is under way. What it wrote into the group would undo that click. So a
group is drawn once with its option and then left alone; where it is to show another option, a new group takes its place.
"""

import streamlit as st


def group(name: str, option: str | None, place: str = "") -> str:
    """Return the key of the radio group that shows this option, at this place of the app."""
    if _shown(name).get(_key(name, place), option) != option:
        replace(name)
    key = _key(name, place)
    # Where the page is older than this session, its group may hold a click that no server has seen.
    if option and key not in st.session_state and not st.session_state.get("clicked"):
        st.session_state[key] = option
    shown = _shown(name)
    shown[key] = option
    if len(shown) > 2:
        del shown[next(iter(shown))]
    return key


def chosen(name: str, key: str) -> str | None:
    """
    Return the option chosen in a radio group and not yet taken, if any.

    A page says with each click what every group on it shows, so an older page repeats what a replaced group showed.
    """
    option: str | None = st.session_state.get(key)
    return None if _shown(name).get(key, option) == option else option


def keys(name: str) -> list[str]:
    """Return the keys of the groups with this name that were drawn last."""
    return list(_shown(name))


def take(name: str, key: str, option: str) -> None:
    """Note that the option chosen in a radio group was taken."""
    _shown(name)[key] = option


def missed(prefix: str) -> list[tuple[str, str]]:
    """Return name and key of each group with such a name whose option was chosen while the run that was to take it was cut off."""
    names = [name for name in st.session_state.get("shown", {}) if name.startswith(prefix)]
    return [(name, key) for name in names for key in _shown(name) if chosen(name, key)]


def replace(name: str) -> None:
    """Let a new group take the place of this one when it is drawn next; a click in this one no longer counts."""
    numbers: dict[str, int] = st.session_state.setdefault("groups", {})
    numbers[name] = max(numbers.values(), default=0) + 1
    _shown(name).clear()


def replace_all() -> None:
    """Let a new group take the place of every one; a click on its way still counts."""
    st.session_state["groups"] = {"": max(st.session_state.get("groups", {}).values(), default=0) + 1}


def _shown(name: str) -> dict[str, str | None]:
    """Return the options that the groups of this name show, by key."""
    shown: dict[str, str | None] = st.session_state.setdefault("shown", {}).setdefault(name, {})
    return shown


def _key(name: str, place: str) -> str:
    numbers = st.session_state.get("groups", {})
    number = numbers.get(name, numbers.get("", 0))
    return f"{place}{name}/{number}" if number else f"{place}{name}"
