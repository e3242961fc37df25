"""Read the results of a test run from a JUnit file, as pytest writes it with `--junit-xml`."""

import datetime
import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree
from xml.parsers import expat

from considerations.loading.faults import Fault, Unreadable
from considerations.loading.yaml_files import raw

Outcome = Literal["passed", "skipped", "failed", "missing"]


@dataclass(frozen=True)
class Run:
    """The day of a run as the file states it, the file's digest, and the outcomes of each test by its dotted name."""

    date: str
    sha256: str
    outcomes: Mapping[str, Collection[Outcome]]

    def outcome(self, test: str) -> Outcome:
        """Return the worst outcome of a test, named as pytest names it, over all the cases it was run for."""
        found = self.outcomes.get(test.replace(".py::", ".").replace("::", ".").replace("/", "."), ("missing",))
        return next(kind for kind in ("missing", "failed", "skipped", "passed") if kind in found)


def read(path: Path, name: str) -> Run:
    """Return a run, or raise `Unreadable`; messages call the file `name`."""
    data = raw(path, name)
    try:
        _without_declarations(data, name)
        root = ElementTree.fromstring(data)  # noqa: S314 - nothing declared, so there is no entity to expand
    except (LookupError, ValueError):
        raise Unreadable(Fault(name, 1, 1, "its encoding is not known here; write it with --junit-xml")) from None
    except (expat.ExpatError, ElementTree.ParseError) as error:
        line, column = (error.lineno, error.offset) if isinstance(error, expat.ExpatError) else error.position
        raise Unreadable(Fault(name, line, column + 1, "this is not XML; write it with --junit-xml")) from None
    suites = list(root.iter("testsuite"))
    outcomes: dict[str, set[Outcome]] = {}
    for case in (case for suite in suites for case in suite.iter("testcase")):
        test = f"{case.get('classname', '')}.{case.get('name', '').partition('[')[0]}"
        outcomes.setdefault(test, set()).add(_outcome(part.tag for part in case))
    if not outcomes:
        raise Unreadable(Fault(name, 1, 1, "there is no test result in this file; write it with --junit-xml"))
    return Run(_day(suites[0].get("timestamp", "")), hashlib.sha256(data).hexdigest(), outcomes)


def _without_declarations(data: bytes, name: str) -> None:
    """Refuse a file that declares anything: an entity could stand for more than the file holds."""

    def refuse(*_: object) -> None:
        raise Unreadable(Fault(name, 1, 1, "a file of test results declares nothing; write it with --junit-xml"))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)


def _day(timestamp: str) -> str:
    try:
        return datetime.date.fromisoformat(timestamp[:10]).isoformat()
    except ValueError:
        return ""


def _outcome(tags: Iterable[str]) -> Outcome:
    found = set(tags)
    return "failed" if found & {"failure", "error"} else "skipped" if "skipped" in found else "passed"
