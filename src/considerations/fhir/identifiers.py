"""The identifiers of a pack in FHIR resources; they are names, not web addresses."""

from considerations.pack import About, Question

URN = "urn:considerations"

# The systems of tags: the digest of the exact rules, and the worked example that the answers are from.
DIGEST = f"{URN}:sha256"
EXAMPLE = f"{URN}:worked-example"


def url(about: About) -> str:
    """Return the name of a pack's questionnaire, without its version."""
    return f"{URN}:{about.pack}"


def codes(about: About, question: Question) -> str:
    """Return a question's own code system, because what `yes` means depends on the question."""
    return f"{url(about)}:{question.question}"
