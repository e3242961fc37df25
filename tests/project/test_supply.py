"""What the app runs on: few packages, bounded, locked, and under licences that go with ours."""

import email
import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.licences import FREE, LOCK, TABLE, licence, locked, parts

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
OTHERS = [Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines]


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    for asked in (*RUNTIME, *OTHERS):
        assert {"<", ">="} == {bound.operator for bound in asked.specifier}, asked


def test_the_lock_has_every_runtime_dependency_within_its_bounds() -> None:
    versions = locked()

    for asked in RUNTIME:
        found = versions.get(canonicalize_name(asked.name), set())
        assert found, f"{asked.name} is not in the lock; make it anew"
        assert all(asked.specifier.contains(version) for version in found), f"{asked} {found}"


def test_every_entry_of_the_lock_is_pinned_by_digest() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK.read_text("utf-8"), flags=re.M)[1:]

    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_locked_package_has_a_known_licence_that_goes_with_ours() -> None:
    table = dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", TABLE.read_text("utf-8"), flags=re.M))
    del table["package"]

    assert list(table) == list(locked()), "make LICENCES.md anew"
    assert {name: said for name, said in table.items() if not parts(said) <= FREE} == {}


@pytest.mark.parametrize("package", sorted(locked()))
def test_the_table_says_what_the_installed_package_says(package: str) -> None:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not needed on this machine")

    assert f"| {package} | {licence(package)} |" in TABLE.read_text("utf-8")


def test_a_licence_that_is_not_known_to_be_free_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    said = email.message_from_string("License: GPL-3.0-only\n")
    monkeypatch.setattr(metadata, "metadata", lambda _: said)

    assert licence("any") == "unknown"


@pytest.mark.parametrize("name", ["SECURITY.md", "SUPPORT.md"])
def test_no_address_is_guaranteed_that_nobody_reads(name: str) -> None:
    assert "@" not in (ROOT / ".github" / name).read_text("utf-8")
