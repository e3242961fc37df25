"""
How long the proofs take, as the pack grows: `python -m tests.bench.proofs`.

Each row is one run in this process; the ratio is to the first row of the same run, for machines differ.
"""

import random
import time
from typing import Any

from considerations.annex import Highlight
from considerations.conditions import Condition
from considerations.difference import difference
from considerations.load import load, load_with_places
from considerations.pack import Option, Pack, Question
from considerations.verify import prove
from tests.conftest import FALLS, RULES


def generated(questions: int, points: int, seed: int = 1) -> Pack:
    """Make a pack with branching; each rule ties a few questions that stand near each other together."""
    rnd, base = random.Random(seed), load(FALLS)
    template = base.steps[0].questions[0]
    asked: list[Question] = []
    for number in range(questions):
        options = tuple(Option(option=f"o{nth}", label=f"O{nth}") for nth in range(rnd.randint(3, 5)))
        when = _condition(rnd, asked[-4:], 1) if asked and rnd.random() < 0.3 else None
        new: dict[str, Any] = {"question": f"q{number}", "options": options, "ask_when": when, "neutral": ()}
        asked.append(template.model_copy(update=new))
    made = []
    for number in range(points):
        near = asked[max(0, (at := rnd.randrange(questions)) - 5) : at + 1]
        ways = tuple(Highlight(when=_condition(rnd, near, rnd.randint(1, 3))) for _ in range(rnd.choice([1, 1, 2])))
        made.append(base.points[0].model_copy(update={"point": f"p{number}", "highlight": ways}))
    return base.model_copy(
        update={
            "about": base.about.model_copy(update={"promises": ()}),
            "steps": (base.steps[0].model_copy(update={"questions": tuple(asked)}),),
            "points": tuple(made),
            "stops": base.stops.model_copy(update={"stops": ()}),
            "silences": base.silences.model_copy(update={"silences": ()}),
        }
    )


def _condition(rnd: random.Random, near: list[Question], size: int) -> Condition:
    chosen = rnd.sample(near, min(size, len(near)))
    options = {
        q.question: rnd.sample([o.option for o in q.options], rnd.randint(1, len(q.options) - 1)) for q in chosen
    }
    return Condition.model_validate(options)


def main() -> None:
    """Print a table."""
    whole, files = load_with_places(RULES / "ketamine-ssri")
    packs = {"ketamine-ssri": whole, "14 questions, 40 points": generated(14, 40)}
    packs |= {"50 questions, 400 points": generated(50, 400), "100 questions, 1200 points": generated(100, 1200)}
    print(f"{'pack':28} {'answer sets':>14} {'prove, s':>9} {'ratio':>6} {'diff, s':>8} {'ratio':>6}")
    first: tuple[float, float] | None = None
    for name, pack in packs.items():
        began = time.perf_counter()
        proof = prove(pack, files)
        proved = time.perf_counter() - began
        fewer = pack.model_copy(update={"points": (*pack.points[1:-1], pack.points[0])})
        began = time.perf_counter()
        difference(pack, fewer)
        compared = time.perf_counter() - began
        first = first or (proved, compared)
        row = f"{name:28} {proof.answer_sets:14.3g} {proved:9.2f} {proved / first[0]:6.1f}"
        print(f"{row} {compared:8.2f} {compared / first[1]:6.1f}")


if __name__ == "__main__":
    main()
