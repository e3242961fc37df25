"""The words that the screen, the page and the text share."""

from collections.abc import Mapping

from considerations.pack.model import About

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
NOTICES = "Read first"
BEARS = "Bears on these answers"

QUESTIONS_ONLY = (
    "Questions only. None of the rules comes with them: here nothing is highlighted, and answers that speak of an emergency "
    "show no warning."
)
# What a clinician may tick with a pen beside a point that does not bear; nothing of it is stored.
NOT_RELEVANT = "Not relevant here because:"
REASONS = ("does not apply", "timing", "evidence", "risk and benefit", "preference", "not feasible")

NOT_ADVICE = "Points of one article, highlighted by fixed rules. Not a recommendation, and no substitute for judgement."

# One word per idea; the README's table is held to it.
GLOSSARY: Mapping[str, str] = {
    "article, sentence, address": "the source text; one sentence, heading or bullet of it; L20.1 is line 20, first sentence",
    "pack": "one article and all that is made from it; versioned",
    "question, option, answer": "what is asked; one allowed answer; the option given",
    "not answered / not asked / not assessed": "asked and still open / does not apply / an option someone chose",
    "condition": "a test of the answers: true, false, or open while an answer it needs is missing",
    "point": "something the article says, in our own words",
    "highlighted / waiting / background": "its condition holds / hangs on an open question / does not hold",
    "in front / further back": "of a gap: something brings it to the front / nothing does; it can be read all the same",
    "theme, valence": "what a point is about; whether it speaks of a benefit, a limit or neither",
    "notice": "what is to be seen before the points while its condition holds; in every form",
    "gap": "something a careful clinician would look for and the article does not say",
    "evidence": "what other literature says beside a point, with its references",
    "set aside": "a sentence of the article that makes no point, with the reason",
    "step": "questions asked on one page",
    "look": "what other answers would make of the rules, beside the answers given",
    "guarantee": "a property of the pack that check shows to hold for every answer set",
    "answer set, witness": "an answer, or not asked, for every question; one that shows a claim true or false",
    "reading": "the step from sentence to condition that the sentence itself does not take; always shown",
    "stop": "answers at which there is no time to review: nothing else is shown",
    "vignette": "a situation in a line, its answers, and everything that is to be highlighted",
    "summary": "what the clinician takes away",
}


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
