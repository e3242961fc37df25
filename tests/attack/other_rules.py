"""A file of a pack is replaced again and again while the pack is loaded: how often its digest is of other rules."""

import shutil
import sys
import threading
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from considerations.loading.loader import load
from tests.conftest import FALLS

LOADS = 40


def main() -> int:
    """Print and give how many of the loads bear the digest of rules that they do not hold."""
    with TemporaryDirectory() as under:
        copy = Path(shutil.copytree(FALLS, Path(under) / "falls"))
        points = copy / "points.yaml"
        texts = [points.read_text().replace("Which rug", f"Number {nth}, which rug") for nth in range(2)]
        right = []
        for text in texts:
            points.write_text(text)
            right.append(load(copy))
        ended = threading.Event()

        def replace() -> None:
            for text in cycle(texts):
                if ended.is_set():
                    return
                (copy / "next").write_text(text)
                (copy / "next").replace(points)

        replacing = threading.Thread(target=replace)
        replacing.start()
        loaded = [load(copy) for _ in range(LOADS)]
        ended.set()
        replacing.join()
    other = sum(found not in right for found in loaded)
    print(f"{other} of {LOADS} loads bear the digest of other rules")
    return other


if __name__ == "__main__":
    sys.exit(bool(main()))
