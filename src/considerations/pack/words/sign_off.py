"""Word the review sheet, and what is said when it has been added."""

TITLE = "Review sheet of {pack} {version}"
HOW_TO = (
    "This file is the sheet to read and the form to fill in. Each case below is invented. Together they make every rule "
    "apply at least once. After the cases comes everything to judge, once each. Tick a box on paper, or write agree, "
    "change or disagree after the name.",
    "Say who you are by role and organisation; no name is asked for. Leave under files what you looked at. Under interests write "
    "“None declared” if there are none.",
    "Signed as well, and not on this sheet: the questions, the notices, the short forms, the crisis lines, the evidence and the "
    "references. Read them in the files.",
    "When it is filled in, this command adds it to {file} with the digest of what you signed: sign-off FOLDER --add FILE",
)
CASE = "Case {number}: {situation}"
ANSWERS = "Answers: {answers}."
POINTS = "Points that apply: {names}."
GAPS = "Gaps relevant here: {names}."
NOTICES = "Notices: {names}."
ACT_FIRST = "Act first: {name}."
NONE = "none"
BOXES = "[ ] agree   [ ] change   [ ] disagree"
CITES = "{says} [article {addresses}]"
RULE = "Rule: {rule}"
ADDED = "{file}: added, with digest {digest}. It holds until the content changes; the verdicts are shown as they are."
OTHER_CONTENT = "the pack has changed since this sheet was printed; print it anew"
NO_FILE = "'{file}' is not a file of a pack"
ADDED_BEFORE = "this review was added before"
TOO_LARGE = "with this sign-off the file would be larger than {limit} MiB; remove old ones first"
