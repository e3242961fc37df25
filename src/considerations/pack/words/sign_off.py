"""Word the review sheet, and what is said when it has been added."""

TITLE = "Review sheet of {pack} {version}"
HOW_TO = (
    "This file is the sheet to read and the form to fill in. Each case below is invented. Together they make every rule "
    "apply at least once. After the cases comes everything to judge, once each. Tick a box on paper, or write agree, "
    "change or disagree after the name.",
    "Say who you are by role and organisation; no name is asked for. Leave under files what you looked at. Under interests write "
    "“None declared” if there are none.",
    "When it is filled in, this command adds it to {file} with the digest of what you signed: sign-off {pack} --add FILE",
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
ADDED = "{file}: added, with digest {digest}. The pack now counts as reviewed until its content changes."
FUTURE = "'{date}' is in the future; write the day of the review"
TOO_LARGE = "with this sign-off the file would be larger than 1 MiB; remove old ones first"
