"""References are compared with a list of retractions by DOI, PubMed id and title, and can be taken elsewhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from considerations.cli.commands import main
from considerations.loading.retractions import COLUMNS, compare
from considerations.pack import Pack
from considerations.pack.evidence import Reference
from considerations.render.citations import csl, ris
from tests.conftest import FALLS, TESTS

Printed = pytest.CaptureFixture[str]
LIST = TESTS / "packs" / "retractions.csv"


def reference(**fields: str) -> Reference:
    told = {"citation": "Nobody A. On nothing.", "design": "Trial", "population": "None", "finding": "None."}
    return Reference.model_validate({"reference": "one", "checked": "primary record", **told, **fields})


def row(**fields: str) -> dict[str, str]:
    return {**dict.fromkeys(COLUMNS, ""), **fields}


TITLE = "An invented paper on slippery mats"


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ({"doi": "10.5555/MATS"}, {"OriginalPaperDOI": "https://doi.org/10.5555/mats"}, "hit"),
        ({"pmid": "9"}, {"OriginalPaperPubMedID": "9", "OriginalPaperDOI": "10.5555/other"}, "hit"),
        ({"doi": "10.5555/notice"}, {"RetractionDOI": "10.5555/Notice"}, "near miss"),
        ({"citation": f"Nobody A. {TITLE.upper()}: a trial. J. 2020."}, {"Title": f"{TITLE}."}, "near miss"),
        ({"citation": "Nobody A. Editorial. J. 2020."}, {"Title": "Editorial"}, None),
        ({"doi": "10.5555/mats"}, {"OriginalPaperDOI": "10.5555/mats2"}, None),
        ({}, {"OriginalPaperPubMedID": "0"}, None),
        ({}, {}, None),
    ],
)
def test_a_hit_has_the_same_id_and_a_near_miss_the_same_title(
    ours: dict[str, str], theirs: dict[str, str], kind: str | None
) -> None:
    found = list(compare([reference(**ours)], [row(**theirs)]))

    assert [each.kind for each in found] == ([kind] if kind else [])


def test_the_check_names_hits_near_misses_and_its_date(pack_copy: Callable[..., Path], capsys: Printed) -> None:
    copy = pack_copy(FALLS)
    evidence = (copy / "evidence.yaml").read_text()
    first = evidence.index("    design:")
    (copy / "evidence.yaml").write_text(f"{evidence[:first]}    pmid: 90000002\n{evidence[first:]}")

    assert main(["references", str(copy), "--check", str(LIST)]) == 1
    date, hit, *rest = capsys.readouterr().out.splitlines()
    assert date.startswith("Checked on 2026-12-01: ")
    assert date.endswith(f" compared with 2 rows of {LIST}.")
    assert hit.startswith("hit: ")
    assert hit.endswith(
        f", by the same DOI or PubMed id: “{TITLE}”. Retraction of 3/14/2024 0:00 (10.5555/notice-1): "
        "Unreliable Results; Error in Data"
    )
    assert [line for line in rest if line.startswith(("hit", "near miss"))] == []


def test_without_a_hit_it_says_so(pack: Pack, capsys: Printed) -> None:
    folder = TESTS.parent / "rules" / pack.about.pack

    assert main(["references", str(folder), "--check", str(LIST)]) == 0
    told = capsys.readouterr().out
    assert "No hit and no near miss." in told
    without = [each.reference for each in pack.evidence.references if not each.doi and not each.pmid]
    assert f"compared by title alone: {', '.join(without)}." in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Record ID,Title\n1,x\n", ":1:1: expected a CSV file whose first line names OriginalPaperDOI, "),
        ("", ":1:1: expected a CSV file whose first line names Title, "),
        (",".join(COLUMNS) + "\n" + "x" * 200_000, ":1:1: this cannot be read as CSV from the next line on"),
        (None, ":1:1: this file cannot be opened: No such file or directory"),
    ],
)
def test_what_is_no_such_list_is_refused(content: str | None, said: str, tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "list.csv"
    if content is not None:
        file.write_text(content)

    assert main(["references", str(FALLS), "--check", str(file)]) == 2
    assert f"{file}{said}" in capsys.readouterr().err


def test_csl_and_ris_hold_every_reference_in_full(pack: Pack) -> None:
    references = pack.evidence.references
    items = json.loads(csl(references))
    records = ris(references).split("ER  - \n\n")[:-1]

    assert len(items) == len(records) == len(references)
    for each, item, record in zip(references, items, records, strict=True):
        assert (item["id"], item.get("DOI"), item.get("PMID")) == (each.reference, each.doi, each.pmid)
        assert (item["note"], item["title"] in each.citation) == (each.citation, True)
        assert item["author"]
        assert record.startswith("TY  - ")
        lines = [f"ID  - {each.reference}", f"N1  - {each.citation}", *([f"DO  - {each.doi}"] if each.doi else [])]
        assert [line for line in lines if line not in record.splitlines()] == []


def test_a_year_of_several_years_stays_as_it_is() -> None:
    (item,) = json.loads(csl([reference(year="2017-2019")]))

    assert item["issued"] == {"literal": "2017-2019"}
