"""Addresses, versions, texts and tags that read otherwise than they work: how many of them a pack or an answer may hold."""

import json
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from considerations.cli.answer_file import UnusableAnswers, read_answers
from considerations.explain.summary import summarise
from considerations.fhir import resources
from considerations.loading.loader import BrokenPack, load
from tests.conftest import FALLS

ADDRESSES = [
    "https://who.int@example.org/",
    "https://ex\u0430mple.org/",
    "https://a.org\\\\@b.org",
    "https://a.org/\\u202eb",
]
VERSIONS = ["../../1", "1/2", "1.", "1:2", "1 of 2"]
TEXTS = ["a\\ufdd0b", "a\\U0001ffffb", "a\\ue000b", "a" + "\\u0301" * 500]
EDITS = [("stops.yaml", "(?m)url: [^}\n]*", f'url: "{address}"') for address in ADDRESSES]
EDITS += [("pack.yaml", "(?m)^version: .*", f'version: "{version}"') for version in VERSIONS]
EDITS += [("pack.yaml", "(?m)^maintainers: .*", f'maintainers: "{text}"') for text in TEXTS]


def _loads(file: str, pattern: str, text: str) -> bool:
    with TemporaryDirectory() as under:
        copy = Path(shutil.copytree(FALLS, Path(under) / "falls"))
        (copy / file).write_text(re.sub(pattern, lambda _: text, (copy / file).read_text(), count=1))
        if text.startswith("version"):
            changes = (copy / "CHANGES.md").read_text().replace("## 1.2.0", f"## {text[10:-1]}")
            (copy / "CHANGES.md").write_text(changes)
        try:
            load(copy)
        except BrokenPack:
            return False
        return True


def _read(second: str) -> bool:
    """Say whether a response is read that has two digests."""
    pack = load(FALLS)
    resource = json.loads(resources.response(summarise(pack, {"fell": "no"})))
    resource["meta"]["tag"].append({"system": "urn:considerations:sha256", "code": second})
    with TemporaryDirectory() as under:
        file = Path(under) / "response.json"
        file.write_text(json.dumps(resource))
        try:
            read_answers(file, pack)
        except UnusableAnswers:
            return False
        return True


def main() -> int:
    """Print what became of each, and give how many were taken."""
    tried = {f"{file}: {text[:50]}": _loads(file, pattern, text) for file, pattern, text in EDITS}
    tried["two digests"] = _read("0" * 64)
    for what, taken in tried.items():
        print(f"{'TAKEN' if taken else 'refused'}  {what.encode('ascii', 'backslashreplace').decode()}")
    print(f"{sum(tried.values())} of {len(tried)} were taken")
    return sum(tried.values())


if __name__ == "__main__":
    sys.exit(bool(main()))
