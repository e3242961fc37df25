"""The names by which FHIR resources speak of a pack: names, not addresses, for they lead nowhere."""

from considerations.pack import About, Question

URN = "urn:considerations"

# What a tag may say of a resource: the digest of the exact rules, and that its answers are a worked example's.
DIGEST = f"{URN}:sha256"
EXAMPLE = f"{URN}:worked-example"


def url(about: About) -> str:
    """Name the questionnaire of a pack, whatever its version."""
    return f"{URN}:{about.pack}"


def canonical(about: About) -> str:
    """Name the questionnaire of a pack in its version, as a response does."""
    return f"{url(about)}|{about.version}"


def codes(about: About, question: Question) -> str:
    """Name the code system of a question's options: each its own, for a `yes` means what its question asks."""
    return f"{url(about)}:{question.question}"
