"""Check a pack's folder: that it loads, that its rules are proved, that its cases and its wording pass and nothing is missing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading import completeness, wording_check
from considerations.loading.faults import Fault, Placed
from considerations.loading.loader import BrokenPack, in_file_order, load_with_places
from considerations.loading.yaml_files import content
from considerations.pack import Pack, dates
from considerations.pack.standing import changed_parts, standing
from considerations.pack.terms import counted
from considerations.proof import vignettes
from considerations.proof.verify import Proof, prove

Progress = Callable[[int, int], None]
NOT_CHECKED = "{pack} does not load, so its rules, guarantees and vignettes are not checked yet"


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
    warnings: tuple[Fault, ...] = ()


def examine(folder: Path, article: str | None, progress: Progress = lambda done, total: None) -> Examined:
    """Find everything that is wrong with a pack; given the article's text, check index and gaps against it."""
    try:
        pack, files = load_with_places(folder)
    except BrokenPack as broken:
        return Examined(None, broken.files, tuple(in_file_order([*broken.faults, *_worded(broken.files)])))
    faults: list[Fault] = [*_worded(files), *vignettes.in_brief(pack, files, folder), *_ahead(pack, files)]
    faults += _old_version(pack, files)
    if article is not None:
        faults += completeness.against(pack, files, article)
    # A pack that is no draft loads only if it has everything.
    draft = pack.about.status == "draft"
    to_do = tuple(in_file_order(completeness.unfinished(pack, files, article or "") if draft else ()))
    try:
        proof = prove(pack, files, progress)
    except TooLarge as large:
        return Examined(pack, files, tuple(in_file_order(faults)), to_do, too_large=f"{folder.name}: {large}")
    warnings = (*proof.warnings, *vignettes.not_shown(pack, files), *_controls(pack, files, folder))
    return Examined(pack, files, tuple(in_file_order([*faults, *proof.faults])), to_do, proof, warnings=warnings)


def check(folder: Path, article: str | None, progress: Progress, *, strict: bool = False) -> Checked:
    """Check a pack as `examine` does, in lines for a terminal. `strict` makes what is out of date a fault."""
    seen = examine(folder, article, progress)
    pack, proof = seen.pack, seen.proof
    if pack is None or proof is None:
        more = "" if pack else NOT_CHECKED.format(pack=folder.name)
        return Checked(
            folder.name, (*map(str, seen.faults), *([seen.too_large] if seen.too_large else [])), closing=more
        )
    past = [seen.files["pack"].fault((), message) for message in [dates.out_of_date(pack)] if message]
    faults = in_file_order([*seen.faults, *(past if strict else [])])
    return Checked(
        folder.name,
        tuple(map(str, faults)),
        tuple(f"{warning} (warning)" for warning in [*([] if strict else past), *seen.warnings]),
        tuple(map(str, seen.to_do)),
        _count(pack, faults, seen.to_do)
        if faults
        else _closing(pack, proof, seen.to_do) + ("" if article else _not_compared(pack)),
        proof.answer_sets,
        proof.seconds,
    )


def _count(pack: Pack, faults: list[Fault], to_do: tuple[Fault, ...]) -> str:
    return f"{pack.about.pack}: {counted(len(faults), 'fault')}, {counted(len(to_do), 'thing')} to do"


def _ahead(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Find days on which something was done that are still to come."""
    days = {
        ("pack", "dated"): pack.about.dated,
        ("stops", "checked"): pack.stops.checked,
        ("evidence", "checked"): pack.evidence.checked,
        ("evidence", "labels_checked"): pack.evidence.labels_checked,
    }
    for (file, key), day in days.items():
        if day and day > dates.today().isoformat():
            yield files[file].fault((key,), f"'{day}' is still to come; write the day on which it was done")


def _old_version(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Find source attributes that name another version than the pack's."""
    for nth, each in enumerate(pack.about.source_attributes):
        found = re.search(r"\bversion (\d[\w.+~-]*\w)", each.value)
        if found and found[1] != pack.about.version:
            message = f"the version is {pack.about.version}, not '{found[1]}'"
            yield files["pack"].fault(("source_attributes", nth, "value"), message, word=found[0])


def _controls(pack: Pack, files: Mapping[str, Placed], folder: Path) -> Iterator[Fault]:
    """Find controls of hazards whose test is not there, if the pack is in a folder that has tests."""
    roots = [above for above in folder.parents if (above / "tests").is_dir()]
    for nth, hazard in enumerate(pack.hazards):
        for at, control in enumerate(hazard.controls if roots else ()):
            if not control.test:
                continue
            file, *_, name = control.test.partition("[")[0].split("::")
            found = next((root / file for root in roots if (root / file).is_file()), None)
            if not found or f"def {name}(" not in content(found, file):
                message = f"there is no test '{control.test}'; a safety case will say that this control is not shown"
                yield files["hazards"].fault((nth, "controls", at, "test"), message)


def _not_compared(pack: Pack) -> str:
    words = counted(sum(len(gap.absent) for gap in pack.gaps.gaps), "word")
    return f" Not compared with the text of “{pack.about.source.title}”: its index, and {words} in 'absent'; add --article FILE."


def _worded(files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Check every text but a reviewer's own remarks; role and organisation stand on every page."""
    for name, placed in files.items():
        yield from wording_check.faults(placed, ("interests", "remarks") if name == "reviews" else ())


def _closing(pack: Pack, proof: Proof, to_do: tuple[Fault, ...]) -> str:
    sentences = counted(len(pack.index), "sentence")
    left = sum(fault.file.endswith(completeness.INDEX) for fault in to_do)
    accounted = (
        f"{left} of {sentences} still without a point"
        if left
        else f"each of {sentences} is cited or listed as not used"
    )
    to_do_line = f" {counted(len(to_do), 'thing')} to do before this draft can be marked as reviewed." if to_do else ""
    if not to_do and pack.about.status == "draft":
        to_do_line = " Nothing is left to do; the command 'sign-off' prints the sheet for a reviewer."
    parts = changed_parts(pack)
    changed = f" It was {standing(pack)}: {', '.join(parts)}." if parts else ""
    return (
        f"{pack.about.pack} {pack.about.version}: {counted(len(pack.points), 'point')}, "
        f"{counted(len(pack.gaps.gaps), 'gap')}, {counted(len(pack.notices), 'notice')}, "
        f"{counted(len(pack.evidence.references), 'reference')}; {accounted}; {counted(proof.conditions, 'condition')} and "
        f"{counted(len(pack.about.guarantees), 'guarantee')} proved over {proof.answer_sets:,} answer sets "
        f"({proof.partial:,} with open answers) in {proof.seconds:.2f} s.{to_do_line}{changed}"
    )
