"""What literature says stands beside the points, exactly as it was checked."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from considerations.explain.summary import Summary, summarise
from considerations.loading.loader import load
from considerations.pack.evidence import Reference
from considerations.render import text
from considerations.render.paper import html
from tests.conftest import EVIDENCE, RULES
from tests.reading import plain

PACK = load(RULES / "ketamine-ssri")
# Where the audit corrects or completes an entry of the dossier, ours follows the audit.
CORRECTED = {
    "han2016": {"finding"},  # response only: remission rose
    "loo2023": {"population"},  # sources differ on how many took part
    "jelovac2025": {"citation", "finding"},  # the interval, and that most guessed the allocation
    "fda-compounded2023": {"url"},
    "sanacora2017": {"doi"},
    "berman2000": {"doi"},
    "gastaldon2019": {"doi"},
    "janik2025": {"finding"},
    "popova2019": {"finding"},
    "jakobsen2017": {"finding"},
    "nice-ta854": {"finding"},
    "canmat2023": {"finding"},
    "spravato-label": {"finding"},
    "tjc-suicide": {"finding"},
    "vadod2022": {"finding"},
}
# Trials conflict on these two, and Cochrane grades the certainty very low: they are no longer supported without limits.
QUALIFIED = {"L18.1", "L29.1"}
# The guideline's finding says nothing on ketamine, so it is no longer cited for its place or for more choices.
NOT_ON_KETAMINE = {"canmat2023"}
# Its result was never seen, only its title and aim.
RESULT_NOT_SEEN = {"10.1111/acps.12886"}
# Links of hu2016 and szegedi2009, from memory only.
NOT_CONFIRMED = {"10.1017/S0033291715002159", "10.4088/JCP.07m03780"}
FIELDS = ("citation", "design", "population", "finding", "year", "doi", "pmid", "url", "checked")
VERDICTS = {"not-an-empirical-claim": "no-study-can-settle-it"}

with_dossier = pytest.mark.skipif(not EVIDENCE.is_file(), reason=f"the dossier is not at hand ({EVIDENCE})")


@pytest.fixture(scope="module")
def dossier() -> Any:
    return yaml.safe_load(EVIDENCE.read_text("utf-8"))


@pytest.fixture(scope="module")
def later() -> str:
    """What was looked up after the dossier, and the audit of it."""
    return "\n".join(EVIDENCE.with_name(name).read_text("utf-8") for name in ("additions.yaml", "audit.md"))


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", words))


def record(reference: Reference) -> str:
    """Everything that a reference says, in one text."""
    return " ".join(str(getattr(reference, field) or "") for field in FIELDS)


def records(refs: Iterable[str]) -> str:
    return " ".join(record(PACK.evidence.named[ref]) for ref in refs)


def ours(name: str) -> str:
    """The dossier's name of a reference as an id of a pack."""
    return name.replace("_", "-")


@with_dossier
def test_every_reference_of_the_dossier_stands_as_there_or_as_corrected(dossier: Any, later: str) -> None:
    theirs = {ours(each["id"]): each | {"checked": each["checked_against"]} for each in dossier["references"]}
    assert theirs.keys() <= PACK.evidence.named.keys()
    for name, checked in theirs.items():
        reference = PACK.evidence.named[name]
        differ = {
            field
            for field in FIELDS
            if getattr(reference, field) != (" ".join(str(checked[field]).split()) if checked.get(field) else None)
        }
        assert differ == CORRECTED.get(name, set()), name
        assert numbers(record(reference)) <= numbers(f"{checked} {later}"), name


@with_dossier
def test_every_other_reference_was_looked_up_later_on_secondary_pages(dossier: Any, later: str) -> None:
    theirs = {ours(each["id"]) for each in dossier["references"]}
    for reference in PACK.evidence.references:
        if reference.reference not in theirs:
            assert numbers(record(reference)) <= numbers(later), reference.reference
            assert reference.checked == "secondary pages only", reference.reference


