"""The bits decide as `truth` does, one condition at a time: answers, stops, points, gaps and notices, with answers still open."""

import random
from collections.abc import Iterable

import pytest

from considerations.engine import Answers, assess, is_asked
from considerations.engine.assessment import some, truth
from considerations.engine.bits import Table
from considerations.engine.items import every_way, items, state
from considerations.loading.loader import load
from considerations.pack import Pack
from considerations.pack.conditions import Condition
from tests.bench.packs import generated
from tests.conftest import RULES
from tests.random_packs import partial, random_pack


def defined_answers(pack: Pack, raw: dict[str, str]) -> Answers:
    answers: dict[str, str | None] = {}
    for question in pack.questions:
        asked = is_asked(question, answers)
        if asked is False:
            answers[question.question] = None
        elif asked and raw.get(question.question) in [option.option for option in question.options]:
            answers[question.question] = raw[question.question]
    return answers


def defined_stop(pack: Pack, answers: Answers) -> str | None:
    for stop in pack.stops.stops:
        lifted = stop.until is not None and truth(stop.until, answers) is True
        if truth(stop.when, answers) is True and not lifted:
            return stop.stop
    return None


def compare(pack: Pack, answer_sets: Iterable[dict[str, str]]) -> None:
    for raw in answer_sets:
        found, answers = assess(pack, raw), defined_answers(pack, raw)
        assert found.answers == answers
        assert (found.stop.stop if found.stop else None) == defined_stop(pack, answers)
        for item in items(pack) if not found.stop else ():
            assert state(item, found) is some(truth(way.when, answers) for way in every_way(item, pack)), (item, raw)


def at_random(pack: Pack, number: int) -> Iterable[dict[str, str]]:
    """Answers with few, many or all questions answered, some of them with an option that the question does not have."""
    rnd = random.Random(3)
    for _ in range(number):
        share = rnd.choice([0.2, 0.8, 1])
        answered = [question for question in pack.questions if rnd.random() < share]
        yield {q.question: rnd.choice([*(o.option for o in q.options), "no-such-option"]) for q in answered}


@pytest.mark.parametrize("seed", range(60))
def test_the_bits_agree_with_the_definition_on_random_packs(seed: int) -> None:
    pack = random_pack(seed)
    answer_sets = list(partial(pack))

    compare(pack, random.Random(seed).sample(answer_sets, min(100, len(answer_sets))))
    compare(pack, at_random(pack, 20))


@pytest.mark.parametrize("pack", [load(RULES / "ketamine-ssri"), generated(14, 40)], ids=["shipped", "generated"])
def test_the_bits_agree_with_the_definition_on_larger_packs(pack: Pack) -> None:
    compare(pack, at_random(pack, 200))


def test_random_packs_have_what_could_go_wrong() -> None:
    packs = [random_pack(seed) for seed in range(60)]
    asked = [question.ask_when for pack in packs for question in pack.questions if question.ask_when]
    ways = [way.when for pack in packs for item in items(pack) for way in every_way(item, pack)]

    def deep(condition: Condition) -> bool:
        return any(part.any or part.all for part in (*(condition.any or ()), *(condition.all or ())))

    assert any(when.any for when in asked)
    assert any(when.all for when in asked)
    assert any(map(deep, ways))


def test_a_changed_copy_of_a_pack_has_its_own_table(falls: Pack) -> None:
    assess(falls, {})
    without = falls.model_copy(update={"points": falls.points[1:]})

    assert without.once(Table) is not falls.once(Table)
    assert list(assess(without, {}).verdicts) == [point.point for point in falls.points[1:]]
