"""Check that no sentence, reference or evidence is missing and, given the article, that the pack matches it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from considerations.loading.faults import MAX_FAULTS, MISSING, Fault, Loc, Placed, Unreadable
from considerations.loading.yaml_files import MAX_BYTES, MAX_MIB, every_text
from considerations.pack import About, Pack, Release, Stops
from considerations.pack.article import ADDRESS, index, passages
from considerations.pack.model import Source

INDEX = "article.index"
CHANGES = "CHANGES.md"
# What marks a text that an author still has to write.
TO_DO = re.compile(r"\bTO ?DO\b")
# The names that the command `new` gives, to be changed, and the keys under which they stand.
_NEW = re.compile(r"(question|point|gap|stop)-\d+")
_NAMED = ("question", "point", "gap", "stop")


def read_index(text: str, name: str) -> dict[str, str]:
    """Return the digest at each address of an index, or raise `Unreadable` with its faults."""
    digests: dict[str, str] = {}
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        address, _, digest = line.partition(" ")
        if not ADDRESS.fullmatch(address) or not re.fullmatch("[0-9a-f]{64}", digest) or address in digests:
            faults.append(Fault(name, number, 1, "expected a new address and digest; run the 'index' command again"))
        digests[address] = digest
        if len(faults) > MAX_FAULTS:
            break
    if faults or not digests:
        raise Unreadable(*(faults or [Fault(name, 1, 1, "this file is empty")]))
    return digests


def make_index(text: str, name: str) -> str:
    """Return the index of an article's text, or raise `Unreadable` if no pack could load it."""
    result = index(text)
    limits = (
        f"an index has at most {MAX_MIB} MiB, 99,999 lines and 9,999 sentences a line; split lines or shorten the text"
    )
    fault = Fault(name, 1, 1, f"this text has no sentence, or too many: {limits}")
    try:
        read_index(result, name)
    except Unreadable:
        raise Unreadable(fault) from None
    if len(result) > MAX_BYTES:
        raise Unreadable(fault)
    return result


def read_changes(text: str, name: str) -> tuple[Release, ...]:
    r"""
    Return the releases, newest first: a heading `## VERSION`, then notes `- …` that may continue on indented lines.

    Raises `Unreadable` with its faults. Ignores everything above the first heading.

    >>> read_changes("# Changes\n\n## 1.1\n\n- Two\n  lines.\n- More.\n", "CHANGES.md")[0].notes
    ('Two lines.', 'More.')
    """
    releases: list[tuple[str, list[str]]] = []
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            releases.append((line[3:].strip(), []))
        elif releases and line.startswith("- "):
            releases[-1][1].append(line[2:].strip())
        elif releases and line.startswith("  ") and releases[-1][1]:
            releases[-1][1][-1] += f" {line.strip()}"
        elif releases and line.strip():
            message = "begin a note with '- ', and indent the lines that continue it"
            faults.append(Fault(name, number, 1, message))
        if len(faults) > MAX_FAULTS:
            break
    if faults:
        raise Unreadable(*faults)
    try:
        return tuple(Release(version=version, notes=tuple(notes)) for version, notes in releases)
    except ValidationError:
        message = "each version needs notes of at most 1000 visible characters: '## VERSION', then '- what changed'"
        raise Unreadable(Fault(name, 1, 1, message)) from None


