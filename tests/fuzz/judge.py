"""What must be true of any folder that is opened as a pack."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from random import Random

from considerations.cli.sign_off import sheet
from considerations.diagrams.decision_diagram import TooLarge
from considerations.engine import assess
from considerations.explain.summary import Summary, summarise
from considerations.fhir import resources
from considerations.loading import completeness, wording_check
from considerations.loading.faults import MAX_FAULTS, MAX_LETTERS, Fault, Placed
from considerations.loading.loader import FILES, BrokenPack, load_with_places
from considerations.loading.yaml_files import MAX_BYTES
from considerations.pack import Pack
from considerations.proof.verify import Proof, prove
from considerations.render import text
from considerations.render.book import document
from considerations.render.paper import html, pdf

# Words of the libraries below, and of Python itself: none of them is a message to an author.
_NOT_OURS = re.compile(
    r"pydantic|Input should|valid (?:string|dict|list|tuple)|validation error|Value error|Field required|not permitted|"
    r"while (?:scanning|parsing)|block (?:mapping|collection|end)|expected <|found character|mapping values|did not find|"
    r"Error\b|Traceback|Errno|codec|something else is|\bNone\b|\[\]|\{\}|\[['{\[]|\{['{]|<class|object at"
)
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def judge(folder: Path, rnd: Random) -> str:
    """Open a folder and say what became of it; an `AssertionError`, or any other exception, is a fault of ours."""
    try:
        pack, files = load_with_places(folder)
    except BrokenPack as broken:
        assert 0 < len(broken.faults) <= MAX_FAULTS + 1, f"{len(broken.faults)} faults are told"
        _tell(folder, broken.faults)
        return "refused"
    return _works(folder, pack, files, rnd)


def _tell(folder: Path, faults: Iterable[Fault]) -> None:
    """Each fault is one readable line in our own words, at a place that is in the file."""
    lines = {name: _BREAK.split(_text(folder / name)) for name in FILES}
    for fault in faults:
        _in_our_words(fault)
        name, _, file = fault.file.partition("/")
        assert (name, file in FILES) == (folder.name, True), fault
        assert 1 <= fault.line <= len(lines[file]), f"the file has {len(lines[file])} lines: {fault}"
        assert 1 <= fault.column <= len(lines[file][fault.line - 1]) + 1, f"the line is shorter: {fault}"


def _in_our_words(fault: Fault) -> None:
    line = str(fault)
    assert line.isprintable(), f"not one printable line: {line!r}"
    assert len(line) <= MAX_LETTERS, f"{len(line)} letters are no message: {line[:200]}"
    assert not _NOT_OURS.search(re.sub(r"'[^']*'", "", fault.message)), f"not in our words: {line}"


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() and file.stat().st_size <= MAX_BYTES else ""


def _works(folder: Path, pack: Pack, files: dict[str, Placed], rnd: Random) -> str:
    """What loads can be answered, shown, proved and read over."""
    for given in ({}, _answers(pack, rnd), _answers(pack, rnd)):
        assess(pack, given)
        found = summarise(pack, given)
        for shown in (html.render(found), text.render(found), text.render(found, ascii_only=True)):
            shown.encode("utf-8")
        assert pdf.render(found).startswith(b"%PDF")
        if isinstance(found, Summary):
            json.loads(resources.response(found))
    faults = [fault for placed in files.values() for fault in wording_check.faults(placed)]
    faults += completeness.against(pack, files, "Another text.")
    proof: Proof | None = None
    try:
        proof = prove(pack, files)
        faults += (*proof.faults, *proof.warnings)
        sheet(pack)
    except TooLarge:
        pass
    json.loads(resources.questionnaire(pack))
    document.render(pack, proof, {}).encode("utf-8")
    _tell(folder, faults)
    return "loaded"


def _answers(pack: Pack, rnd: Random) -> dict[str, str]:
    return {q.question: rnd.choice(q.options).option for q in pack.questions if rnd.random() < 0.8}
