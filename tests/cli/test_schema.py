"""Schemas and models say the same: what loads is valid, and what a schema can see of a bad pack is not."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from considerations.cli import schema
from considerations.cli.commands import main
from considerations.loading.faults import Unreadable
from considerations.loading.loader import folders, load_with_places
from considerations.loading.yaml_files import parse
from tests.conftest import FALLS, RULES, TESTS

SCHEMAS = schema.schemas(*load_with_places(FALLS))
# What no schema can see: what depends on another entry or file, counts words, or compares two fields.
UNSEEN = {
    "evidence": {
        "a-verdict-without-references",
        "note-too-long",
        "point-without-evidence",
        "sentence-not-cited",
        "unused-reference",
    },
    "not_used": {"cited-and-not-used", "repeats-what", "sentence-forgotten"},
    "notices": {"always", "not-above-the-points", "notice-twice"},
    "pack": {"digest", "guarantee-of-no-number", "guarantee-without-a-claim", "missing-source-date", "wrong-name"},
    "points": {
        "blank-headline",
        "invisible-character",
        "line-break-of-another-kind",
        "point-twice",
        "rationale-without-a-interpretation",
    },
    "questions": {"looks-ahead", "looks-at-itself", "neutral-is-no-option", "options-read-the-same"},
    "stops": {"no-date", "not-a-web-address"},
    "vignettes": {"stop-and-points"},
}


@pytest.mark.parametrize("folder", [FALLS, *folders(RULES)], ids=lambda folder: folder.name)
def test_every_file_of_a_pack_that_loads_is_valid(folder: Path) -> None:
    pack, files = load_with_places(folder)
    for name, made in schema.schemas(pack, files).items():
        jsonschema.Draft202012Validator.check_schema(made)
        jsonschema.validate(files[name].data, made)


def valid(bad: Path) -> bool:
    """Say whether a schema finds nothing in a bad file; one that is no YAML is marked by any editor."""
    lines = [line for line in bad.read_text("utf-8").splitlines() if not line.startswith("#> ")]
    try:
        return jsonschema.Draft202012Validator(SCHEMAS[bad.parent.name]).is_valid(parse("\n".join(lines), "x").data)
    except Unreadable:
        return False


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_sees_every_fault_that_it_can(name: str) -> None:
    assert {bad.stem for bad in (TESTS / "bad" / name).glob("*.yaml") if valid(bad)} == UNSEEN.get(name, set())


def test_an_editor_may_read_a_text_as_a_number() -> None:
    stop = {"stop": "a", "when": {"fell": "yes"}, "headline": 112, "first": ["x"], "after": True}

    jsonschema.validate({"checked": 2026, "stops": [stop]}, SCHEMAS["stops"])


def test_each_file_names_its_schema_once_and_the_pack_still_loads(pack_copy: Callable[..., Path]) -> None:
    folder = pack_copy(FALLS)
    for _ in range(2):
        assert main(["schema", str(folder)]) == 0
        load_with_places(folder)
        for path in (path for path in folder.glob("*.yaml") if path.name != "reviews.yaml"):
            first, second, *_ = path.read_text("utf-8").splitlines()
            named = folder / first.removeprefix("# yaml-language-server: $schema=")
            assert json.loads(named.read_text("utf-8")) == SCHEMAS[path.stem]
            assert "yaml-language-server" not in second


def test_a_new_pack_and_its_new_entries_complete_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    main(["new", "pack", str(folder), "--article", str(TESTS / "packs" / "falls-article.txt")])
    main(["new", "question", str(folder)])

    assert "question-1" in (folder / ".schema" / "points.json").read_text()
    assert (folder / "points.yaml").read_text().startswith("# yaml-language-server: $schema=.schema/points.json\n")
