"""Say what a workbench shows of a pack's folder while an author edits it: what is wrong, what the edit changes, what was edited last."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from considerations.diagrams.decision_diagram import TooLarge
from considerations.diagrams.pack_diagrams import PackSets
from considerations.loading.faults import Fault, Unreadable
from considerations.loading.git_revision import UnknownRevision, committed, last_commit
from considerations.loading.loader import FILES, BrokenPack, load
from considerations.loading.yaml_files import decoded, raw
from considerations.pack import Pack, Step, dates
from considerations.pack.conditions import Part
from considerations.proof import vignettes
from considerations.proof.check import Examined, examine
from considerations.proof.diff import Difference, difference, entries

ARTICLE = "article.txt"
# The kinds of entries that are shown alone, in the order in which one of several is chosen, and the key that a vignette has for each.
KEYS = {"point": "highlights", "gap": "gaps", "notice": "notices", "stop": "stops"}
KEYS |= dict.fromkeys(("question", "vignette", "hazard", "step", "reference", "row"), "")


@dataclass(frozen=True)
class Workbench:
    """
    What the workbench shows of a pack's folder; `key` is all that it is made from: the last commit, the day and every file.

    `lines` are the lines of the faults, `good` is the last version that loaded. An edit is compared with `base`: the version of
    the last commit or, for the reason in `why_first`, the one first loaded. `vignettes` has what comes and goes in each case that
    changed. `edited` has kind and name of the entries edited last, and `case` answers that show the first of them.
    """

    key: tuple[str | bytes, ...]
    examined: Examined
    lines: tuple[str, ...]
    good: Pack | None
    base: Pack | None
    why_first: str
    difference: Difference | None
    vignettes: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    edited: tuple[tuple[str, str], ...]
    case: Mapping[str, str]

    @property
    def broken(self) -> Mapping[str, Mapping[str, str] | None]:
        """Return the guarantees that do not hold, as the proof has them."""
        return self.examined.proof.broken if self.examined.proof else {}


def look(folder: Path, before: Workbench | None = None) -> Workbench:
    """Return what to show of a folder now: `before` itself where nothing has changed since, or is still changing."""
    key = _key(folder)
    if before and key == before.key:
        return before
    now = _made(folder, key, before)
    return before if before and key != _key(folder) else now


def _key(folder: Path) -> tuple[str | bytes, ...]:
    files = (_bytes(folder / name) for name in (*FILES, ARTICLE))
    # Git runs in the folder, which may be gone.
    return (committed(folder) if folder.is_dir() else "", dates.today().isoformat(), *files)


def _bytes(file: Path) -> bytes | str:
    try:
        return raw(file, file.name)
    except Unreadable as unreadable:
        return str(unreadable)


def _text(file: Path) -> str | None:
    try:
        return decoded(raw(file, file.name), file.name)
    except Unreadable:
        return None


def _made(folder: Path, key: tuple[str | bytes, ...], before: Workbench | None) -> Workbench:
    examined = examine(folder, _text(folder / ARTICLE))
    pack, last = examined.pack, before.good if before else None
    base, why = (before.base, before.why_first) if before and before.key[0] == key[0] else _base(folder, str(key[0]))
    base = base or pack or last
    edited = tuple(_edited(last or base, pack)) if pack else ()
    if not edited and before and pack:
        edited = tuple((kind, name) for kind, name in before.edited if name in entries(pack)[kind])
    return Workbench(
        key=key,
        examined=examined,
        lines=tuple(_lines(folder, examined.faults)),
        good=pack or last,
        base=base,
        why_first=why,
        difference=_difference(base, pack),
        vignettes=dict(vignettes.changed(base, pack)) if pack and base else {},
        edited=edited,
        case=_case(pack, *edited[0]) if pack and edited else {},
    )


def _lines(folder: Path, faults: Iterable[Fault]) -> Iterator[str]:
    texts: dict[str, list[str]] = {}
    for fault in faults:
        if fault.file not in texts:
            texts[fault.file] = (_text(folder / fault.file.split("/")[-1]) or "").split("\n")
        yield "".join(texts[fault.file][fault.line - 1 : fault.line])


def _base(folder: Path, commit: str) -> tuple[Pack | None, str]:
    """Return the version of the last commit, or the reason why there is none."""
    if not commit:
        return None, "no commit"
    try:
        with last_commit(folder) as copy:
            return load(copy), ""
    except (UnknownRevision, BrokenPack, OSError):
        return None, "broken commit"


def _difference(old: Pack | None, new: Pack | None) -> Difference | None:
    try:
        return difference(old, new) if old and new else None
    except TooLarge:
        return None


def _edited(old: Pack | None, new: Pack) -> Iterator[tuple[str, str]]:
    """Yield the entries that an older version lacks or has otherwise; evidence is a part of its point."""
    if old is None:
        return
    was, now = entries(old), entries(new)
    weighed = {each.point for each in new.evidence.weighed if each not in old.evidence.weighed}
    for kind in KEYS:
        for name, entry in now[kind].items():
            if _own(was[kind].get(name)) != _own(entry) or (kind == "point" and name in weighed):
                yield kind, name


def _own(entry: Part | None) -> Any:
    """Return what an entry says itself: a step without its questions, which are entries of their own."""
    return (entry.title, entry.note) if isinstance(entry, Step) else entry


def _case(pack: Pack, kind: str, name: str) -> Mapping[str, str]:
    """Return answers that show an entry: those of an example case, or of a witness; none where no answers do."""
    for case in pack.vignettes:
        shown = vignettes.shown(pack, case.answers)
        asked = kind == "question" and name in case.answers and not shown["stops"]
        if asked or name in shown.get(KEYS[kind], ()) or (kind, name) == ("vignette", case.vignette):
            return case.answers
    if not KEYS[kind]:
        return {}
    try:
        sets = PackSets(pack)
        shows = sets.shown.get((kind, name), 0)
        return sets.space.answers(shows) if shows else {}
    except TooLarge:
        return {}
