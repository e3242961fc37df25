"""Read the results of a test run from a JUnit file, as pytest writes it with `--junit-xml`."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from considerations.loading.positions import Fault, Unreadable

Outcome = Literal["passed", "skipped", "failed", "missing"]


@dataclass(frozen=True)
class Run:
    """The day of a run as the file states it, the file's digest, and the outcomes of each test by its dotted name."""

    date: str
    sha256: str
    outcomes: Mapping[str, tuple[Outcome, ...]]

    def outcome(self, test: str) -> Outcome:
        """Return the worst outcome of a test, named as pytest names it, over all the cases it was run for."""
        found = self.outcomes.get(test.replace(".py::", ".").replace("::", ".").replace("/", "."), ("missing",))
        return next(kind for kind in ("missing", "failed", "skipped", "passed") if kind in found)


def read(path: Path, name: str) -> Run:
    """Return a run, or raise `Unreadable`; messages call the file `name`."""
    try:
        data = path.read_bytes()
        if b"<!" in data.partition(b"<testsuite")[0]:
            raise Unreadable(Fault(name, 1, 1, "a file of test results declares nothing; write it with --junit-xml"))
        root = ElementTree.fromstring(data)  # noqa: S314 - nothing declared, so there is no entity to expand
    except OSError as error:
        raise Unreadable(Fault(name, 1, 1, f"this file cannot be opened: {error.strerror}")) from None
    except ElementTree.ParseError as error:
        line, column = error.position
        raise Unreadable(Fault(name, line, column + 1, "this is not XML; write it with --junit-xml")) from None
    suites = list(root.iter("testsuite"))
    outcomes: dict[str, tuple[Outcome, ...]] = {}
    for case in (case for suite in suites for case in suite.iter("testcase")):
        test = f"{case.get('classname', '')}.{case.get('name', '').partition('[')[0]}"
        outcomes[test] = (*outcomes.get(test, ()), _outcome(part.tag for part in case))
    if not outcomes:
        raise Unreadable(Fault(name, 1, 1, "there is no test result in this file; write it with --junit-xml"))
    return Run(suites[0].get("timestamp", "")[:10], hashlib.sha256(data).hexdigest(), outcomes)


def _outcome(tags: Iterable[str]) -> Outcome:
    found = set(tags)
    return "failed" if found & {"failure", "error"} else "skipped" if "skipped" in found else "passed"
