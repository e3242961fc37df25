"""The commands for an author's own work in a pack's folder: `new`, `schema`, `vignettes` and `workbench`."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from considerations.cli import schema, vignettes
from considerations.cli.new import KINDS, new_entry, new_pack
from considerations.cli.serve import workbench
from considerations.loading.faults import Placed
from considerations.loading.loader import load_with_places
from considerations.pack import Pack
from considerations.pack.terms import counted
from considerations.proof.verify import attempt
from considerations.proof.vignettes import faults


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", path: Callable[[str], Path]) -> None:
    """Add these commands; `path` turns a word into a path or refuses it."""
    making = commands.add_parser("new", help="write a new pack, or a new entry at the end of its list in a pack")
    making.add_argument("kind", choices=("pack", *KINDS), help="what to write")
    making.add_argument("pack", type=path, help="the pack's folder, such as rules/PACK")
    making.add_argument("--article", type=path, help="the article as plain text, for a new pack")
    making.add_argument("--step", help="the step for a new question (default: the last)")
    making.add_argument(
        "--cites", metavar="ADDRESS", help="the sentence for a new point (default: the first without one)"
    )
    making.set_defaults(run=_new)

    completing = commands.add_parser("schema", help="write JSON Schemas with a pack's own ids, for an editor")
    completing.add_argument("pack", type=path, help="the pack's folder")
    completing.set_defaults(run=_schema)

    holding = commands.add_parser("vignettes", help="compare the vignettes with what the rules show")
    holding.add_argument("pack", type=path, help="the pack's folder")
    holding.add_argument("--update", action="store_true", help="rewrite what they expect, to be read with git diff")
    holding.set_defaults(run=_vignettes)

    opening = commands.add_parser(
        "workbench", help="show at each save, on a page for this machine alone, what it changes"
    )
    opening.add_argument("pack", type=path, help="the pack's folder; it may have faults")
    opening.add_argument(
        "--port", type=int, choices=range(1024, 65536), default=8502, metavar="N", help="default: 8502"
    )
    opening.set_defaults(run=lambda options: workbench(options.pack, options.port))


def _new(options: argparse.Namespace) -> int:
    if (options.kind == "pack") != bool(options.article):
        print(
            "a new pack, and nothing else, is made from an article: new pack rules/PACK --article FILE", file=sys.stderr
        )
        return 2
    if options.kind == "pack":
        new_pack(options.pack, options.article)
        print(f"{options.pack} is a draft that loads; fill in what is marked TO DO, and let check list the rest")
    else:
        file, name, place = new_entry(options.kind, options.pack.resolve(), step=options.step, cites=options.cites)
        print(f"{file}: {options.kind} '{name}' is at the end of its list{place}")
        print("fill in what is marked TO DO, then run check")
    return 0


def _schema(options: argparse.Namespace) -> int:
    changed = schema.write(options.pack.resolve())
    print(
        f"{options.pack / schema.FOLDER} is written; {counted(len(changed), 'file')} changed, to name its schema in the first line"
    )
    return 0


def _update(folder: Path, pack: Pack, files: Mapping[str, Placed]) -> int:
    from considerations.loading.git_revision import committed

    changed = vignettes.update(folder, pack)
    read = "git diff shows what changed" if committed(folder) else "read what they expect now"
    print(f"{counted(len(changed), 'vignette')} rewritten" + (f"; {read}" if changed else ", as each is right"))
    proof = attempt(pack, files) if changed else None
    for fault in proof.faults if proof else ():
        print(f"{fault} (so the vignettes may now expect what is wrong)", file=sys.stderr)
    return int(bool(proof and proof.faults))


def _vignettes(options: argparse.Namespace) -> int:
    folder = options.pack.resolve()
    pack, files = load_with_places(folder, outdated_cases=options.update)
    if options.update:
        return _update(folder, pack, files)
    wrong = list(faults(pack, files))
    for fault in wrong:
        print(fault, file=sys.stderr)
    print(f"{counted(len(pack.vignettes), 'vignette')} compared")
    return int(bool(wrong))
