"""Set out page two onward: how page one was made, what research says, and what the article does not cover."""

from collections.abc import Callable, Iterator

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import companions, terms
from considerations.pack.words import paper as wording
from considerations.render.paper import blocks


def audit(summary: Summary) -> Iterator[blocks.Block]:
    """Set out everything after page one, each part under its heading."""
    about = summary.about
    unanswered = summary.in_state(None)
    needing = wording.POINTS_NEED_ANSWERS.format(number=len(unanswered), total=len(summary.considerations))
    parts: dict[str, tuple[blocks.Block, ...]] = {
        wording.HOW_IT_WAS_MADE: (
            blocks.Paragraph((wording.INTENDED.format(use=about.intended_use, user=about.intended_user),)),
            blocks.Paragraph((blocks.Strong(f"{wording.NOT_FOR}:"), f" {'; '.join(about.not_for)}.")),
        ),
        wording.ANSWERS: (_answers(summary),),
        wording.WHY_POINTS_APPLY: tuple(_reasons(item, summary) for item in summary.in_state(True)),
        needing: (_unanswered(unanswered),) if unanswered else (),
        terms.COMPARISON: (comparison_table(summary.pack.comparison, summary.row_applies),),
        terms.NOT_COVERED: tuple(_gap(item, summary) for item in summary.relevant_gaps()),
        wording.REFERENCES: _references(summary),
        wording.ATTRIBUTES: (blocks.Paragraph((_attributes(summary),), "small"),),
        wording.VERSIONS: tuple(blocks.Paragraph((line,), "small") for line in versions(summary)),
    }
    for heading, part in parts.items():
        if part:
            yield blocks.Heading(2, heading)
            yield from part


def comparison_table(comparison: companions.Comparison, applies: Callable[[companions.Row], bool]) -> blocks.Table:
    """Set out what the article says of each option; rows that are relevant here are marked."""
    rows = (
        blocks.Row(
            row.title,
            terms.RELEVANT_HERE if applies(row) else "",
            tuple(_cell(row.cells.get(column)) for column in comparison.columns),
        )
        for row in comparison.rows
    )
    return blocks.Table((wording.ASPECT, *comparison.columns.values()), tuple(rows))


def _cell(cell: companions.Cell | None) -> blocks.Cell:
    return blocks.Cell(cell.says, cell.cites) if cell else blocks.Cell(terms.NOT_SAID, open=True)


def _answers(summary: Summary) -> blocks.Listing:
    return blocks.Listing(
        tuple((f"{line.question.asks} ", blocks.Strong(line.answer)) for line in summary.answers), columns=2
    )


def _reasons(item: Consideration, summary: Summary) -> blocks.KeepTogether:
    point, theme = item.point, summary.about.themes[item.point.theme]
    evidence = (
        blocks.Paragraph(
            (
                blocks.Strong(wording.WEIGHED.format(verdict=terms.EVIDENCE[weighed.evidence])),
                f" ({', '.join(weighed.at)}). {weighed.note}{_numbers(weighed.refs, summary)}",
            )
        )
        for weighed in item.evidence
    )
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


def _gap(item: ExplainedGap, summary: Summary) -> blocks.Paragraph:
    gap = item.gap
    return blocks.Paragraph((blocks.Strong(f"{gap.topic}."), f" {gap.note}{_numbers(gap.refs, summary)}"))


def _references(summary: Summary) -> tuple[blocks.Block, ...]:
    entries = tuple(_reference(reference) for reference in summary.references)
    return (blocks.Listing(entries, numbered=True, columns=3),) if entries else ()


def _reference(reference: companions.Reference) -> tuple[str | blocks.Link, ...]:
    place = blocks.Link(reference.place, reference.link) if reference.link else reference.place
    return (f"{reference.short}. ", place, reference.caveat)


def _unanswered(unanswered: tuple[Consideration, ...]) -> blocks.Listing:
    return blocks.Listing(
        tuple((f"{item.point.headline} [{_article(item)}] {' '.join(item.why)}",) for item in unanswered)
    )


def _article(item: Consideration) -> str:
    return wording.ARTICLE.format(addresses=", ".join(item.point.cites))


def _attributes(summary: Summary) -> str:
    """List the attributes that say something, and name those that are not used."""
    attributes = summary.about.source_attributes
    unused = [each.attribute.removeprefix("Use of ") for each in attributes if each.value == "Not used"]
    others = [f"{each.attribute}: {each.value}." for each in attributes if each.value != "Not used"]
    return " ".join([*others, *([wording.NOT_USED.format(attributes=", ".join(unused))] if unused else [])])


def versions(summary: Summary) -> tuple[str, ...]:
    """Name the pack and the article with their digests."""
    about = summary.about
    return (
        wording.PACK_VERSION.format(
            identity=summary.identity, digest=summary.pack.digest, maintainers=about.maintainers
        ),
        wording.ARTICLE_VERSION.format(title=about.source.title, digest=about.source.sha256),
    )
