"""YAML text as plain data, every scalar a text with its place; only a regular file of at most 1 MiB is read."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from considerations.loading import yaml_events

MOST_BYTES = 1024 * 1024
# Of many faults the first are told, each on a line that can be read.
MOST_FAULTS = 100
MOST_LETTERS = 500

# Where the reader begins a new line.
_LINE_BREAK = "\r\n|[\r\n\x85\u2028\u2029]"

_PLAIN_WORDS = {
    "exceeded maximum nesting depth": yaml_events.TOO_DEEP,
    "mapping values are not allowed": "a colon stands where no key can; put the text in quotes, or check the line above",
    "found character": "this cannot begin with a tab or a special sign; indent with spaces, or put the text in quotes",
    "found unknown escape": "this backslash means nothing here; use single quotes around the text",
    "could not find expected ':'": "a key without its colon; write 'key: value'",
    "did not find expected key": "this does not line up with the lines around it; check indent and quotes",
    "did not find expected '-' indicator": "this does not line up with the list above; check the indent",
    "did not find expected ',' or": "a bracket or quotation mark is not closed, or a comma is missing",
    "found unexpected end of stream": "a quotation mark is not closed",
}


# The way to a part of a file: keys and indexes.
Loc = tuple[str | int, ...]


def as_line(said: str) -> str:
    r"""
    Give one line that a terminal can show: what a file holds may be long, or hold signs that no one can see.

    >>> as_line("one\ntwo")
    'one\\ntwo'
    """
    line = printable(said)
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 200]} … {line[-190:]}"


def printable(text: str) -> str:
    """Write control characters as Python does: they could forge a line, or steer the terminal that shows it."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


class Fault(NamedTuple):
    """Something wrong with a pack: where, and what to do about it. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Give one line that a terminal can show."""
        return as_line(f"{self.file}:{self.line}:{self.column}: {self.message}")


class Placed(NamedTuple):
    """The data of a file beside the nodes it came from."""

    file: str
    data: Any
    root: yaml.Node

    def fault(self, path: Loc, message: str, *, at_key: bool = False) -> Fault:
        """
        Say what is wrong at a path of keys and indexes.

        The fault points at the value, or `at_key` at its key; what the file does not have, at what should hold it. A
        number finds its place in a mapping too, so that a mapping read as a list keeps its places.
        """
        node, mark = self.root, self.root.start_mark
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pairs = node.value
                found = [pair for pair in pairs if pair[0].value == step] or (
                    pairs[step : step + 1] if isinstance(step, int) else []
                )
                if found:
                    key, node = found[0]
                    mark = key.start_mark if at_key else node.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
        return _at(mark, self.file, message)


class Unreadable(Exception):
    """A file that gives no data; carries its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def content(path: Path, name: str) -> str:
    """Read a text file, or raise `Unreadable`; `name` is how the file is called in messages."""
    return decoded(raw(path, name), name)


def raw(path: Path, name: str) -> bytes:
    """Read the bytes of a regular file of at most 1 MiB, or raise `Unreadable`."""
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(Fault(name, 1, 1, "this is a folder or a device; a text file is expected here"))
        with open(path, "rb", opener=_at_once) as file:
            found = file.read(MOST_BYTES + 1)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise Unreadable(Fault(name, 1, 1, "this file is missing")) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no path can hold this name"
        raise Unreadable(Fault(name, 1, 1, f"this file cannot be opened: {why}")) from None
    if size > MOST_BYTES:
        raise Unreadable(Fault(name, 1, 1, "this file is larger than 1 MiB, more than any pack needs"))
    # Of what the system makes up while it is read, such as all under /proc, the size is not told.
    if found is None or len(found) != size:
        raise Unreadable(Fault(name, 1, 1, "this file is being written, or lies on no disk; give a copy of it"))
    return found


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for it: a pipe may have taken its place, and some of /proc keep readers waiting."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decoded(content: bytes, name: str) -> str:
    """Read bytes as UTF-8 without a byte order mark, lines ended by a line feed, or raise `Unreadable`."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(Fault(name, line, 1, "this file is not UTF-8 text; save it as UTF-8")) from None


def parse(text: str, name: str) -> Placed:
    r"""
    Read YAML text, or raise `Unreadable` with its faults.

    >>> parse("safe: yes\nlimit: 010", "a.yaml").data
    {'safe': 'yes', 'limit': '010'}
    """
    try:
        root = yaml_events.nodes(text)
    except yaml_events.Refused as refused:
        raise Unreadable(_at(refused.mark, name, str(refused))) from None
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_yaml_fault(error, name, len(re.split(_LINE_BREAK, text)))) from None
    except yaml.reader.ReaderError:
        # The error counts bytes or letters, by the reader's make; its own list of signs finds the letter.
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = re.split(_LINE_BREAK, text[: found.start() if found else 0])
        message = "this character cannot stand in a YAML file"
        raise Unreadable(Fault(name, len(before), len(before[-1]) + 1, message)) from None
    if root is None:
        raise Unreadable(Fault(name, 1, 1, "this file is empty"))
    faults: list[Fault] = []
    data = _plain(root, name, faults)
    if faults:
        raise Unreadable(*faults)
    return Placed(name, data, root)


def _yaml_fault(error: yaml.MarkedYAMLError, name: str, lines: int) -> Fault:
    said = f"{error.problem} {error.context}"
    plain = (words for library, words in _PLAIN_WORDS.items() if library in said)
    message = next(plain, "this cannot be read as YAML; check the colons, quotes and indents here")
    # At the end of a file without a last line break one of the readers counts a line that is not there.
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark and mark.line < lines]
    return _at(next(iter(marks), None), name, message)


def _at(mark: Any, name: str, message: str) -> Fault:
    """Give a fault at one of the reader's marks, or at the top of the file where it has none."""
    return Fault(name, mark.line + 1, mark.column + 1, message) if mark else Fault(name, 1, 1, message)


def _plain(node: yaml.Node, name: str, faults: list[Fault]) -> Any:
    """Turn nodes into dicts, lists and texts; what is not plain joins the faults."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name, faults) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.append(_at(key.start_mark, name, "a key is a single word or text"))
        elif key.value in data:
            faults.append(_at(key.start_mark, name, f"'{key.value}' is given twice"))
        else:
            data[key.value] = _plain(value, name, faults)
    return data


def find(data: Any, key: str, path: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Find every value under a key, however deep, with its path."""
    for step, value in steps(data):
        if step == key:
            yield (*path, step), value
        elif not isinstance(value, str):
            yield from find(value, key, (*path, step))


def steps(data: Any) -> Iterable[tuple[str | int, Any]]:
    """Give what a mapping or a list holds, with its keys or indexes; nothing for a text."""
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()


def texts(value: Any, path: Loc) -> Iterator[tuple[Loc, str]]:
    """Give one text or a list of them with their paths."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, nth), each) for nth, each in enumerate(value) if isinstance(each, str))
