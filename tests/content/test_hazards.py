"""Every control of a hazard names a test that exists."""

import ast

import pytest

from considerations.loading.loader import folders, load
from considerations.pack import Pack
from tests.conftest import FALLS, ROOT, RULES

PACKS = [load(folder) for folder in [FALLS, *folders(RULES)]]
TESTS = sorted(
    {control.test for pack in PACKS for hazard in pack.hazards for control in hazard.controls if control.test}
)


@pytest.mark.parametrize("test", TESTS)
def test_the_test_of_a_control_exists(test: str) -> None:
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))

    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_twelve_hazards_are_there(pack: Pack) -> None:
    assert len(pack.hazards) >= 12
