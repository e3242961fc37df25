"""YAML text as nodes, without recursion; what could harm the reader (depth, number, aliases, tags) is refused when met."""

from typing import Any

import yaml

MOST_NESTING = 20
MOST_ENTRIES = 20_000
TOO_DEEP = f"nested more than {MOST_NESTING} deep, more than any pack needs"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """Something that a pack has no use for, and where it stands."""

    def __init__(self, mark: Any, message: str) -> None:
        super().__init__(message)
        self.mark = mark


def nodes(text: str) -> yaml.Node | None:
    """Build the nodes of a text, None where it has none; raise `Refused` at what a pack has no use for."""
    document = yaml.SequenceNode("", [])
    opened: list[yaml.CollectionNode] = [document]
    for nth, event in enumerate(yaml.parse(text, _LOADER)):
        # Either reader's marks will do for either's nodes.
        mark: Any = event.start_mark
        if refused := _refused(event, nth, len(opened), second=bool(document.value)):
            raise Refused(mark, refused)
        if isinstance(event, yaml.CollectionEndEvent):
            closed = opened.pop()
            if isinstance(closed, yaml.MappingNode):
                closed.value = list(zip(closed.value[::2], closed.value[1::2], strict=True))
        elif isinstance(event, yaml.ScalarEvent):
            opened[-1].value.append(yaml.ScalarNode("", event.value, mark))
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
            node = kind("", [], mark)
            opened[-1].value.append(node)
            opened.append(node)
    return next(iter(document.value), None)


def _refused(event: yaml.Event, nth: int, depth: int, *, second: bool) -> str | None:
    """Say why an event is refused, if it is; `second` where a document stands before it."""
    if isinstance(event, yaml.CollectionStartEvent) and depth > MOST_NESTING:
        return TOO_DEEP
    if nth > MOST_ENTRIES:
        return f"more than {MOST_ENTRIES:,} entries, more than any pack needs"
    if getattr(event, "anchor", None):
        return "anchors and aliases (& and *) are not used here; write the text out, or put it in quotes"
    if getattr(event, "tag", None):
        return "tags (!) are not used here; put the text in quotes"
    if second and isinstance(event, yaml.DocumentStartEvent):
        return "one file holds one document; remove the second '---'"
    return None
