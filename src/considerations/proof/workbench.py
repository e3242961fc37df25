"""Say what a workbench shows of a pack's folder while an author edits it: what is wrong, what the edit changes, what was edited last."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from considerations.diagrams.decision_diagram import OPEN, UNDECIDED, Space, TooLarge
from considerations.diagrams.pack_diagrams import PackSets, most_tied_first
from considerations.loading.git_revision import UnknownRevision, committed, last_commit
from considerations.loading.loader import FILES, BrokenPack, load
from considerations.loading.positions import Fault, Unreadable, content, raw
from considerations.pack import Pack, dates
from considerations.proof import vignettes
from considerations.proof.check import Examined, examine
from considerations.proof.diff import Difference, difference, entries
from considerations.proof.guarantees import breaking

ARTICLE = "article.txt"
# The kinds of entries that have a card, in the order in which one of several edited at once is chosen, and where a vignette names them.
SHOWN = {"point": "highlights", "gap": "gaps", "notice": "notices", "stop": "stops", "question": "", "vignette": ""}
SHOWN |= {"hazard": ""}

# What everything here is made from: the content of each file, the last commit, and the day.
Key = tuple[str | bytes, ...]
Entry = tuple[str, str]


@dataclass(frozen=True)
class Workbench:
    """
    What the workbench shows of a pack's folder.

    `lines` are the lines of the faults. `good` is the last version that loaded, read at `good_at`, and `first` the first one.
    An edit is compared with `base`, the version of the last commit; if there is none, with `first`, and `why_first` says why.
    `broken` has answers that break each guarantee that does not hold, `vignettes` what comes and goes in each case that changed.
    `edited` are the entries edited last, and `case` has answers that show the first of them.
    """

    key: Key
    found: Examined
    lines: tuple[str, ...]
    good: Pack | None
    good_at: str
    first: Pack | None
    base: Pack | None
    why_first: str
    difference: Difference | None
    broken: Mapping[str, Mapping[str, str]]
    vignettes: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    edited: tuple[Entry, ...]
    case: Mapping[str, str]


def look(folder: Path, before: Workbench | None = None) -> Workbench:
    """Return what to show of a folder now: `before` itself where nothing has changed since, or is still changing."""
    key = _key(folder)
    if before and key == before.key:
        return before
    now = _made(folder, key, before)
    return before if before and key != _key(folder) else now


def _key(folder: Path) -> Key:
    # Git runs in the folder, which may be gone.
    commit = committed(folder) if folder.is_dir() else ""
    return (commit, dates.today().isoformat(), *(_bytes(folder / name) for name in (*FILES, ARTICLE)))


def _bytes(file: Path) -> bytes | str:
    try:
        return raw(file, file.name)
    except Unreadable as unreadable:
        return str(unreadable)


def _made(folder: Path, key: Key, before: Workbench | None) -> Workbench:
    found = examine(folder, _article(folder))
    pack, last = found.pack, before.good if before else None
    good = pack or last
    first = (before and before.first) or good
    base, why = (before.base, before.why_first) if before and before.key[0] == key[0] else _base(folder, bool(key[0]))
    compared_with = base or first
    edited = tuple(_edited(last or compared_with, pack)) if pack else ()
    if not edited and before and pack:
        edited = tuple((kind, name) for kind, name in before.edited if name in entries(pack)[kind])
    return Workbench(
        key=key,
        found=found,
        lines=tuple(_line(folder, fault) for fault in found.faults),
        good=good,
        good_at=time.strftime("%H:%M:%S") if pack or not before else before.good_at,
        first=first,
        base=base,
        why_first=why,
        difference=_difference(compared_with, pack),
        broken=dict(_broken(pack)) if pack and found.proof else {},
        vignettes=dict(vignettes.changed(compared_with, pack)) if pack and compared_with else {},
        edited=edited,
        case=_case(pack, *edited[0]) if pack and edited else {},
    )


def _article(folder: Path) -> str | None:
    try:
        return content(folder / ARTICLE, ARTICLE)
    except Unreadable:
        return None


def _line(folder: Path, fault: Fault) -> str:
    """Return the line that a fault is on, as it stands in its file; empty where there is none."""
    try:
        lines = content(folder / fault.file.split("/")[-1], fault.file).split("\n")
    except Unreadable:
        return ""
    return lines[fault.line - 1] if fault.line <= len(lines) else ""


def _base(folder: Path, in_git: bool) -> tuple[Pack | None, str]:
    """Return the version of the last commit, or the reason why there is none."""
    if not in_git:
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


def _broken(pack: Pack) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each guarantee that does not hold, with answers that break it."""
    sets = PackSets(pack, Space(most_tied_first(pack), partial=True))
    for guarantee in pack.about.guarantees:
        if broken := breaking(guarantee, sets)[1]:
            witness = sets.space.witness(broken)
            yield guarantee.guarantee, {name: o for name, o in witness.items() if o not in (None, OPEN, UNDECIDED)}


def _edited(old: Pack | None, new: Pack) -> Iterator[Entry]:
    """Yield the entries that an older version lacks or has otherwise; evidence is a part of its point."""
    if old is None:
        return
    was, now = entries(old), entries(new)
    weighed = {each.point for each in new.evidence.weighed if each not in old.evidence.weighed}
    for kind in SHOWN:
        for name, entry in now[kind].items():
            if was[kind].get(name) != entry or (kind == "point" and name in weighed):
                yield kind, name


def _case(pack: Pack, kind: str, name: str) -> Mapping[str, str]:
    """Return answers that show an entry: those of an example case, or of a witness; none where no answers do."""
    for case in pack.vignettes:
        shown = vignettes.shown(pack, case.answers)
        asked = kind == "question" and name in case.answers and not shown["stops"]
        if asked or name in shown.get(SHOWN[kind], ()) or (kind, name) == ("vignette", case.vignette):
            return case.answers
    try:
        witness = _witness(PackSets(pack), kind, name)
    except TooLarge:
        return {}
    return {question: option for question, option in witness.items() if option}


def _witness(sets: PackSets, kind: str, name: str) -> Mapping[str, str | None]:
    if kind == "question":
        asked = [option.option for option in sets.pack.question(name).options]
        shows = sets.space.intersection(sets.live, sets.space.one_of(name, asked))
    else:
        shows = {"point": sets.points, "gap": sets.gaps, "notice": sets.notices, "stop": sets.stops}.get(kind, {}).get(
            name, 0
        )
    return sets.space.witness(shows) if shows else {}
