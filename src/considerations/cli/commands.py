"""Start the app, or run an author's command: `python -m considerations …`. Exit status: 0 done, 1 a pack has faults, 2 the call is wrong."""

import argparse
import dataclasses
import errno
import json
import os
import sys
import time
from pathlib import Path
from pkgutil import resolve_name

from considerations.cli import authoring, references, safety_case, sign_off
from considerations.cli.output import write
from considerations.diagrams.decision_diagram import TooLarge
from considerations.loading.completeness import make_index
from considerations.loading.faults import Refusal, as_line
from considerations.loading.loader import BrokenPack, folders, load, load_with_places
from considerations.loading.yaml_files import content
from considerations.pack import Pack, article
from considerations.proof.check import Progress, check
from considerations.proof.verify import attempt

# What only some commands need is imported when one of them runs, so that `check` does not wait for it.
RENDERERS = {
    "fhir": "considerations.fhir.resources:response",
    "html": "considerations.render.paper.html:render",
    "note": "considerations.render.note:render",
    "pdf": "considerations.render.paper.pdf:render",
    "text": "considerations.render.text:render",
}
# The forms that have pages, and so a page one.
PAGED = ("html", "pdf")


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(argv)
    if options.rules and options.run is not _serve:
        parser.error("--rules starts the app and goes with no command")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except Refusal as refused:
        return _refuse(refused, refused.status)
    except TooLarge as large:
        return _refuse(large, 2)
    except OSError as error:
        # The reader of the output has gone, or the disk is full; close it so that nothing more is written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _refuse(f"the output cannot be written: {error.strerror}", 2)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m considerations", description="Start the app, or work with packs.")
    parser.add_argument("--rules", type=_path, metavar="FOLDER", help="start the app with the packs in this folder")
    parser.set_defaults(run=_serve)
    commands = parser.add_subparsers(metavar="COMMAND")

    checking = commands.add_parser("check", help="check that packs load, are proved, and leave no sentence out")
    checking.add_argument("packs", type=_path, nargs="*", help="folders of packs (default: all in ./rules)")
    checking.add_argument("--article", type=_path, help="the article's text, to check index and gaps against")
    checking.add_argument("--strict", action="store_true", help="refuse what is past the day set for its next check")
    checking.add_argument("--json", action="store_true", help="print a JSON object for machines")
    checking.set_defaults(run=_check)

    comparing = commands.add_parser("diff", help="compare two versions over all answer sets")
    comparing.add_argument("old", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    comparing.add_argument("new", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    output = comparing.add_mutually_exclusive_group()
    output.add_argument("--markdown", action="store_true", help="print Markdown for a change note")
    output.add_argument("--json", action="store_true", help="print a JSON object for machines")
    comparing.set_defaults(run=_diff)

    sign_off.add(commands, _path)
    references.add(commands, _path)
    safety_case.add(commands, _path)
    summary = commands.add_parser("summary", help="print the summary of a file of answers")
    summary.add_argument("pack", type=_path, help="a pack's folder, or REVISION:rules/PACK")
    summary.add_argument("answers", type=_path, help="JSON: question id → option id, or a FHIR QuestionnaireResponse")
    summary.add_argument("--to", choices=sorted(RENDERERS), default="text", help="the form (default: text)")
    summary.add_argument("--page-one", action="store_true", help="leave out reasons and sources; for html and pdf")
    summary.add_argument("--marks", type=_path, help="JSON: point id → mark, such as covered or 'not-relevant: timing'")
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
    authoring.add(commands, _path)
    return parser


def _path(text: str) -> Path:
    if "\0" in text:
        raise argparse.ArgumentTypeError("a path cannot contain NUL")
    try:
        Path(text).stat()
    except (FileNotFoundError, NotADirectoryError):
        pass  # it may be REVISION:rules/PACK, and whoever reads it says what is missing
    except OSError as error:
        why = "its links form a loop" if error.errno == errno.ELOOP else error.strerror
        raise argparse.ArgumentTypeError(as_line(f"'{text}' cannot be opened: {why}")) from None
    return Path(text)


def _serve(options: argparse.Namespace) -> int:
    from considerations.cli.serve import serve

    return serve(options.rules)


def _check(options: argparse.Namespace) -> int:
    chosen = options.packs or folders(Path("rules"))
    if not chosen:
        return _refuse("there are no packs here; name their folders, or run this in the folder that has rules/", 2)
    text = content(options.article, str(options.article)) if options.article else None
    results = [check(folder.resolve(), text, _progress_bar(), strict=options.strict) for folder in chosen]
    if options.json:
        print(json.dumps([dataclasses.asdict(result) for result in results], ensure_ascii=False, indent=1))
    for result in results if not options.json else ():
        for line in (*result.faults, *result.warnings, *(f"{line} (to do)" for line in result.to_do)):
            print(line, file=sys.stderr)
        if result.closing:
            print(result.closing, file=sys.stderr if result.faults else sys.stdout)
    return int(any(result.faults for result in results))


def _progress_bar() -> Progress:
    """Return a function that shows progress on a terminal after two seconds."""
    started = time.monotonic()

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - started > 2:
            width = 30 * (done + 1) // total
            end = "\n" if done + 1 == total else ""
            print(f"\r[{'#' * width}{'.' * (30 - width)}] {done + 1} of {total} conditions", end=end, file=sys.stderr)

    return show


def _diff(options: argparse.Namespace) -> int:
    from considerations.proof.diff import difference
    from considerations.render import diff as render_difference

    versions = []
    for name in (options.old, options.new):
        try:
            versions.append(_pack(name))
        except BrokenPack as broken:
            return _refuse(f"{name} does not load:\n{broken}", 1)
    changes = difference(*versions)
    if options.json:
        print(json.dumps(dataclasses.asdict(changes), ensure_ascii=False, indent=1))
    else:
        sys.stdout.write(render_difference.text(changes, markdown=options.markdown))
    return 0


def _summary(options: argparse.Namespace) -> int:
    from considerations.cli.answer_file import read_answers, read_marks
    from considerations.explain.summary import Summary, summarise

    pack = _pack(options.pack)
    file = read_answers(options.answers, pack)
    if file.warning:
        print(f"{options.answers}: {file.warning}", file=sys.stderr)
    marks = read_marks(options.marks, pack) if options.marks else {}
    summary = summarise(pack, file.answers, file.example, marks=marks)
    if without := [point for point in marks if not (isinstance(summary, Summary) and point in summary.marks)]:
        print(f"{options.marks}: without effect, as the point does not apply: {', '.join(without)}", file=sys.stderr)
    if options.page_one and options.to not in PAGED:
        return _refuse(f"--page-one is for {' and '.join(PAGED)}; for a short text use --to note", 2)
    write(resolve_name(RENDERERS[options.to])(summary, **({"page_one": True} if options.page_one else {})))
    return 0


def _book(options: argparse.Namespace) -> int:
    from considerations.render.book import document

    pack, files = load_with_places(options.pack.resolve())
    text = content(options.article, str(options.article)) if options.article else ""
    passages = article.passages(pack.index, text)
    if options.article and not passages:
        return _refuse(f"{options.article}: none of its sentences is in this pack; use the pack's article", 2)
    proof = attempt(pack, files)
    write(document.render(pack, proof, passages))
    for fault in proof.faults if proof else ():
        print(fault, file=sys.stderr)
    return int(bool(proof and proof.faults))


def _fhir(options: argparse.Namespace) -> int:
    from considerations.fhir.resources import questionnaire

    sys.stdout.write(questionnaire(_pack(options.pack)))
    return 0


def _pack(name: Path) -> Pack:
    from considerations.loading.git_revision import checked_out

    with checked_out(str(name)) as folder:
        return load(folder)


def _index(options: argparse.Namespace) -> int:
    name = str(options.article)
    sys.stdout.write(make_index(content(options.article, name), name))
    return 0


def _refuse(why: object, status: int) -> int:
    print(why, file=sys.stderr)
    return status
