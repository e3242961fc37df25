"""Word the page, the text note, the book and the list of changes."""

from collections.abc import Mapping

from considerations.pack.terms import CLAIMS, NOT_COVERED, RESEARCH, TITLE

# Every page.
PAGE = "Page {page} of {pages}"

# Page one, and the text note.
SITUATION = "Situation"
SAFETY_OPEN = "Safety questions still unanswered:"
POINTS_APPLY = f"{CLAIMS}: points that apply ({{number}} of {{total}})"
POINTS_TO_DISCUSS = f"{POINTS_APPLY}, with questions to discuss"
TAG_WITH_RESEARCH = "{valence}. Research: {verdicts}."
TO_DISCUSS = "To discuss:"
MARKED = "Marked: {mark}."
SET_ASIDE = "Marked as covered or not relevant ({number})"
LIMITS = "Limits of this summary"
NOTES = "Notes"

# The pages with reasons and sources.
HOW_IT_WAS_MADE = "How this was made"
INTENDED = "{use} For: {user}."
FOR = "For:"
NOT_FOR = "Not for"
ANSWERS = "Answers"
WHY_POINTS_APPLY = f"{CLAIMS}: why each point applies, and what research says"
WEIGHED = f"{RESEARCH}: {{verdict}}"
ARTICLE = "article {addresses}"
WHY_SHOWN = "Why shown:"
FULL_RULE = "Full rule:"
OR_BECAUSE = " Or because: "
OR = " Or: "
POINTS_NEED_ANSWERS = f"{CLAIMS}: points that need an answer ({{number}} of {{total}})"
ASPECT = "Aspect"
REFERENCES = "References"
ATTRIBUTES = "Source attributes"
NOT_USED = "Not used: {attributes}."
VERSIONS = "Versions"
PACK_VERSION = "Pack: {identity}, sha256 {digest}. Maintained by: {maintainers}."
CHANGED_PARTS = "Changed since the review: {parts}."
ARTICLE_VERSION = "Article: “{title}”, sha256 {digest}."

# The short note.
NOTE_TITLE = f"{TITLE.upper()}. Not a recommendation."
NOT_ANSWERED_IN_NOTE = "Not answered: {questions}."
NOTE_NOTICES = "Notices: {notices}."
CLAIMED: Mapping[str, str] = {
    "benefit": "Claimed benefits ({number}): {points}.",
    "limit": "Claimed limits ({number}): {points}.",
    "neither": "Other claims ({number}): {points}.",
}
NOTE_POINT = "{point} [{addresses}]{mark}"
NOTE_MARK = " ({mark})"
MARKED_IN_NOTE = "Marked as covered or not relevant ({number}): {points}."
NOTE_GAPS = "Not covered ({number} topics): {topics}."
MORE_TOPICS = "{number} more"
NOTE_SOURCE = "“{title}”. {identity}, {digest}. More: full text."

# The full text alone.
IN_SHORT = f"{NOT_COVERED}: in short"
RELEVANT_TOPICS = f"{NOT_COVERED}: topics relevant here ({{number}} of {{total}})"
POINT_TAG = "{valence}; article {addresses}"

# The book: its search, and the cards that the screen shares.
BOOK_TITLE = "How it works: {title}"
SEARCH = "Search this page"
SEARCH_HINT = "Your search stays in this browser."
FOUND = "{hits} of {all} entries"
CONTENTS = "Contents"
CITED = "Article {addresses}"
OTHER_SENTENCE = "The article's text available here has a different sentence, so it is not shown."
NO_TEST = "no test shows this"
CHECKED_AGAINST = "Checked against: {checked}."
REFERENCES_LINKED = "References: {links}."
OR_ITEM = "or"

# The book: what it is about, and the article.
METHOD = "The method in plain words"
METHOD_RULES = (
    "Fixed rules compare the answers with conditions that people wrote and anyone can read below. A point of the article is "
    "highlighted when one of its conditions is true. It needs an answer while that depends on an unanswered question. Otherwise "
    "it is not highlighted, but can still be read. An unanswered question never counts as “no”. There is no AI and no statistics. "
    "Nothing is ranked, graded or scored. The order follows the article."
)
METHOD_STOP = (
    "While an answer says that there is no time for the points, an “Act first” page replaces every other page."
)
IDENTITY = "The article and these rules"
SOURCE = ("Title", "Kind", "Author", "Publisher", "Date", "References", "Review", "Digest (sha256)")
RULES = "Rules"
RULES_VERSION = "{pack} {version}, {status}; sha256 {digest}"
MAINTAINERS = "Maintained by"
ARTICLE_TEXT = "The article's text"
ARTICLE_AVAILABLE = "Available, shown with each point"
ARTICLE_NOT_AVAILABLE = "Not available here"
OUTLINE = "The article, in its own order"
OUTLINE_LEAD = (
    "L20.1 is line 20, first sentence. Each sentence is cited by a point, which says it in our own words, or is not used as a "
    "point, with the reason. None is left out. Follow a point to its rule."
)
OUTLINE_HEADS = ("Address", f"{CLAIMS}, as points")
NOT_USED_BECAUSE: Mapping[str, str] = {
    "heading": "A heading.",
    "lead-in": "Introduces what follows.",
    "framing": "Sets the scene; nothing in it is relevant to a case.",
    "outlook": "A hope for the future.",
    "no-claim": "Claims nothing that a case depends on.",
    "repeats": "Says the same as {address}.",
    "stop": "The stop “{name}” says it.",
}

