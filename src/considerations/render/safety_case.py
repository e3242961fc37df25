"""Set out the clinical safety case of a pack: scope, hazards, controls with their test results, proofs and what is left open."""

from collections.abc import Iterator

from considerations.loading.junit import Run
from considerations.pack import Pack, dates, terms
from considerations.pack.companions import Control, Hazard
from considerations.pack.standing import identity
from considerations.pack.words import paper as paper_wording
from considerations.pack.words import safety_case as wording
from considerations.proof.verify import Proof
from considerations.render.paper import blocks
from considerations.render.paper.audit_pages import versions


def safety_case(pack: Pack, proof: Proof | None, run: Run) -> blocks.Sheet:
    """Return the safety case as a document of two parts; what only an organisation can say is left empty."""
    parts = {"conversation": tuple(_overview(pack, run)), "audit": tuple(_details(pack, proof, run))}
    return blocks.Sheet(wording.TITLE, f"{wording.TITLE}. {identity(pack)}.", terms.NOT_ADVICE, parts)


def shown(hazards: tuple[Hazard, ...], run: Run) -> tuple[int, int]:
    """Count the controls whose test passed in every case, and all controls."""
    results = [run.outcome(control.test or "") for hazard in hazards for control in hazard.controls]
    return results.count("passed"), len(results)


def _overview(pack: Pack, run: Run) -> Iterator[blocks.Block]:
    about, (passed, every) = pack.about, shown(pack.hazards, run)
    yield blocks.Heading(1, wording.TITLE)
    yield blocks.Paragraph((wording.ABOUT.format(title=about.title, identity=identity(pack)),))
    for line in filter(None, [dates.out_of_date(pack), wording.SHOWN.format(shown=passed, all=every)]):
        yield blocks.Paragraph((blocks.Strong(line),))
    yield blocks.Heading(2, wording.SCOPE)
    yield blocks.Paragraph((paper_wording.INTENDED.format(use=about.intended_use, user=about.intended_user),))
    yield blocks.Paragraph((blocks.Strong(f"{paper_wording.NOT_FOR}:"), f" {'; '.join(about.not_for)}."))
    yield blocks.Heading(2, wording.OVERVIEW)
    yield blocks.Paragraph((wording.EMPTY,))
    yield blocks.Table(wording.HEADS, tuple(_row(hazard, run) for hazard in pack.hazards))
    yield blocks.Heading(2, wording.ORGANISATION)
    yield blocks.KeepTogether((blocks.Paragraph((wording.OFFICER,)), blocks.Lines(2)), ruled=False)


def _row(hazard: Hazard, run: Run) -> blocks.Row:
    passed, every = shown((hazard,), run)
    counts = wording.CONTROLS_SHOWN.format(shown=passed, all=every)
    return blocks.Row(hazard.title, "", (blocks.Cell(counts), *(blocks.Cell("") for _ in wording.HEADS[2:])))


def _details(pack: Pack, proof: Proof | None, run: Run) -> Iterator[blocks.Block]:
    yield blocks.Heading(2, wording.HAZARDS)
    yield from (_hazard(hazard, run) for hazard in pack.hazards)
    yield blocks.Heading(2, paper_wording.PROOFS)
    yield from _proved(pack, proof)
    yield blocks.Heading(2, wording.LIMITS)
    yield blocks.Listing(tuple((limit,) for limit in pack.about.limits))
    yield blocks.Heading(2, paper_wording.VERSIONS)
    for line in (*versions(pack), wording.TESTS.format(date=run.date or wording.NO_DATE, digest=run.sha256)):
        yield blocks.Paragraph((line,))


def _hazard(hazard: Hazard, run: Run) -> blocks.KeepTogether:
    rows = tuple(_control(control, run) for control in hazard.controls)
    return blocks.KeepTogether(
        (
            blocks.Heading(3, hazard.title),
            blocks.Paragraph((blocks.Strong(paper_wording.CAUSE), f" {hazard.cause}")),
            blocks.Paragraph((blocks.Strong(paper_wording.EFFECT), f" {hazard.effect}")),
            blocks.Table(wording.CONTROL_HEADS, rows),
            blocks.Paragraph((blocks.Strong(wording.REMAINS), f" {hazard.residual}")),
        )
    )


def _control(control: Control, run: Run) -> blocks.Row:
    # The name of a test is a sentence; with spaces it can be broken into lines.
    file, _, name = (control.test or "").partition("::")
    test = f"{file}: {name.replace('_', ' ')}" if control.test else paper_wording.NO_TEST
    result = wording.RESULTS[run.outcome(control.test or "")].format(date=run.date or wording.NO_DATE)
    return blocks.Row(control.control, "", (blocks.Cell(test), blocks.Cell(result)))


def _proved(pack: Pack, proof: Proof | None) -> Iterator[blocks.Block]:
    if proof is None:
        yield blocks.Paragraph((paper_wording.NO_PROOF,))
        return
    counts = vars(proof) | {"conditions": terms.counted(proof.conditions, "condition")}
    claims = [*paper_wording.PROVED_CLAIMS, *(each.guarantee for each in pack.about.guarantees)]
    yield blocks.Paragraph((paper_wording.PROVED.format(**counts),))
    if proof.faults:
        yield blocks.Paragraph((paper_wording.NOT_PROVED,))
    yield blocks.Listing(tuple((claim,) for claim in (map(str, proof.faults) if proof.faults else claims)))
    yield blocks.Paragraph((f"{paper_wording.COMBINATIONS} {paper_wording.BEYOND_PROOF}",))
