"""Parse YAML into nodes without recursion; refuse deep nesting, too many entries, aliases and tags as soon as they appear."""

from typing import Any

import yaml

MAX_NESTING = 20
MAX_ENTRIES = 200_000
TOO_DEEP = f"nested more than {MAX_NESTING} levels deep; write it flatter"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """YAML that a pack cannot use, and its position."""

    def __init__(self, mark: Any, message: str) -> None:
        super().__init__(message)
        self.mark = mark


def nodes(text: str) -> yaml.Node | None:
    """Return the root node of a text, or None if it is empty; raise `Refused` at YAML that a pack cannot use."""
    document = yaml.SequenceNode("", [])
    open_nodes: list[yaml.CollectionNode] = [document]
    for nth, event in enumerate(yaml.parse(text, _LOADER)):
        # Both parsers' marks fit both parsers' nodes.
        mark: Any = event.start_mark
        if refused := _refused(event, nth, len(open_nodes), second=bool(document.value)):
            raise Refused(mark, refused)
        if isinstance(event, yaml.ScalarEvent):
            open_nodes[-1].value.append(yaml.ScalarNode("", event.value, mark))
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = open_nodes.pop()
            if isinstance(closed, yaml.MappingNode):
                closed.value = list(zip(closed.value[::2], closed.value[1::2], strict=True))
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
            node = kind("", [], mark)
            open_nodes[-1].value.append(node)
            open_nodes.append(node)
    return next(iter(document.value), None)


def _refused(event: yaml.Event, nth: int, depth: int, *, second: bool) -> str | None:
    """Return why an event is refused, or None; `second` says that a document came before it."""
    if isinstance(event, yaml.CollectionStartEvent) and depth > MAX_NESTING:
        return TOO_DEEP
    if nth > MAX_ENTRIES:
        return f"more than {MAX_ENTRIES:,} entries in this file; make it smaller"
    if getattr(event, "anchor", None):
        return "anchors and aliases (& and *) are not allowed; write the text out, or put it in quotes"
    if getattr(event, "tag", None):
        return "tags (!) are not allowed; put the text in quotes"
    if second and isinstance(event, yaml.DocumentStartEvent):
        return "a file can hold only one document; remove the second '---'"
    return None
