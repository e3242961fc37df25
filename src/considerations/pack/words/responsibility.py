"""Word who reviewed a pack, until when it may be used, and who answers for it."""

from collections.abc import Mapping

TITLE = "Review and responsibility"
REVIEWED = "Reviewed on {date}"
REVIEW = "{who}. Version {version}. Looked at: {files}. Verdicts: {verdicts}. Interests: {interests}"
REMARKS = "Remarks: {remarks}"
SIGNED = "Signs exactly this content."
OTHER_CONTENT = "Signs other content than this."
NO_REVIEW = "Nobody has reviewed these rules."
CHANGED = "Changed since the latest review"
CHECKED_BY = "To be checked again by: {part}"
NOT_STATED = "Not stated"
FIELDS: Mapping[str, str] = {
    "funding": "Funding",
    "interests": "Interests of those who made the rules",
    "jurisdictions": "Jurisdictions covered",
    "search_dates": "Search for evidence: dates",
    "search_terms": "Search for evidence: terms",
    "search_exclusions": "Search for evidence: what was left out",
    "incidents": "Whom to tell of an incident",
    "withdrawal": "How a version is withdrawn",
}