# The book: the rules.
POINTS = f"{CLAIMS}: the {{number}} points and their rules"
APPLIES_WHEN = "Applies when"
DEPENDS_ON = "Depends on"
SHOWN_WITH = "Shown with these points of the article"
SHOWS_GAPS = "Gaps shown with it"
QUESTIONS = "The {number} questions"
ASKED_WHEN = "Asked when"
NO_EFFECT = "No effect by design"
WHAT_IT_AFFECTS = "What it affects"
STOPS = "Stops"
STOPS_WHEN = "Stops when"
UNTIL = "{when} until {until}"
NOTICES = "Notices"
SHOWN_WHEN = "Shown when"
EFFECTS = "What each question affects"
EFFECTS_LEAD = (
    "From the rules: answers to the question on the left help to decide whether the items beside it are shown."
)
EFFECTS_HEADS = ("Question", f"Points ({CLAIMS.lower()})", "Gaps", "Notices", "Stops and questions")
ASKS = "Asks: {question}"
NONE = "None"
RELEVANT_WHEN = "Relevant here when"
WORDS_NOT_FOUND = "Words searched for in the article and not found"

# The book: what stands behind the rules.
PROOFS = "What is proved of these rules"
NO_PROOF = (
    "No proof is available: the rules connect too many questions, or their files changed after the app read them."
)
PROVED = (
    "Not a sample. Checked for all {answer_sets:,} possible answer sets; {without_a_stop:,} of them without a stop. "
    "Also checked for all {partial:,} without a stop in which answers may be missing. {conditions} in all."
)
PROVED_CLAIMS = (
    "Points, gaps, notices and stops: each of them can come up, and no notice is always shown.",
    "No condition is always true, and no part of one can be left out without changing what is shown.",
    "Every option affects something, or is declared to have no effect.",
)
NOT_PROVED = "Not all of this is true:"
COMBINATIONS = "These numbers count combinations of answers, not patients."
BEYOND_PROOF = (
    "No proof shows that a point says what the article says, that an interpretation is fair, or that a note says what a study "
    "found. People read those."
)
HAZARDS = "Hazards"
CAUSE = "Cause:"
EFFECT = "Effect:"
CONTROLS = "Controls"
REMAINS = "What remains:"
LABELLING = "Labelling"
CHANGES = "What changed"
GLOSSARY = "The words used here"

# The list of changes between two versions.
SAME = "Nothing is different."
SAME_RULES = "Only comments, spacing and the like are different."
NOT_COMPARABLE = "No answer set is possible in both, so what is shown cannot be compared."
SHARE = (
    "{before:,} answer sets before, {after:,} after. Of the {both:,} possible in both, {changed:,} ({percent}) show something else. "
    "These are shares of answer sets, not of patients."
)
NEW_AND_REMOVED = "New and removed"
WHAT_IS_SHOWN = "What is shown"
RULES_REWRITTEN = "Rules rewritten"
CASES_REWRITTEN = "Example cases rewritten"
WORDING_ONLY = "Wording only"
VERBS: Mapping[tuple[str, bool], str] = {
    ("point", True): "now highlighted",
    ("point", False): "no longer highlighted",
    ("gap", True): "now relevant",
    ("gap", False): "no longer relevant",
    ("notice", True): "now shown above the points",
    ("notice", False): "no longer shown above the points",
    ("stop", True): "now stops",
    ("stop", False): "no longer stops",
}
CHANGE_IN_BRIEF = "{name} {verb} in {answer_sets:,} answer sets ({percent})"
CHANGE = "{brief}, exactly when {when}{unless}. For example: {{{witness}}}"
CHANGE_IN_PART = "{brief}, when {when}; and in other cases{unless}. For example: {{{witness}}}"
UNLESS_A_STOP = ", unless a stop applies"
