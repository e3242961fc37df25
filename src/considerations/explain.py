"""
Why a point, a silence or a notice stands where it does, and what would change that, in the clinician's words.

Always derived from the rules and the answers, never written by hand.
"""

from collections.abc import Iterable, Iterator, Mapping

from considerations.annex import Silence
from considerations.conditions import Condition, Highlight
from considerations.engine import Answers, Assessment, truth
from considerations.pack import Pack, Point
from considerations.reasons import Change, Reasons
from considerations.ways import Item, state, ways

Looks = Mapping[str, Mapping[str, Assessment]]


def why(item: Item, assessment: Assessment, reasons: Reasons) -> tuple[str, ...]:
    """
    Say why an item has its state, each time with a minimal set of answers.

    Highlighted or in front: the answers that made it so. Waiting: the open questions it hangs on. Background or further
    back: the answers that keep it there.
    """
    if state(item, assessment) is None:
        return _why_waiting(item, assessment, reasons)
    because = ["; ".join([reasons.said[each] for each in kept.items()]) for kept in reasons.settling(item, assessment)]
    return (*[f"{each or 'Whatever the answers'}." for each in because], *_through_points(item, assessment))


def _why_waiting(item: Item, assessment: Assessment, reasons: Reasons) -> tuple[str, ...]:
    waits = reasons.waits_for(item, assessment.answers)
    if waits:
        return (f"Waits for an answer to: {'; '.join(assessment.pack.question(asked).short for asked in waits)}.",)
    comes = reasons.ends(item, assessment.answers)
    effect = _EFFECTS[isinstance(item, Point)][bool(comes)]
    return (f"Not settled yet, but any further answers {effect}, unless a stop holds.",)


def _through_points(item: Item, assessment: Assessment) -> tuple[str, ...]:
    """Name the highlighted points that a silence comes along with: those it is tied to, and others by their theme."""
    if not isinstance(item, Silence) or not state(item, assessment):
        return ()
    highlighted = assessment.points(True)
    tied = [f"Comes along with: “{point.headline}”" for point in highlighted if point.point in item.with_points]
    themes = dict.fromkeys(point.theme for point in highlighted if point.theme in item.with_themes)
    titles = "; ".join(assessment.pack.about.themes[theme] for theme in themes)
    return (*tied, *([f"Comes along with highlighted points on: {titles}."] if titles else []))


def what_would(item: Item, assessment: Assessment, reasons: Reasons) -> tuple[str, ...]:
    """Name the smallest changes of answers that would highlight a point or bring a silence to the front."""
    changes = reasons.changes(item, assessment.answers)
    if not changes:
        return ("No change of these answers is known that would do it.",)
    return tuple(f"{'; and '.join(_altered(change, assessment))}." for change in changes)


def _altered(change: Change, assessment: Assessment) -> Iterator[str]:
    pack, answers = assessment.pack, assessment.answers
    for asked, options in change.items():
        had = answers.get(asked)
        now = (
            f"now “{pack.question(asked).label(had)}”"
            if had
            else "not asked yet"
            if asked in answers
            else "not answered yet"
        )
        now = "to be answered anew" if (had,) == options else now
        yield f"{pack.question(asked).short}: {_either(pack, asked, options)} ({now})"


# What an answer does, for a point and for a silence, by the state that it leads to.
_EFFECTS: Mapping[bool, Mapping[bool | None, str]] = {
    True: {True: "would highlight it", False: "would leave it in the background", None: "would leave it waiting"},
    False: {True: "would bring it to the front", False: "would leave it further back", None: "would leave it waiting"},
}


def what_options_do(item: Item, assessment: Assessment, reasons: Reasons, looks: Looks) -> tuple[str, ...]:
    """Say for each open question that still matters to a waiting item what each of its options would do."""
    waits, said, silent = reasons.waits_for(item, assessment.answers), [], []
    for asked, look in looks.items():
        if asked in waits:
            effects: dict[str, list[str]] = {}
            for option, then in look.items():
                effect = "would bring a stop" if then.stop else _EFFECTS[isinstance(item, Point)][state(item, then)]
                effects.setdefault(effect, []).append(option)
            each = [f"{_either(assessment.pack, asked, options)} {effect}" for effect, options in effects.items()]
            said.append(f"{assessment.pack.question(asked).short}: {'; '.join(each)}.")
            if list(effects) == ["would leave it waiting"]:
                silent.append(said.pop().partition(":")[0])
    return (*said, *([f"{'; '.join(silent)}: by itself no answer settles it."] if silent else []))


def readings(point: Point, answers: Answers) -> tuple[str, ...]:
    """Give the readings behind a highlighted point: what its conditions add to the sentences it cites."""
    return tuple(way.explained for way in point.highlight if way.explained and truth(way.when, answers))


def rule(item: Item, pack: Pack) -> tuple[str, ...]:
    """Put the rule of a point, a silence or a notice in words, a sentence for each way in which it comes to bear."""
    own = tuple(f"{words(way.when, pack)}.{_reading(way)}" for way in ways(item))
    return (*own, *_bringing_in_words(item, pack)) if isinstance(item, Silence) else own


def _bringing_in_words(silence: Silence, pack: Pack) -> tuple[str, ...]:
    themes = "; ".join(pack.about.themes[theme] for theme in silence.with_themes)
    headlines = [point.headline for point in pack.points if point.point in silence.with_points]
    by_theme = [f"Any highlighted point on: {themes}."] if themes else []
    return (*by_theme, *(f"Highlighted: “{headline}”" for headline in headlines))


def words(condition: Condition, pack: Pack) -> str:
    """Put a condition in words; `and` joins what is to hold together."""
    parts = [
        f"{pack.question(asked).short}: {_either(pack, asked, options)}" for asked, options in condition.one_of.items()
    ]
    if condition.any:
        parts.append(f"({'; or '.join(words(part, pack) for part in condition.any)})")
    return "; and ".join([*parts, *(words(part, pack) for part in condition.all or ())]) or "Whatever the answers"


def _either(pack: Pack, asked: str, options: Iterable[str]) -> str:
    labels = [f"“{pack.question(asked).label(option)}”" for option in options]
    return " or ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))


def _reading(way: Highlight) -> str:
    return f" Reading: {way.explained}" if way.explained else ""
