"""Check that nothing is forgotten: sentences, references, evidence; and, with the article's text, that the pack is true of it."""

import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from considerations.loading.positions import MOST_BYTES, MOST_FAULTS, Fault, Placed, Unreadable
from considerations.pack import Pack, Release
from considerations.pack.article import ADDRESS, index, passages

INDEX = "article.index"
CHANGES = "CHANGES.md"


def read_index(text: str, name: str) -> dict[str, str]:
    """Read an index, or raise `Unreadable` with its faults."""
    digests: dict[str, str] = {}
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        address, _, digest = line.partition(" ")
        if not ADDRESS.fullmatch(address) or not re.fullmatch("[0-9a-f]{64}", digest) or address in digests:
            faults.append(Fault(name, number, 1, "a line holds a new address and a sha256 digest; make the index anew"))
        digests[address] = digest
        if len(faults) > MOST_FAULTS:
            break
    if faults or not digests:
        raise Unreadable(*(faults or [Fault(name, 1, 1, "this file is empty")]))
    return digests


def make_index(text: str, name: str) -> str:
    """Write the index of an article's text, or raise `Unreadable` where no pack could hold it."""
    made = index(text)
    most = "an index has at most 1 MiB, 99,999 lines and 9,999 sentences a line; split lines or shorten the text"
    fault = Fault(name, 1, 1, f"this text has no sentence, or too many: {most}")
    try:
        read_index(made, name)
    except Unreadable:
        raise Unreadable(fault) from None
    if len(made) > MOST_BYTES:
        raise Unreadable(fault)
    return made


def read_changes(text: str, name: str) -> tuple[Release, ...]:
    r"""
    Read what changed, newest first: a heading `## VERSION`, then notes `- …`, which may go on over indented lines.

    Raises `Unreadable` with its faults. What stands above the first heading is for authors.

    >>> read_changes("# Changes\n\n## 1.1\n\n- Two\n  lines.\n- More.\n", "CHANGES.md")[0].notes
    ('Two lines.', 'More.')
    """
    found: list[tuple[str, list[str]]] = []
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            found.append((line[3:].strip(), []))
        elif found and line.startswith("- "):
            found[-1][1].append(line[2:].strip())
        elif found and line.startswith("  ") and found[-1][1]:
            found[-1][1][-1] += f" {line.strip()}"
        elif found and line.strip():
            faults.append(
                Fault(name, number, 1, "under a version stand notes: lines that begin with '- ', or go on indented")
            )
        if len(faults) > MOST_FAULTS:
            break
    if faults:
        raise Unreadable(*faults)
    try:
        return tuple(Release(version=version, notes=tuple(notes)) for version, notes in found)
    except ValidationError:
        message = "each version has notes of at most 1000 visible characters: '## VERSION', then '- what is different'"
        raise Unreadable(Fault(name, 1, 1, message)) from None


def faults(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Give everything that a pack, sound in its parts, forgets or counts twice."""
    cited = {address: point.point for point in pack.points for address in point.cites}
    aside: dict[str, int] = {}
    not_used = files["not_used"]
    for nth, entry in enumerate(pack.not_used):
        for at, address in enumerate(entry.not_used):
            place = (nth, "not_used", at)
            if address in cited:
                yield not_used.fault(place, f"'{address}' is cited by '{cited[address]}'; it cannot be set aside too")
            if address in aside:
                yield not_used.fault(place, f"'{address}' is set aside twice")
            aside[address] = nth
        if (entry.because == "repeats") != (entry.repeats is not None):
            yield not_used.fault((nth, "because"), "'because: repeats' goes with 'repeats: ADDRESS'")
    name = files["pack"].file.replace("pack.yaml", INDEX)
    for line, address in enumerate(pack.index, 1):
        if address not in cited and address not in aside:
            yield Fault(name, line, 1, f"'{address}' is neither cited by a point nor set aside")
    yield from _evidence(pack, files)
    if [release.version for release in pack.changes][:1] != [pack.about.version]:
        message = f"'{pack.about.version}' is not the newest version in {CHANGES}; say there what is different for the clinician"
        yield files["pack"].fault(("version",), message)


def _evidence(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Every point is weighed, at sentences that it cites, and every reference is used."""
    cites = {point.point: point.cites for point in pack.points}
    for nth, entry in enumerate(pack.evidence.weighed):
        for at, address in enumerate(entry.at):
            if address not in cites[entry.point]:
                message = f"'{entry.point}' does not cite '{address}'"
                yield files["evidence"].fault(("weighed", nth, "at", at), message)
    for nth, point in enumerate(pack.points):
        if not pack.evidence.beside(point.point):
            message = f"evidence.yaml says nothing on '{point.point}'; say at least that no study can settle it"
            yield files["points"].fault((nth, "point"), message)
    used = {ref for weighed in pack.evidence.weighed for ref in weighed.refs}
    used |= {ref for gap in pack.gaps.gaps for ref in gap.refs}
    for nth, reference in enumerate(pack.evidence.references):
        if reference.reference not in used:
            message = f"'{reference.reference}' is used nowhere"
            yield files["evidence"].fault(("references", nth, "reference"), message)


def against(pack: Pack, files: Mapping[str, Placed], text: str) -> Iterator[Fault]:
    """Give every place where the text of the article contradicts the pack."""
    name = files["pack"].file.replace("pack.yaml", INDEX)
    found = passages(pack.index, text)
    for line, address in enumerate(pack.index, 1):
        if not found.get(address):
            yield Fault(name, line, 1, f"the article at hand has another sentence at '{address}', or none")
    lower = text.replace("’", "'").lower()
    for nth, gap in enumerate(pack.gaps.gaps):
        for at, word in enumerate(gap.absent):
            if word.lower() in lower:
                place = ("gaps", nth, "absent", at)
                yield files["gaps"].fault(place, f"the article is not silent on this: '{word}' stands in it")
