"""Check that no sentence, reference or evidence is missing and, given the article, that the pack matches it."""

import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from considerations.loading.positions import MAX_BYTES, MAX_FAULTS, MAX_MIB, Fault, Placed, Unreadable
from considerations.pack import Pack, Release
from considerations.pack.article import ADDRESS, index, passages

INDEX = "article.index"
CHANGES = "CHANGES.md"


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
    """Yield everything that a pack with valid parts leaves out or uses twice."""
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
        if (entry.because == "repeats") != (entry.repeats is not None):
            yield not_used.fault((nth, "because"), "write both 'because: repeats' and 'repeats: ADDRESS', or neither")
    name = files["pack"].file.replace("pack.yaml", INDEX)
    for line, address in enumerate(pack.index, 1):
        if address not in cited and address not in unused:
            yield Fault(name, line, 1, f"no point cites '{address}'; cite it, or list it in not_used.yaml")
    yield from _evidence(pack, files)
    if [release.version for release in pack.changes][:1] != [pack.about.version]:
        message = f"'{pack.about.version}' is not the newest version in {CHANGES}; add an entry there that says what changes for the clinician"
        yield files["pack"].fault(("version",), message)


def _evidence(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Check that every point has evidence, on sentences that it cites, and that every reference is used."""
    cites = {point.point: point.cites for point in pack.points}
    for nth, entry in enumerate(pack.evidence.weighed):
        for at, address in enumerate(entry.at):
            if address not in cites[entry.point]:
                message = f"'{entry.point}' does not cite '{address}'; choose from {', '.join(cites[entry.point])}"
                yield files["evidence"].fault(("weighed", nth, "at", at), message)
    for nth, point in enumerate(pack.points):
        if not pack.evidence.beside(point.point):
            message = f"evidence.yaml has no entry for '{point.point}'; add one; where no study applies, 'evidence: no-study-can-settle-it'"
            yield files["points"].fault((nth, "point"), message)
    used = {ref for weighed in pack.evidence.weighed for ref in weighed.refs}
    used |= {ref for gap in pack.gaps.gaps for ref in gap.refs}
    for nth, reference in enumerate(pack.evidence.references):
        if reference.reference not in used:
            message = f"'{reference.reference}' is never used; name it in 'refs', or remove it"
            yield files["evidence"].fault(("references", nth, "reference"), message)


def against(pack: Pack, files: Mapping[str, Placed], text: str) -> Iterator[Fault]:
    """Yield every place where the article's text contradicts the pack."""
    name = files["pack"].file.replace("pack.yaml", INDEX)
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
