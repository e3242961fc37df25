"""
The author's commands: `python -m considerations …`.

Exit status: 0 done, 1 the pack has faults, 2 the call or its input is wrong.
"""

import argparse
import json
import sys
from pathlib import Path

from considerations.load import BrokenPack, load
from considerations.names import guess
from considerations.pack import Pack
from considerations.render import html, text
from considerations.summary import summarise

RENDERERS: dict[str, html.Render] = {"html": html.render, "text": text.render}


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m considerations", description="Work with packs from the shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("summary", help="print the summary of a file of answers")
    command.add_argument("pack", type=Path, help="the pack's folder, such as rules/PACK")
    command.add_argument("answers", type=Path, help="a JSON object: question id → option id")
    command.add_argument("--to", choices=sorted(RENDERERS), default="text", help="the form (default: text)")
    command.set_defaults(run=_summary)
    options = parser.parse_args(argv)
    try:
        status: int = options.run(options)
    except BrokenPack as broken:
        print(broken, file=sys.stderr)
        return 1
    return status


def _summary(options: argparse.Namespace) -> int:
    pack = load(options.pack.resolve())
    try:
        given = json.loads(options.answers.read_text("utf-8"), object_pairs_hook=_once)
    except (OSError, ValueError, RecursionError) as error:
        why = f"; {error}" if isinstance(error, _TwiceError) else " as JSON"
        return _refuse([f"{options.answers}: this file cannot be read{why}"])
    if not isinstance(given, dict):
        return _refuse([f"{options.answers}: a JSON object is expected, question id → option id"])
    unknown = [fault for asked, option in given.items() for fault in _unknown(pack, asked, option)]
    if unknown:
        return _refuse([f"{options.answers}: {fault}" for fault in unknown])
    sys.stdout.write(RENDERERS[options.to](summarise(pack, given)))
    return 0


class _TwiceError(ValueError):
    """A key that a JSON object gives twice."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    given = dict(pairs)
    if len(given) < len(pairs):
        raise _TwiceError("a question is answered twice")
    return given


def _unknown(pack: Pack, asked: str, option: object) -> list[str]:
    """Name what a pack does not know of an answer."""
    questions = [question.question for question in pack.questions]
    if asked not in questions:
        return [f"'{asked}' is not a question{guess(asked, questions)}"]
    known = [each.option for each in pack.question(asked).options]
    if option not in known:
        return [f"'{option}' is not an option of {asked} ({', '.join(known)}){guess(str(option), known)}"]
    return []


def _refuse(faults: list[str]) -> int:
    print("\n".join(faults), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
