"""Check a pack's folder: that it loads, that its rules are proved, that its cases and its wording pass and nothing is missing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading import completeness, wording_check
from considerations.loading.loader import BrokenPack, in_file_order, load_with_places
from considerations.loading.positions import Fault, Placed
from considerations.pack import Pack, dates
from considerations.pack.standing import changed_parts, standing
from considerations.pack.terms import counted
from considerations.proof import vignettes
from considerations.proof.verify import Proof, prove

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Checked:
    """The result of a check: every fault and warning as a line, what a draft has yet to do, and a closing line."""

    pack: str
    faults: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    closing: str = ""
    answer_sets: int = 0
    seconds: float = 0


@dataclass(frozen=True)
class Examined:
    """A pack if it loads, with its files, every fault and what is to do in file order, and its proof, or why it has none."""

    pack: Pack | None
    files: Mapping[str, Placed]
    faults: tuple[Fault, ...]
    to_do: tuple[Fault, ...] = ()
    proof: Proof | None = None
    too_large: str = ""


def examine(folder: Path, article: str | None, progress: Progress = lambda done, total: None) -> Examined:
    """Find everything that is wrong with a pack; given the article's text, check index and gaps against it."""
    try:
        pack, files = load_with_places(folder)
    except BrokenPack as broken:
        return Examined(None, broken.files, tuple(in_file_order([*broken.faults, *_worded(broken.files)])))
    faults: list[Fault] = [*_worded(files), *vignettes.faults(pack, files)]
    if article is not None:
        faults += completeness.against(pack, files, article)
    # A pack that is no draft loads only if it has everything.
    to_do = tuple(in_file_order(completeness.unfinished(pack, files) if pack.about.status == "draft" else ()))
    try:
        proof = prove(pack, files, progress)
    except TooLarge as large:
        return Examined(pack, files, tuple(in_file_order(faults)), to_do, too_large=f"{folder.name}: {large}")
    return Examined(pack, files, tuple(in_file_order([*faults, *proof.faults])), to_do, proof)


def check(folder: Path, article: str | None, progress: Progress, *, strict: bool = False) -> Checked:
    """Check a pack as `examine` does, in lines for a terminal. `strict` makes what is out of date a fault."""
    seen = examine(folder, article, progress)
    pack, proof = seen.pack, seen.proof
    if pack is None or proof is None:
        return Checked(folder.name, (*map(str, seen.faults), *([seen.too_large] if seen.too_large else [])))
    past = [seen.files["pack"].fault((), message) for message in [dates.out_of_date(pack)] if message]
    faults = in_file_order([*seen.faults, *(past if strict else [])])
    return Checked(
        folder.name,
        tuple(map(str, faults)),
        tuple(f"{warning} (warning)" for warning in [*([] if strict else past), *proof.warnings]),
        tuple(map(str, seen.to_do)),
        "" if faults else _closing(pack, proof, seen.to_do),
        proof.answer_sets,
        proof.seconds,
    )


def _worded(files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Check every text but a reviewer's own remarks; role and organisation stand on every page."""
    for name, placed in files.items():
        exempt = [] if name != "reviews" else ["interests", "remarks"]
        places = {placed.fault((nth, key), "")[:3] for nth in range(len(placed.data or ())) for key in exempt}
        yield from (fault for fault in wording_check.faults(placed) if fault[:3] not in places)


def _closing(pack: Pack, proof: Proof, to_do: tuple[Fault, ...]) -> str:
    sentences = counted(len(pack.index), "sentence")
    left = sum(fault.file.endswith(completeness.INDEX) for fault in to_do)
    accounted = (
        f"{left} of {sentences} still without a point"
        if left
        else f"each of {sentences} is cited or listed as not used"
    )
    to_do_line = f" {counted(len(to_do), 'thing')} to do before this draft can be marked as reviewed." if to_do else ""
    parts = changed_parts(pack)
    changed = f" It was {standing(pack)}: {', '.join(parts)}." if parts else ""
    return (
        f"{pack.about.pack} {pack.about.version}: {counted(len(pack.points), 'point')}, "
        f"{counted(len(pack.gaps.gaps), 'gap')}, {counted(len(pack.notices), 'notice')}, "
        f"{counted(len(pack.evidence.references), 'reference')}; {accounted}; {counted(proof.conditions, 'condition')} and "
        f"{counted(len(pack.about.guarantees), 'guarantee')} proved over {proof.answer_sets:,} answer sets "
        f"({proof.partial:,} with open answers) in {proof.seconds:.2f} s.{to_do_line}{changed}"
    )
