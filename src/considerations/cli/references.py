"""Print a pack's references for a librarian, or compare them with a local list of retractions and corrections."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from considerations.loading.faults import as_line
from considerations.loading.loader import load
from considerations.loading.retractions import Found, compare, rows
from considerations.pack import dates
from considerations.pack.evidence import Reference
from considerations.pack.terms import counted
from considerations.render.citations import csl, ris

_FORMS = {"csl": csl, "ris": ris}


def add(commands: Any, path: Callable[[str], Path]) -> None:
    """Add the command to a parser's commands."""
    listing = commands.add_parser("references", help="print the references, or compare them with a list of retractions")
    listing.add_argument("pack", type=path, help="the pack's folder")
    output = listing.add_mutually_exclusive_group()
    output.add_argument("--to", choices=sorted(_FORMS), default="csl", help="the form (default: csl)")
    output.add_argument("--check", type=path, metavar="FILE", help="a list in Retraction Watch's CSV form")
    listing.set_defaults(run=_references)


def _references(options: argparse.Namespace) -> int:
    references = load(options.pack.resolve()).evidence.references
    if not options.check:
        sys.stdout.write(_FORMS[options.to](references))
        return 0
    listed = list(rows(options.check, str(options.check)))
    found = list(compare(references, listed))
    for line in _told(references, found, len(listed), str(options.check)):
        print(line)
    return int(any(each.kind == "hit" for each in found))


def _told(references: tuple[Reference, ...], found: list[Found], listed: int, name: str) -> Iterator[str]:
    """Yield the date of the check, every hit and near miss, and which references have nothing to compare but a title."""
    compared = f"{counted(len(references), 'reference')} compared with {counted(listed, 'row')} of {as_line(name)}"
    yield f"Checked on {dates.today().isoformat()}: {compared}."
    for kind, reference, row, because in sorted(found, key=lambda each: each.kind):
        notice = row["RetractionDOI"] or row["RetractionPubMedID"] or "no address"
        reason = row["Reason"].strip("+;").replace(";+", "; ") or "no reason given"
        said = f"{row['RetractionNature'] or 'Notice'} of {row['RetractionDate']} ({notice}): {reason}"
        yield as_line(f"{kind}: {reference.reference}, by {because}: “{row['Title']}”. {said}")
    if not found:
        yield "No hit and no near miss."
    if without := [each.reference for each in references if not each.doi and not each.pmid]:
        yield f"Without DOI or PubMed id, so compared by title alone: {', '.join(without)}."
