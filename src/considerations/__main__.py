"""
The author's commands: `python -m considerations …`.

Exit status: 0 done, 1 a pack has faults, 2 the call or its input is wrong.
"""

import argparse
import os
import sys
from pathlib import Path

from considerations import accounts, article, language
from considerations.given import UnusableAnswers, read_answers
from considerations.load import BrokenPack, folders, load, load_with_places
from considerations.places import Unreadable, content
from considerations.render import html, text
from considerations.summary import counted, summarise

RENDERERS: dict[str, html.Render] = {"html": html.render, "text": text.render}


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(argv)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPack as broken:
        return _refuse(broken, 1)
    except (UnusableAnswers, Unreadable) as unusable:
        return _refuse(unusable, 2)
    except OSError as error:
        # Whoever read the output has gone, or the disk is full; nothing more can be written there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _refuse(f"the output cannot be written: {error.strerror}", 2)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m considerations", description="Work with packs from the shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    summary = commands.add_parser("summary", help="print the summary of a file of answers")
    summary.add_argument("pack", type=_path, help="the pack's folder, such as rules/PACK")
    summary.add_argument("answers", type=_path, help="a JSON object: question id → option id")
    summary.add_argument("--to", choices=sorted(RENDERERS), default="text", help="the form (default: text)")
    summary.set_defaults(run=_summary)
    index = commands.add_parser("index", help="print the addresses and digests of an article's sentences")
    index.add_argument("article", type=_path, help="the article as plain text")
    index.set_defaults(run=_index)
    check = commands.add_parser("check", help="load packs, account for every sentence, look over every word")
    check.add_argument("packs", type=_path, nargs="*", help="packs' folders (default: all in ./rules)")
    check.add_argument("--article", type=_path, help="the article's text, to hold index and silences against")
    check.set_defaults(run=_check)
    return parser


def _path(text: str) -> Path:
    if "\0" in text:
        raise argparse.ArgumentTypeError("a path holds no NUL")
    return Path(text)


def _summary(options: argparse.Namespace) -> int:
    pack = load(options.pack.resolve())
    sys.stdout.write(RENDERERS[options.to](summarise(pack, read_answers(options.answers, pack))))
    return 0


def _index(options: argparse.Namespace) -> int:
    sys.stdout.write(article.index(content(options.article, str(options.article))))
    return 0


def _check(options: argparse.Namespace) -> int:
    chosen = options.packs or folders(Path("rules"))
    if not chosen:
        return _refuse("no packs here: name their folders, or run this where ./rules is", 2)
    wrong = 0
    for folder in chosen:
        try:
            pack, files = load_with_places(folder.resolve())
        except BrokenPack as broken:
            wrong += _refuse(broken, 1)
            continue
        faults = [fault for placed in files.values() for fault in language.faults(placed)]
        if options.article:
            faults += accounts.against(pack, files, content(options.article, str(options.article)))
        if faults:
            wrong += _refuse(BrokenPack(faults), 1)
            continue
        print(
            f"{pack.about.pack} {pack.about.version}: {counted(len(pack.points), 'point')}, "
            f"{counted(len(pack.silences.silences), 'silence')} and {counted(len(pack.evidence.references), 'reference')} "
            f"load; each of {counted(len(pack.index), 'sentence')} is cited or set aside; no word directs or overstates."
        )
    return min(wrong, 1)


def _refuse(why: object, status: int) -> int:
    print(why, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
