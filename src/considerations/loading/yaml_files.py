"""Read YAML files as plain data with the position of every value; only regular files of at most 10 MiB are read."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from considerations.loading import yaml_events
from considerations.loading.faults import MISSING, Fault, Loc, Placed, Unreadable, fault_at

MAX_MIB = 10
MAX_BYTES = MAX_MIB * 1024 * 1024
# What the YAML parser counts as the end of a line.
_LINE_BREAK = "\r\n|[\r\n\x85\u2028\u2029]"
_PLAIN_WORDS = {
    "exceeded maximum nesting depth": yaml_events.TOO_DEEP,
    "mapping values are not allowed": "this colon does not follow a key; put the text in quotes, or check the line above",
    "found character": "this begins with a tab or a special character; indent with spaces, or put the text in quotes",
    "found unknown escape": "this backslash has no meaning here; put the text in single quotes",
    "could not find expected ':'": "this key has no colon; write 'key: value'",
    "did not find expected key": "this does not line up with the lines around it; check indent and quotes",
    "did not find expected '-' indicator": "this does not line up with the list above; check the indent",
    "did not find expected ',' or": "a bracket or quotation mark is not closed, or a comma is missing",
    "found unexpected end of stream": "a quotation mark is not closed",
}


def content(path: Path, name: str) -> str:
    """Return the text of a file, or raise `Unreadable`; messages call the file `name`."""
    return decoded(raw(path, name), name)


def raw(path: Path, name: str) -> bytes:
    """Return the bytes of a regular file of at most 10 MiB, or raise `Unreadable`."""
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(Fault(name, 1, 1, "this is a folder or a device; replace it with a text file"))
        with open(path, "rb", opener=_without_blocking) as file:
            data = file.read(MAX_BYTES + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise Unreadable(Fault(name, 1, 1, MISSING)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not a valid path"
        raise Unreadable(Fault(name, 1, 1, f"this file cannot be opened: {why}")) from None
    if size > MAX_BYTES:
        raise Unreadable(Fault(name, 1, 1, f"this file is larger than {MAX_MIB} MiB; make it smaller"))
    # Files that the system generates, such as those under /proc, have no true size.
    if data is None or len(data) != size:
        raise Unreadable(Fault(name, 1, 1, "this file is being written, or is not on a disk; use a copy of it"))
    return data


def _without_blocking(path: str, flags: int) -> int:
    """Open a file without blocking, as a pipe in its place or a file under /proc otherwise could."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decoded(content: bytes, name: str) -> str:
    """Return bytes as UTF-8 text without byte order mark or carriage returns, or raise `Unreadable`."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(Fault(name, line, 1, "this file is not UTF-8 text; save it as UTF-8")) from None


def parse(text: str, name: str) -> Placed:
    r"""
    Return the data of YAML text, or raise `Unreadable` with its faults.

    >>> parse("safe: yes\nlimit: 010", "a.yaml").data
    {'safe': 'yes', 'limit': '010'}
    """
    try:
        root = yaml_events.nodes(text)
    except yaml_events.Refused as refused:
        raise Unreadable(fault_at(refused.mark, name, str(refused))) from None
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_yaml_fault(error, name, len(re.split(_LINE_BREAK, text)))) from None
    except yaml.reader.ReaderError:
        # The error's position is in bytes or letters, depending on the parser; this pattern finds the letter.
        match = yaml.reader.Reader.NON_PRINTABLE.search(text)
        lines = re.split(_LINE_BREAK, text[: match.start() if match else 0])
        message = "YAML does not allow this character; remove it"
        raise Unreadable(Fault(name, len(lines), len(lines[-1]) + 1, message)) from None
    if root is None:
        raise Unreadable(Fault(name, 1, 1, "this file is empty"))
    faults: list[Fault] = []
    data = _plain(root, name, faults)
    if faults:
        raise Unreadable(*faults)
    return Placed(name, data, root, text)


def _yaml_fault(error: yaml.MarkedYAMLError, name: str, lines: int) -> Fault:
    problem = f"{error.problem} {error.context}"
    known = (message for text, message in _PLAIN_WORDS.items() if text in problem)
    message = next(known, "this cannot be read as YAML; check the colons, quotes and indents here")
    # Without a line break at the end of the file, one of the parsers counts one line too many.
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark and mark.line < lines]
    return fault_at(next(iter(marks), None), name, message)


def _plain(node: yaml.Node, name: str, faults: list[Fault]) -> Any:
    """Return nodes as dicts, lists and texts; add what is not plain to the faults."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name, faults) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.append(fault_at(key.start_mark, name, "a list or mapping cannot be a key; write a single word"))
        elif key.value in data:
            faults.append(fault_at(key.start_mark, name, f"'{key.value}' is already used in this mapping; remove one"))
        else:
            data[key.value] = _plain(value, name, faults)
    return data


def find(data: Any, key: str, path: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Yield every value under a key, at any depth, with its path."""
    for step, value in steps(data):
        if step == key:
            yield (*path, step), value
        elif not isinstance(value, str):
            yield from find(value, key, (*path, step))


def every_text(data: Any, path: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text, at any depth, with its path."""
    if isinstance(data, str):
        yield path, data
    for step, value in steps(data):
        yield from every_text(value, (*path, step))


def steps(data: Any) -> Iterable[tuple[str | int, Any]]:
    """Return the keys or indexes and the values of a mapping or a list; nothing for a text."""
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()


def texts(value: Any, path: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield one text, or each text of a list, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, nth), text) for nth, text in enumerate(value) if isinstance(text, str))