def faults(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield everything that a pack with valid parts uses twice or not at all."""
    cited = {address: point.point for point in pack.points for address in point.cites}
    unused: set[str] = set()
    not_used = files["not_used"]
    for nth, entry in enumerate(pack.not_used):
        for at, address in enumerate(entry.not_used):
            place = (nth, "not_used", at)
            if address in cited:
                yield not_used.fault(place, f"'{address}' is cited by '{cited[address]}'; remove it here or there")
            if address in unused:
                yield not_used.fault(place, f"'{address}' is already listed as not used; remove one")
            unused.add(address)
        for reason, named, kind in (("repeats", entry.repeats, "ADDRESS"), ("stop", entry.stop, "STOP")):
            if (entry.because == reason) != (named is not None):
                message = f"write both 'because: {reason}' and '{reason}: {kind}', or neither"
                yield not_used.fault((nth, "because"), message)
    yield from _evidence(pack, files)


# What any pack can leave out, whatever its status.
_OPTIONAL = ("guarantees", "status", "dated", "review_by", "accountability")


def is_draft(about: Placed | None) -> bool:
    """Return whether a pack.yaml says that it is of a draft; one that cannot be read, or has no status, counts as one."""
    return about is None or not isinstance(about.data, dict) or about.data.get("status", "draft") == "draft"


def omitted(files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield every field that only a draft can leave out, and that is not there."""
    for file, path, model in (("pack", (), About), ("pack", ("source",), Source), ("stops", (), Stops)):
        data = _mapping(files.get(file), path)
        unneeded = {"checked", "checked_how"} if data and not data.get("contacts") else set()
        for name, field in model.model_fields.items() if data is not None else ():
            if name not in {*(data or ()), *_OPTIONAL, *unneeded} and not field.is_required():
                yield files[file].fault((*path, name), f"'{name}' is missing")


def _mapping(placed: Placed | None, path: Loc) -> dict[str, Any] | None:
    data = placed.data if placed else None
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None


def unfinished(pack: Pack, files: Mapping[str, Placed], text: str = "") -> Iterator[Fault]:
    """Yield everything that a draft can leave for later and a reviewed pack has; with the article's text, quote it."""
    yield from omitted(files)
    for placed in files.values():
        if placed.root.start_mark is None:
            yield placed.fault((), MISSING)
        marked = TO_DO.search(placed.text) or _NEW.search(placed.text)
        for path, written in every_text(placed.data) if marked else ():
            if TO_DO.search(written):
                yield placed.fault(path, f"still to write: {written}")
            elif path[-1] in _NAMED and _NEW.fullmatch(written):
                yield placed.fault(path, f"still to name: '{written}'; change it wherever it is used")
    left = set(without_a_point(pack))
    folder = files["pack"].file.removesuffix("pack.yaml")
    passages_now = passages(pack.index, text) if text else {}
    for line, address in enumerate(pack.index, 1):
        if address in left:
            quoted = f": “{passages_now[address]}”" if passages_now.get(address) else ""
            message = f"no point cites '{address}'; cite it, or list it in not_used.yaml{quoted}"
            yield Fault(folder + INDEX, line, 1, message)
    for nth, point in enumerate(pack.points):
        if not pack.evidence.beside(point.point):
            message = f"add an entry for '{point.point}' to evidence.yaml; if nobody has looked for studies, 'evidence: not-looked-for'"
            yield files["points"].fault((nth, "point"), message)
    if [release.version for release in pack.changes][:1] != [pack.about.version]:
        message = f"'{pack.about.version}' is not the newest version in {CHANGES}; add an entry at its top that says what changes for the clinician"
        yield files["pack"].fault(("version",), message)


def without_a_point(pack: Pack) -> list[str]:
    """Return the addresses of the sentences that no point cites and that are not listed as not used."""
    accounted = {address for point in pack.points for address in point.cites}
    accounted |= {address for entry in pack.not_used for address in entry.not_used}
    return [address for address in pack.index if address not in accounted]


def _evidence(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Check that evidence is on sentences that its point cites, and that every reference is used."""
    cites = {point.point: point.cites for point in pack.points}
    for nth, entry in enumerate(pack.evidence.weighed):
        for at, address in enumerate(entry.at):
            if address not in cites.get(entry.point, entry.at):
                message = f"'{entry.point}' does not cite '{address}'; choose from {', '.join(cites[entry.point])}"
                yield files["evidence"].fault(("weighed", nth, "at", at), message)
    used = {ref for weighed in pack.evidence.weighed for ref in weighed.refs}
    used |= {ref for gap in pack.gaps.gaps for ref in gap.refs}
    for nth, reference in enumerate(pack.evidence.references):
        if reference.reference not in used:
            message = f"'{reference.reference}' is never used; name it in 'refs', or remove it"
            yield files["evidence"].fault(("references", nth, "reference"), message)


def against(pack: Pack, files: Mapping[str, Placed], text: str) -> Iterator[Fault]:
    """Yield every place where the article's text contradicts the pack."""
    name = files["pack"].file.replace("pack.yaml", INDEX)
    if pack.about.source.sha256 not in _digests(text):
        message = f"this is not the digest of the article's text, which is {next(iter(_digests(text)))}; correct it, or use the pack's article"
        yield files["pack"].fault(("source", "sha256"), message)
    matches = passages(pack.index, text)
    for line, address in enumerate(pack.index, 1):
        if not matches.get(address):
            yield Fault(
                name, line, 1, f"this text's sentence is missing or different at '{address}'; use the pack's article"
            )
    lower = text.replace("’", "'").lower()
    for nth, gap in enumerate(pack.gaps.gaps):
        for at, word in enumerate(gap.absent):
            if word.lower() in lower:
                place = ("gaps", nth, "absent", at)
                yield files["gaps"].fault(place, f"the article does contain '{word}'; remove this word, or the gap")


def _digests(text: str) -> dict[str, None]:
    """Return the digest of a text as it is read, and those of files that are read as this text."""
    files = (mark + text.replace("\n", end) for mark in ("", "\ufeff") for end in ("\n", "\r\n"))
    return dict.fromkeys(hashlib.sha256(file.encode()).hexdigest() for file in files)
