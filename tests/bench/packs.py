"""The packs that are measured: the one that ships, and generated ones of any size; and answers to them."""

import random
from typing import Any

from considerations.engine import Answers, assess, is_asked
from considerations.loading.loader import load
from considerations.pack import Option, Pack, Question
from considerations.pack.conditions import Condition, Highlight
from tests.conftest import FALLS, RULES

SIZES = ((14, 40), (50, 400), (200, 4000))


def shipped() -> Pack:
    """Load the pack that ships."""
    return load(RULES / "ketamine-ssri")


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
            "about": base.about.model_copy(update={"guarantees": ()}),
            "steps": (base.steps[0].model_copy(update={"questions": tuple(asked)}),),
            "points": tuple(made),
            "stops": base.stops.model_copy(update={"stops": ()}),
            "notices": (),
            "gaps": base.gaps.model_copy(update={"gaps": ()}),
        }
    )


def _condition(rnd: random.Random, near: list[Question], size: int) -> Condition:
    chosen = rnd.sample(near, min(size, len(near)))
    options = {
        q.question: rnd.sample([o.option for o in q.options], rnd.randint(1, len(q.options) - 1)) for q in chosen
    }
    return Condition.model_validate(options)


def answer_sets(pack: Pack, number: int, seed: int = 1) -> list[dict[str, str]]:
    """Answer every question that is asked at random, so many times; without those that bring a stop."""
    rnd, found = random.Random(seed), list[dict[str, str]]()
    while len(found) < number:
        answers: dict[str, str | None] = {}
        for question in pack.questions:
            asked = is_asked(question, answers)
            answers[question.question] = rnd.choice(question.options).option if asked else None
        given = {asked: option for asked, option in answers.items() if option}
        if not assess(pack, given).stop:
            found.append(given)
    return found


def settled(pack: Pack, given: dict[str, str]) -> Answers:
    """Give the answers with what is not asked, as the engines of others are given them."""
    return assess(pack, given).answers
