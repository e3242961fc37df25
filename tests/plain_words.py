"""
How easily our words read: `python -m tests.plain_words [rules/PACK]` prints Flesch reading ease, longest sentences first.

The measure is a smoke alarm, not the goal. References, names and quotations are left out.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from textstat import textstat

from considerations.loading.loader import load_with_places
from considerations.loading.wording_check import sentences, texts
from considerations.pack import terms, words
from tests.conftest import ROOT, RULES

LONGEST = 5


def screen() -> Iterator[tuple[str, list[str]]]:
    """Yield our own words, page by page: a short comment at the margin heads each page."""
    for path in [Path(terms.__file__), *sorted(Path(words.__file__).parent.glob("[a-z]*.py"))]:
        parts = re.split(r"^# ([A-Z][^.;\n]{2,40})$", path.read_text("utf-8"), flags=re.MULTILINE)
        for title, code in zip(["", *parts[1::2]], parts[::2], strict=True):
            if written := _written(code):
                yield f"{path.stem}: {title}".rstrip(": "), written


def pack(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of a pack, file by file."""
    _, files = load_with_places(folder)
    for name, placed in files.items():
        yield f"{name}.yaml", [text for _, text in texts(placed.data, ())]


def ease(written: list[str]) -> float:
    """
    Return the Flesch reading ease of texts: 100 is very easy, 0 very hard.

    >>> ease(["The cat sat on the mat."]) > 100
    True
    """
    ended = [text if text.rstrip('”’")')[-1:] in (".", "?", "!") else f"{text}." for text in written]
    score: float = textstat.flesch_reading_ease(" ".join(ended))
    return score


def longest(written: list[str]) -> list[str]:
    """Return the longest sentences of texts, longest first."""
    return sorted((one for text in written for one in sentences(text)), key=lambda one: -len(one.split()))


def _written(code: str) -> list[str]:
    """Return the texts of a piece of code that are sentences or labels, without the names in braces and without docstrings."""
    code = re.sub(r'""".*?"""', "", code, flags=re.DOTALL)
    joined = re.sub(r'"\s*\n\s*"', "", code)
    return [re.sub(r"\{(\w*)\}", r"\1", text) for text in re.findall(r'"([^"\n]*[A-Za-z]{2}[^"\n]*)"', joined)]


def main() -> None:
    """Print each part, then the longest sentences of all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RULES / "ketamine-ssri"
    for name, parts in (
        ("Screen and paper", [*screen()]),
        (folder.resolve().relative_to(ROOT).as_posix(), [*pack(folder)]),
    ):
        everything = [text for _, written in parts for text in written]
        print(f"{name}: {ease(everything):.0f}")
        for part, written in parts:
            print(f"  {part}: {ease(written):.0f}")
        for sentence in longest(everything)[:LONGEST]:
            print(f"  {len(sentence.split())} words: {sentence}")


if __name__ == "__main__":
    main()
