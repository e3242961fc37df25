"""Find places in the text of a YAML file, so that a command can add to it and leave all else as it is written."""

from typing import TypeVar

import yaml

from considerations.loading.faults import Fault, Unreadable

_N = TypeVar("_N", bound=yaml.Node)


def root(text: str, kind: type[_N]) -> _N:
    """Return the root node of a file that a pack was loaded from; it must be of this kind."""
    node = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(node, kind), "the pack loaded"
    return node


def end(node: yaml.Node) -> int:
    """Return where a node ends: the parser counts the comments after a list of lines as part of it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1] if isinstance(node, yaml.SequenceNode) else node.value[-1][1]
    return int(node.end_mark.index)


def line_end(text: str, at: int) -> int:
    """Return where the line ends that has this place."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def under(node: yaml.Node, *keys: str, nth: int = -1) -> yaml.SequenceNode:
    """Return the list under these keys, in a list that of its `nth` entry."""
    for key in keys:
        node = node.value[nth] if isinstance(node, yaml.SequenceNode) else node
        node = next(value for name, value in node.value if name.value == key)
    assert isinstance(node, yaml.SequenceNode), "the pack loaded"
    return node


def appended(text: str, entries: yaml.SequenceNode, entry: str, name: str) -> str:
    """Return a text with an entry added at the end of a list, or raise `Unreadable` where the list is on one line."""
    if entries.flow_style:
        mark = entries.start_mark
        message = (
            "this list is written in brackets; write each entry on lines of its own, or remove the file if it is empty"
        )
        raise Unreadable(Fault(name, mark.line + 1, mark.column + 1, message))
    at = line_end(text, end(entries))
    indent = " " * entries.start_mark.column
    lines = "".join(f"\n{indent}{line}" if line else "\n" for line in entry.rstrip("\n").split("\n"))
    return text[:at] + lines + text[at:]
