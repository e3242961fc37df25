"""A sign-off: who looked at a pack, what they made of each part, and the digests of what they signed."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from considerations.pack.conditions import Day, Line, Part, Sha256, Text, Version

# What of an entry decides what is shown; everything else is wording.
_RULES = {"option", "ask_when", "when", "until", "beside", "with_themes", "with_points", "where"}
_RULES |= {"answered", "wherever", "at_least", "at_most", "then_some", "then_all", "never"}
# What of a dump is not signed: the status follows from the sign-off, and checks are dated again without a new review.
UNSIGNED: Mapping[str, Any] = {
    **dict.fromkeys(("digest", "changes", "reviews"), True),
    "about": {"status", "dated", "review_by"},
    "stops": {"checked", "checked_how"},
    "evidence": {"checked", "labels_checked"},
}


class Review(Part):
    """What a reviewer fills in; `digest` is of the content read, `verdicts` has one on each point, interpretation, gap and stop."""

    digest: Sha256
    role: Line
    organisation: Line
    date: Day
    files: Annotated[tuple[Line, ...], Field(min_length=1)]
    interests: Text
    remarks: Text | None = None
    verdicts: Mapping[Line, Literal["agree", "change", "disagree"]]

    @property
    def who(self) -> str:
        """The role and the organisation."""
        return f"{self.role}, {self.organisation}"


class SignOff(Review):
    """A review with the version and the digest of each part of what was signed."""

    version: Version
    parts: Mapping[Line, Sha256]

    def changed(self, parts: Mapping[str, str]) -> tuple[str, ...]:
        """Name the parts that are new, different or removed since."""
        present = [name for name, digest in parts.items() if self.parts.get(name) != digest]
        return (*present, *(name for name in self.parts if name not in parts))


def signed_parts(dump: dict[str, Any]) -> dict[str, str]:
    """
    Return the digest of the rule and of the wording of every entry, by name; the order is the pack's.

    `dump` is a pack as plain data without what is `UNSIGNED`; it is taken apart.
    """
    digests = {}
    for name, entry in _entries(dump):
        if rule := list(_rules(entry)):
            digests[f"rule of {name}"] = sha256(rule)
        digests[f"wording of {name}"] = sha256(_wording(entry))
    return digests


def sha256(data: object) -> str:
    """Return the digest of plain data, in the order it has."""
    return hashlib.sha256(json.dumps(data).encode()).hexdigest()


def signed_digest(parts: Mapping[str, str]) -> str:
    """Return one digest of all parts, in their order."""
    return sha256(list(parts.items()))


def _entries(dump: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every entry that has an id, then what is left of each file."""
    weighed: dict[str, list[Any]] = {}
    # A draft leaves out whole files.
    evidence, gaps = dump.pop("evidence", {}), dump.get("gaps", {})
    for entry in evidence.get("weighed", []):
        weighed.setdefault(f"evidence on {entry['point']}", []).append(entry)
    named: Mapping[str, Sequence[Any]] = {
        "question": [question for step in dump["steps"] for question in step.pop("questions")],
        "point": dump.pop("points"),
        "gap": gaps.pop("gaps", []),
        "notice": dump.pop("notices", []),
        "stop": dump["stops"].pop("stops"),
        "reference": evidence.get("references", []),
        "hazard": dump.pop("hazards", []),
    }
    for kind, entries in named.items():
        yield from ((f"{kind} {entry[kind]}", entry) for entry in entries)
    yield from weighed.items()
    files = {"about": "pack.yaml", "index": "article.index", "steps": "the steps", "gaps": "the groups of gaps"}
    files |= {"stops": "the crisis lines", "not_used": "not_used.yaml", "comparison": "comparison.yaml"}
    yield from ((files.get(name, f"{name}.yaml"), rest) for name, rest in dump.items())


def _rules(data: Any) -> Iterator[Any]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if key in _RULES:
            yield [key, value]
        else:
            yield from _rules(value)


def _wording(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _wording(value) for key, value in data.items() if key not in _RULES}
    return [_wording(value) for value in data] if isinstance(data, list) else data