@with_dossier
def test_every_publication_that_the_audit_names_by_doi_is_a_reference(later: str) -> None:
    dois = {doi.rstrip(".,;:)") for doi in re.findall(r"10\.\d{4,}/\S+", later)}

    assert len(dois) > 8
    assert dois - {reference.doi for reference in PACK.evidence.references} == RESULT_NOT_SEEN | NOT_CONFIRMED


@with_dossier
def test_every_number_in_our_notes_stands_in_the_dossier_or_in_a_reference_beside_it(dossier: Any) -> None:
    notes = {each["at"]: each["note"] for each in dossier["claims"]}
    for entry in PACK.evidence.weighed:
        known = " ".join([*(notes.get(at, "") for at in entry.at), records(entry.refs)])
        assert numbers(entry.note) <= numbers(known), entry.point
    for gap in PACK.gaps.gaps:
        near = " ".join(each["note"] for each in dossier["silences"] if set(map(ours, each["refs"])) <= set(gap.refs))
        assert numbers(gap.note) <= numbers(f"{near} {records(gap.refs)}"), gap.gap


def test_every_share_in_our_notes_has_that_of_the_comparison_beside_it() -> None:
    notes = [entry.note for entry in PACK.evidence.weighed] + [gap.note for gap in PACK.gaps.gaps]

    shares = [re.findall(r"[\d.]+%(?! CI)", sentence) for note in notes for sentence in re.split(r"(?<=\.) ", note)]
    assert sum(map(bool, shares)) > 20
    assert [found for found in shares if len(found) % 2] == []


@with_dossier
def test_every_claim_is_weighed_as_in_the_dossier_or_not_used(dossier: Any) -> None:
    aside = {address for entry in PACK.not_used for address in entry.not_used}
    for claim in dossier["claims"]:
        entries = [entry for entry in PACK.evidence.weighed if claim["at"] in entry.at]
        if not entries:
            assert claim["at"] in aside, claim["at"]
            continue
        verdict = VERDICTS.get(claim["published_evidence"], claim["published_evidence"])
        verdict = "qualifies" if claim["at"] in QUALIFIED else verdict
        assert {entry.evidence for entry in entries} == {verdict}, claim["at"]
        refs = set(map(ours, claim["refs"])) - NOT_ON_KETAMINE
        assert refs <= {ref for entry in entries for ref in entry.refs}, claim["at"]


@with_dossier
def test_every_gap_of_the_dossier_is_named(dossier: Any) -> None:
    named = [set(gap.refs) for gap in PACK.gaps.gaps]

    assert len(dossier["silences"]) == 25
    assert [
        each["topic"]
        for each in dossier["silences"]
        if not any(set(map(ours, each["refs"])) - NOT_ON_KETAMINE <= refs for refs in named)
    ] == []


def test_what_was_checked_on_secondary_pages_only_says_so() -> None:
    assert sum(each.checked == "secondary pages only" for each in PACK.evidence.references) == 36
    for vignette in PACK.vignettes:
        found = summarise(PACK, vignette.answers)
        if isinstance(found, Summary):
            owed = sum(each.checked == "secondary pages only" for each in found.references)
            for render in (html.render, text.render):
                assert plain(render(found)).count("original not checked") == owed


def test_a_reference_is_linked_by_doi_then_pubmed_then_address() -> None:
    links = {each.reference: each.link for each in PACK.evidence.references}

    assert links["rush2006"] == "https://doi.org/10.1176/ajp.2006.163.11.1905"
    assert links["hu2016"] == "https://pubmed.ncbi.nlm.nih.gov/26478208/"
    assert links["nice-ta854"] == "https://www.nice.org.uk/guidance/ta854"
    assert links["sanacora2017"] == "https://doi.org/10.1001/jamapsychiatry.2017.0080"
    assert links["szegedi2009"] is None
