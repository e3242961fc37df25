"""Check a pack's folder: that it loads, that its rules are proved, that its wording passes and nothing is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading import completeness, wording_check
from considerations.loading.loader import BrokenPack, in_file_order, load_with_places
from considerations.loading.positions import Fault
from considerations.pack import dates
from considerations.pack.standing import changed_parts, standing
from considerations.pack.terms import counted
from considerations.proof.verify import prove

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Checked:
    """The result of a check: every fault and warning as a line, and a closing line."""

    pack: str
    faults: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    closing: str = ""
    answer_sets: int = 0
    seconds: float = 0


def check(folder: Path, article: str | None, progress: Progress, *, strict: bool = False) -> Checked:
    """Check a pack; given the article's text, check index and gaps against it. `strict` makes what is out of date a fault."""
    try:
        pack, files = load_with_places(folder)
    except BrokenPack as broken:
        return Checked(folder.name, tuple(map(str, broken.faults)))
    # What a reviewer says is not ours to reword.
    own = [placed for name, placed in files.items() if name != "reviews"]
    faults: list[Fault] = [fault for placed in own for fault in wording_check.faults(placed)]
    if article is not None:
        faults += completeness.against(pack, files, article)
    try:
        proof = prove(pack, files, progress)
    except TooLarge as large:
        return Checked(folder.name, (*map(str, in_file_order(faults)), f"{folder.name}: {large}"))
    faults += proof.faults
    past = [files["pack"].fault((), message) for message in [dates.out_of_date(pack)] if message]
    faults += past if strict else []
    closing = (
        f"{pack.about.pack} {pack.about.version}: {counted(len(pack.points), 'point')}, "
        f"{counted(len(pack.gaps.gaps), 'gap')}, {counted(len(pack.notices), 'notice')}, "
        f"{counted(len(pack.evidence.references), 'reference')}; each of "
        f"{counted(len(pack.index), 'sentence')} is cited or listed as not used; {counted(proof.conditions, 'condition')} and "
        f"{counted(len(pack.about.guarantees), 'guarantee')} proved over {proof.answer_sets:,} answer sets "
        f"({proof.partial:,} with open answers) in {proof.seconds:.2f} s."
    )
    if parts := changed_parts(pack):
        closing += f" It was {standing(pack)}: {', '.join(parts)}."
    lines = tuple(map(str, in_file_order(faults)))
    warnings = tuple(f"{warning} (warning)" for warning in [*([] if strict else past), *proof.warnings])
    return Checked(folder.name, lines, warnings, "" if lines else closing, proof.answer_sets, proof.seconds)
