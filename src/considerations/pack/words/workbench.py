"""Every word of the workbench that no pack and no check writes. A name in braces is filled in when the text is shown."""

from collections.abc import Mapping

from considerations.pack.words.screen import Counted

TITLE = "Workbench: {folder}"
ONLY_HERE = "The workbench is for this machine alone: its server takes no address but 127.0.0.1, ::1 and localhost."

LOADS = "{version} loads. {faults}."
NO_FAULTS = "No faults"
FAULTS = Counted("{number} fault", "{number} faults")
BROKEN = "{folder} does not load. {faults}."
LAST_GOOD = "The last version that loaded is {version}."
NO_GOOD = "No version has loaded since the workbench opened."
VERSION = "{pack} {version} (sha256 {digest})"
FAULTS_TITLE = "Faults"
FAULTS_IN = "{faults} in {file}"

CHANGES = "What the edit changes"
COMPARED_WITH: Mapping[str, str] = {
    "": "Compared with the last commit, {version}.",
    "no commit": "This folder is in no commit of git. So this is compared with the version first loaded here, {version}.",
    "broken commit": "The last commit does not load. So this is compared with the version first loaded here, {version}.",
}
NOT_COMPARED = "The rules connect too many questions to be compared."
WHEN = "Exactly when{unless}:"
WHEN_IN_PART = "When, among other cases{unless}:"
OPEN_WITNESS = "Open as a case: {name}"
SHOWS_NOW = "What the rules show now:"

EDITED = "Edited last: {kind} {name}"
ALSO_EDITED = "Edited at the same time: {names}."
NOTHING_EDITED = "Nothing is edited yet. The next entry that changes is shown here."
CARD = "On the page Considerations"
RULE = "Its rule in words"
IN_THE_BOOK = "In the book"
ON_PAPER = "On page one of the print, for a case that shows it"
NO_CASE = "No answers are known that show it on a page or on paper."

GUARANTEES = "Guarantees"
HOLD = Counted("{number} guarantee holds for every answer set", "{number} guarantees hold for every answer set")
FAILS = "Broken:"
SAYS_NOTHING = "Says nothing, as it applies to no answers or a part of it matches nothing:"
NO_GUARANTEES = "This pack has no guarantee."

VIGNETTES = "Example cases"
CASES = Counted("{number} example case", "{number} example cases")
AS_SHOWN = ", each as the rules show it."
CONTRADICTED = Counted(": of {number}, the rules show something else.", ": of {number}, the rules show something else.")
SHOW_OTHERWISE = Counted("{number} shows something else since the edit", "{number} show something else since the edit")
NOW_SHOWN = "now {names}"
NO_LONGER = "no longer {names}"

SENTENCES = "Sentences without a point"
ALL_USED = "Each sentence of the article is cited by a point."
TO_PLACE = Counted("{number} sentence still to do", "{number} sentences still to do")
NOT_USED = Counted("{number} sentence not used, with its reason", "{number} sentences not used, with their reasons")

TO_DO = Counted("{number} more thing to do or to look at", "{number} more things to do or to look at")
