"""Set out page two onward: how page one was made, what research says, and what the article does not cover."""

from collections.abc import Callable, Iterator

from considerations.explain.explanations import Consideration
from considerations.explain.summary import Summary
from considerations.pack import Pack, companions, terms
from considerations.pack.standing import changed_parts, identity
from considerations.pack.words import draft
from considerations.pack.words import paper as wording
from considerations.render.paper import blocks


def audit(summary: Summary) -> Iterator[blocks.Block]:
    """Set out everything after page one, each part under its heading."""
    for heading, part in _parts(summary).items():
        if part:
            yield blocks.Heading(2, heading)
            yield from part


def _parts(summary: Summary) -> dict[str, tuple[blocks.Block, ...]]:
    about, unanswered = summary.about, summary.in_state(None)
    needing = wording.POINTS_NEED_ANSWERS.format(number=len(unanswered), total=len(summary.considerations))
    answers = tuple((f"{line.question.asks} ", blocks.Strong(line.answer)) for line in summary.answers)
    needs = tuple((f"{item.point.headline} [{_article(item)}] {' '.join(item.why)}",) for item in unanswered)
    references = tuple(
        (f"{each.short}. ", blocks.Link(each.place, each.link) if each.link else each.place, each.caveat)
        for each in summary.references
    )
    return {
        wording.HOW_IT_WAS_MADE: (
            blocks.Paragraph((wording.INTENDED.format(use=about.intended_use, user=about.intended_user),)),
            blocks.Paragraph((blocks.Strong(f"{wording.NOT_FOR}:"), f" {'; '.join(about.not_for)}.")),
        ),
        wording.ANSWERS: (blocks.Listing(answers, columns=2),),
        wording.WHY_POINTS_APPLY: tuple(_reasons(item, summary) for item in summary.in_state(True)),
        needing: (blocks.Listing(needs),) if needs else (),
        terms.COMPARISON: _comparison(summary),
        terms.NOT_COVERED: _gaps(summary),
        wording.REFERENCES: (blocks.Listing(references, numbered=True, columns=3),) if references else (),
        wording.ATTRIBUTES: (blocks.Paragraph((attributes,), "small"),) if (attributes := _attributes(summary)) else (),
        wording.VERSIONS: tuple(blocks.Paragraph((line,), "small") for line in versions(summary.pack)),
    }


def _comparison(summary: Summary) -> tuple[blocks.Block, ...]:
    if not summary.pack.comparison.columns:
        return (blocks.Paragraph((draft.MISSING["comparison"],)),)
    return (comparison_table(summary.pack.comparison, summary.row_applies),)


def comparison_table(comparison: companions.Comparison, applies: Callable[[companions.Row], bool]) -> blocks.Table:
    """Set out what the article says of each option; rows that are relevant here are marked."""
    rows = []
    for row in comparison.rows:
        found = map(row.cells.get, comparison.columns)
        cells = tuple(blocks.Cell(c.says, c.cites) if c else blocks.Cell(terms.NOT_SAID, open=True) for c in found)
        rows.append(blocks.Row(row.title, terms.RELEVANT_HERE if applies(row) else "", cells))
    return blocks.Table((wording.ASPECT, *comparison.columns.values()), tuple(rows))


def _reasons(item: Consideration, summary: Summary) -> blocks.KeepTogether:
    point, theme = item.point, summary.about.themes[item.point.theme]
    evidence = []
    for weighed in item.evidence:
        verdict = blocks.Strong(wording.WEIGHED.format(verdict=terms.EVIDENCE[weighed.evidence]))
        note = f" ({', '.join(weighed.at)}). {weighed.note}{_numbers(weighed.refs, summary)}"
        evidence.append(blocks.Paragraph((verdict, note)))
    if not evidence:
        evidence.append(blocks.Paragraph((blocks.Strong(f"{terms.RESEARCH}:"), f" {draft.MISSING['evidence']}")))
    why, full_rule = wording.OR_BECAUSE.join(item.why), wording.OR.join(item.rule)
    return blocks.KeepTogether(
        (
            blocks.Heading(3, point.headline),
            blocks.Paragraph((f"{point.says} [{theme}; {_article(item)}]",)),
            *evidence,
            blocks.Paragraph((f"{wording.WHY_SHOWN} {why} {wording.FULL_RULE} {full_rule}",), "small"),
            blocks.Choice(terms.NOT_RELEVANT, terms.REASONS),
        )
    )


def _numbers(refs: tuple[str, ...], summary: Summary) -> str:
    order = [reference.reference for reference in summary.references]
    return f" [{', '.join(str(order.index(ref) + 1) for ref in refs)}]" if refs else ""


def _gaps(summary: Summary) -> tuple[blocks.Paragraph, ...]:
    if not summary.gaps:
        return (blocks.Paragraph((draft.MISSING["gaps"],)),)
    gaps = (item.gap for item in summary.relevant_gaps())
    return tuple(
        blocks.Paragraph((blocks.Strong(f"{gap.topic}."), f" {gap.note}{_numbers(gap.refs, summary)}")) for gap in gaps
    )


def _article(item: Consideration) -> str:
    return wording.ARTICLE.format(addresses=", ".join(item.point.cites))


def _attributes(summary: Summary) -> str:
    """List the attributes that say something, and name those that are not used."""
    attributes = summary.about.source_attributes
    unused = [each.attribute.removeprefix("Use of ") for each in attributes if each.value == "Not used"]
    others = [f"{each.attribute}: {each.value}." for each in attributes if each.value != "Not used"]
    return " ".join([*others, *([wording.NOT_USED.format(attributes=", ".join(unused))] if unused else [])])


def versions(pack: Pack) -> tuple[str, ...]:
    """Name the pack and the article with their digests."""
    source, parts = pack.about.source, changed_parts(pack)
    return (
        wording.PACK_VERSION.format(identity=identity(pack), digest=pack.digest, maintainers=pack.about.maintainers),
        *([wording.CHANGED_PARTS.format(parts=", ".join(parts))] if parts else ()),
        wording.ARTICLE_VERSION.format(title=source.title, digest=source.sha256),
    )
