"""Put the difference between two versions in words: plain, or as Markdown for a change note."""

from collections.abc import Iterator

from considerations.pack.words import paper as wording
from considerations.proof.diff import Change, Difference


def text(difference: Difference, *, markdown: bool = False) -> str:
    """Write the difference as plain text, or as Markdown."""
    heading, code = ("## ", "`") if markdown else ("", "")
    return "\n".join(_lines(difference, heading, code)) + "\n"


def _lines(difference: Difference, heading: str, code: str) -> Iterator[str]:
    yield f"{heading}{difference.old} → {difference.new}"
    yield ""
    if difference.empty:
        yield wording.SAME_RULES if difference.files else wording.SAME
        return
    if not difference.both:
        yield wording.NOT_COMPARABLE
    yield share(difference)
    for title, entries in sections(difference, code).items():
        yield from ("", f"#{heading}{title}" if heading else title.upper())
        yield from (f"- {entry}" for entry in entries)


def share(difference: Difference) -> str:
    """Say in how many answer sets something else is shown."""
    return wording.SHARE.format(
        before=difference.before,
        after=difference.after,
        both=difference.both,
        changed=difference.changed,
        percent=_percent(difference.changed, difference.both),
    )


def sections(difference: Difference, code: str = "") -> dict[str, tuple[str, ...]]:
    """Return everything that differs, in sentences under titles; those on what is shown are in the order of `changes`."""
    every = {
        wording.NEW_AND_REMOVED: difference.structure,
        wording.WHAT_IS_SHOWN: tuple(_change(change, code) for change in difference.changes),
        wording.RULES_REWRITTEN: difference.rewritten,
        wording.CASES_REWRITTEN: difference.cases,
        wording.WORDING_ONLY: difference.wording,
    }
    return {title: entries for title, entries in every.items() if entries}


def _change(change: Change, code: str) -> str:
    when = "; or ".join(f"({case})" if len(change.when) > 1 else case for case in change.when)
    witness = ", ".join(f"{question}: {option}" for question, option in change.witness.items())
    sentence = wording.CHANGE if change.whole else wording.CHANGE_IN_PART
    unless = "" if change.kind == "stop" else wording.UNLESS_A_STOP
    return sentence.format(brief=in_brief(change, code), when=when, unless=unless, witness=witness)


def in_brief(change: Change, code: str = "") -> str:
    """Say what shows or no longer shows, and in how many answer sets."""
    return wording.CHANGE_IN_BRIEF.format(
        name=f"{code}{change.name}{code}",
        verb=wording.VERBS[change.kind, change.comes],
        answer_sets=change.answer_sets,
        percent=_percent(change.share, 1),
    )


def _percent(part: float, whole: float) -> str:
    share = 100 * part / whole if whole else 0
    return f"{share:.3g} %"
