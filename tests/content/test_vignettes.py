"""The packs' own worked examples, compared whole: a point that is not named must not appear."""

import pytest

from considerations.engine import assess
from considerations.loading.loader import folders, load
from considerations.pack import Pack, Vignette
from tests.conftest import FALLS, RULES

PACKS = [load(folder) for folder in [FALLS, *folders(RULES)]]
CASES = [pytest.param(pack, case, id=case.vignette) for pack in PACKS for case in pack.vignettes]


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_highlights_what_it_names_and_nothing_else(pack: Pack, case: Vignette) -> None:
    found = assess(pack, case.answers)

    assert found.stop is None or found.stop.stop == case.stops
    assert case.stops == (found.stop.stop if found.stop else None)
    assert set(case.highlights) == {point.point for point in found.points(True)}
    assert set(case.gaps) == {name for name, front in found.gaps.items() if front}
    assert set(case.notices) == {name for name, shown in found.notices.items() if shown}
    assert set(case.needs_answer) == {point.point for point in found.points(None)}


def test_every_pack_shows_each_stop_and_fifteen_situations(pack: Pack) -> None:
    assert len(pack.vignettes) >= 15
    assert {stop.stop for stop in pack.stops.stops} <= {case.stops for case in pack.vignettes}


def test_every_point_of_a_pack_is_highlighted_by_some_vignette(pack: Pack) -> None:
    shown = {name for case in pack.vignettes for name in case.highlights}

    assert {point.point for point in pack.points} - shown == set()


def test_every_gap_is_brought_forward_by_some_vignette(pack: Pack) -> None:
    shown = {name for case in pack.vignettes for name in case.gaps}

    assert {gap.gap for gap in pack.gaps.gaps} - shown == set()


def test_every_notice_of_a_pack_is_shown_by_some_vignette(pack: Pack) -> None:
    shown = {name for case in pack.vignettes for name in case.notices}

    assert {notice.notice for notice in pack.notices} - shown == set()
