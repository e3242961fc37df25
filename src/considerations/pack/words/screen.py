"""Every word of the screen that no pack writes, page by page. A name in braces is filled in when the text is shown."""

from collections.abc import Mapping
from typing import NamedTuple


class Counted(NamedTuple):
    """A text with a number in it, in two forms."""

    one: str
    many: str

    def of(self, number: int, **values: object) -> str:
        """
        Return the text for this number.

        >>> Counted("{number} step", "{number} steps").of(1)
        '1 step'
        """
        return (self.one if number == 1 else self.many).format(number=number, **values)


# Every page
PRODUCT = "Considerations"
PAGE_START = "Home"
PAGE_QUESTIONS = "Questions"
PAGE_CHECK_ANSWERS = "Check answers"
PAGE_CONSIDERATIONS = "Considerations"
PAGE_SUMMARY = "Summary"
PAGE_HOW_IT_WORKS = "How it works"
TITLE_WITH_STEP = "{step}: {title}"

UNANSWERED_IS_NOT_NO = "Unanswered questions never count as “no”."

START_AGAIN = "Start again"
START_AGAIN_WARNING = "This deletes all your answers. It cannot be undone."
DELETE_ANSWERS = "Delete all answers"

ANSWERS_STAY_HERE = (
    "Your answers are kept in this browser tab only. They are deleted when you close the tab, when you choose “Start again”, "
    "or after {minutes} minutes without use."
)
FOOTER_VERSION = "Version {version}: {status}."

# Start
START_LEAD = "Answer a few questions about a case. See which points of one article apply, and why."
START_PACK = "Questionnaire"
START_PACK_BROKEN = "“{pack}” cannot be shown because its rules failed a check."
START_FOR = "Who it is for"
START_NOT_FOR = "What it is not for"
START_BEFORE = "Before you start"
START_LENGTH = Counted(
    "{questions} in {number} step, about two minutes.", "{questions} in {number} steps, about two minutes."
)
START_SKIP = "You can skip any question. Nothing asks for a name, a date or free text."
START_RULES = "Fixed rules decide what is shown; there is no AI. Nothing is ranked."
START_GO = "Start"
START_HOW = "See how it works"
START_EXAMPLES = "Try an example case"
START_EXAMPLES_NOTE = "These cases are invented. Opening one replaces your answers."

# Questions
STEP = "Step {number} of {steps}"
PROGRESS = "Progress"
PROGRESS_STEP = "{number}. {title}"
APPLY = Counted("{number} of {points} points applies", "{number} of {points} points apply")
APPLY_SO_FAR = Counted("{apply} so far ({number} needs more answers).", "{apply} so far ({number} need more answers).")
BACK = "Back"
NEXT = "Next"
SO_FAR = "See what applies so far"
TO_CHECK_ANSWERS = "Check answers"
BACK_TO_CHECK_ANSWERS = "Back to check answers"

# Check answers
NOT_ANSWERED_YET = Counted("{number} question is not answered yet.", "{number} questions are not answered yet.")
NEED_THIS_ANSWER = Counted("{number} point needs this answer", "{number} points need this answer")
CHANGE = "Change {question}"
TO_CONSIDERATIONS = "See the considerations"

# Considerations
PRINT_THE_SUMMARY_PAGE = "To print, use the page Summary."
CASE = "The case: choose an answer to change it"
MORE_ANSWERS = Counted("{number} more answer", "{number} more answers")
SAFETY_OPEN = "Safety questions are still unanswered: {questions}."
SAFETY_OPEN_NOTE = (
    "Answer them first. Until then, this page cannot tell whether there is time to go through the points."
)
APPLY_IN_ALL = "{apply}."
IN_BALANCE: Mapping[str, Counted] = {
    "benefit": Counted("claimed benefit", "claimed benefits"),
    "limit": Counted("limit", "limits"),
    "neither": Counted("neutral", "neutral"),
    "gap": Counted("topic not covered", "topics not covered"),
}
ORDER = "Not a recommendation. In the article's order, not ranked."
LEFT_OUT_IN_SHORT = "Not covered by the article: {number} of {relevant} topics"
NOT_COVERED = "Not covered by the article: relevant here"
ALSO_NOT_COVERED = "Also not covered by the article"
MORE_TOPICS = "{group}: {number}"
# What research says, in the few words that a line has room for; what comes first is said where sentences differ.
RESEARCH_IN_LINE: Mapping[str, str] = {
    "qualifies": "narrower in studies",
    "supports": "supported by studies",
    "no-study-can-settle-it": "not a research question",
    "not-looked-for": "not looked for yet",
}
RESEARCH_IN_PART = "supported in part"
OPEN_ALL = "Open all"
CLOSE_ALL = "Close all"
MARK = "Mark: {headline}"
NOT_MARKED = "Mark"
MARKS_DO = (
    "On page one of the summary, points marked as covered or not relevant move to a short list. "
    "While a claimed benefit is still to be discussed, what belongs beside it stays, whatever its mark."
)
MARKED_OF = "{{number}} of {points} marked"
MARKS_DROPPED = Counted(
    "{number} mark was removed, because its point no longer applies: {headlines}.",
    "{number} marks were removed, because their points no longer apply: {headlines}.",
)
NEED_ANSWER = "Points that need an answer ({number})"
NOT_HIGHLIGHTED = "Not highlighted ({number})"
OTHER_GAPS = "Not covered by the article: other topics ({number})"
TO_SUMMARY = "Go to the summary"

