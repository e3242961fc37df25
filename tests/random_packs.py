"""Small random questionnaires with branching, and what brute force finds in them."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from considerations.engine import assess, is_asked
from considerations.loading.loader import load
from considerations.pack import Pack, Question
from considerations.pack.conditions import Condition
from tests.conftest import FALLS

Given = dict[str, str | None]
BASE = load(FALLS)


def condition(rnd: random.Random, questions: list[Question], depth: int = 2) -> dict[str, Any]:
    """Any condition on these questions."""
    made: dict[str, Any] = {}
    for question in rnd.sample(questions, min(len(questions), rnd.choice([1, 1, 2]))):
        options = [option.option for option in question.options]
        made[question.question] = rnd.sample(options, rnd.randint(1, len(options) - 1))
    if depth and rnd.random() < 0.4:
        made[rnd.choice(["any", "all"])] = [condition(rnd, questions, depth - 1) for _ in range(rnd.randint(1, 2))]
    return made


def random_pack(seed: int) -> Pack:
    """Five questions, some asked only after others; one to three stops, five points, three gaps, two notices."""
    rnd = random.Random(seed)
    template = BASE.steps[0].questions[0]
    asked: list[Question] = []
    for number in range(5):
        options = {f"o{nth}": {"label": f"O{nth}"} for nth in range(rnd.randint(2, 3))}
        made: dict[str, Any] = {
            **template.model_dump(),
            "question": f"q{number}",
            "short": f"Q{number}",
            "options": options,
        }
        if asked and rnd.random() < 0.5:
            made["ask_when"] = condition(rnd, asked, 1)
        asked.append(Question.model_validate(made))

    def ways(most: int) -> list[dict[str, Any]]:
        return [{"when": condition(rnd, asked)} for _ in range(rnd.randint(1, most))]

    stops = []
    for number in range(rnd.randint(1, 3)):
        until = condition(rnd, asked, 0) if rnd.random() < 0.5 else None
        made = {"stop": f"stop{number}", "when": condition(rnd, asked, 1), "until": until}
        stops.append(type(BASE.stops.stops[0]).model_validate(BASE.stops.stops[0].model_dump() | made))
    points = [
        BASE.points[0].model_dump() | {"point": f"p{n}", "theme": rnd.choice(["home", "help"]), "highlight": ways(2)}
        for n in range(5)
    ]
    gaps = [
        BASE.gaps.gaps[0].model_dump()
        | {
            "gap": f"s{n}",
            "relevant": ways(1),
            "with_themes": rnd.choice([[], ["home"]]),
            "with_points": rnd.choice([[], ["p1"]]),
        }
        for n in range(3)
    ]
    notices = [BASE.notices[0].model_dump() | {"notice": f"n{n}", "when": condition(rnd, asked)} for n in range(2)]
    return BASE.model_copy(
        update={
            "notices": tuple(map(type(BASE.notices[0]).model_validate, notices)),
            "steps": (BASE.steps[0].model_copy(update={"questions": tuple(asked)}),),
            "points": tuple(type(BASE.points[0]).model_validate(point) for point in points),
            "stops": BASE.stops.model_copy(update={"stops": tuple(stops)}),
            "gaps": type(BASE.gaps).model_validate({"groups": {"house": "House"}, "gaps": gaps}),
        }
    )


def reachable(pack: Pack) -> Iterator[dict[str, str]]:
    """Every answer set, found by walking the questions with the plain engine."""

    def walk(given: dict[str, str], left: tuple[Question, ...]) -> Iterator[dict[str, str]]:
        if not left:
            yield given
            return
        if is_asked(left[0], assess(pack, given).answers):
            for option in left[0].options:
                yield from walk({**given, left[0].question: option.option}, left[1:])
        else:
            yield from walk(given, left[1:])

    return walk({}, pack.questions)


def partial(pack: Pack) -> Iterator[dict[str, str]]:
    """Every partial answer set, the complete ones among them."""

    def walk(given: dict[str, str], left: tuple[Question, ...]) -> Iterator[dict[str, str]]:
        if not left:
            yield given
            return
        yield from walk(given, left[1:])
        if is_asked(left[0], assess(pack, given).answers):
            for option in left[0].options:
                yield from walk({**given, left[0].question: option.option}, left[1:])

    return walk({}, pack.questions)


def full(pack: Pack, given: Mapping[str, str]) -> Given:
    """An answer set with *not asked* spelt out."""
    return {question.question: given.get(question.question) for question in pack.questions}


def changed_pack(pack: Pack, seed: int) -> Pack:
    """The same pack with a way more, a point gone, an option more and a question more."""
    rnd = random.Random(seed)
    questions = list(pack.questions)
    way = type(pack.points[0].highlight[0])(when=Condition.model_validate(condition(rnd, questions)))
    points = [pack.points[0].model_copy(update={"highlight": (way,)}), *pack.points[2:]]
    last = questions[-1]
    option = type(last.options[0])(option="new", label="New")
    questions[-1] = last.model_copy(update={"options": (*last.options, option)})
    extra = questions[0].model_copy(update={"question": "extra", "ask_when": None})
    if rnd.random() < 0.5:
        after = questions[0].question, questions[0].options[0].option
        extra = extra.model_copy(update={"ask_when": Condition.model_validate({after[0]: after[1]})})
    questions.insert(1, extra)
    step = pack.steps[0].model_copy(update={"questions": tuple(questions)})
    return pack.model_copy(update={"steps": (step,), "points": tuple(points)})
