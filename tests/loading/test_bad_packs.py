"""
A pack with a fault does not load, and says where and what to do.

Each file under `bad/FILE/` takes the place of FILE.yaml in a copy of the falls pack; its last lines, after `#>`, are
the whole message.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.loading import loader as loading
from considerations.loading.faults import MAX_FAULTS, MAX_LETTERS, Fault, Placed
from considerations.loading.loader import SHAPES, BrokenPack, load
from considerations.loading.names import guess
from considerations.loading.yaml_events import MAX_ENTRIES
from considerations.loading.yaml_files import MAX_BYTES, parse
from tests.conftest import FALLS, TESTS

BAD = sorted((TESTS / "bad").glob("*/*.yaml"))


@pytest.fixture
def copy(pack_copy: Callable[..., Path]) -> Path:
    return pack_copy(FALLS)


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


def test_a_file_with_an_old_name_is_told_its_new_one(copy: Path) -> None:
    (copy / "gaps.yaml").rename(copy / "silences.yaml")

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert str(broken.value) == "falls/gaps.yaml:1:1: this file was called 'silences.yaml' before; rename it"


def test_a_file_over_10_mib_is_refused(copy: Path) -> None:
    found = fault_of(copy, b"#" * (MAX_BYTES + 1))

    assert found == "falls/points.yaml:1:1: this file is larger than 10 MiB; make it smaller"


def test_a_file_that_is_not_utf_8_is_refused(copy: Path) -> None:
    assert fault_of(copy, b"- point: caf\xe9") == "falls/points.yaml:1:1: this file is not UTF-8 text; save it as UTF-8"


def test_a_control_character_is_refused_with_its_place(copy: Path) -> None:
    assert fault_of(copy, b"a: b\nc: \x07") == "falls/points.yaml:2:4: YAML does not allow this character; remove it"


def test_a_hundred_thousand_brackets_are_refused(copy: Path) -> None:
    found = fault_of(copy, b"[" * 100_000)

    # Where it is noticed is up to the reader's version.
    assert re.fullmatch(r"falls/points.yaml:1:\d+: nested more than 20 levels deep; write it flatter", found)


def test_aliases_that_would_multiply_are_refused(copy: Path) -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*a, *a]\n" for n in "bcdefgh")

    assert fault_of(copy, laughs.encode()).startswith(
        "falls/points.yaml:1:4: anchors and aliases (& and *) are not allowed"
    )


def test_a_fault_at_the_end_of_a_file_is_placed_on_its_last_line(copy: Path) -> None:
    assert fault_of(copy, b"- point: a\n''") == "falls/points.yaml:2:1: this key has no colon; write 'key: value'"


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
        ("## 1.2.0\n\nNo bullet.\n", "CHANGES.md:3:1", "begin a note with '- '"),
        ("## 1.2.0\n", "CHANGES.md:1:1", "each version needs notes"),
    ],
)
def test_what_changed_is_said_for_the_version(changes: str | None, place: str, said: str, copy: Path) -> None:
    (copy / "CHANGES.md").unlink()
    if changes is not None:
        (copy / "CHANGES.md").write_text(changes)
    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert str(broken.value).startswith(f"falls/{place}: {said}")


NO_FILE = "this is a folder or a device; replace it with a text file"
MADE_UP = "this file is being written, or is not on a disk; use a copy of it"
LOOP = "this file cannot be opened: Too many levels of symbolic links"
UNREAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (Path.mkdir, NO_FILE),
    "pipe": (os.mkfifo, NO_FILE),
    "device": (lambda file: file.symlink_to("/dev/zero"), NO_FILE),
    "made up by the system": (lambda file: file.symlink_to("/proc/self/environ"), MADE_UP),
    "loop": (lambda file: file.symlink_to(file.name), LOOP),
}


@pytest.mark.parametrize("file", ["points.yaml", "article.index", "CHANGES.md"])
@pytest.mark.parametrize(("put", "said"), UNREAD.values(), ids=UNREAD)
def test_what_is_no_file_is_refused_unread(file: str, put: Callable[[Path], None], said: str, copy: Path) -> None:
    (copy / file).unlink()
    put(copy / file)

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert f"falls/{file}:1:1: {said}" in str(broken.value)


def test_a_pipe_that_takes_the_place_of_a_file_keeps_nobody_waiting(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy / "points.yaml").unlink()
    os.mkfifo(copy / "points.yaml")
    monkeypatch.setattr(Path, "is_file", lambda _: True)

    with pytest.raises(BrokenPack, match=r"falls/points\.yaml:1:1: this file is empty"):
        load(copy)


def test_the_digest_is_of_the_very_bytes_that_were_parsed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = load(copy)
    rules = copy / "points.yaml"

    def replaced_meanwhile(text: str, name: str) -> Placed:
        rules.write_text(rules.read_text() + "# replaced\n")
        return parse(text, name)

    monkeypatch.setattr(loading, "parse", replaced_meanwhile)

    assert load(copy) == kept


@pytest.mark.parametrize(
    "address",
    [
        "https://user@example.org/",
        "https://who.int:x@example.org/",
        "https://example.org\\\\@example.com/",
        "https://ex\u0430mple.org/",
        "https://example.org/\u202ecba",
        "https://example\u3002org/",
        "https://example.org/a\u00a0b",
        "https://example/",
        "https://example.org:999999/",
    ],
)
def test_an_address_that_may_lead_elsewhere_than_it_reads_is_refused(address: str, copy: Path) -> None:
    stops = (copy / "stops.yaml").read_text()
    (copy / "stops.yaml").write_text(re.sub("url: [^}\n]*", lambda _: f'url: "{address}"', stops, count=1))

    with pytest.raises(BrokenPack, match="is not a web address; write https://, the host and the path in plain ASCII"):
        load(copy)


@pytest.mark.parametrize("version", ["../1", "1/2", "1.2.0 of today", "1.", ".1", "1:2", "1\u0660", "1" * 41])
def test_a_version_that_is_no_file_name_is_refused(version: str, copy: Path) -> None:
    (copy / "pack.yaml").write_text((copy / "pack.yaml").read_text().replace("version: 1.2.0", f"version: '{version}'"))

    with pytest.raises(BrokenPack, match=r"falls/pack\.yaml:3:10: .* is not a version; files are named after it"):
        load(copy)


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("\\ufdd0", "an invisible character"),
        ("\\U0001ffff", "an invisible character"),
        ("\\ue000", "an invisible character"),
        ("e" + "\\u0301" * 5, "one letter has more than 4 accents"),
        ("e" + "\\u0301\\u20dd" * 3, "one letter has more than 4 accents"),
        ("e" + "\\u0301" * 4, None),
        ("e\\u0301" * 40, None),
    ],
)
def test_what_no_one_can_read_is_refused_in_texts(sign: str, said: str | None, copy: Path) -> None:
    about = (copy / "pack.yaml").read_text()
    (copy / "pack.yaml").write_text(re.sub("(?m)^maintainers: .*", lambda _: f'maintainers: "We {sign}"', about))

    if said is None:
        load(copy)
    else:
        with pytest.raises(BrokenPack, match=said):
            load(copy)


def test_a_sign_after_other_alphabets_is_placed_by_letters(copy: Path) -> None:
    assert (
        fault_of(copy, "ä: é\nö: \x07".encode())
        == "falls/points.yaml:2:4: YAML does not allow this character; remove it"
    )


def test_a_file_of_too_many_entries_is_refused(copy: Path) -> None:
    found = fault_of(copy, b"- x\n" * MAX_ENTRIES)

    assert found == "falls/points.yaml:199999:3: more than 200,000 entries in this file; make it smaller"


def test_a_point_of_thousands_of_ways_is_refused(copy: Path) -> None:
    points, many = (copy / "points.yaml").read_text(), "    - when: always\n" * 101
    (copy / "points.yaml").write_text(points.replace("  highlight:\n", f"  highlight:\n{many}", 1))

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    assert str(broken.value) == "falls/points.yaml:9:5: too many entries; keep at most 100"


@pytest.mark.parametrize("file", ["points.yaml", "article.index"])
def test_of_very_many_faults_the_first_are_told(file: str, copy: Path) -> None:
    (copy / file).write_text("- x\n" * 5000)

    with pytest.raises(BrokenPack) as broken:
        load(copy)

    *told, last = broken.value.faults
    assert len(told) == MAX_FAULTS
    assert last.message == "there are more faults; correct those above first"


def test_a_fault_is_one_short_line_that_a_terminal_can_show() -> None:
    line = str(Fault("falls/points.yaml", 1, 1, "'\x1b[2J\u202e\n\ud800" + "x" * 9000 + "' is not a theme"))

    assert line.startswith(r"falls/points.yaml:1:1: '\x1b[2J\u202e\n\ud800xxx")
    assert line.endswith("xxx' is not a theme")
    assert len(line) <= MAX_LETTERS


def test_an_id_beyond_any_length_is_not_compared_with_others() -> None:
    assert guess("urgency" * 9, ["urgency" * 9 + "x"]) == ""
