"""List the article's sentences with their points, and link what depends on what."""

from collections.abc import Iterable
from html import escape

from considerations.engine.items import Item, depends_on, items, key, points_behind, title
from considerations.pack import Pack, Point, Question
from considerations.pack.companions import Gap, Notice
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.markup import Passages, html_list, table, table_row, wide


def outline(pack: Pack, passages: Passages, addresses: Iterable[str] | None = None) -> str:
    """List every sentence of the article, or some, by address: its passage, and its points or why it makes none."""
    rows = (_sentence(address, pack, passages) for address in (pack.index if addresses is None else addresses))
    return table("facts outline", rows, wording.OUTLINE_HEADS)


def _sentence(address: str, pack: Pack, passages: Passages) -> str:
    points = "".join(f"<li>{to_item(point)}</li>" for point in pack.points if address in point.cites)
    passage = f"<q>{escape(passages[address] or '')}</q>" if passages.get(address) else ""
    content = f"<ul>{points}</ul>" if points else _not_used(address, pack)
    return table_row(address, [passage + content], address)


def _not_used(address: str, pack: Pack) -> str:
    found = next((each for each in pack.not_used if address in each.not_used), None)
    if found is None:
        return f"<i>{draft.NO_POINT}</i>"
    stop = next((stop.headline for stop in pack.stops.stops if stop.stop == found.stop), "")
    because = wording.NOT_USED_BECAUSE[found.because].format(
        address=to_address(found.repeats) if found.repeats else "", name=escape(stop)
    )
    return f"<i>{because} {escape(found.note or '')}</i>"


def to_address(address: str) -> str:
    """Link to a sentence in the outline."""
    return f'<a href="#{address}">{address}</a>'


def to_item(item: Item) -> str:
    """Link to a point, a gap or a notice."""
    return f'<a href="#{anchor(item)}">{escape(title(item))}</a>'


def to_question(question: Question) -> str:
    """Link to a question."""
    return f'<a href="#question-{question.question}">{escape(question.short)}</a>'


def anchor(item: Item) -> str:
    """Name the place of a point, a gap or a notice in the book."""
    return "-".join(key(item))


def dependencies(item: Item, pack: Pack) -> str:
    """Link to the questions that an item depends on, and between gaps and the points that they are shown with."""
    links = {
        wording.DEPENDS_ON: [to_question(pack.question(name)) for name in depends_on(item, pack)],
        wording.SHOWN_WITH: [to_item(point) for point in points_behind(item, pack)],
        wording.SHOWS_GAPS: [to_item(each) for each in pack.gaps.gaps if item in points_behind(each, pack)],
    }
    return "".join(
        f'<p class="depends"><b>{title}:</b> {"; ".join(found)}</p>' for title, found in links.items() if found
    )


def effects(pack: Pack) -> str:
    """List what each question affects."""
    rows = (_question(question, pack) for question in pack.questions)
    return wide(wording.EFFECTS, table("facts effects", rows, wording.EFFECTS_HEADS))


def _question(question: Question, pack: Pack) -> str:
    name = question.question
    affected = [item for item in items(pack) if name in depends_on(item, pack)]
    columns = [[item for item in affected if isinstance(item, kind)] for kind in (Point, Gap, Notice)]
    links = ["".join(f"<li>{to_item(item)}</li>" for item in column) for column in columns]
    stops = [stop.headline for stop in pack.stops.stops if name in stop.questions()]
    asks = [
        wording.ASKS.format(question=q.short) for q in pack.questions if q.ask_when and name in q.ask_when.questions()
    ]
    cells = [*(f"<ul>{entries}</ul>" if entries else "" for entries in links), html_list([*stops, *asks])]
    return table_row(to_question(question), [cell or wording.NONE for cell in cells], f"effects-{name}")
