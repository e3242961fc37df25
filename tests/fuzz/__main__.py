"""
Break packs on purpose, many times: `python -m tests.fuzz [INPUTS] [FIRST]`.

Every input is the seed of a copy of a pack, spoiled. Prints what became of them, the longest and the largest, and every
fault with the seed that shows it again.
"""

import resource
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.conftest import FALLS, RULES
from tests.fuzz.judge import judge
from tests.fuzz.mutate import spoiled

MOST_SECONDS = 2
MOST_MB = 200


def _hangs(*_: object) -> None:
    raise TimeoutError("it hangs")


def main(inputs: int, first: int) -> int:
    """Judge the inputs and print a table."""
    signal.signal(signal.SIGALRM, _hangs)
    became: Counter[str] = Counter()
    faults: list[str] = []
    longest, longest_seed, began = 0.0, first, _peak()
    for seed in range(first, first + inputs):
        with TemporaryDirectory() as under:
            # One in twenty is of the pack that ships, which takes longer.
            rnd = Random(seed)
            copy = spoiled(FALLS if seed % 20 else RULES / "ketamine-ssri", Path(under), rnd)
            started, before = time.process_time(), _peak()
            signal.alarm(30)
            try:
                became[judge(copy, rnd)] += 1
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                faults.append(f"{seed}: {type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {error}")
            signal.alarm(0)
            spent, grown = time.process_time() - started, _peak() - before
            if spent > MOST_SECONDS or grown > MOST_MB:
                faults.append(f"{seed}: {spent:.1f} s, {grown:.0f} MB more")
            if spent > longest:
                longest, longest_seed = spent, seed
    print("\n".join(faults))
    print(f"{inputs} inputs from {first}: {dict(became)}, {len(faults)} faults of ours")
    print(f"longest {longest:.2f} s of processor time ({longest_seed}), {_peak() - began:.0f} MB more in the whole run")
    return int(bool(faults))


def _peak() -> float:
    """Give the most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    inputs, first = [*map(int, sys.argv[1:3]), *[10_000, 0][len(sys.argv) - 1 :]]
    sys.exit(main(inputs, first))
