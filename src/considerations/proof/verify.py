"""Prove a pack's rules for every answer set; a fault has its place and, where it helps, a case in words."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from considerations.diagrams.decision_diagram import Set, Space, TooLarge
from considerations.diagrams.pack_diagrams import PackSets, most_tied_first
from considerations.engine import assess
from considerations.engine.items import Item, depends_on, every_way, key, ways
from considerations.loading.faults import Fault, Loc, Placed
from considerations.pack import Pack, Point
from considerations.pack.conditions import ALWAYS, Condition, Highlight
from considerations.proof.guarantees import breaking, broken_guarantees, not_holding

Files = Mapping[str, Placed]
# How many answer sets at most are drawn to tell points apart before their sets are compared.
MOST_DRAWN = 512


@dataclass(frozen=True)
class Proof:
    """What was checked, over how many answer sets, and all that does not hold; `broken` as `not_holding` yields it."""

    answer_sets: int
    without_a_stop: int
    partial: int
    conditions: int
    seconds: float
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    broken: Mapping[str, Mapping[str, str] | None]


@dataclass(frozen=True)
class PlacedCondition:
    """A condition and its place; it matters in the answer sets of `domain`, and others do the same in those of `covered`."""

    file: str
    path: Loc
    purpose: str
    condition: Condition
    domain: Set
    covered: Set = 0


def prove(pack: Pack, files: Files, progress: Callable[[int, int], None] = lambda done, total: None) -> Proof:
    """
    Prove that a pack has no useless or misleading rule.

    Every item can show. No condition is never true, always true or implied by others, and none has a needless part. Every
    option has an effect or is declared neutral. Every guarantee holds, and so does every `beside`. `progress` is called with the
    number of conditions done and their total. Raises `TooLarge` if the rules connect too many questions.
    """
    started = time.perf_counter()
    sets, partial = PackSets(pack), PackSets(pack, Space(most_tied_first(pack), partial=True))
    all_conditions = list(conditions(sets))
    faults = [*_never_relevant(sets, files), *_neutral(sets, all_conditions, files)]
    for done, placed in enumerate(all_conditions):
        progress(done, len(all_conditions))
        faults += _needless(placed, sets, files)
    breaches = [breaking(guarantee, partial) for guarantee in pack.about.guarantees]
    faults += [*_not_beside(partial, files), *broken_guarantees(partial, breaches, files)]
    return Proof(
        answer_sets=sets.space.count(sets.reachable),
        without_a_stop=sets.space.count(sets.live),
        partial=partial.space.count(partial.live),
        conditions=len(all_conditions),
        seconds=time.perf_counter() - started,
        faults=tuple(faults),
        warnings=(*_together(sets, files), *_without_a_rationale(pack, files)),
        broken=dict(not_holding(partial, breaches)),
    )


def attempt(pack: Pack, files: Files) -> Proof | None:
    """Prove a pack as `prove` does, or return None where its rules connect too many questions."""
    try:
        return prove(pack, files)
    except TooLarge:
        return None


def conditions(sets: PackSets) -> Iterator[PlacedCondition]:
    """Yield every condition of a pack except those of its guarantees."""
    pack, space = sets.pack, sets.space
    for i, step in enumerate(pack.steps):
        for j, question in enumerate(step.questions):
            if question.ask_when:
                path: Loc = (i, "questions", j, "ask_when")
                domain = sets.possible(question.ask_when.questions())
                yield PlacedCondition("questions", path, f"asking '{question.question}'", question.ask_when, domain)
    for file, path, item, way in _ways(pack):
        # Gaps that an answer makes relevant come before those that only points do, so the points' ways are left out.
        live = sets.live_for(name for other in ways(item) for name in other.when.questions())
        others = space.any(sets.holds(other.when) for other in ways(item) if other is not way)
        covered = space.intersection(live, others)
        yield PlacedCondition(file, (*path, "when"), f"'{key(item)[1]}'", way.when, live, covered)
    for i, notice in enumerate(pack.notices):
        live = sets.live_for(notice.when.questions())
        yield PlacedCondition("notices", (i, "when"), f"the notice '{notice.notice}'", notice.when, live)
    remaining = sets.possible(sets.stopping)
    for i, stop in enumerate(pack.stops.stops):
        yield PlacedCondition("stops", ("stops", i, "when"), f"the stop '{stop.stop}'", stop.when, remaining)
        if stop.until:
            stopped = space.intersection(remaining, sets.holds(stop.when))
            path = ("stops", i, "until")
            yield PlacedCondition("stops", path, f"lifting the stop '{stop.stop}'", stop.until, stopped)
        remaining = space.difference(remaining, sets.stops_at(stop))


def _never_relevant(sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find gaps that are never relevant; other items that never show have a condition that never holds."""
    for i, gap in enumerate(sets.pack.gaps.gaps):
        whens = [way.when for way in every_way(gap, sets.pack)]
        if not any(sets.space.intersection(sets.live_for(when.questions()), sets.holds(when)) for when in whens):
            message = f"'{gap.gap}' is never relevant; add 'relevant', 'with_themes' or 'with_points'"
            yield files["gaps"].fault(("gaps", i, "gap"), message)


