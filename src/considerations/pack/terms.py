"""Hold the terms that the screen, the page and the text share, and the glossary that explains them."""

from collections.abc import Mapping

from considerations.pack.model import About

NOT_ANSWERED = "Not answered"
NOT_ASKED = "Question not shown"
NOT_ASKED_YET = "Question not shown yet"

VALENCES: Mapping[str, str] = {"benefit": "Claimed benefit", "limit": "Limit", "neither": "Neutral"}

# Before the review; and without one.
STATUS: Mapping[str, str] = {"draft": "a draft, ", "reviewed": "", "retired": "retired: no longer maintained; "}
NOT_REVIEWED: Mapping[str, str] = {
    "draft": "a draft that no clinician has reviewed",
    "reviewed": "not reviewed",
    "retired": "retired: no longer maintained, and not reviewed",
}
REVIEWED_BY = "reviewed by {who} on {date}"
MORE_REVIEWS = "and {number} before"
REVIEWED_ON = "reviewed on {date}"
CHANGED_SINCE = "changed since the review of {date}: {changes}"
UNDECIDED: Mapping[str, str] = {"change": "{number} to change", "disagree": "{number} disagreed with"}
# What is looked at again by a date, and what every page says past it.
DUE: Mapping[str, str] = {
    "pack": "these rules",
    "evidence": "the evidence",
    "labels": "the product labels",
    "crisis-lines": "the crisis lines",
}
OUT_OF_DATE = "Out of date. Not checked again by the day set for it: {parts}."
RESEARCH = "What research says"
EVIDENCE: Mapping[str, str] = {
    "supports": "supports this",
    "qualifies": "more limited than claimed",
    "no-study-can-settle-it": "not a research question",
    "not-looked-for": "nobody has looked yet",
}
CLAIMS = "What the article claims"
NOTHING = "These answers do not highlight any point. That does not mean that nothing is relevant to the case."
NOT_COVERED = "Not covered by the article"
COMPARISON = "What the article says about each"
NOT_SAID = "The article does not say."
EXAMPLE = "Invented case"
TITLE = "Considerations for discussion"
ACT_FIRST = "Act first"
CRISIS_LINES = "Crisis lines"
WHY_WE_ASK = "Why we ask:"
HOW_TO_ANSWER = "How to answer:"
HOW_WE_READ_IT = "How we read it"
NOTICES = "Read first"
RELEVANT_HERE = "Relevant here"

QUESTIONS_ONLY = "Questions only, without the rules: nothing is highlighted here, and answers that describe an emergency show no warning."
# Why a point is not relevant: ticked with a pen on paper, or chosen as a mark on the screen.
NOT_RELEVANT = "Not relevant here because:"
REASONS = ("does not fit this patient", "timing", "evidence", "risk and benefit", "preference", "not feasible")
DISCUSS = "discuss"
# How a clinician may mark a point; without a mark it counts as one to discuss.
MARKS: Mapping[str, str] = {
    DISCUSS: "Discuss",
    "covered": "Already covered",
    **{f"not-relevant: {reason}": f"Not relevant: {reason}" for reason in REASONS},
}

NOT_ADVICE = (
    "Points from one article, highlighted by fixed rules. Not a recommendation, and no substitute for judgement."
)

# One word per idea; `src/considerations/README.md` copies this table (`python -m tests.documents`).
GLOSSARY: Mapping[str, str] = {
    "article, sentence, address": "the source text; one sentence, heading or bullet of it; L20.1 is line 20, first sentence",
    "pack": "one article and everything made from it, with a version",
    "question, option, answer": "what is asked; one allowed answer; the option chosen",
    "not answered / not asked / not assessed": "asked, no answer yet / does not apply / an option someone chose",
    "condition": "a test of the answers: true, false, or open while an answer it needs is missing",
    "point": "something the article claims, in our own words",
    "highlighted / needs an answer / not highlighted": "its condition is true / depends on an open question / is false",
    "relevant here / other gaps": "gaps: an answer or a highlighted point brings it up / nothing does, but it can still be read",
    "theme, valence": "what a point is about; whether it claims a benefit, a limit or neither",
    "notice": "what to read before the points while its condition is true; in every form of the summary",
    "gap": "something a careful clinician would look for and the article does not say",
    "evidence": "what other publications say about a point, with references",
    "not used as a point": "a sentence of the article that makes no point, with the reason",
    "step": "questions asked on one page",
    "what if": "a different answer tried out: what would be shown, beside the answers given",
    "guarantee": "a property of the pack that holds for every answer set; the check shows it",
    "answer set, witness": "an answer, or not asked, for every question; one that shows a claim true or false",
    "interpretation": "a step from sentence to condition that the sentence itself does not take; always shown",
    "stop": "answers that leave no time for the points: only what to do first is shown",
    "vignette": "an invented case: its description, its answers and everything that they highlight",
    "mark": "what a clinician makes of a point that applies: to discuss, covered or not relevant; it changes no rule and no answer",
    "page one": "the summary's first page: the points to discuss, those marked as covered or not relevant, the gaps",
    "summary, note": "what the clinician takes away; its short form for a record",
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
    Write a number with its noun.

    >>> counted(1, "point"), counted(2, "point")
    ('1 point', '2 points')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
