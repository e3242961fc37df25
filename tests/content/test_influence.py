"""The report on how often an answer changes what is shown, held against brute force."""

import shutil
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from considerations.engine import Assessment, assess
from considerations.pack import Pack
from tests.conftest import FALLS
from tests.influence import KINDS, influence, main
from tests.random_packs import random_pack


def shown(found: Assessment) -> dict[str, frozenset[str]]:
    def up(states: Mapping[str, bool | None]) -> frozenset[str]:
        return frozenset(name for name, state in states.items() if state)

    stop = frozenset([found.stop.stop] if found.stop else [])
    return dict(zip(KINDS, (up(found.verdicts), up(found.gaps), up(found.notices), stop), strict=True))


def by_brute_force(pack: Pack, by: str, option: str, name: str) -> dict[str, float] | None:
    """Of all assignments to the other questions, the share in which two options of this one show something else, by kind."""
    options = {q.question: [o.option for o in q.options] for q in pack.questions if q.question != name}
    changed: list[list[bool]] = []
    for given in product(*options.values()):
        others = dict(zip(options, given, strict=True))
        each = [assess(pack, {**others, name: o.option}) for o in pack.question(name).options]
        if others[by] == option and all(one.answers[name] and one.answers[by] for one in each):
            sets = [shown(one) for one in each]
            live = [one for one in sets if not one["stop"]]
            changed.append([len({one[kind] for one in (sets if kind == "stop" else live)}) > 1 for kind in KINDS])
    if not changed:
        return None
    return {kind: sum(one[nth] for one in changed) / len(changed) for nth, kind in enumerate(KINDS)}


@pytest.mark.parametrize("seed", [None, *range(10)])
def test_shares_are_those_of_brute_force(falls: Pack, seed: int | None) -> None:
    pack = falls if seed is None else random_pack(seed)
    by = pack.questions[0].question
    found = {(option, name): shares for option, name, shares in influence(pack, by)}

    for option in pack.question(by).options:
        for name in [question.question for question in pack.questions[1:]]:
            expected = by_brute_force(pack, by, option.option, name)
            assert found.get((option.option, name)) == (pytest.approx(expected) if expected else None)


def test_it_prints_a_table_for_each_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FALLS), "--by", "fell"]) == 0

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in lines if line[1:] == list(KINDS)] == ["yes", "no", "unsure"]
    assert ["alone", "50.0", "%", "0.0", "%", "50.0", "%", "50.0", "%"] in lines
    assert not any("idle" in line for line in lines)


def test_a_question_that_changes_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = Path(shutil.copytree(FALLS, tmp_path / "falls"))
    points = (copy / "points.yaml").read_text().replace("{rugs: yes, all: [{fell: unsure}]}", "{fell: unsure}")
    points = points.replace("rugs: yes", "alone: yes").replace("fell: yes, rugs: not-assessed", "fell: yes")
    (copy / "points.yaml").write_text(points)

    assert main([str(copy)]) == 1
    assert capsys.readouterr().out.endswith("rugs is idle: it never changes anything.\n")
