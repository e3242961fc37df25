"""Page two onward: how the page one came about, what evidence adds, and what the article leaves out."""

from collections.abc import Callable, Iterator

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import companions
from considerations.pack.terms import BEARS, EVIDENCE, NOT_RELEVANT, NOT_SAID, REASONS, counted
from considerations.render.paper.blocks import (
    Block,
    Cell,
    Choice,
    Heading,
    KeepTogether,
    Link,
    Listing,
    Paragraph,
    Row,
    Strong,
    Table,
)


def audit(summary: Summary) -> Iterator[Block]:
    """Give everything after page one, each part under its heading."""
    about = summary.about
    waiting = summary.in_state(None)
    parts: dict[str, tuple[Block, ...]] = {
        "How this came about": (
            Paragraph((f"{about.intended_use} For: {about.intended_user}.",)),
            Paragraph((Strong("Not for:"), f" {'; '.join(about.not_for)}.")),
        ),
        "Answers": (_answers(summary),),
        "Why each point is highlighted, and what published evidence adds": tuple(
            _reasons(item, summary) for item in summary.in_state(True)
        ),
        f"Waiting for an answer: {counted(len(waiting), 'point')}": (_waiting(waiting),) if waiting else (),
        "Side by side, as far as the article goes": (side_by_side(summary.pack.comparison, summary.row_applies),),
        "What the article does not say": tuple(_gap(item, summary) for item in summary.relevant_gaps()),
        "References": _references(summary),
        "Attributes": (Paragraph((_attributes(summary),), "small"),),
        "Versions": tuple(Paragraph((line,), "small") for line in _versions(summary)),
    }
    for heading, blocks in parts.items():
        if blocks:
            yield Heading(2, heading)
            yield from blocks


def side_by_side(comparison: companions.Comparison, bears: Callable[[companions.Row], bool]) -> Table:
    """Set out the side-by-side table; rows that bear on the answers are marked."""
    rows = (
        Row(
            row.title, BEARS if bears(row) else "", tuple(_cell(row.cells.get(column)) for column in comparison.columns)
        )
        for row in comparison.rows
    )
    return Table(("Aspect", *comparison.columns.values()), tuple(rows))


def _cell(cell: companions.Cell | None) -> Cell:
    return Cell(cell.says, cell.cites) if cell else Cell(NOT_SAID, open=True)


def _answers(summary: Summary) -> Listing:
    return Listing(tuple((f"{line.question.asks} ", Strong(line.answer)) for line in summary.answers), columns=2)


def _reasons(item: Consideration, summary: Summary) -> KeepTogether:
    point, theme = item.point, summary.about.themes[item.point.theme]
    evidence = (
        Paragraph(
            (
                Strong(EVIDENCE[each.evidence]),
                f" ({', '.join(each.at)}). {each.note}{_numbers(each.refs, summary)}",
            )
        )
        for each in item.evidence
    )
    return KeepTogether(
        (
            Heading(3, point.headline),
            Paragraph((f"{point.says} [{theme}; article {', '.join(point.cites)}]",)),
            *evidence,
            Paragraph((f"Answers: {' Also: '.join(item.why)} Rule: {' Or: '.join(item.rule)}",), "small"),
            Choice(NOT_RELEVANT, REASONS),
        )
    )


def _numbers(refs: tuple[str, ...], summary: Summary) -> str:
    order = [each.reference for each in summary.references]
    return f" [{', '.join(str(order.index(ref) + 1) for ref in refs)}]" if refs else ""


def _gap(item: ExplainedGap, summary: Summary) -> Paragraph:
    gap = item.gap
    return Paragraph((Strong(f"{gap.topic}."), f" {gap.note}{_numbers(gap.refs, summary)}"))


def _references(summary: Summary) -> tuple[Block, ...]:
    entries = tuple(_reference(each) for each in summary.references)
    return (Listing(entries, numbered=True, columns=3),) if entries else ()


def _reference(each: companions.Reference) -> tuple[str | Link, ...]:
    place = Link(each.place, each.link) if each.link else each.place
    return (f"{each.short}. ", place, each.caveat)


def _waiting(waiting: tuple[Consideration, ...]) -> Listing:
    return Listing(tuple((f"{item.point.headline} {' '.join(item.why)}",) for item in waiting))


def _attributes(summary: Summary) -> str:
    """Give the attributes that say something, and name those that are not used."""
    attributes = summary.about.source_attributes
    unused = [each.attribute.removeprefix("Use of ") for each in attributes if each.value == "Not used"]
    said = [f"{each.attribute}: {each.value}." for each in attributes if each.value != "Not used"]
    return " ".join([*said, *([f"Not used: {', '.join(unused)}."] if unused else [])])


def _versions(summary: Summary) -> tuple[str, ...]:
    about = summary.about
    return (
        f"Pack: {summary.identity}, sha256 {summary.pack.digest}. Maintained by: {about.maintainers}.",
        f"Article: “{about.source.title}”, sha256 {about.source.sha256}.",
    )
