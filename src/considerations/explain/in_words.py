"""The rule of a point, a gap or a notice in the clinician's words."""

from collections.abc import Iterable

from considerations.engine.items import Item, ways
from considerations.pack import Pack
from considerations.pack.companions import Gap
from considerations.pack.conditions import Condition


def rule(item: Item, pack: Pack) -> tuple[str, ...]:
    """Put the rule of a point, a gap or a notice in words, a sentence for each way in which it comes to bear."""
    own = tuple(
        f"{words(way.when, pack)}.{f' Reading: {way.explained}' if way.explained else ''}" for way in ways(item)
    )
    return (*own, *_bringing_in_words(item, pack)) if isinstance(item, Gap) else own


def _bringing_in_words(gap: Gap, pack: Pack) -> tuple[str, ...]:
    themes = "; ".join(pack.about.themes[theme] for theme in gap.with_themes)
    headlines = [point.headline for point in pack.points if point.point in gap.with_points]
    by_theme = [f"Any highlighted point on: {themes}."] if themes else []
    return (*by_theme, *(f"Highlighted: “{headline}”" for headline in headlines))


def words(condition: Condition, pack: Pack) -> str:
    """Put a condition in words; `and` joins what is to hold together."""
    parts = [
        f"{pack.question(asked).short}: {either(pack, asked, options)}" for asked, options in condition.one_of.items()
    ]
    if condition.any:
        parts.append(f"({'; or '.join(words(part, pack) for part in condition.any)})")
    return "; and ".join([*parts, *(words(part, pack) for part in condition.all or ())]) or "Whatever the answers"


def either(pack: Pack, asked: str, options: Iterable[str]) -> str:
    """Put a choice of options in words."""
    labels = [f"“{pack.question(asked).label(option)}”" for option in options]
    return " or ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))
