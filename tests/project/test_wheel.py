"""The wheel alone is enough: in an empty folder the app starts with the settings that ship, and a command works."""

import json
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from considerations.explain.summary import summarise
from considerations.loading.loader import load
from considerations.pack import Pack
from considerations.render import text
from tests.browser.serving import free_port, wait_for
from tests.conftest import FALLS, ROOT, RULES

pytest.importorskip("hatchling", reason="hatchling builds the wheel")
PACKED = ("src", "rules", ".streamlit", "app.py", "pyproject.toml", "README.md", ".gitignore")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a wheel is unpacked that was built beside the article's text; what it needs comes from the tests' Python."""
    tree, built = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in PACKED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tree / name)
    (tree / "rules" / "ketamine-ssri" / "article.txt").write_text("It is not ours.")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=tree, check=True, capture_output=True)
    zipfile.ZipFile(next(built.glob("*.whl"))).extractall(built / "site")
    return built / "site"


@contextmanager
def started(site: Path, folder: Path, *options: str, below: str = "") -> Iterator[str]:
    """The app, started in a folder by the wheel's command without a command of its own, below a path: its address."""
    address = f"http://localhost:{(port := free_port())}{below}"
    settings = {**os.environ, "PYTHONPATH": str(site), "STREAMLIT_SERVER_PORT": str(port)}
    settings["STREAMLIT_SERVER_BASE_URL_PATH"] = below
    command = [sys.executable, "-m", "considerations", *options]
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(f"{address}/_stcore/health", server)
            yield address
        finally:
            server.terminate()


def ready(address: str) -> object:
    with urllib.request.urlopen(f"{address}/ready") as response:
        return json.load(response)["packs"]


def served(pack: Pack) -> object:
    return {pack.about.pack: {"version": pack.about.version, "digest": pack.digest}}


def test_the_app_starts_with_the_packs_and_settings_that_ship(site: Path, tmp_path: Path) -> None:
    with started(site, tmp_path) as address:
        assert ready(address) == served(load(RULES / "ketamine-ssri"))
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "elsewhere.example"}))


def test_the_app_starts_with_other_packs_and_below_a_path(site: Path, tmp_path: Path) -> None:
    shutil.copytree(FALLS, tmp_path / "packs" / "falls")
    with started(site, tmp_path, "--rules", "packs", below="/below") as address:
        assert ready(address) == served(load(FALLS))


def test_a_worked_example_prints(site: Path, tmp_path: Path) -> None:
    pack = load(RULES / "ketamine-ssri")
    answers = dict(pack.vignettes[0].answers)
    (tmp_path / "answers.json").write_text(json.dumps(answers))
    shipped = site / "considerations" / "installed" / "rules" / "ketamine-ssri"
    command = [sys.executable, "-m", "considerations", "summary", str(shipped), "answers.json"]
    settings = {**os.environ, "PYTHONPATH": str(site)}
    printed = subprocess.run(command, cwd=tmp_path, env=settings, check=True, capture_output=True).stdout

    assert printed.decode() == text.render(summarise(pack, answers))


def test_the_article_stays_out_of_the_wheel(site: Path) -> None:
    assert (site / "considerations" / "installed" / "app.py").exists()
    assert list(site.rglob("article.txt")) == []