def _needless(placed: PlacedCondition, sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find a condition that never holds, always holds without `always`, or is needless in whole or in part."""
    space, condition = sets.space, placed.condition
    holds = space.intersection(placed.domain, sets.holds(condition))
    fault = files[placed.file].fault
    if not holds:
        why = _stopped_by(sets, condition) if placed.file != "questions" else "correct it or remove it"
        yield fault(placed.path, f"this condition of {placed.purpose} can never be true; {why}")
        return
    if not space.difference(placed.domain, holds):
        if condition != ALWAYS:
            instead = "narrow it" if placed.file == "notices" else "write 'always', or narrow it"
            yield fault(placed.path, f"this is true for all answers, for {placed.purpose}; {instead}")
        return
    if not space.difference(holds, placed.covered):
        message = f"redundant: whenever this is true, another rule already covers {placed.purpose}; remove it"
        yield fault(placed.path, message)
        return
    effect = space.union(holds, placed.covered)
    for path, name, reduced in reductions(condition):
        if space.union(space.intersection(placed.domain, sets.holds(reduced)), placed.covered) == effect:
            yield fault((*placed.path, *path), f"removing {name} would change nothing for {placed.purpose}; remove it")


def _stopped_by(sets: PackSets, condition: Condition) -> str:
    """Name the stops that apply wherever a condition would be true, or say that it contradicts the questions."""
    holds = sets.space.intersection(sets.reachable, sets.holds(condition))
    stops = [f"'{name}'" for name, shown in sets.stops.items() if sets.space.intersection(holds, shown)]
    if not stops:
        return "correct it or remove it"
    return f"the stop {' or '.join(stops)} applies wherever it would be; correct one of them"


def reductions(condition: Condition) -> Iterator[tuple[Loc, str, Condition]]:
    """Yield every condition with one part less: a question, an option, or a part of `any` or `all`."""
    for question, options in condition.one_of.items():
        others = {name: options for name, options in condition.one_of.items() if name != question}
        yield (question,), f"'{question}'", condition.model_copy(update={"one_of": others})
        for nth, option in enumerate(options if len(options) > 1 else ()):
            fewer = {**condition.one_of, question: options[:nth] + options[nth + 1 :]}
            yield (question, nth), f"'{option}'", condition.model_copy(update={"one_of": fewer})
    for join in ("any", "all"):
        parts: tuple[Condition, ...] = getattr(condition, join) or ()
        for nth, part in enumerate(parts):
            fewer_parts = parts[:nth] + parts[nth + 1 :] or None
            yield (join, nth), "this part", condition.model_copy(update={join: fewer_parts})
            for path, name, reduced in reductions(part):
                changed = (*parts[:nth], reduced, *parts[nth + 1 :])
                yield (join, nth, *path), name, condition.model_copy(update={join: changed})


def _neutral(sets: PackSets, all_conditions: list[PlacedCondition], files: Files) -> Iterator[Fault]:
    """Find options that are neither named in a condition nor declared neutral, and those that are both."""
    named: dict[str, dict[str, str]] = {}
    for placed in all_conditions:
        for name, options in placed.condition.named():
            where = f"{placed.purpose} in {placed.file}.yaml"
            named.setdefault(name, {}).update(dict.fromkeys(options, where) | named.get(name, {}))
    for i, step in enumerate(sets.pack.steps):
        for j, question in enumerate(step.questions):
            used = named.get(question.question, {})
            for option in question.options:
                if option.option not in used and option.option not in question.neutral:
                    at: Loc = (i, "questions", j, "options", option.option)
                    message = f"no rule uses option '{option.option}' of '{question.question}'; name it in a condition or in 'neutral'"
                    yield files["questions"].fault(at, message, at_key=True)
            for nth, option_id in enumerate(question.neutral):
                if option_id in used:
                    at = (i, "questions", j, "neutral", nth)
                    message = f"the condition of {used[option_id]} names '{option_id}', so it is not neutral; remove it here or there"
                    yield files["questions"].fault(at, message)


def _together(sets: PackSets, files: Files) -> Iterator[Fault]:
    """Find points that are only ever highlighted together."""
    pack = sets.pack
    # Drawn answer sets tell most points apart. Powers modulo a prime mix the options well, the same at every run.
    drawn = [
        assess(
            pack,
            {q.question: q.options[pow(a, n, 8191) % len(q.options)].option for a, q in enumerate(pack.questions, 2)},
        )
        for n in range(1, min(MOST_DRAWN, len(pack.points)) + 1)
    ]
    alike: dict[tuple[bool | None, ...], list[Point]] = {}
    for i, point in enumerate(pack.points):
        others = alike.setdefault(tuple([found.verdicts.get(point.point) for found in drawn]), [])
        if same := next((other for other in others if _same(point, other, sets)), None):
            message = f"'{point.point}' is always and only highlighted together with '{same.point}'; narrow a condition or join the points, unless that is what the article says"
            yield files["points"].fault((i, "point"), message)
        others.append(point)


def _same(point: Point, other: Point, sets: PackSets) -> bool:
    live = sets.live_for({*depends_on(point, sets.pack), *depends_on(other, sets.pack)})
    both = [sets.space.intersection(live, sets.shows(each)) for each in (point, other)]
    return bool(both[0]) and both[0] == both[1]


def _ways(pack: Pack) -> Iterator[tuple[str, Loc, Item, Highlight]]:
    """Yield every way of every point and gap, with its file and path."""
    for i, point in enumerate(pack.points):
        yield from (("points", (i, "highlight", j), point, way) for j, way in enumerate(point.highlight))
    for i, gap in enumerate(pack.gaps.gaps):
        yield from (("gaps", ("gaps", i, "relevant", j), gap, way) for j, way in enumerate(gap.relevant))


def _not_beside(partial: PackSets, files: Files) -> Iterator[Fault]:
    """Find points that are not always highlighted with a way that names them in `beside`, complete or not."""
    by_name = {point.point: point for point in partial.pack.points}
    for file, path, _, way in _ways(partial.pack):
        for nth, name in enumerate(way.beside):
            beside = by_name[name]
            live = partial.live_for({*way.when.questions(), *depends_on(beside, partial.pack)})
            shown = partial.space.intersection(live, partial.holds(way.when))
            missing = partial.space.difference(shown, partial.shows(beside))
            if missing:
                case = partial.in_words(next(partial.space.cases(missing, live)))
                yield files[file].fault((*path, "beside", nth), f"'{name}' is not highlighted when {case}")


def _without_a_rationale(pack: Pack, files: Files) -> Iterator[Fault]:
    for file, path, _, way in _ways(pack):
        if way.interpretation and not way.rationale:
            message = "nothing says why this interpretation is fair; add 'rationale'"
            yield files[file].fault((*path, "interpretation"), message)
