"""A difference between two versions in words: plain, or as Markdown for a change note."""

from collections.abc import Iterator

from considerations.proof.diff import Change, Difference

_VERBS = {
    ("point", True): "now highlighted",
    ("point", False): "no longer highlighted",
    ("gap", True): "now in front",
    ("gap", False): "no longer in front",
    ("notice", True): "now shown above the points",
    ("notice", False): "no longer shown above the points",
    ("stop", True): "now stops",
    ("stop", False): "no longer stops",
}


def text(difference: Difference) -> str:
    """Give the difference as plain text."""
    return "\n".join(_lines(difference, heading="", code="")) + "\n"


def markdown(difference: Difference) -> str:
    """Give the difference as Markdown."""
    return "\n".join(_lines(difference, heading="## ", code="`")) + "\n"


def _lines(difference: Difference, *, heading: str, code: str) -> Iterator[str]:
    yield f"{heading}{difference.old} → {difference.new}"
    yield ""
    if difference.empty:
        yield "Only comments, spacing or the like are different." if difference.files else "Nothing is different."
        return
    if not difference.both:
        yield "No answer set is possible in both, so what is shown cannot be compared."
    yield (
        f"{difference.before:,} answer sets before, {difference.after:,} after. Of the {difference.both:,} possible in both, "
        f"{difference.changed:,} ({_percent(difference.changed, difference.both)}) show something else. "
        "These are shares of answer sets, not of patients."
    )
    for title, entries in (
        ("New and gone", difference.structure),
        ("What is shown", tuple(_change(change, code) for change in difference.changes)),
        ("Rules written otherwise", difference.rewritten),
        ("Wording only", difference.wording),
    ):
        if entries:
            yield from ("", f"#{heading}{title}" if heading else title.upper())
            yield from (f"- {entry}" for entry in entries)


def _change(change: Change, code: str) -> str:
    when = "; or ".join(f"({case})" if len(change.when) > 1 else case for case in change.when)
    more = "" if change.whole else "; and in further cases"
    witness = ", ".join(f"{question}: {option}" for question, option in change.witness.items())
    return (
        f"{code}{change.name}{code} {_VERBS[change.kind, change.comes]} in {change.answer_sets:,} answer sets "
        f"({_percent(change.share, 1)}), {'exactly ' if change.whole else ''}when {when}{more}. For example: {{{witness}}}"
    )


def _percent(part: float, whole: float) -> str:
    share = 100 * part / whole if whole else 0
    return f"{share:.3g} %"
