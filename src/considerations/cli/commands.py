"""The author's commands: `python -m considerations …`. Exit status: 0 done, 1 a pack has faults, 2 the call is wrong."""

import argparse
import dataclasses
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from considerations.cli.answer_file import UnusableAnswers, read_answers
from considerations.cli.check import Tell, check
from considerations.cli.review_cases import sheet
from considerations.diagrams.decision_diagram import TooLarge
from considerations.explain.summary import StopNotice, Summary, summarise
from considerations.fhir import resources
from considerations.fhir.enable_when import Unsayable
from considerations.fhir.resources import NoResponse
from considerations.loading.completeness import make_index
from considerations.loading.git_revision import UnknownRevision, checked_out
from considerations.loading.loader import BrokenPack, folders, load, load_with_places
from considerations.loading.positions import Unreadable, as_line, content
from considerations.pack import Pack, article
from considerations.proof.diff import difference
from considerations.proof.verify import prove
from considerations.render import diff as render_difference
from considerations.render import text
from considerations.render.book import document as render_book
from considerations.render.paper import html, pdf

RENDERERS: dict[str, Callable[[Summary | StopNotice], str | bytes]] = {
    "fhir": resources.response,
    "html": html.render,
    "pdf": pdf.render,
    "text": text.render,
}


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(argv)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except (BrokenPack, Unsayable) as broken:
        return _refuse(broken, 1)
    except (UnusableAnswers, NoResponse, UnknownRevision, Unreadable, TooLarge) as unusable:
        return _refuse(unusable, 2)
    except OSError as error:
        # Whoever read the output has gone, or the disk is full; nothing more can be written there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _refuse(f"the output cannot be written: {error.strerror}", 2)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m considerations", description="Work with packs from the shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="load packs, prove their rules, account for every sentence and word")
    checking.add_argument("packs", type=_path, nargs="*", help="packs' folders (default: all in ./rules)")
    checking.add_argument("--article", type=_path, help="the article's text, to hold index and gaps against")
    checking.add_argument("--json", action="store_true", help="print a JSON object for machines")
    checking.set_defaults(run=_check)

    comparing = commands.add_parser("diff", help="say what an edit changes, over all answer sets")
    comparing.add_argument("old", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    comparing.add_argument("new", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    output = comparing.add_mutually_exclusive_group()
    output.add_argument("--markdown", action="store_true", help="print Markdown for a change note")
    output.add_argument("--json", action="store_true", help="print a JSON object for machines")
    comparing.set_defaults(run=_diff)

    cases = commands.add_parser("cases", help="print few answer sets that make every rule hold, to be signed off")
    cases.add_argument("pack", type=_path, help="the pack's folder")
    cases.set_defaults(run=_cases)

    summary = commands.add_parser("summary", help="print the summary of a file of answers")
    summary.add_argument("pack", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    summary.add_argument("answers", type=_path, help="JSON: question id → option id, or a FHIR QuestionnaireResponse")
    summary.add_argument("--to", choices=sorted(RENDERERS), default="text", help="the form (default: text)")
    summary.set_defaults(run=_summary)

    book = commands.add_parser("book", help="print the whole rule set as one HTML file, for a committee")
    book.add_argument("pack", type=_path, help="the pack's folder")
    book.add_argument("--article", type=_path, help="the article's text, to show its passages")
    book.set_defaults(run=_book)
    form = commands.add_parser("fhir", help="print the questions as a FHIR R4 Questionnaire")
    form.add_argument("pack", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    form.set_defaults(run=_fhir)

    index = commands.add_parser("index", help="print the addresses and digests of an article's sentences")
    index.add_argument("article", type=_path, help="the article as plain text")
    index.set_defaults(run=_index)
    return parser


def _path(given: str) -> Path:
    if "\0" in given:
        raise argparse.ArgumentTypeError("a path holds no NUL")
    try:
        Path(given).resolve()
        Path(given).is_dir()
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "its links lead round in a circle"
        raise argparse.ArgumentTypeError(as_line(f"'{given}' cannot be opened: {why}")) from None
    return Path(given)


def _check(options: argparse.Namespace) -> int:
    chosen = options.packs or folders(Path("rules"))
    if not chosen:
        return _refuse("no packs here: name their folders, or run this where ./rules is", 2)
    text = content(options.article, str(options.article)) if options.article else None
    found = [check(folder.resolve(), text, _bar()) for folder in chosen]
    if options.json:
        print(json.dumps([dataclasses.asdict(each) for each in found], ensure_ascii=False, indent=1))
    for each in found if not options.json else ():
        for line in (*each.faults, *each.warnings):
            print(line, file=sys.stderr)
        if not each.faults:
            print(each.closing)
    return int(any(each.faults for each in found))


def _bar() -> Tell:
    """Show progress on a terminal once the work has taken two seconds."""
    began = time.monotonic()

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - began > 2:
            width = 30 * (done + 1) // of
            end = "\n" if done + 1 == of else ""
            print(f"\r[{'#' * width}{'.' * (30 - width)}] {done + 1} of {of} conditions", end=end, file=sys.stderr)

    return tell


def _diff(options: argparse.Namespace) -> int:
    versions = []
    for name in (options.old, options.new):
        with checked_out(str(name)) as folder:
            try:
                versions.append(load(folder))
            except BrokenPack as broken:
                return _refuse(f"{name} does not load:\n{broken}", 1)
    found = difference(*versions)
    if options.json:
        print(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=1))
    else:
        sys.stdout.write((render_difference.markdown if options.markdown else render_difference.text)(found))
    return 0


def _cases(options: argparse.Namespace) -> int:
    sys.stdout.write(sheet(load(options.pack.resolve())))
    return 0


def _summary(options: argparse.Namespace) -> int:
    pack = _pack(options.pack)
    given = read_answers(options.answers, pack)
    if given.unknown:
        print(f"{options.answers}: {given.unknown}", file=sys.stderr)
    rendered = RENDERERS[options.to](summarise(pack, given.answers, given.example))
    # Bytes, so that what is printed here is on every system what the app gives.
    sys.stdout.buffer.write(rendered if isinstance(rendered, bytes) else rendered.encode())
    return 0


def _book(options: argparse.Namespace) -> int:
    pack, files = load_with_places(options.pack.resolve())
    text = content(options.article, str(options.article)) if options.article else ""
    found = article.passages(pack.index, text)
    if options.article and not found:
        return _refuse(f"{options.article}: no sentence of it is one of this pack's article", 2)
    try:
        proof = prove(pack, files)
    except TooLarge:
        proof = None
    sys.stdout.buffer.write(render_book.render(pack, proof, found).encode())
    for fault in proof.faults if proof else ():
        print(fault, file=sys.stderr)
    return int(bool(proof and proof.faults))


def _fhir(options: argparse.Namespace) -> int:
    sys.stdout.write(resources.questionnaire(_pack(options.pack)))
    return 0


def _pack(name: Path) -> Pack:
    with checked_out(str(name)) as folder:
        return load(folder)


def _index(options: argparse.Namespace) -> int:
    name = str(options.article)
    sys.stdout.write(make_index(content(options.article, name), name))
    return 0


def _refuse(why: object, status: int) -> int:
    print(why, file=sys.stderr)
    return status
