"""Write references for a librarian, as CSL-JSON or RIS; the whole citation is in the note, for only part of it can be told apart."""

import json
import re
from collections.abc import Iterable
from typing import Any

from considerations.pack.evidence import Reference

_AUTHOR = re.compile(r"(.+) ([A-Z]{1,3}(?: Jr)?)")


def csl(references: Iterable[Reference]) -> str:
    """Return CSL-JSON."""
    return json.dumps([_item(reference) for reference in references], ensure_ascii=False, indent=1) + "\n"


def ris(references: Iterable[Reference]) -> str:
    """Return RIS."""
    return "".join("".join(f"{tag}  - {value}\n" for tag, value in _record(each)) + "\n" for each in references)


def _item(each: Reference) -> dict[str, Any]:
    authors, title = _read(each.citation)
    year = each.year or ""
    fields = {
        "id": each.reference,
        "type": "article-journal" if each.pmid or each.doi else "document",
        "title": title,
        "author": [{"family": family, "given": given} if given else {"literal": family} for family, given in authors],
        "issued": {"date-parts": [[int(year)]]} if re.fullmatch("[0-9]{4}", year) else year and {"literal": year},
        "DOI": each.doi,
        "PMID": each.pmid,
        "URL": each.url,
        "note": each.citation,
    }
    return {name: value for name, value in fields.items() if value}


def _record(reference: Reference) -> list[tuple[str, str]]:
    item = _item(reference) | ({"year": reference.year} if reference.year else {})
    tags = {"ID": "id", "TI": "title", "PY": "year", "DO": "DOI", "AN": "PMID", "UR": "URL", "N1": "note"}
    return [
        ("TY", "JOUR" if item["type"] == "article-journal" else "GEN"),
        *(("AU", ", ".join(author.values())) for author in item["author"]),
        *((tag, item[field]) for tag, field in tags.items() if field in item),
        ("ER", ""),
    ]


def _read(citation: str) -> tuple[list[tuple[str, str]], str]:
    """
    Return the authors and the title of a citation; an organisation, or what else stands there, is one author.

    >>> _read("Rush AJ, Trivedi MH, et al. One or two steps. Am J Psychiatry. 2006.")
    ([('Rush', 'AJ'), ('Trivedi', 'MH')], 'One or two steps')
    """
    names, *rest = citation.split(". ")
    people = [_AUTHOR.fullmatch(name) for name in names.removesuffix(", et al").split(", ")]
    authors = [(each[1], each[2]) for each in people if each]
    if len(authors) < len(people):
        authors = [(names.rstrip("."), "")]
    return authors, rest[0].rstrip(".") if rest else citation
