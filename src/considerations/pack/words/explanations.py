"""Say why an item is shown or not, what would change that, and what its rule is."""

from collections.abc import Mapping

# The case and the stop.
NOTHING_ANSWERED = "nothing answered yet"
CHECKED = "Checked {date}. {how}"
VERSION = "Version {version}, {status}."

# Why an item is shown, or not.
ALWAYS = "Always, whatever the answers"
WITH_POINT = "Shown with this point of the article: “{headline}”"
WITH_THEMES = "Shown with any point about: {themes}."
NEEDS_ANSWERS = "Needs an answer to: {questions}."
DECIDED_UNLESS_STOP = "Whatever else is answered, {effect}, unless urgent steps come first."

# What an answer does, for a point and for a gap, by the state that it leads to.
POINT_EFFECTS: Mapping[bool | None, str] = {
    True: "it would apply",
    False: "it would not apply",
    None: "it would still need an answer",
}
GAP_EFFECTS: Mapping[bool | None, str] = {
    True: "it would be relevant here",
    False: "it would not be relevant here",
    None: "it would still need an answer",
}
STOP_EFFECT = "urgent steps would come first"
ANSWER_EFFECT = "with {options} {effect}"
NOT_BY_ITSELF = "{questions}: one answer alone would not decide it."

# What would bring it up.
NO_CHANGE_KNOWN = "No change to these answers is known to do this."
NOW = "now “{label}”"
NOT_ANSWERED_YET = "not answered yet"
NOT_ASKED_YET = "not asked yet"
ANSWER_AGAIN = "to be answered again"

# Its full rule.
IF_THEME_APPLIES = "A point about one of these applies: {themes}."
IF_POINT_APPLIES = "This point of the article applies: “{headline}”"

# What a different answer would do to an item, by the state that it leads to.
BECOMES: Mapping[str, Mapping[bool | None, str]] = {
    "point": {
        True: "Claims of the article that would be highlighted",
        None: "Claims of the article that would need an answer",
        False: "Claims of the article that would not be highlighted",
    },
    "gap": {
        True: "Gaps that would be relevant",
        None: "Gaps that would need an answer",
        False: "Gaps that would not be relevant",
    },
    "notice": {
        True: "Notices that would show",
        None: "Notices that would need an answer",
        False: "Notices that would not show",
    },
}
NO_LONGER_HIGHLIGHTED = "Claims of the article that would no longer be highlighted"
ALSO_ASKED = "Questions that would also be asked"
NOT_ASKED = "Questions that would not be asked"
TRIED = "{question}: “{label}”, {origin}"
INSTEAD_OF = "instead of “{label}”"
USED_AGAIN = "answered before and used again"
