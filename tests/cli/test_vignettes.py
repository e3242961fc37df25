"""The vignettes are compared with the rules, and rewritten where they differ, and nowhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.cli import vignettes
from considerations.cli.commands import main
from considerations.loading.loader import load
from considerations.proof.vignettes import differences
from tests.conftest import FALLS, RULES

CASES = """\
# Cases, in an order of our own.
- vignette: Fell, lives alone, nobody looked at the rugs
  answers: {fell: yes, up-again: yes, alone: yes, rugs: not-assessed} # as told
  highlights:
    # The first two.
    - call-for-help
    - company
  gaps: [bones, stairs]

  # Nothing else.
- vignette: Fell, the rest is open
  answers:
    fell: yes
    up-again: yes
  highlights: [company]
  needs_answer: [call-for-help, rugs-slide]

- {vignette: On the floor, answers: {fell: yes, up-again: no}, highlights: [company]}
"""
UPDATED = """\
# Cases, in an order of our own.
- vignette: Fell, lives alone, nobody looked at the rugs
  answers: {fell: yes, up-again: yes, alone: yes, rugs: not-assessed} # as told
  highlights: [call-for-help, rugs-slide]
  gaps: [bones, stairs]
  notices: [alone-after-a-fall]

  # Nothing else.
- vignette: Fell, the rest is open
  answers:
    fell: yes
    up-again: yes
  needs_answer: [call-for-help, rugs-slide]
  gaps: [bones]

- {vignette: On the floor, answers: {fell: yes, up-again: no}, stops: on-the-floor}
"""
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(pack_copy: Callable[..., Path]) -> Path:
    copy = pack_copy(FALLS)
    (copy / "vignettes.yaml").write_text(CASES)
    return copy


def test_check_names_each_case_that_the_rules_contradict(folder: Path, capsys: Printed) -> None:
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len([line for line in told if "is not what the rules show" in line]) == 6
    assert told[1].startswith(
        "falls/vignettes.yaml:6:5: 'highlights' of “Fell, lives alone, nobody looked at the rugs” is not what the rules show: "
        "add rugs-slide; remove company; once all else is done and the rules are right, 'considerations vignettes "
    )


def test_vignettes_are_rewritten_where_they_are_wrong_and_nowhere_else(folder: Path, capsys: Printed) -> None:
    assert main(["vignettes", str(folder), "--update"]) == 0
    assert (folder / "vignettes.yaml").read_text() == UPDATED
    assert capsys.readouterr().out == "3 vignettes rewritten; read what they expect now\n"
    assert main(["vignettes", str(folder)]) == 0
    assert main(["vignettes", str(folder), "--update"]) == 0
    assert (folder / "vignettes.yaml").read_text() == UPDATED


def test_cases_of_the_real_pack_hold_again_after_a_rule_has_changed(pack_copy: Callable[..., Path]) -> None:
    folder = pack_copy(RULES / "ketamine-ssri")
    for stop in ("when: {urgency: emergency}", "when: {urgency: within-days}"):
        stops = (RULES / "ketamine-ssri" / "stops.yaml").read_text()
        (folder / "stops.yaml").write_text(stops.replace("when: {urgency: emergency}", stop))
        vignettes.update(folder, load(folder))
        assert list(differences(load(folder))) == []
