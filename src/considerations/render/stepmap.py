"""A small drawing for each step: its questions, and the themes that their answers can bring."""

from html import escape
from itertools import accumulate
from textwrap import wrap

from considerations.influence import Influence, influence
from considerations.pack import Pack, Point, Step
from considerations.ways import key

STOPS = "Stops"
_KINDS = {"silence": "Silences of the article", "notice": "Notices"}

_WIDTH, _BOX, _LETTERS, _LINE, _GAP = 440, 168, 25, 15, 10


def step_map(step: Step, pack: Pack) -> str:
    """Draw a step as an SVG: questions on the left, themes, silences, notices and stops on the right, a line where one can bring the other."""
    found = [influence(question, pack) for question in step.questions]
    right = [title for title in _targets(pack) if any(title in _brings(each, pack) for each in found)]
    left_boxes, left_end = _column([_titled(each, pack) for each in found], 0)
    right_boxes, right_end = _column(right, _WIDTH - _BOX)
    where = dict(zip(right, (middle for _, middle in right_boxes), strict=True))
    lines = "".join(
        f'<path d="M{_BOX} {start} C{_WIDTH / 2} {start} {_WIDTH / 2} {where[title]} {_WIDTH - _BOX} {where[title]}"/>'
        for each, (_, start) in zip(found, left_boxes, strict=True)
        for title in _brings(each, pack)
    )
    boxes = "".join(box for box, _ in [*left_boxes, *right_boxes])
    return (
        f'<figure class="map wide" tabindex="0"><figcaption>{escape(step.title)}</figcaption><svg viewBox="0 0 {_WIDTH} '
        f'{max(left_end, right_end)}" role="img" aria-label="{escape(_in_words(found, pack))}">{lines}{boxes}</svg></figure>'
    )


def _targets(pack: Pack) -> list[str]:
    return [STOPS, *pack.about.themes.values(), *_KINDS.values()]


def _brings(each: Influence, pack: Pack) -> list[str]:
    """Give the titles of all that a question can bring."""
    titles = {pack.about.themes[item.theme] for item in each.items if isinstance(item, Point)}
    titles |= {_KINDS[kind] for kind, _ in map(key, each.items) if kind in _KINDS} | ({STOPS} if each.stops else set())
    return [title for title in _targets(pack) if title in titles]


def _titled(each: Influence, pack: Pack) -> str:
    asked = each.question.ask_when
    earlier = ", ".join(dict.fromkeys(pack.question(name).short for name in asked.questions())) if asked else ""
    return f"{each.question.short} (after: {earlier})" if earlier else each.question.short


def _in_words(found: list[Influence], pack: Pack) -> str:
    return " ".join(
        f"{each.question.short} can bring: {'; '.join(_brings(each, pack)) or 'nothing'}." for each in found
    )


def _column(titles: list[str], x: int) -> tuple[list[tuple[str, float]], float]:
    """Give a column of boxes, each with its middle, and where the column ends."""
    texts = [wrap(title, _LETTERS) for title in titles]
    heights = [len(lines) * _LINE + _GAP for lines in texts]
    tops = [1, *accumulate(heights, lambda top, height: top + height + _GAP, initial=1)][1:]
    boxes = [_box(lines, x, top, height) for lines, top, height in zip(texts, tops, heights, strict=False)]
    return boxes, tops[-1]


def _box(lines: list[str], x: int, top: float, height: float) -> tuple[str, float]:
    words = "".join(
        f'<text x="{x + 8}" y="{top + _GAP / 2 + _LINE * nth - 4}">{escape(line)}</text>'
        for nth, line in enumerate(lines, 1)
    )
    box = f'<rect x="{x + 1}" y="{top}" width="{_BOX - 2}" height="{height}" rx="6"/>{words}'
    return f"<g>{box}</g>", top + height / 2
