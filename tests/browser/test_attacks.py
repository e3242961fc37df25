"""Every attack that once succeeded is held: `tests/attack` has each one with its figure."""

from types import ModuleType

import pytest
from playwright.sync_api import Browser

from tests.attack import (
    covered_stop,
    damaged,
    double_click,
    history,
    many_questions,
    other_inert,
    sleeping,
    staying,
    translated,
)

ATTACKS = [
    covered_stop,
    damaged,
    double_click,
    history,
    many_questions,
    other_inert,
    sleeping,
    staying,
    translated,
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__.rpartition(".")[2])
def test_the_attack_comes_to_nothing(browser: Browser, address: str, attack: ModuleType) -> None:
    assert attack.count(browser, address) == 0, attack.SAID
