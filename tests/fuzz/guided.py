"""
Break packs on purpose, guided by the lines of code that each break reaches: `python -m tests.fuzz.guided -runs=10000`.

Needs `pip install atheris`, which is to be had for Linux and few versions of Python. What it takes are libFuzzer's options;
it stops at the first fault and keeps the input, which given again as an argument shows it again.
"""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["considerations", "yaml"]):
    from considerations.loading import loader  # noqa: F401 -- imported here so that its lines are watched

from tests.conftest import FALLS
from tests.fuzz.judge import judge
from tests.fuzz.mutate import spoiled


class _Guided(Random):
    """Chance that is read from bytes, so that the guide can steer every choice."""

    def __init__(self, choices: bytes) -> None:
        super().__init__(0)
        self._choices = atheris.FuzzedDataProvider(choices)

    def getrandbits(self, k: int, /) -> int:
        return int(self._choices.ConsumeUInt((k + 7) // 8)) % (1 << k)

    def random(self) -> float:
        return self.getrandbits(53) / (1 << 53)


def one(choices: bytes) -> None:
    """Judge the pack that these choices make."""
    rnd = _Guided(choices)
    with TemporaryDirectory() as under:
        judge(spoiled(FALLS, Path(under), rnd), rnd)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
