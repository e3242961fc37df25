"""
Why a point is highlighted, waiting or background, in the clinician's words.

Always derived from the condition and the answers, never written by hand.
"""

from collections.abc import Iterable, Iterator

from considerations.annex import Highlight, Silence
from considerations.conditions import Condition
from considerations.engine import Answers, Assessment, bringing, some, truth, verdict
from considerations.pack import Pack, Point


def why(point: Point, assessment: Assessment) -> tuple[str, ...]:
    """
    Say why a point has its verdict.

    Highlighted: the answers that made it so, a sentence for each way that holds. Waiting: the open questions it hangs
    on. Background: the answers that stand against it.
    """
    pack, answers = assessment.pack, assessment.answers
    found = verdict(point, answers)
    ways = [way for way in point.highlight if truth(way.when, answers) is found]
    if found:
        return tuple(dict.fromkeys(_listed(pack, _leaves(way.when, answers, True), answers) for way in ways))
    if found is None:
        return (
            "Waits for an answer to: "
            + "; ".join(pack.question(asked).short for asked in waits_for(point, answers))
            + ".",
        )
    leaves = (asked for way in ways for asked in _leaves(way.when, answers, found))
    return ("Answered otherwise: " + _listed(pack, leaves, answers),)


def why_in_front(silence: Silence, assessment: Assessment) -> tuple[str, ...]:
    """Say what brings a silence to the front: answers, and highlighted points by their themes."""
    pack, answers = assessment.pack, assessment.answers
    ways = [way for way in silence.front if truth(way.when, answers)]
    because = dict.fromkeys(_listed(pack, _leaves(way.when, answers, True), answers) for way in ways)
    bring = bringing(silence, pack)
    themes = dict.fromkeys(point.theme for point in assessment.points(True) if point.point in bring)
    if themes:
        because[f"Highlighted points: {'; '.join(pack.about.themes[theme] for theme in themes)}."] = None
    return tuple(because)


def rule_of_silence(silence: Silence, pack: Pack) -> tuple[str, ...]:
    """Put in words what brings a silence to the front."""
    ways = [f"{words(way.when, pack)}.{_reading(way)}" for way in silence.front]
    if silence.with_themes:
        ways.append(
            f"Any highlighted point on: {'; '.join(pack.about.themes[theme] for theme in silence.with_themes)}."
        )
    headlines = [point.headline for point in pack.points if point.point in silence.with_points]
    return (*ways, *(f"Highlighted: “{headline}”" for headline in headlines))


def waits_for(point: Point, answers: Answers) -> tuple[str, ...]:
    """Give the questions, by id, on which a waiting point hangs."""
    return tuple(dict.fromkeys(asked for way in point.highlight for asked in open_questions(way.when, answers)))


def readings(point: Point, answers: Answers) -> tuple[str, ...]:
    """Give the readings behind a highlighted point: what its conditions add to the sentences it cites."""
    return tuple(way.reading for way in point.highlight if way.reading and truth(way.when, answers))


def rule(point: Point, pack: Pack) -> tuple[str, ...]:
    """Put the rule of a point in words, a sentence for each way in which it comes to bear."""
    return tuple(f"{words(way.when, pack)}.{_reading(way)}" for way in point.highlight)


def open_questions(condition: Condition, answers: Answers) -> tuple[str, ...]:
    """Give the questions, by id, whose missing answers keep a condition open; none where it is settled."""
    return tuple(dict.fromkeys(_leaves(condition, answers, None))) if truth(condition, answers) is None else ()


def words(condition: Condition, pack: Pack) -> str:
    """Put a condition in words; `and` joins what must all hold."""
    parts = [
        f"{pack.question(asked).short}: {_either(pack, asked, options)}" for asked, options in condition.one_of.items()
    ]
    if condition.any:
        parts.append(f"({'; or '.join(words(part, pack) for part in condition.any)})")
    return "; and ".join([*parts, *(words(part, pack) for part in condition.all or ())])


def _leaves(condition: Condition, answers: Answers, found: bool | None) -> Iterator[str]:
    """Give the questions of a condition that make it true, keep it open, or make it false."""
    for asked, options in condition.one_of.items():
        if (answers[asked] in options if asked in answers else None) is found:
            yield asked
    joined = condition.any or ()
    deciding = joined if some(truth(part, answers) for part in joined) is found else ()
    for part in (*deciding, *(condition.all or ())):
        if truth(part, answers) is found:
            yield from _leaves(part, answers, found)


def _listed(pack: Pack, questions: Iterable[str], answers: Answers) -> str:
    return (
        "; ".join(
            f"{pack.question(asked).short}: {_answer(pack, asked, answers)}" for asked in dict.fromkeys(questions)
        )
        + "."
    )


def _answer(pack: Pack, asked: str, answers: Answers) -> str:
    option = answers[asked]
    return _either(pack, asked, [option]) if option else "not asked"


def _either(pack: Pack, asked: str, options: Iterable[str]) -> str:
    labels = [f"“{pack.question(asked).label(option)}”" for option in options]
    return " or ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))


def _reading(way: Highlight) -> str:
    return f" Reading: {way.reading}" if way.reading else ""
