"""Say what a draft does not have yet."""

from collections.abc import Mapping

# What a draft's pack.yaml says where its author has said nothing.
NOT_RECORDED = "Not recorded yet"
VERSION = "0.1.0"
USER = "Reviewers of this draft"
NOT_FOR = "Patients: nobody has reviewed this draft"
LIMIT = "This is a draft that nobody has reviewed."
THEMES: Mapping[str, str] = {"article": "Points of the article"}

# What each missing file means for the reader, by the field of a pack that it fills.
MISSING: Mapping[str, str] = {
    "evidence": "No evidence review yet.",
    "gaps": "No list yet of what the article does not cover.",
    "comparison": "No comparison table yet.",
    "hazards": "No list of hazards yet.",
    "vignettes": "No example cases yet.",
    "changes": "No record of changes yet.",
}
NO_EVIDENCE = "No evidence review yet"
NOT_CHECKED = "No crisis line has been checked yet."
NO_POINT = "No point yet."
