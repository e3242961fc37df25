"""The real article, where it is at hand: the project points at it and holds none of its words."""

import hashlib
import os
import re
import subprocess
from pathlib import Path

import pytest

from considerations.loading.completeness import against
from considerations.loading.loader import load, load_with_places
from considerations.pack.article import index, sentences
from tests.conftest import ARTICLE, ROOT, RULES

FILE = Path(os.environ.get("CONSIDERATIONS_ARTICLE") or ARTICLE)

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason=f"the article is not at hand ({FILE})")


@pytest.fixture(scope="module")
def text() -> str:
    return FILE.read_text("utf-8")


def test_the_pack_names_the_article_by_its_digest() -> None:
    assert load(RULES / "ketamine-ssri").about.source.sha256 == hashlib.sha256(FILE.read_bytes()).hexdigest()


def test_every_cited_address_is_a_sentence_of_the_article(text: str) -> None:
    cited = {address for point in load(RULES / "ketamine-ssri").points for address in point.cites}

    assert cited - set(sentences(text)) == set()


def test_index_and_gaps_are_true_of_the_article(text: str) -> None:
    pack, files = load_with_places(RULES / "ketamine-ssri")

    assert [str(fault) for fault in against(pack, files, text)] == []


def test_every_gap_is_proved_by_the_words_that_are_absent(text: str) -> None:
    lower = text.replace("’", "'").lower()
    for gap in load(RULES / "ketamine-ssri").gaps.gaps:
        assert [word for word in gap.absent if word.lower() in lower] == [], gap.gap


def test_the_index_is_made_from_the_article_and_holds_none_of_it(text: str) -> None:
    index_file = (RULES / "ketamine-ssri" / "article.index").read_text("utf-8")

    assert index_file == index(text)
    assert re.fullmatch(r"(L\d+\.\d+ [0-9a-f]{64}\n)+", index_file)


def test_points_stand_in_the_order_of_the_article_within_their_theme(text: str) -> None:
    places = list(sentences(text))
    pack = load(RULES / "ketamine-ssri")
    for theme in pack.about.themes:
        firsts = [places.index(point.cites[0]) for point in pack.points if point.theme == theme]
        assert firsts == sorted(firsts)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


def test_no_seven_words_in_a_row_are_the_articles(text: str) -> None:
    theirs = {tuple(line[at : at + 7]) for line in map(words, text.splitlines()) for at in range(len(line) - 6)}
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.split("\n"):
        path = ROOT / name
        if path.is_file() and path.suffix in {".py", ".yaml", ".md", ".toml", ".txt"}:
            ours = words(path.read_text("utf-8"))
            assert [seven for at in range(len(ours) - 6) if (seven := tuple(ours[at : at + 7])) in theirs] == [], name
