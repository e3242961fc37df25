"""
Why a point or a silence stands where it does, and what would change that, in the clinician's words.

Always derived from the rules and the answers, never written by hand.
"""

from collections.abc import Iterable, Mapping

from considerations.annex import Highlight, Silence
from considerations.conditions import Condition
from considerations.engine import Answers, Assessment, bringing, truth
from considerations.pack import Pack, Point
from considerations.reasons import Item, Reasons, behind, every_way, ways, with_earlier

Looks = Mapping[str, Mapping[str, Assessment]]


def why(item: Item, assessment: Assessment, reasons: Reasons) -> tuple[str, ...]:
    """
    Say why an item has its state, each time with a minimal set of answers.

    Highlighted or in front: the answers that made it so, a sentence for each way that holds. Waiting: the open questions it
    hangs on. Background or further back: the answers that rule it out.
    """
    pack, answers = assessment.pack, assessment.answers
    found = state(item, assessment)
    if found is None:
        shorts = "; ".join(pack.question(asked).short for asked in waits_for(item, assessment))
        return (f"Waits for an answer to: {shorts}.",)
    if not found:
        named = with_earlier((asked for way in every_way(item, pack) for asked in way.when.questions()), pack)
        return (f"Ruled out by: {_listed(pack, reasons.deciding(item, answers, False, named))}.",)
    because = dict.fromkeys(
        f"{_listed(pack, reasons.deciding(item, answers, True, behind(way.when, answers, True)))}."
        for way in ways(item)
        if truth(way.when, answers)
    )
    return (*because, *_through_points(item, assessment))


def _through_points(item: Item, assessment: Assessment) -> tuple[str, ...]:
    """Say on what themes the highlighted points are that bring a silence to the front."""
    if isinstance(item, Point):
        return ()
    bring = bringing(item, assessment.pack)
    themes = dict.fromkeys(point.theme for point in assessment.points(True) if point.point in bring)
    titles = "; ".join(assessment.pack.about.themes[theme] for theme in themes)
    return (f"Highlighted points: {titles}.",) if titles else ()


def what_would(item: Item, assessment: Assessment, reasons: Reasons) -> str:
    """Name the smallest change of answers that highlights a point or brings a silence to the front."""
    pack, answers = assessment.pack, assessment.answers
    change = reasons.change(item, answers)
    if not change:
        return "No change of these answers is known that would do it."
    said = []
    for asked, options in change.items():
        had = answers.get(asked)
        now = (
            f"in place of “{pack.question(asked).label(had)}”"
            if had
            else "not asked"
            if asked in answers
            else "not answered"
        )
        said.append(f"{pack.question(asked).short}: {_either(pack, asked, options)}{' ' if had else ', so far '}{now}")
    return f"{'; and '.join(said)}."


def what_options_do(item: Item, assessment: Assessment, looks: Looks) -> tuple[str, ...]:
    """Say for each open question that still matters to a waiting item what each of its options would do."""
    does = {True: "would highlight it", False: "would rule it out", None: "would leave it waiting"}
    if isinstance(item, Silence):
        does[True] = "would bring it to the front"
    matters = waits_for(item, assessment)
    said = []
    for asked, look in looks.items():
        if asked in matters:
            effects: dict[str, list[str]] = {}
            for option, then in look.items():
                effects.setdefault("would bring a stop" if then.stop else does[state(item, then)], []).append(option)
            each = [f"{_either(assessment.pack, asked, options)} {effect}" for effect, options in effects.items()]
            said.append(f"{assessment.pack.question(asked).short}: {'; '.join(each)}.")
    return tuple(said)


def state(item: Item, assessment: Assessment) -> bool | None:
    """Give the state of a point or a silence."""
    return assessment.verdicts[item.point] if isinstance(item, Point) else assessment.silences[item.silence]


def waits_for(item: Item, assessment: Assessment) -> tuple[str, ...]:
    """Give the open questions, by id, on which a waiting item hangs, and those that decide whether they are asked."""
    pack, answers = assessment.pack, assessment.answers
    found = with_earlier((asked for way in every_way(item, pack) for asked in open_questions(way.when, answers)), pack)
    return tuple(
        question.question
        for question in pack.questions
        if question.question in found and question.question not in answers
    )


def readings(point: Point, answers: Answers) -> tuple[str, ...]:
    """Give the readings behind a highlighted point: what its conditions add to the sentences it cites."""
    return tuple(way.reading for way in point.highlight if way.reading and truth(way.when, answers))


def rule(item: Item, pack: Pack) -> tuple[str, ...]:
    """Put the rule of a point or a silence in words, a sentence for each way in which it comes to bear."""
    own = tuple(f"{words(way.when, pack)}.{_reading(way)}" for way in ways(item))
    return own if isinstance(item, Point) else (*own, *_bringing_in_words(item, pack))


def _bringing_in_words(silence: Silence, pack: Pack) -> tuple[str, ...]:
    themes = "; ".join(pack.about.themes[theme] for theme in silence.with_themes)
    headlines = [point.headline for point in pack.points if point.point in silence.with_points]
    by_theme = [f"Any highlighted point on: {themes}."] if themes else []
    return (*by_theme, *(f"Highlighted: “{headline}”" for headline in headlines))


def open_questions(condition: Condition, answers: Answers) -> tuple[str, ...]:
    """Give the questions, by id, whose missing answers keep a condition open; none where it is settled."""
    return tuple(dict.fromkeys(behind(condition, answers, None))) if truth(condition, answers) is None else ()


def words(condition: Condition, pack: Pack) -> str:
    """Put a condition in words; `and` joins what must all hold."""
    parts = [
        f"{pack.question(asked).short}: {_either(pack, asked, options)}" for asked, options in condition.one_of.items()
    ]
    if condition.any:
        parts.append(f"({'; or '.join(words(part, pack) for part in condition.any)})")
    return "; and ".join([*parts, *(words(part, pack) for part in condition.all or ())])


def _listed(pack: Pack, answers: Mapping[str, str]) -> str:
    """Give answers in asking order."""
    return "; ".join(
        f"{question.short}: “{question.label(answers[question.question])}”"
        for question in pack.questions
        if question.question in answers
    )


def _either(pack: Pack, asked: str, options: Iterable[str]) -> str:
    labels = [f"“{pack.question(asked).label(option)}”" for option in options]
    return " or ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))


def _reading(way: Highlight) -> str:
    return f" Reading: {way.reading}" if way.reading else ""
