"""The ways in which a point is highlighted, a gap comes to the front or a notice shows, and the questions that they name."""

from collections.abc import Iterable, Iterator

from considerations.engine.assessment import Answers, Assessment, points_behind_gap, some, truth
from considerations.pack import Pack, Point
from considerations.pack.companions import Gap, Notice
from considerations.pack.conditions import Condition, Highlight

Item = Point | Gap | Notice
Key = tuple[str, str]


def ways(item: Item) -> tuple[Highlight, ...]:
    """Give the ways of its own in which a point is highlighted, a gap comes to the front or a notice shows."""
    if isinstance(item, Point):
        return item.highlight
    return item.relevant if isinstance(item, Gap) else (Highlight(when=item.when),)


def every_way(item: Item, pack: Pack) -> tuple[Highlight, ...]:
    """Give the ways of an item, and for a gap also those of the points that bring it."""
    return (*ways(item), *(way for point in points_behind(item, pack) for way in point.highlight))


def points_behind(item: Item, pack: Pack) -> tuple[Point, ...]:
    """Give the points that bring a gap to the front when they are highlighted; none for another item."""
    names = points_behind_gap(item, pack) if isinstance(item, Gap) else ()
    return tuple(point for point in pack.points if point.point in names) if names else ()


def state(item: Item, assessment: Assessment) -> bool | None:
    """Give the state of a point, a gap or a notice."""
    kind, name = key(item)
    return {"point": assessment.verdicts, "gap": assessment.gaps, "notice": assessment.notices}[kind][name]


def items(pack: Pack) -> tuple[Item, ...]:
    """Give every point, gap and notice."""
    return (*pack.points, *pack.gaps.gaps, *pack.notices)


def key(item: Item) -> Key:
    """Give the kind and the id of an item: two kinds may share an id."""
    kind = type(item).__name__.lower()
    return kind, getattr(item, kind)


def title(item: Item) -> str:
    """Give the line that names an item to a reader."""
    return item.headline if isinstance(item, Point) else item.topic if isinstance(item, Gap) else item.text


def depends_on(item: Item, pack: Pack) -> tuple[str, ...]:
    """Give the questions, by id, that the rule of an item names, itself or through the points that bring it, in asking order."""
    named = {asked for way in every_way(item, pack) for asked in way.when.questions()}
    return tuple(question.question for question in pack.questions if question.question in named)


def behind(condition: Condition, answers: Answers, found: bool | None) -> Iterator[str]:
    """Give the questions of a condition that make it true, keep it open, or make it false."""
    for asked, options in condition.one_of.items():
        if (answers[asked] in options if asked in answers else None) is found:
            yield asked
    joined = condition.any or ()
    deciding = joined if some(truth(part, answers) for part in joined) is found else ()
    for part in (*deciding, *(condition.all or ())):
        if truth(part, answers) is found:
            yield from behind(part, answers, found)


def open_questions(condition: Condition, answers: Answers) -> tuple[str, ...]:
    """Give the questions, by id, whose missing answers keep a condition open; none where it is settled."""
    return tuple(dict.fromkeys(behind(condition, answers, None))) if truth(condition, answers) is None else ()


def with_earlier(questions: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """Give questions in asking order, followed by the earlier ones that decide whether they are asked, nearest first."""
    named = set(questions)
    listed = [question.question for question in pack.questions if question.question in named]
    for question in reversed(pack.questions):
        if question.question in named and question.ask_when:
            earlier = [asked for asked in dict.fromkeys(question.ask_when.questions()) if asked not in named]
            named.update(earlier)
            listed += earlier
    return tuple(listed)


def with_later(asked: str, pack: Pack) -> tuple[str, ...]:
    """Give a question followed by the later ones that are asked because of it, directly or not."""
    found = [asked]
    for question in pack.questions:
        if question.ask_when and set(question.ask_when.questions()) & set(found):
            found.append(question.question)
    return tuple(found)
