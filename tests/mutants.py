"""
Every pack that differs from a pack by one step in one condition: a part dropped, or an option more.

`python -m tests.mutants rules/PACK` prints those that neither a proof nor a vignette notices, and for each that shows
something else a vignette that would notice it, as the pack has it now; its title is yours to write.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from considerations.diagrams.pack_diagrams import PackSets
from considerations.engine import assess
from considerations.loading.faults import Loc, Placed
from considerations.loading.loader import load_with_places
from considerations.pack import Pack
from considerations.pack.conditions import Condition
from considerations.proof.diff import difference
from considerations.proof.verify import conditions, prove, reductions
from considerations.proof.vignettes import differences

_FIELDS = {"questions": "steps", "points": "points", "gaps": "gaps", "notices": "notices", "stops": "stops"}


def mutants(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """Give each mutant with a line that says what was done."""
    for stated in conditions(PackSets(pack)):
        for path, what, condition in (*reductions(stated.condition), *_wider(stated.condition, pack)):
            place = "/".join(map(str, (*stated.path, *path)))
            field = _FIELDS[stated.file]
            changed = _replaced(getattr(pack, field), stated.path, condition)
            yield f"{stated.purpose} at {place}: {what}", pack.model_copy(update={field: changed})


def vignettes_hold(pack: Pack) -> bool:
    """Say whether all of a pack's vignettes come out as they say."""
    return not any(True for _ in differences(pack))


def survivors(pack: Pack, files: Mapping[str, Placed], every: int = 1) -> Iterator[tuple[str, str]]:
    """Give the mutants, or one in `every` of them, that neither the vignettes nor the proofs notice, with the reason."""
    for name, mutant in islice(mutants(pack), 0, None, every):
        if vignettes_hold(mutant) and not prove(mutant, files).faults:
            changes = difference(pack, mutant).changes
            if changes:
                yield name, f"no vignette notices it; this one would:\n{vignette(pack, changes[0].witness)}"
            else:
                yield name, "it shows the same for every answer set"


def vignette(pack: Pack, given: Mapping[str, str]) -> str:
    """Write answers as a vignette with everything that a pack makes of them."""
    found = assess(pack, given)
    up = {
        "highlights": [point.point for point in found.points(True)],
        "needs_answer": [point.point for point in found.points(None)],
        "gaps": [name for name, front in found.gaps.items() if front],
        "notices": [name for name, shown in found.notices.items() if shown],
        "stops": found.stop.stop if found.stop else None,
    }
    lists = {kind: names for kind, names in up.items() if names}
    return yaml.safe_dump([{"vignette": "…", "answers": dict(given), **lists}], sort_keys=False, allow_unicode=True)


def _wider(condition: Condition, pack: Pack) -> Iterator[tuple[Loc, str, Condition]]:
    """Give the condition with one option more, for each that could be."""
    for asked, options in condition.one_of.items():
        for option in pack.question(asked).options:
            if option.option not in options:
                more = {**condition.one_of, asked: (*options, option.option)}
                yield (asked,), f"'{option.option}' too", condition.model_copy(update={"one_of": more})


def _replaced(whole: Any, path: Loc, condition: Condition) -> Any:
    """Give a copy of a nested model with a condition in another's place."""
    if not path:
        return condition
    step, *rest = path
    if isinstance(whole, BaseModel):
        return whole.model_copy(update={str(step): _replaced(getattr(whole, str(step)), tuple(rest), condition)})
    return tuple(_replaced(each, tuple(rest), condition) if nth == step else each for nth, each in enumerate(whole))


if __name__ == "__main__":
    whole, places = load_with_places(Path(sys.argv[1]).resolve())
    left = list(survivors(whole, places))
    made = sum(1 for _ in mutants(whole))
    for line, reason in left:
        print(f"{line}: {reason}")
    print(f"{made} mutants, {made - len(left)} noticed ({100 * (made - len(left)) / made:.1f} %), {len(left)} not")
