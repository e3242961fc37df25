"""
Compare references with a local copy of a retraction list, in the public CSV form of Retraction Watch; nothing is fetched.

Columns read: `Title`, `OriginalPaperDOI` and `OriginalPaperPubMedID` of the paper, `RetractionDOI` and `RetractionPubMedID` of the
notice (a PubMed id of 0 stands for none), `RetractionNature` (retraction, correction, expression of concern or reinstatement),
`RetractionDate` as the list has it, and `Reason` (several, each after a `+`, ended by `;`). Other columns are ignored.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from considerations.loading.faults import Fault, Unreadable
from considerations.pack.evidence import Reference

COLUMNS: tuple[str, ...] = ("Title", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionDOI", "RetractionPubMedID")
COLUMNS += ("RetractionNature", "RetractionDate", "Reason")
# Shorter titles, such as “Editorial”, are found in citations of anything.
_MIN_TITLE = 24

Row = dict[str, str]


class Found(NamedTuple):
    """A reference that a row of the list is about, or may be about; `because` says by what."""

    kind: Literal["hit", "near miss"]
    reference: Reference
    row: Row
    because: str


def rows(path: Path, name: str) -> Iterator[Row]:
    """Yield the rows of a list, or raise `Unreadable`; messages call the file `name`."""
    line = 1
    if path.exists() and not path.is_file():
        raise Unreadable(Fault(name, 1, 1, "this is a folder or a device; replace it with a CSV file"))
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.DictReader(file, restval="")
            if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
                message = (
                    f"expected a CSV file whose first line names {', '.join(missing)}; use Retraction Watch's list"
                )
                raise Unreadable(Fault(name, 1, 1, message))
            for row in reader:
                line = reader.line_num
                yield {column: row[column].strip() for column in COLUMNS}
    except OSError as error:
        raise Unreadable(Fault(name, 1, 1, f"this file cannot be opened: {error.strerror}")) from None
    except csv.Error as error:
        raise Unreadable(Fault(name, line, 1, f"this cannot be read as CSV from the next line on: {error}")) from None


def compare(references: Iterable[Reference], listed: Iterable[Row]) -> Iterator[Found]:
    """Yield every hit (the paper's own DOI or PubMed id) and near miss (its title, or the notice itself is cited)."""
    citations = {reference: f" {_bare(reference.citation)} " for reference in references}
    by_id = {name: reference for reference in citations for name in (_doi(reference.doi or ""), reference.pmid) if name}
    for row in listed:
        for columns, kind, because in _IDS:
            names = (_doi(row[columns[0]]), row[columns[1]])
            if found := next((by_id[name] for name in names if name in by_id), None):
                yield Found(kind, found, row, because)
                break
        else:
            title = _bare(row["Title"])
            matches = (each for each, text in citations.items() if len(title) >= _MIN_TITLE and f" {title} " in text)
            yield from (Found("near miss", reference, row, "the same title") for reference in matches)


_IDS: tuple[tuple[tuple[str, str], Literal["hit", "near miss"], str], ...] = (
    (("OriginalPaperDOI", "OriginalPaperPubMedID"), "hit", "the same DOI or PubMed id"),
    (("RetractionDOI", "RetractionPubMedID"), "near miss", "the notice itself is cited"),
)


def _doi(text: str) -> str:
    found = re.search(r"10\.\d{4,9}/\S+", text.lower())
    return found[0].rstrip(".") if found else ""


def _bare(text: str) -> str:
    """Return the words of a text in small letters, without signs."""
    return " ".join(re.findall(r"\w+", text.lower()))
