"""Points, gaps and notices alike: the ways in which each can show, and the questions it depends on."""

from collections.abc import Iterable, Iterator

from considerations.engine.assessment import Answers, Assessment, some, truth
from considerations.pack import Pack, Point
from considerations.pack.companions import Gap, Notice
from considerations.pack.conditions import Condition, Highlight
from considerations.pack.guarantees import Selection

Item = Point | Gap | Notice
Key = tuple[str, str]
_KINDS = {Point: "point", Gap: "gap", Notice: "notice"}


def ways(item: Item) -> tuple[Highlight, ...]:
    """Return an item's own ways to show."""
    if isinstance(item, Point):
        return item.highlight
    return item.relevant if isinstance(item, Gap) else (Highlight(when=item.when),)


def every_way(item: Item, pack: Pack) -> tuple[Highlight, ...]:
    """Return all ways for an item to show; for a gap, also those of the points that make it relevant."""
    return (*ways(item), *(way for point in points_behind(item, pack) for way in point.highlight))


def points_behind(item: Item, pack: Pack) -> tuple[Point, ...]:
    """Return the points that make a gap relevant when highlighted; none for other items."""
    return pack.once(_behind)[item.gap] if isinstance(item, Gap) else ()


def _behind(pack: Pack) -> dict[str, tuple[Point, ...]]:
    return {
        gap.gap: tuple([p for p in pack.points if p.theme in gap.with_themes or p.point in gap.with_points])
        for gap in pack.gaps.gaps
    }


def state(item: Item, assessment: Assessment) -> bool | None:
    """Return the state of an item."""
    return state_of(key(item), assessment)


def state_of(key: Key, assessment: Assessment) -> bool | None:
    """Return the state of the item with a key."""
    kind, name = key
    states = assessment.verdicts if kind == "point" else assessment.gaps if kind == "gap" else assessment.notices
    return states[name]


def items(pack: Pack) -> tuple[Item, ...]:
    """Return every point, gap and notice."""
    return (*pack.points, *pack.gaps.gaps, *pack.notices)


def key(item: Item) -> Key:
    """Return the kind and the id of an item; two kinds may share an id."""
    kind = _KINDS[type(item)]
    return kind, getattr(item, kind)


def selects(selection: Selection, point: Point) -> bool:
    """Return whether a guarantee's selection includes a point, by its id or by its theme and valence."""
    by_kind = bool(selection.theme or selection.valence)
    of_kind = selection.theme in (None, point.theme) and selection.valence in (None, point.valence)
    return point.point in selection.points or (by_kind and of_kind)


def title(item: Item) -> str:
    """Return the line that names an item to a reader."""
    return item.headline if isinstance(item, Point) else item.topic if isinstance(item, Gap) else item.text


def depends_on(item: Item, pack: Pack) -> tuple[str, ...]:
    """Return, in the order asked, the ids of the questions that decide whether an item shows."""
    named = {name for way in every_way(item, pack) for name in way.when.questions()}
    return tuple(question.question for question in pack.questions if question.question in named)


def deciding(condition: Condition, answers: Answers, value: bool | None) -> Iterator[str]:
    """Yield the questions that make a condition True, keep it open (None) or make it False, as `value` says."""
    for question, options in condition.one_of.items():
        if (answers[question] in options if question in answers else None) is value:
            yield question
    alternatives = condition.any or ()
    if some(truth(part, answers) for part in alternatives) is not value:
        alternatives = ()
    for part in (*alternatives, *(condition.all or ())):
        if truth(part, answers) is value:
            yield from deciding(part, answers, value)


def open_questions(condition: Condition, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the questions whose missing answers keep a condition open; none if it is settled."""
    return tuple(dict.fromkeys(deciding(condition, answers, None))) if truth(condition, answers) is None else ()


def with_earlier(questions: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """Return questions in the order asked, then the earlier ones that decide whether they are asked, nearest first."""
    seen = set(questions)
    result = [question.question for question in pack.questions if question.question in seen]
    for question in reversed(pack.questions):
        if question.question in seen and question.ask_when:
            earlier = [name for name in dict.fromkeys(question.ask_when.questions()) if name not in seen]
            seen.update(earlier)
            result += earlier
    return tuple(result)


def with_later(question: str, pack: Pack) -> tuple[str, ...]:
    """Return a question, then the later ones that are asked because of it, directly or not."""
    result = [question]
    for later in pack.questions:
        if later.ask_when and set(later.ask_when.questions()) & set(result):
            result.append(later.question)
    return tuple(result)
