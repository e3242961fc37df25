"""
What the documents copy from elsewhere, made anew: `python -m tests.documents`.

The point in `README.md` is the pack's; the words in `src/considerations/README.md` are those of `GLOSSARY`.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from considerations.pack.terms import GLOSSARY
from tests.conftest import ROOT, RULES

POINT = "milder-depression"


def with_point(document: str) -> str:
    """Return the document with the pack's entry of `POINT` in its block of YAML."""
    points = (RULES / "ketamine-ssri" / "points.yaml").read_text("utf-8")
    entry = points[points.index(f"- point: {POINT}\n") :].split("\n\n")[0].rstrip()
    return re.sub(r"(?<=^```yaml\n).*?(?=^```$)", lambda _: f"{entry}\n", document, count=1, flags=re.S | re.M)


def with_words(document: str) -> str:
    """Return the document with the glossary as the table under its heading."""
    rows = "".join(f"| {word} | {meaning} |\n" for word, meaning in GLOSSARY.items())
    above, heading, rest = document.partition("\n## Words\n\n| word | meaning |\n|---|---|\n")
    below = re.sub(r"^([|].*\n)*", "", rest)
    return f"{above}{heading}{rows}{below}"


MADE: Mapping[Path, Callable[[str], str]] = {
    ROOT / "README.md": with_point,
    ROOT / "src" / "considerations" / "README.md": with_words,
}


def main() -> None:
    """Write every document with its copies made anew."""
    for path, anew in MADE.items():
        path.write_text(anew(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
