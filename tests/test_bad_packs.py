"""
A pack with a fault does not load, and says where and what to do.

Each file under `bad/FILE/` takes the place of FILE.yaml in a copy of the falls pack; its last lines, after `#>`, are
the whole message.
"""

import shutil
from pathlib import Path

import pytest

from considerations.load import SHAPES, BrokenPack, load
from considerations.places import MOST_BYTES
from tests.conftest import FALLS, TESTS

BAD = sorted((TESTS / "bad").glob("*/*.yaml"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FALLS, tmp_path / "falls"))


@pytest.mark.parametrize("bad", BAD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_broken_pack_says_where_and_what_to_do(bad: Path, copy: Path) -> None:
    lines = bad.read_text("utf-8").splitlines()
    (copy / f"{bad.parent.name}.yaml").write_text("\n".join(x for x in lines if not x.startswith("#> ")), "utf-8")

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert [line[3:] for line in lines if line.startswith("#> ")] == str(broken.value).splitlines()


def test_there_are_broken_packs_for_every_file() -> None:
    assert {path.parent.name for path in BAD} == set(SHAPES)


def fault_of(copy: Path, content: bytes | None) -> str:
    """Give the message when points.yaml has this content, or is missing."""
    file = copy / "points.yaml"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BrokenPack) as broken:
        load(copy)
    return str(broken.value).splitlines()[0]


def test_a_missing_file_is_named(copy: Path) -> None:
    assert fault_of(copy, None) == "falls/points.yaml:1:1: this file is missing"


def test_a_file_over_1_mib_is_refused_unread(copy: Path) -> None:
    found = fault_of(copy, b"#" * (MOST_BYTES + 1))

    assert found == "falls/points.yaml:1:1: this file is larger than 1 MiB, more than any pack needs"


def test_a_file_that_is_not_utf_8_is_refused(copy: Path) -> None:
    assert fault_of(copy, b"- point: caf\xe9") == "falls/points.yaml:1:1: this file is not UTF-8 text"


def test_a_control_character_is_refused_with_its_place(copy: Path) -> None:
    assert fault_of(copy, b"a: b\nc: \x07") == "falls/points.yaml:2:4: this character cannot stand in a YAML file"


def test_a_hundred_thousand_brackets_are_refused(copy: Path) -> None:
    found = fault_of(copy, b"[" * 100_000)

    assert found == "falls/points.yaml:1:21: nested more than 20 deep, more than any pack needs"


def test_aliases_that_would_multiply_are_refused(copy: Path) -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*a, *a]\n" for n in "bcdefgh")

    assert fault_of(copy, laughs.encode()).startswith(
        "falls/points.yaml:1:4: anchors and aliases (& and *) are not used"
    )


def test_all_faults_are_told_at_once_in_file_order(copy: Path) -> None:
    (copy / "pack.yaml").write_text((copy / "pack.yaml").read_text().replace("pack: falls", "pack: fall"))
    (copy / "stops.yaml").unlink()
    (copy / "points.yaml").write_text((copy / "points.yaml").read_text().replace("{rugs: yes}", "{rug: yes}"))

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert [fault.file for fault in broken.value.faults] == [
        "falls/pack.yaml",
        "falls/points.yaml",
        "falls/stops.yaml",
    ]


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        (None, "CHANGES.md:1:1", "this file is missing"),
        ("## 1.1.0\n\n- Older.\n", "pack.yaml:3:10", "'1.2.0' is not the newest version in CHANGES.md"),
        ("", "pack.yaml:3:10", "'1.2.0' is not the newest version in CHANGES.md"),
        ("## 1.2.0\n\nNo bullet.\n", "CHANGES.md:3:1", "under a version stand notes"),
        ("## 1.2.0\n", "CHANGES.md:1:1", "each version has notes"),
    ],
)
def test_what_changed_is_said_for_the_version(changes: str | None, place: str, said: str, copy: Path) -> None:
    (copy / "CHANGES.md").unlink()
    if changes is not None:
        (copy / "CHANGES.md").write_text(changes)
    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert str(broken.value).startswith(f"falls/{place}: {said}")
