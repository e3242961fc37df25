"""What is proved of a pack, for every answer set; each finding has its place and, where one helps, a witness in words."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from considerations.diagrams.decision_diagram import Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine.items import Item, key, ways
from considerations.loading.positions import Fault, Loc, Placed
from considerations.pack import Pack
from considerations.pack.conditions import ALWAYS, Condition, Highlight
from considerations.proof.guarantees import broken_guarantees

Files = Mapping[str, Placed]


@dataclass(frozen=True)
class Proof:
    """What was looked at, over how many answer sets, and everything that does not hold."""

    answer_sets: int
    without_a_stop: int
    partial: int
    conditions: int
    seconds: float
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True)
class Stated:
    """A condition in its place; `counts` are the answer sets in which it counts, `rest` those where another has the same effect."""

    file: str
    path: Loc
    purpose: str
    condition: Condition
    counts: Set
    rest: Set = 0


def prove(pack: Pack, files: Files, tell: Callable[[int, int], None] = lambda done, of: None) -> Proof:
    """
    Prove what a pack owes its reader.

    Whatever there is can come up; no condition is idle, always true or implied, and no part of one can be dropped; every
    option brings something or is declared neutral; every guarantee holds, and points stand `beside` ways as said. `tell`
    hears how many of how many conditions are done. Raises `TooLarge` where the rules tie too many questions together.
    """
    began = time.perf_counter()
    sets, partial = PackSets(pack), PackSets(pack, partial=True)
    stated = list(conditions(sets))
    faults = [*_idle(sets, files), *_neutral(sets, stated, files)]
    for done, one in enumerate(stated):
        tell(done, len(stated))
        faults += _needless(one, sets, files)
    faults += [*_not_beside(partial, files), *broken_guarantees(partial, files)]
    return Proof(
        answer_sets=sets.space.count(sets.reachable),
        without_a_stop=sets.space.count(sets.live),
        partial=partial.space.count(partial.live),
        conditions=len(stated),
        seconds=time.perf_counter() - began,
        faults=tuple(faults),
        warnings=(*_together(sets, files), *_without_a_rationale(pack, files)),
    )


def conditions(sets: PackSets) -> Iterator[Stated]:
    """Give every condition of a pack but those of its guarantees."""
    pack, space, live, reachable = sets.pack, sets.space, sets.live, sets.reachable
    for i, step in enumerate(pack.steps):
        for j, question in enumerate(step.questions):
            if question.ask_when:
                path: Loc = (i, "questions", j, "ask_when")
                yield Stated("questions", path, f"asking '{question.question}'", question.ask_when, reachable)
    for file, path, item, way in _ways(pack):
        # A gap that an answer brings comes before those that only points bring: its own ways count by themselves.
        rest = sets.highlighting(other.when for other in ways(item) if other is not way)
        yield Stated(file, (*path, "when"), f"'{key(item)[1]}'", way.when, live, rest)
    for i, notice in enumerate(pack.notices):
        yield Stated("notices", (i, "when"), f"the notice '{notice.notice}'", notice.when, live)
    left = reachable
    for i, stop in enumerate(pack.stops.stops):
        yield Stated("stops", ("stops", i, "when"), f"the stop '{stop.stop}'", stop.when, left)
        if stop.until:
            held = space.intersection(left, sets.holds(stop.when))
            yield Stated("stops", ("stops", i, "until"), f"lifting the stop '{stop.stop}'", stop.until, held)
        left = space.difference(left, sets.stops[stop.stop])


def _idle(sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find gaps that can never come up; of all else that cannot, some condition never holds."""
    for i, gap in enumerate(sets.pack.gaps.gaps):
        if not sets.gaps[gap.gap]:
            message = f"nothing brings '{gap.gap}' to the front; give it 'relevant', 'with_themes' or 'with_points'"
            yield files["gaps"].fault(("gaps", i, "gap"), message)


