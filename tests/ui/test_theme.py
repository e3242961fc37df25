"""The theme passes WCAG AA: text 4.5 to 1, and lines of widgets 3 to 1, in light and dark."""

import re
import tomllib

import pytest

from considerations.render.stylesheet import BOOK
from considerations.ui.buttons import BUTTONS
from considerations.ui.style import CSS
from tests.conftest import ROOT

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: 1 for equal colours, 21 for black on white."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_lines_stand_out(mode: str) -> None:
    colours = THEME[mode]
    for ground in (colours["backgroundColor"], colours["secondaryBackgroundColor"]):
        assert contrast(colours["textColor"], ground) >= 7
        assert contrast(colours["linkColor"], ground) >= 4.5
    assert contrast(colours["borderColor"], colours["backgroundColor"]) >= 3
    assert contrast(colours["primaryColor"], colours["backgroundColor"]) >= 3
    assert contrast("#ffffff", colours["primaryColor"]) >= 4.5


def test_a_browser_without_light_dark_has_a_plain_colour_before_it() -> None:
    rules = re.findall(r"\{([^{}]*)\}", BOOK + BUTTONS + CSS)
    later = [rule for rule in rules if "light-dark(" in rule]

    assert later
    for rule in later:
        declared = [part.split(":", 1) for part in rule.split(";") if ":" in part]
        plain = {name.strip() for name, value in declared if "light-dark(" not in value}
        assert {name.strip() for name, value in declared if "light-dark(" in value} <= plain
