"""
That every name a pack uses is a name it gives, across its files.

Works on plain data that may be broken elsewhere, so that one fault does not hide another.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from considerations.conditions import JOINS
from considerations.places import Fault, Placed

Path = tuple[str | int, ...]
Options = dict[str, list[str]]


def guess(word: str, known: Iterable[str]) -> str:
    """
    Offer the known word that comes nearest, as the end of a message.

    >>> guess("urgancy", ["urgency", "severity"])
    "; did you mean 'urgency'?"
    >>> guess("weather", ["urgency", "severity"])
    ''
    """
    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def faults(files: Mapping[str, Placed], folder: str) -> Iterator[Fault]:
    """Give every fault in the names of a pack, file by file; `folder` is the name the pack must bear."""
    for file, key in [("questions", "step"), ("questions", "question"), ("points", "point"), ("stops", "stop")]:
        yield from _given_twice(files.get(file), key)
    options = {name: _options(entry) for _, name, entry in _entries(files.get("questions"), "question")}
    if "pack" in files:
        yield from _about(files["pack"], files.get("points"), folder)
    if not options:
        return
    yield from _backward(files["questions"], options)
    for file, keys in [("points", ("when",)), ("stops", ("when", "until"))]:
        for path, condition in _find(files[file].data, keys) if file in files else ():
            yield from _condition(files[file], path, condition, options)
    if "vignettes" in files:
        given = {
            key: [name for _, name, _ in _entries(files[f"{key}s"], key)]
            for key in ("point", "stop")
            if f"{key}s" in files
        }
        yield from _vignettes(files["vignettes"], options, given)


def _find(data: Any, keys: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Find every value under one of these keys, however deep, with its path."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        if key in keys:
            yield (*path, key), value
        else:
            yield from _find(value, keys, (*path, key))


def _entries(placed: Placed | None, key: str) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Find every mapping that names itself under this key: its path, its name, itself."""

    def walk(data: Any, path: Path) -> Iterator[tuple[Path, str, dict[str, Any]]]:
        if isinstance(data, dict) and isinstance(data.get(key), str):
            yield path, data[key], data
        for step, value in (
            data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        ):
            yield from walk(value, (*path, step))

    return walk(placed.data, ()) if placed else iter(())


def _options(question: dict[str, Any]) -> list[str]:
    options = question.get("options")
    return list(options) if isinstance(options, dict) else []


def _given_twice(placed: Placed | None, key: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for path, name, _ in _entries(placed, key):
        assert placed is not None
        fault = placed.fault((*path, key), "")
        if name in seen:
            yield fault._replace(message=f"{key} '{name}' is already on line {seen[name]}")
        seen.setdefault(name, fault.line)


def _about(about: Placed, points: Placed | None, folder: str) -> Iterator[Fault]:
    data = about.data if isinstance(about.data, dict) else {}
    name, themes = data.get("pack"), data.get("themes")
    if isinstance(name, str) and name != folder:
        yield about.fault(("pack",), f"the pack is called '{name}', but its folder is '{folder}'; make them the same")
    if not points or not isinstance(themes, dict):
        return
    for path, _, point in _entries(points, "point"):
        theme = point.get("theme")
        if isinstance(theme, str) and theme not in themes:
            yield points.fault((*path, "theme"), f"'{theme}' is not a theme of pack.yaml{guess(theme, themes)}")


def _backward(questions: Placed, options: Options) -> Iterator[Fault]:
    """`ask_when` may only look back: at questions that stand earlier in the file."""
    earlier: Options = {}
    for path, name, question in _entries(questions, "question"):
        if "ask_when" in question:
            place = (*path, "ask_when")
            for at, asked, _ in _parts(question["ask_when"], place):
                if asked in options and asked not in earlier:
                    message = f"'{asked}' is not asked before '{name}'; ask_when may only look back"
                    yield questions.fault(at, message, at_key=True)
            yield from _condition(questions, place, question["ask_when"], options)
        earlier[name] = options[name]


def _parts(condition: Any, path: Path) -> Iterator[tuple[Path, str, Any]]:
    """Give every `question: options` of a condition, however deep."""
    for key, value in condition.items() if isinstance(condition, dict) else ():
        if key not in JOINS:
            yield (*path, key), key, value
            continue
        for index, part in enumerate(value) if isinstance(value, list) else ():
            yield from _parts(part, (*path, key, index))


def _condition(placed: Placed, path: Path, condition: Any, options: Options) -> Iterator[Fault]:
    for at, asked, given in _parts(condition, path):
        if asked not in options:
            yield placed.fault(at, f"'{asked}' is not a question{guess(asked, options)}", at_key=True)
            continue
        for index, option in enumerate([given] if isinstance(given, str) else given if isinstance(given, list) else ()):
            at_option = at if isinstance(given, str) else (*at, index)
            if isinstance(option, str) and options[asked] and option not in options[asked]:
                yield placed.fault(at_option, _no_option(option, asked, options))
            elif isinstance(given, list) and option in given[:index]:
                yield placed.fault(at_option, f"'{option}' is given twice")


def _no_option(option: str, question: str, options: Options) -> str:
    known = options[question]
    return f"'{option}' is not an option of {question} ({', '.join(known)}){guess(option, known)}"


def _vignettes(placed: Placed, options: Options, given: dict[str, list[str]]) -> Iterator[Fault]:
    for path, answers in _find(placed.data, ("answers",)):
        yield from _condition(placed, path, answers, options)
    for path, names in _find(placed.data, ("highlights", "waits", "stops")):
        kind = "stop" if path[-1] == "stops" else "point"
        for index, name in enumerate([names] if isinstance(names, str) else names if isinstance(names, list) else ()):
            if kind in given and isinstance(name, str) and name not in given[kind]:
                at = path if isinstance(names, str) else (*path, index)
                yield placed.fault(at, f"'{name}' is not a {kind}{guess(name, given[kind])}")
