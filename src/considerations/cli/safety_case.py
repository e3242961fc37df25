"""Print the clinical safety case of a pack, with the results of a test run."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from considerations.cli.output import write
from considerations.loading.loader import load_with_places
from considerations.proof.verify import attempt


def add(commands: Any, path: Callable[[str], Path]) -> None:
    """Add the command to a parser's commands."""
    making = commands.add_parser("safety-case", help="print the clinical safety case, from the hazards and a test run")
    making.add_argument("pack", type=path, help="the pack's folder")
    making.add_argument("--to", choices=("html", "pdf"), default="html", help="the form (default: html)")
    making.add_argument("--tests", type=path, metavar="JUNIT.xml", required=True, help="what pytest --junit-xml wrote")
    making.set_defaults(run=_safety_case)


def _safety_case(options: argparse.Namespace) -> int:
    from considerations.loading.junit import read
    from considerations.render.paper import html, pdf
    from considerations.render.safety_case import safety_case

    run = read(options.tests, str(options.tests))
    pack, files = load_with_places(options.pack.resolve())
    write((html if options.to == "html" else pdf).render(safety_case(pack, attempt(pack, files), run)))
    return 0
