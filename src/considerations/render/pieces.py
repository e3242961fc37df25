"""Pieces of markup that the parts of the page share."""

from collections.abc import Iterable
from html import escape


def listed(items: Iterable[str], tag: str = "ul") -> str:
    """Give texts as a list, nothing where there are none."""
    entries = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{tag}>{entries}</{tag}>" if entries else ""
