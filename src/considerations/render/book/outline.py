"""The article's outline with its points in the margin, and what hangs on what."""

from html import escape

from considerations.engine.items import Item, depends_on, items, key, points_behind, title
from considerations.pack import Pack, Point, Question
from considerations.pack.companions import Gap, Notice
from considerations.render.cards import Passages, wide
from considerations.render.html_blocks import listed

# Why a sentence makes no point.
BECAUSE = {
    "heading": "A heading.",
    "lead-in": "Leads in to what follows.",
    "framing": "Sets the scene; nothing in it bears on a situation.",
    "outlook": "A hope for the future.",
    "repeats": "Says again what {} says.",
}


def outline(pack: Pack, passages: Passages) -> str:
    """Give every sentence of the article in order, by its address: its passage, and its points or why it makes none."""
    rows = "".join(_sentence(address, pack, passages) for address in pack.index)
    return (
        '<table class="facts outline"><thead><tr><th scope="col">Address</th><th scope="col">What is made of it</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _sentence(address: str, pack: Pack, passages: Passages) -> str:
    points = "".join(f"<li>{to_item(point)}</li>" for point in pack.points if address in point.cites)
    aside = "".join(
        f"<i>{BECAUSE[each.because].format(to_address(each.repeats) if each.repeats else '')} {escape(each.note or '')}</i>"
        for each in pack.not_used
        if address in each.not_used
    )
    passage = f"<q>{escape(passages[address] or '')}</q>" if passages.get(address) else ""
    made = f"<ul>{points}</ul>" if points else aside
    return f'<tr id="{address}" tabindex="-1"><th scope="row">{address}</th><td>{passage}{made}</td></tr>'


def to_address(address: str) -> str:
    """Link to a sentence in the outline."""
    return f'<a href="#{address}">{address}</a>'


def to_item(item: Item) -> str:
    """Link to a point, a gap or a notice."""
    return f'<a href="#{anchor(item)}">{escape(title(item))}</a>'


def anchor(item: Item) -> str:
    """Name the place of a point, a gap or a notice in the book."""
    return "-".join(key(item))


def hanging(item: Item, pack: Pack) -> str:
    """Link to the questions that an item hangs on, and between gaps and the points that bring them."""
    links = {
        "Hangs on": [to_question(pack.question(name)) for name in depends_on(item, pack)],
        "Comes along with": [to_item(point) for point in points_behind(item, pack)],
        "Brings along": [to_item(each) for each in pack.gaps.gaps if item in points_behind(each, pack)],
    }
    return "".join(
        f'<p class="hangs"><b>{title}:</b> {"; ".join(found)}</p>' for title, found in links.items() if found
    )


def to_question(question: Question) -> str:
    """Link to a question."""
    return f'<a href="#question-{question.question}">{escape(question.short)}</a>'


def brings(pack: Pack) -> str:
    """Give a table of what each question can bring."""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Question", "Points", "Gaps", "Notices", "Stops and questions")
    )
    rows = "".join(_question(question, pack) for question in pack.questions)
    table = f'<table class="facts brings"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return wide("What each question can bring", table)


def _question(question: Question, pack: Pack) -> str:
    name = question.question
    brought = [item for item in items(pack) if name in depends_on(item, pack)]
    columns = [[item for item in brought if isinstance(item, kind)] for kind in (Point, Gap, Notice)]
    links = ["".join(f"<li>{to_item(item)}</li>" for item in column) for column in columns]
    stops = [stop.headline for stop in pack.stops.stops if name in stop.questions()]
    asks = [f"Asks: {q.short}" for q in pack.questions if q.ask_when and name in q.ask_when.questions()]
    cells = [*(f"<ul>{entries}</ul>" if entries else "None" for entries in links), listed([*stops, *asks]) or "None"]
    return (
        f'<tr id="brings-{name}" tabindex="-1"><th scope="row">{to_question(question)}</th>'
        f"{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    )
