"""The words that the screen, the page and the text share."""

from collections.abc import Mapping

from considerations.pack import About

NOT_ANSWERED = "Not answered"
NOT_ASKED = "Not asked"
NOT_ASKED_YET = "Not asked yet"

VALENCES: Mapping[str, str] = {"benefit": "Speaks of a benefit", "limit": "Speaks of a limit", "neither": "Neutral"}

STATUS: Mapping[str, str] = {
    "draft": "a draft that no clinician has reviewed",
    "reviewed": "reviewed",
    "retired": "retired: no longer maintained",
}
EVIDENCE: Mapping[str, str] = {
    "supports": "Published evidence supports this",
    "qualifies": "Published evidence qualifies this",
    "no-study-can-settle-it": "No study can settle this",
}
NOTHING = "No point is highlighted by these answers. That does not mean that nothing bears on the situation."
NOT_SAID = "The article does not say."
EXAMPLE = "Worked example, no real person"
BEARS = "Bears on these answers"

# What a clinician may tick with a pen beside a point that does not bear; nothing of it is stored.
NOT_RELEVANT = "Not relevant here because:"
REASONS = ("does not apply", "timing", "evidence", "risk and benefit", "preference", "not feasible")

NOT_ADVICE = "Points of one article, highlighted by fixed rules. Not a recommendation, and no substitute for judgement."


def source_line(about: About) -> str:
    """Say in a line what the source is, and what it does not state."""
    source = about.source
    return (
        f"Source: {source.kind}, “{source.title}”. Author: {source.author}. Date: {source.date}. "
        f"References: {source.references}"
    )


def counted(number: int, noun: str) -> str:
    """
    Give a number with its noun.

    >>> counted(1, "point"), counted(2, "point")
    ('1 point', '2 points')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
