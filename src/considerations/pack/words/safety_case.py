"""Word the clinical safety case."""

from collections.abc import Mapping

TITLE = "Clinical safety case"
ABOUT = "{title} ({identity})."
TESTS = (
    "Test results: run on {date}; sha256 of their file {digest}. The file does not name the version that was tested."
)
NO_DATE = "a day that the file does not state"
SHOWN = "{shown} of {all} controls are shown by a test that passed in every case that was run. The others are marked as not shown."
SCOPE = "Scope and intended use"
OVERVIEW = "Hazards at a glance"
HEADS = ("Hazard", "Controls shown", "Severity", "Likelihood", "Risk accepted")
CONTROLS_SHOWN = "{shown} of {all}"
ORGANISATION = "For the organisation that deploys this"
EMPTY = (
    "Severity, likelihood and acceptance depend on where and by whom this is used, so they are left empty. Only an organisation "
    "that deploys it can fill them in, for example under DCB0129, DCB0160 or ISO 14971."
)
OFFICER = "Clinical safety officer, with role, date and signature:"
HAZARDS = "Hazards, causes, effects and controls"
CONTROL_HEADS = ("Control", "Test", "Result")
REMAINS = "Residual risk:"
LIMITS = "Known limits"
RESULTS: Mapping[str, str] = {
    "passed": "Passed on {date}",
    "skipped": "Not shown: the test was skipped, wholly or in part",
    "failed": "Not shown: the test failed",
    "missing": "Not shown: the test was not run",
}
