"""Put the rule of a point, a gap or a notice in the clinician's words."""

from collections.abc import Iterable

from considerations.engine.items import Item, ways
from considerations.pack import Pack
from considerations.pack.companions import Gap
from considerations.pack.conditions import Condition, Highlight
from considerations.pack.terms import HOW_WE_READ_IT
from considerations.pack.words import explanations as wording


def rule(item: Item, pack: Pack) -> tuple[str, ...]:
    """Put the rule of an item in words, a sentence for each way in which it can come up."""
    own = tuple(_way(way, pack) for way in ways(item))
    return (*own, *_through_points(item, pack)) if isinstance(item, Gap) else own


def _way(way: Highlight, pack: Pack) -> str:
    interpretation = f" {HOW_WE_READ_IT}: {way.explained}" if way.explained else ""
    return f"{words(way.when, pack)}.{interpretation}"


def _through_points(gap: Gap, pack: Pack) -> tuple[str, ...]:
    themes = "; ".join(pack.about.themes[theme] for theme in gap.with_themes)
    headlines = [point.headline for point in pack.points if point.point in gap.with_points]
    by_theme = [wording.IF_THEME_APPLIES.format(themes=themes)] if themes else []
    return (*by_theme, *(wording.IF_POINT_APPLIES.format(headline=headline) for headline in headlines))


def words(condition: Condition, pack: Pack) -> str:
    """Put a condition in words; `and` joins what must be true together."""
    parts = [
        f"{pack.question(asked).short}: {any_of(pack, asked, options)}" for asked, options in condition.one_of.items()
    ]
    if condition.any:
        parts.append(f"({'; or '.join(words(part, pack) for part in condition.any)})")
    return "; and ".join([*parts, *(words(part, pack) for part in condition.all or ())]) or wording.ALWAYS


def any_of(pack: Pack, asked: str, options: Iterable[str]) -> str:
    """Put a choice of options in words."""
    *others, last = [f"“{pack.question(asked).label(option)}”" for option in options]
    return f"{', '.join(others)} or {last}" if others else last
