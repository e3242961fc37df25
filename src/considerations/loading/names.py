"""Check that every name a pack uses is defined in it; plain data is checked, so one fault does not hide another."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from considerations.loading.faults import Fault, Loc, Placed
from considerations.loading.yaml_files import find, steps, texts
from considerations.pack.article import ADDRESS
from considerations.pack.conditions import JOINS, MAX_ID_LENGTH
from considerations.pack.words.draft import THEMES

Options = dict[str, list[str]]
Entry = tuple[Loc, str, dict[str, Any]]

# Where names are used: by file and key, the kind of thing named.
USES: Mapping[str, Mapping[str, str]] = {
    "points": {"theme": "theme", "cites": "address", "beside": "point"},
    "gaps": {"beside": "point", "group": "group", "refs": "reference", "with_themes": "theme", "with_points": "point"},
    "vignettes": {"highlights": "point", "needs_answer": "point", "gaps": "gap", "notices": "notice", "stops": "stop"},
    "not_used": {"not_used": "address", "repeats": "address", "stop": "stop"},
    "evidence": {"point": "point", "at": "address", "refs": "reference"},
    "pack": {"answered": "question", "points": "point", "theme": "theme", "gaps": "gap", "notices": "notice"},
    "comparison": {"cites": "address", "gaps": "gap"},
}
_UPDATE = ", and the command 'vignettes' with --update takes it out of what they expect"
# Where names are defined: as the value of a key in every entry, or as the keys of a mapping.
ENTRIES = {"step": "questions", "question": "questions", "point": "points", "stop": "stops", "notice": "notices"}
ENTRIES |= {"reference": "evidence", "gap": "gaps", "row": "comparison", "hazard": "hazards"}
_MAPPINGS = {"theme": ("pack", "themes"), "group": ("gaps", "groups"), "column": ("comparison", "columns")}
# Where conditions are written: by file, their keys.
_CONDITIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("pack", "points", "gaps", "notices"), ("when",)),
    "stops": ("when", "until"),
    "vignettes": ("answers",),
}


def guess(word: str, known: Iterable[str]) -> str:
    """
    Return the end of a message that suggests the most similar known word.

    >>> guess("urgancy", ["urgency", "severity"])
    "; did you mean 'urgency'?"
    >>> guess("weather", ["urgency", "severity"])
    ''
    """
    similar = difflib.get_close_matches(word, list(known), 1, 0.6) if len(word) <= MAX_ID_LENGTH else []
    return f"; did you mean '{similar[0]}'?" if similar else ""


def no_question(word: str, options: Options) -> str:
    """Return the message for a word that is not a question."""
    return f"'{word}' is not a question{guess(word, options)}"


def no_option(word: str, question: str, options: Options) -> str:
    """Return the message for a word that is not an option of a question."""
    known = options[question]
    return f"'{word}' is not an option of {question} ({', '.join(known)}){guess(word, known)}"


def faults(
    files: Mapping[str, Placed], folder: str, addresses: Iterable[str] | None, unchecked: str = ""
) -> Iterator[Fault]:
    """
    Yield every fault in the names of the pack in `folder`.

    `addresses` is None if the index cannot be read. `unchecked` is a file whose uses of names are let pass.
    """
    defined = defined_names(files)
    if addresses is not None:
        defined["address"] = dict.fromkeys(addresses)
    for kind, file in ENTRIES.items():
        if file in files:
            yield from _duplicates(files[file], kind)
    for file, keys in USES.items():
        for key, kind in keys.items() if file in files and file != unchecked else ():
            # A file without any point or sentence is reported once, not at every use.
            if kind in defined and (defined[kind] or kind not in ("point", "address")):
                yield from _unknown(files[file], key, kind, defined[kind])
    if "pack" in files:
        yield from _pack_name(files["pack"], folder)
    if "comparison" in files and "column" in defined:
        yield from _columns(files["comparison"], defined["column"])
    yield from _conditions(files)


def _conditions(files: Mapping[str, Placed]) -> Iterator[Fault]:
    options = {name: _options(entry) for _, name, entry in _entries(files.get("questions"), "question")}
    if not options:
        return
    yield from _ask_when(files["questions"], options)
    for file, keys in _CONDITIONS.items():
        for key in keys if file in files else ():
            for path, condition in find(files[file].data, key):
                yield from _condition(files[file], path, condition, options)


def _entries(placed: Placed | None, key: str, path: Loc = (), data: Any = None) -> Iterator[Entry]:
    """Yield every mapping that has its name under this key: its path, its name and itself."""
    data = placed.data if placed and not path else data
    if isinstance(data, dict) and isinstance(data.get(key), str):
        yield path, data[key], data
    for step, value in steps(data):
        if not isinstance(value, str):
            yield from _entries(placed, key, (*path, step), value)


def defined_names(files: Mapping[str, Placed]) -> dict[str, dict[str, None]]:
    """Return every name that these files define, by the kind of thing named."""
    present = {kind: files[file] for kind, file in ENTRIES.items() if file in files}
    defined = {kind: dict.fromkeys(name for _, name, _ in _entries(placed, kind)) for kind, placed in present.items()}
    for kind, (file, key) in _MAPPINGS.items():
        names = files[file].data.get(key) if file in files and isinstance(files[file].data, dict) else None
        names = THEMES if kind == "theme" and file in files and names is None else names
        if isinstance(names, Mapping):
            defined[kind] = dict.fromkeys(names)
    return defined


def _duplicates(placed: Placed, kind: str) -> Iterator[Fault]:
    seen: dict[str, Loc] = {}
    for path, name, _ in _entries(placed, kind):
        first = seen.setdefault(name, path)
        if first is not path:
            line = placed.fault((*first, kind), "").line
            yield placed.fault((*path, kind), f"{kind} '{name}' is already on line {line}; rename or remove one")


def _unknown(placed: Placed, key: str, kind: str, known: Collection[str]) -> Iterator[Fault]:
    where = {"theme": " of pack.yaml", "address": " of article.index"}.get(kind, "")
    article = "an" if kind == "address" else "a"
    unknown: dict[str, list[Loc]] = {}
    for path, value in find(placed.data, key):
        seen = set()
        for at, name in texts(value, path):
            if name not in known and (kind != "address" or ADDRESS.fullmatch(name)):
                unknown.setdefault(name, []).append(at)
            elif name in seen:
                yield placed.fault(at, f"'{name}' is listed twice; remove one")
            seen.add(name)
    for name, places in unknown.items():
        hint = "" if kind == "address" else guess(name, known)
        named = f" ({', '.join(known)})" if kind in _MAPPINGS and known else ""
        more = f"; it stands in {len(places) - 1} more places of this file" if len(places) > 1 else ""
        more += _UPDATE if more and placed.file.endswith("vignettes.yaml") else ""
        yield placed.fault(places[0], f"'{name}' is not {article} {kind}{where}{named}{hint}{more}")


def _pack_name(about: Placed, folder: str) -> Iterator[Fault]:
    name = about.data.get("pack") if isinstance(about.data, dict) else None
    if isinstance(name, str) and name != folder:
        yield about.fault(("pack",), f"the pack is called '{name}', but its folder is '{folder}'; make them the same")


def _columns(comparison: Placed, columns: Collection[str]) -> Iterator[Fault]:
    for path, cells in find(comparison.data, "cells"):
        for column in cells if isinstance(cells, dict) else ():
            message = f"'{column}' is not a column ({', '.join(columns)}){guess(column, columns)}"
            if column not in columns:
                yield comparison.fault((*path, column), message, at_key=True)


def _options(question: dict[str, Any]) -> list[str]:
    options = question.get("options")
    return list(options) if isinstance(options, dict) else []


def _ask_when(questions: Placed, options: Options) -> Iterator[Fault]:
    """Check that `ask_when` names only earlier questions of the file, and `neutral` only options."""
    earlier: set[str] = set()
    for path, name, question in _entries(questions, "question"):
        place, when = (*path, "ask_when"), question.get("ask_when")
        for at, other, _ in _parts(when, place):
            if other in options and other not in earlier:
                message = f"'{other}' is not asked before '{name}'; ask_when can only name earlier questions"
                yield questions.fault(at, message, at_key=True)
        yield from _condition(questions, place, when, options)
        yield from _named_options(questions, (*path, "neutral"), question.get("neutral"), name, options)
        earlier.add(name)


def _parts(condition: Any, path: Loc) -> Iterator[tuple[Loc, str, Any]]:
    """Yield every `question: options` of a condition, at any depth."""
    for key, value in condition.items() if isinstance(condition, dict) else ():
        if key not in JOINS:
            yield (*path, key), key, value
            continue
        for index, part in enumerate(value) if isinstance(value, list) else ():
            yield from _parts(part, (*path, key, index))


def _condition(placed: Placed, path: Loc, condition: Any, options: Options) -> Iterator[Fault]:
    for at, question, value in _parts(condition, path):
        if question not in options:
            yield placed.fault(at, no_question(question, options), at_key=True)
        else:
            yield from _named_options(placed, at, value, question, options)


def _named_options(placed: Placed, path: Loc, value: Any, question: str, options: Options) -> Iterator[Fault]:
    seen = set()
    for at, option in texts(value, path):
        if options[question] and option not in options[question]:
            yield placed.fault(at, no_option(option, question, options))
        elif option in seen:
            yield placed.fault(at, f"'{option}' is listed twice; remove one")
        seen.add(option)
