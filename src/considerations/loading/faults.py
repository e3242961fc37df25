"""Say what is wrong with a file and where, or why a command is refused, in lines for a terminal."""

from typing import Any, NamedTuple

import yaml

# Only the first faults are reported, each on a line of readable length; other lines, which may hold anything, are shorter.
MAX_FAULTS = 100
MAX_LETTERS = 2000
MAX_OF_OTHERS = 500
MISSING = "this file is missing"
# The path to a part of a file: keys and indexes.
Loc = tuple[str | int, ...]


def as_line(text: str, most: int = MAX_OF_OTHERS) -> str:
    r"""
    Return a text as one line for a terminal: shortened, with invisible characters escaped.

    >>> as_line("one\ntwo")
    'one\\ntwo'
    """
    line = printable(text)
    return line if len(line) <= most else f"{line[: most - 200]} … {line[-190:]}"


def printable(text: str) -> str:
    """Escape control characters, which could forge a line or control the terminal."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


class Fault(NamedTuple):
    """Something wrong with a pack: where, and what to do about it; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return the fault as one line for a terminal."""
        return as_line(f"{self.file}:{self.line}:{self.column}: {self.message}", MAX_LETTERS)


class Placed(NamedTuple):
    """The data of a file, with the nodes it came from."""

    file: str
    data: Any
    root: yaml.Node
    text: str = ""

    def fault(self, path: Loc, message: str, *, at_key: bool = False, word: str = "") -> Fault:
        """
        Return a fault at a path of keys and indexes.

        It points at the value, at a `word` in it or, with `at_key`, at its key; for a missing value, at what it is missing
        from. An index works in a mapping too, because options are written as a mapping and read as a list.
        """
        node, mark = self.root, self.root.start_mark
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pairs = node.value
                matches = [pair for pair in pairs if pair[0].value == step] or (
                    pairs[step : step + 1] if isinstance(step, int) else []
                )
                if matches:
                    key, node = matches[0]
                    mark = key.start_mark if at_key else node.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
        at = self.text.find(word, mark.index) if word and mark else -1
        if at >= 0:
            line = self.text.count("\n", 0, at) + 1
            return Fault(self.file, line, at - self.text.rfind("\n", 0, at), message)
        return fault_at(mark, self.file, message)


def absent(name: str) -> Placed:
    """Return a file that a pack leaves out, as one without content."""
    return Placed(name, {}, yaml.MappingNode("", []))


class Refusal(Exception):
    """What a command is refused for, in the words that it prints, and the exit status."""

    status = 2


class Unreadable(Refusal):
    """A file that cannot be read; holds its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def fault_at(mark: Any, name: str, message: str) -> Fault:
    """Return a fault at a position of the parser, or at the top of the file if there is none."""
    return Fault(name, mark.line + 1, mark.column + 1, message) if mark else Fault(name, 1, 1, message)
