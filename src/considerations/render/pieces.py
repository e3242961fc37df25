"""Pieces of markup that the page and the screen share."""

from collections.abc import Callable, Iterable
from html import escape

from considerations.annex import Cell, Comparison, Row
from considerations.terms import BEARS, NOT_SAID


def listed(items: Iterable[str], tag: str = "ul", between: str = "") -> str:
    """Give texts as a list, nothing where there are none; `between` says what joins them."""
    lead = f"<i>{between}</i> " if between else ""
    entries = "".join(f"<li>{lead if nth else ''}{escape(item)}</li>" for nth, item in enumerate(items))
    return f"<{tag}>{entries}</{tag}>" if entries else ""


def side_by_side(comparison: Comparison, bears: Callable[[Row], bool]) -> str:
    """Give the side-by-side table; rows that bear on the answers are marked, in words too."""
    heads = "".join(f'<th scope="col">{escape(title)}</th>' for title in comparison.columns.values())
    rows = "".join(_row(row, comparison, marked=bears(row)) for row in comparison.rows)
    head = f'<thead><tr><th scope="col">Aspect</th>{heads}</tr></thead>'
    return f'<table class="side">{head}<tbody>{rows}</tbody></table>'


def _row(row: Row, comparison: Comparison, *, marked: bool) -> str:
    cells = "".join(_cell(row.cells.get(column)) for column in comparison.columns)
    mark = f'<br><span class="mark">{BEARS}</span>' if marked else ""
    return f'<tr{" class=bears" if marked else ""}><th scope="row">{escape(row.title)}{mark}</th>{cells}</tr>'


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return f'<td class="none">{NOT_SAID}</td>'
    cites = f" <small>[{', '.join(cell.cites)}]</small>" if cell.cites else ""
    return f"<td>{escape(cell.says)}{cites}</td>"
