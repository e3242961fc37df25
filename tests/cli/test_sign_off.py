"""The review sheet holds everything to judge, and a filled one is added with the digests of what was signed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.cli.commands import main
from considerations.cli.sign_off import sheet
from considerations.engine import assess
from considerations.loading.loader import BrokenPack, load
from considerations.loading.yaml_files import MAX_BYTES
from considerations.pack import Pack
from considerations.pack.reviews import signed_digest
from considerations.pack.standing import changed_parts, standing, to_judge
from tests.conftest import FALLS
from tests.signing import filled, signed

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def copy(pack_copy: Callable[..., Path]) -> Path:
    return signed(pack_copy(FALLS))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_sheet_has_everything_to_judge_once_with_boxes(pack: Pack) -> None:
    lines = sheet(pack).splitlines()
    names = [line.strip().removesuffix(":") for line in lines if line.startswith("  ") and line.endswith(":")]

    assert [name for name in names if not name.startswith("#")] == [name for name, _ in to_judge(pack)]
    assert sum("[ ] agree   [ ] change   [ ] disagree" in line for line in lines) == len(list(to_judge(pack)))
    assert {name.split()[0] for name in names} >= {"point", "interpretation", "gap", "stop"}


def test_an_empty_sheet_is_refused_with_every_place_to_fill_in(tmp_path: Path, capsys: Printed) -> None:
    form = tmp_path / "form.yaml"
    form.write_text(sheet(load(FALLS)), "utf-8")

    assert main(["sign-off", str(FALLS), "--add", str(form)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert "this text is empty" in told[0]
    assert told[-1].endswith("'' is not one of agree, change, disagree")
    assert len(told) == 4 + len(list(to_judge(load(FALLS))))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  gap stairs: agree\n", "", "no verdict on 'gap stairs'; add agree, change or disagree"),
        ("gap stairs:", "gap stair:", "'gap stair' is not part of this pack; did you mean 'gap stairs'?"),
        ('"2026-11-20"', '"2027-01-01"', "'2027-01-01' is in the future; write the day of the review"),
        (
            "role: Ward nurse",
            "role: Ward nurse\nname: A. N.",
            "'name' is not a field here (digest, role, organisation, date",
        ),
    ],
)
def test_a_sheet_with_a_fault_adds_nothing(old: str, new: str, said: str, copy: Path, capsys: Printed) -> None:
    before = (copy / "reviews.yaml").read_text()
    form = copy.parent / "filled.yaml"
    edit(form, old, new)

    assert main(["sign-off", str(copy), "--add", str(form)]) == 2
    assert f": {said}" in capsys.readouterr().err
    assert (copy / "reviews.yaml").read_text() == before


def test_a_sign_off_holds_the_digest_of_the_content(copy: Path) -> None:
    (review,) = load(copy).signed

    assert review.digest == signed_digest(load(copy).parts)
    assert (review.version, review.who) == ("1.2.0", "Ward nurse, Hill clinic")
    assert set(review.verdicts.values()) == {"agree"}


def test_a_second_sign_off_stands_below_the_first(copy: Path) -> None:
    form = copy.parent / "second.yaml"
    form.write_text(filled(copy, "change", role="Pharmacist", date='"2026-11-21"'), "utf-8")

    assert main(["sign-off", str(copy), "--add", str(form)]) == 0
    assert standing(load(copy)) == (
        "reviewed by Ward nurse, Hill clinic on 2026-11-20; reviewed by Pharmacist, Hill clinic on 2026-11-21 (7 to change)"
    )


def test_of_many_sign_offs_the_last_three_are_named(copy: Path) -> None:
    form = copy.parent / "more.yaml"
    for day in ("21", "22", "23"):
        form.write_text(filled(copy, date=f'"2026-11-{day}"', role=f"Nurse {day}", organisation="Ward"), "utf-8")
        assert main(["sign-off", str(copy), "--add", str(form)]) == 0

    named = "; ".join(f"reviewed by Nurse {day}, Ward on 2026-11-{day}" for day in ("21", "22", "23"))
    assert standing(load(copy)) == f"{named}; and 1 review before"


def test_sign_offs_that_would_not_be_read_again_are_refused(copy: Path, capsys: Printed) -> None:
    full = (copy / "reviews.yaml").read_text()
    form = copy.parent / "filled.yaml"
    form.write_text(form.read_text("utf-8").replace("2026-11-20", "2026-11-21"), "utf-8")
    full += "#" * (MAX_BYTES - 100 - len(full))
    (copy / "reviews.yaml").write_text(full, "utf-8")

    assert main(["sign-off", str(copy), "--add", str(form)]) == 2
    assert "larger than 10 MiB; remove old ones first" in capsys.readouterr().err
    assert (copy / "reviews.yaml").read_text() == full


def test_a_sheet_of_other_content_and_a_sheet_added_before_are_refused(copy: Path, capsys: Printed) -> None:
    form = copy.parent / "filled.yaml"
    assert main(["sign-off", str(copy), "--add", str(form)]) == 2
    assert "this review was added before" in capsys.readouterr().err

    points = copy / "points.yaml"
    points.write_text(points.read_text("utf-8").replace("likes company.", "likes all company."), "utf-8")
    assert main(["sign-off", str(copy), "--add", str(form)]) == 2
    assert "the pack has changed since this sheet was printed; print it anew" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "old", "new", "parts"),
    [
        ("points.yaml", "{rugs: yes}", "{rugs: [yes, no]}", ["rule of point rugs-slide"]),
        ("points.yaml", "likes company.", "likes all company.", ["wording of point company"]),
        ("stops.yaml", "Go there.", "Go there now.", ["wording of stop on-the-floor"]),
        ("pack.yaml", "at_most: 3", "at_most: 4", ["rule of pack.yaml"]),
        ("questions.yaml", "label: Unsure", "label: Not sure", ["wording of question fell"]),
        ("points.yaml", "- point: company", "- # why\n  point: company", []),
        ("stops.yaml", "checked: \"2026-11-01\"", "checked: \"2026-11-02\"", []),
        ("pack.yaml", "status: reviewed", "status: draft", []),
        ("CHANGES.md", "## 1.2.0", "Words.\n\n## 1.2.0", []),
    ],
)  # fmt: skip
def test_an_edit_is_named_exactly(file: str, old: str, new: str, parts: list[str], copy: Path) -> None:
    edit(copy / file, old, new)

    assert list(changed_parts(load(copy))) == parts


def test_entries_in_another_order_are_a_change(copy: Path) -> None:
    *_, second, last = (copy / "points.yaml").read_text().split("- point:")
    edit(copy / "points.yaml", f"- point:{second}- point:{last}", f"- point:{last.rstrip()}\n- point:{second}")

    assert changed_parts(load(copy)) == ("order of the entries",)


def test_what_is_new_or_removed_is_a_change(copy: Path) -> None:
    hazards = (copy / "hazards.yaml").read_text()
    edit(copy / "hazards.yaml", "hazard: lying-there", "hazard: left-there")

    assert hazards != (copy / "hazards.yaml").read_text()
    assert changed_parts(load(copy)) == ("wording of hazard left-there", "wording of hazard lying-there")


def test_a_sign_off_that_leaves_something_out_does_not_load(copy: Path) -> None:
    edit(copy / "reviews.yaml", "    gap bones: agree\n", "    gap bone: agree\n")

    with pytest.raises(BrokenPack) as broken:
        load(copy)
    assert [fault.message for fault in broken.value.faults] == [
        "no verdict on 'gap bones'; add agree, change or disagree",
        "'gap bone' is not part of this pack; did you mean 'gap bones'?",
    ]


def test_check_names_what_changed_since_the_review(copy: Path, capsys: Printed) -> None:
    edit(copy / "points.yaml", "{rugs: yes}", "{rugs: [yes]}")
    edit(copy / "points.yaml", "likes company.", "likes all company.")

    assert main(["check", str(copy)]) == 0
    assert (
        "It was changed since the review of 2026-11-20: 1 wording (Ward nurse, Hill clinic): wording of point company."
        in capsys.readouterr().out
    )


def test_a_reviewers_own_words_are_not_checked_as_ours(copy: Path, capsys: Printed) -> None:
    edit(copy / "reviews.yaml", "interests: None declared", "interests: None declared\n  remarks: It should say more.")

    assert main(["check", str(copy)]) == 0
    assert load(copy).signed[0].remarks == "It should say more."


def test_the_pack_that_ships_is_not_called_reviewed_by_anyone(pack: Pack) -> None:
    assert (pack.about.status, pack.reviews) == ("draft", ())
    assert standing(pack) == "a draft that no clinician has reviewed"
    assert assess(pack, {}).pack is pack
