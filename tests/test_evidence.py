"""What literature says stands beside the points, exactly as it was checked."""

import re
from typing import Any

import pytest
import yaml

from considerations.load import load
from considerations.render import html, text
from considerations.summary import Summary, summarise
from tests.conftest import EVIDENCE, RULES
from tests.reading import plain

PACK = load(RULES / "ketamine-ssri")
# The dossier says of han2016 that remission fell, and gives figures that rise; ours says only of response that it fell.
CORRECTED = {("han2016", "finding")}
VERDICTS = {"not-an-empirical-claim": "no-study-can-settle-it"}

with_dossier = pytest.mark.skipif(not EVIDENCE.is_file(), reason=f"the dossier is not at hand ({EVIDENCE})")


@pytest.fixture(scope="module")
def dossier() -> Any:
    return yaml.safe_load(EVIDENCE.read_text("utf-8"))


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", words))


def ours(name: str) -> str:
    """The dossier's name of a reference as an id of a pack."""
    return name.replace("_", "-")


@with_dossier
def test_every_reference_stands_as_in_the_dossier(dossier: Any) -> None:
    theirs = {ours(each["id"]): each for each in dossier["references"]}
    for reference in PACK.evidence.references:
        checked = theirs[reference.reference]
        assert reference.citation == " ".join(checked["citation"].split())
        assert (reference.year, reference.doi, reference.pmid, reference.url) == tuple(
            str(checked[key]) if checked.get(key) else None for key in ("year", "doi", "pmid", "url")
        )
        assert reference.checked == checked["checked_against"]
        for field in ("design", "population", "finding"):
            theirs_here = " ".join(checked[field].split())
            assert getattr(reference, field) == theirs_here or (reference.reference, field) in CORRECTED


@with_dossier
def test_every_number_in_our_notes_stands_in_the_dossier(dossier: Any) -> None:
    findings = {ours(each["id"]): each["finding"] for each in dossier["references"]}
    notes = {each["at"]: each["note"] for each in dossier["claims"]}
    for entry in PACK.evidence.weighed:
        known = " ".join([*(notes[at] for at in entry.at), *(findings[ref] for ref in entry.refs)])
        assert numbers(entry.note) <= numbers(known), entry.point
    for silence in PACK.silences.silences:
        near = " ".join(
            each["note"] for each in dossier["silences"] if set(map(ours, each["refs"])) <= set(silence.refs)
        )
        assert numbers(silence.note) <= numbers(near), silence.silence


@with_dossier
def test_every_claim_is_weighed_as_in_the_dossier_or_set_aside(dossier: Any) -> None:
    aside = {address for entry in PACK.set_aside for address in entry.set_aside}
    for claim in dossier["claims"]:
        entries = [entry for entry in PACK.evidence.weighed if claim["at"] in entry.at]
        if not entries:
            assert claim["at"] in aside, claim["at"]
            continue
        verdict = VERDICTS.get(claim["published_evidence"], claim["published_evidence"])
        assert {entry.evidence for entry in entries} == {verdict}, claim["at"]
        assert set(map(ours, claim["refs"])) <= {ref for entry in entries for ref in entry.refs}, claim["at"]


@with_dossier
def test_every_silence_of_the_dossier_is_named(dossier: Any) -> None:
    named = [set(silence.refs) for silence in PACK.silences.silences]

    assert len(named) == len(dossier["silences"]) == 25
    assert [
        each["topic"] for each in dossier["silences"] if not any(set(map(ours, each["refs"])) <= refs for refs in named)
    ] == []


def test_what_was_checked_on_secondary_pages_only_says_so() -> None:
    assert sum(each.checked == "secondary pages only" for each in PACK.evidence.references) == 13
    for vignette in PACK.vignettes:
        found = summarise(PACK, vignette.answers)
        if isinstance(found, Summary):
            owed = sum(each.checked == "secondary pages only" for each in found.references)
            for render in (html.render, text.render):
                assert plain(render(found)).count("checked on secondary pages only") == owed


def test_a_reference_is_linked_by_doi_then_pubmed_then_address() -> None:
    links = {each.reference: each.link for each in PACK.evidence.references}

    assert links["rush2006"] == "https://doi.org/10.1176/ajp.2006.163.11.1905"
    assert links["hu2016"] == "https://pubmed.ncbi.nlm.nih.gov/26478208/"
    assert links["nice-ta854"] == "https://www.nice.org.uk/guidance/ta854"
    assert {name for name, link in links.items() if not link} == {"sanacora2017", "berman2000", "szegedi2009"}