def _needless(stated: Stated, sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find a condition that never holds, always holds without saying so, or has a part that makes no difference."""
    space, condition = sets.space, stated.condition
    holds = space.intersection(stated.counts, sets.holds(condition))
    fault = files[stated.file].fault
    if not holds:
        yield fault(stated.path, f"no answers make this hold, for {stated.purpose}")
        return
    if not space.difference(stated.counts, holds):
        if condition != ALWAYS:
            instead = "narrow it" if stated.file == "notices" else "write 'always', or narrow it"
            yield fault(stated.path, f"this holds whatever the answers, for {stated.purpose}; {instead}")
        return
    if not space.difference(holds, stated.rest):
        yield fault(
            stated.path, f"whenever this holds, something else does the same, for {stated.purpose}; leave it out"
        )
        return
    effect = space.union(holds, stated.rest)
    for path, what, reduced in reductions(condition):
        if space.union(space.intersection(stated.counts, sets.holds(reduced)), stated.rest) == effect:
            yield fault((*stated.path, *path), f"{what} makes no difference, for {stated.purpose}; leave it out")


def reductions(condition: Condition) -> Iterator[tuple[Loc, str, Condition]]:
    """Give every condition that has one part fewer: a question, an option, or a part of `any` or `all`."""
    for asked, options in condition.one_of.items():
        others = {name: kept for name, kept in condition.one_of.items() if name != asked}
        yield (asked,), f"'{asked}'", condition.model_copy(update={"one_of": others})
        for nth, option in enumerate(options if len(options) > 1 else ()):
            fewer = {**condition.one_of, asked: options[:nth] + options[nth + 1 :]}
            yield (asked, nth), f"'{option}'", condition.model_copy(update={"one_of": fewer})
    for join in ("any", "all"):
        parts: tuple[Condition, ...] = getattr(condition, join) or ()
        for nth, part in enumerate(parts):
            fewer_parts = parts[:nth] + parts[nth + 1 :] or None
            yield (join, nth), "this part", condition.model_copy(update={join: fewer_parts})
            for path, what, reduced in reductions(part):
                changed = (*parts[:nth], reduced, *parts[nth + 1 :])
                yield (join, nth, *path), what, condition.model_copy(update={join: changed})


def _neutral(sets: PackSets, stated: list[Stated], files: Files) -> Iterator[Fault]:
    """Find options that no condition names and none declares neutral, or both."""
    named: dict[str, set[str]] = {}
    for one in stated:
        for asked, options in one.condition.named():
            named.setdefault(asked, set()).update(options)
    for i, step in enumerate(sets.pack.steps):
        for j, question in enumerate(step.questions):
            known = named.get(question.question, set())
            for option in question.options:
                if option.option not in known and option.option not in question.neutral:
                    at: Loc = (i, "questions", j, "options", option.option)
                    message = f"'{option.option}' of '{question.question}' brings nothing; name it in a condition or in 'neutral'"
                    yield files["questions"].fault(at, message, at_key=True)
            for nth, option_id in enumerate(question.neutral):
                if option_id in known:
                    at = (i, "questions", j, "neutral", nth)
                    yield files["questions"].fault(at, f"'{option_id}' is not neutral; a condition names it")


def _together(sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find points that are always highlighted together and only together."""
    seen: dict[Set, str] = {}
    for i, point in enumerate(sets.pack.points):
        found = sets.points[point.point]
        if found in seen and found:
            message = f"'{point.point}' is highlighted always and only together with '{seen[found]}'"
            yield files["points"].fault((i, "point"), message)
        seen.setdefault(found, point.point)


def _ways(pack: Pack) -> Iterator[tuple[str, Loc, Item, Highlight]]:
    """Give every way of every point and gap with its file and place."""
    for i, point in enumerate(pack.points):
        yield from (("points", (i, "highlight", j), point, way) for j, way in enumerate(point.highlight))
    for i, gap in enumerate(pack.gaps.gaps):
        yield from (("gaps", ("gaps", i, "relevant", j), gap, way) for j, way in enumerate(gap.relevant))


def _not_beside(partial: PackSets, files: Files) -> Iterator[Fault]:
    """Find points that are not highlighted where a way says that they are, complete or not."""
    for file, path, _, way in _ways(partial.pack):
        for nth, name in enumerate(way.beside):
            alone = partial.space.difference(partial.highlighting([way.when]), partial.points[name])
            if alone:
                case = partial.in_words(next(partial.space.cases(alone, partial.live)))
                yield files[file].fault((*path, "beside", nth), f"'{name}' is not highlighted where {case}")


def _without_a_rationale(pack: Pack, files: Files) -> Iterator[Fault]:
    for file, path, _, way in _ways(pack):
        if way.interpretation and not way.rationale:
            yield files[file].fault(
                (*path, "interpretation"), "nothing says why this reading is fair; add a 'rationale'"
            )
