"""Part f: the PDF and the print page, the first in a process and every further one."""

import subprocess
import sys
from collections.abc import Iterator

from considerations.explain.summary import summarise
from considerations.render.paper import html, pdf
from tests.bench.packs import shipped
from tests.bench.timing import Row, alternately, middle

COLD = ("html", "pdf")
_FIRST = """
import sys, time
from importlib import import_module
from considerations.explain.summary import summarise
from tests.bench.packs import shipped
pack = shipped()
document = summarise(pack, max(pack.vignettes, key=lambda case: len(case.answers)).answers)
# Reasons are worked out where they are first read, and the app has read them long before it prints.
assert all(each.why for each in document.considerations)
began = time.process_time()
import_module(f"considerations.render.paper.{sys.argv[1]}").render(document)
print(time.process_time() - began)
"""


def rows() -> Iterator[Row]:
    """Time both."""
    pack = shipped()
    answers = max(pack.vignettes, key=lambda case: len(case.answers)).answers
    # A new summary each time, for what it says is derived as it is read.
    warm = alternately(
        {
            "html": lambda: html.render(summarise(pack, answers)),
            "pdf": lambda: pdf.render(summarise(pack, answers)),
        }
    )
    cold = {kind: [_first(kind) for _ in range(3)] for kind in COLD}
    for kind, name in (("html", "print page"), ("pdf", "PDF")):
        for when, took in (("first in a process", cold), ("every further one", warm)):
            yield Row(f"{name}, {when}", middle(took[kind]))


def _first(kind: str) -> float:
    done = subprocess.run([sys.executable, "-c", _FIRST, kind], capture_output=True, text=True, check=True)
    return float(done.stdout)