# A point or a topic, opened.
WHY_POINT = {True: "Why it is highlighted", None: "Why it needs an answer", False: "Why it is not highlighted"}
WHY_GAP = {
    True: "Why it is relevant here",
    None: "Why it needs an answer",
    False: "Why it is not listed as relevant here",
}
POINT_IF = "It would apply if"
GAP_IF = "It would be relevant here if"
WHY_NOTICE = "Why this is shown"
ANOTHER_REASON = "or because"
EACH_ANSWER = "What each answer would do"
FULL_RULE = "Full rule"
OR = "or"

# What if.
WHAT_IF = "Try a different answer"
WHAT_IF_NOTE = (
    "Change one answer to see what changes. Your answers stay as they are until you choose “Use these answers”."
)
WHAT_IF_CHOOSE = "Choose an answer to change"
WHAT_IF_ANSWER = "{question}: {answer}"
WHAT_IF_TRIED = "You are trying"
WHAT_IF_STOP = "This answer means that urgent steps come first."
WHAT_IF_STOP_NOTE = "Use it only if it is true: this page then shows those steps in place of the points."
WHAT_IF_SAME = "Nothing would change."
WHAT_IF_CANCEL = "Cancel"
WHAT_IF_USE = "Use these answers"

# Summary
SUMMARY_COUNT = Counted("{number} point applies.", "{number} points apply.")
SUMMARY_NOTE = (
    "Page one is for the conversation and stands alone. The pages after it give the reasons and the sources. "
    "The FHIR file holds the answers only."
)
WHAT = "What to print or save"
PAGE_ONE = "Page one"
EVERYTHING = "Everything"
PREVIEW = "Page one, as it prints"
LARGE_TYPE = "Large type (about 14 point, more pages)"
PRINT_SUMMARY = "Print the summary"
SAVE_PDF = "Save as PDF"
SAVE_FHIR = "Save as FHIR"
RECORD = "Note for the record"
RECORD_NOTE = (
    "Plain text, 72 columns wide. The short note names points and gaps in a few words; the full text has everything."
)
LENGTH = "Length"
SHORT_NOTE = "Short note"
FULL_TEXT = "Full text"
PLAIN_CHARACTERS = "Plain characters only (for older record systems)"
COPY = "Copy the text"
SAVE_TEXT = "Save as text"
BACK_TO_CONSIDERATIONS = "Back to the considerations"
# The browser fills in the name.
SAVED = "Your browser saves it as {name}."
COPIED = "Copied."
NOT_COPIED = "This browser blocks copying; over plain http, every browser does. The text is selected: copy it yourself."
NOT_PRINTED = "The print dialog did not open. Print from the browser’s own menu."
NOT_PRINTED_PDF = "Or save the PDF and print that."

# How it works
PROVING = "Checking the rules …"
NO_ARTICLE = "{fault}. The article’s own words are not shown."
OTHER_ARTICLE = "{file}: this text is not the article; none of its sentences match"

# Stop: in place of any page
PRINT_STOP = "Print this page"
STOP_MISTAKE = "Answered by mistake? Change it here."

# The tab and the server
PACK_BROKEN = "This questionnaire cannot be shown because its rules failed a check."
ONE_MOMENT = "One moment"
LOADING = "Loading your answers from this tab."
START_WITHOUT = "Start without them"
EXPIRED = "Your answers were deleted after {minutes} minutes without use."
UPDATED = "The questionnaire changed while you used it. It is now version {version}; How it works lists what changed."
LEFT_OUT = Counted(
    "Left out: {number} answer that this questionnaire cannot read: {questions}.",
    "Left out: {number} answers that this questionnaire cannot read: {questions}.",
)
RULES_CHANGED = Counted(
    "The rules have changed. {number} answer no longer fits and was left out: {questions}.",
    "The rules have changed. {number} answers no longer fit and were left out: {questions}.",
)
UNKNOWN_QUESTION = "a question that is not asked here"
CLOSE_NOTICE = "Close this notice"
OFFLINE = "No connection to the server. You can still read and print this page."
WAITING = "Waiting for the server."
ANSWERED = "The server has answered."
NOT_DRAWN = (
    "This page cannot be shown yet. It needs JavaScript and a WebSocket connection to its server, which some networks block. "
    "Wait a moment, or {link}."
)
NOT_DRAWN_LINK = "go to the start page"
