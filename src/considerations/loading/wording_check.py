"""Check our own wording for directives, absolute claims and American spelling; quotations and findings are exempt."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from considerations.loading.faults import Fault, Loc, Placed

# For small letters: to ignore case takes twice as long.
_DIRECTIVE = re.compile(
    r"\b(should|must|ought to|(?:need|have)s? to|recommend\w*|advis(?:e|ed|es|able)|prescrib\w*|first-line|best|prefer(?:red|able)|"
    r"mg|dos(?:e|es|ed|age|ing)|start(?:s|ing)?|stop(?:ping)?|switch(?:es|ing)?|discontinue[ds]?|taper\w*)\b"
)
_ABSOLUTE = re.compile(
    r"\b(prove[sdn]?|proof that|safe|safely|guaranteed|guarantees? (?:relief|remission|recovery|success)|cure[sd]?|harmless|always works|never fails)\b"
)
_AMERICAN = re.compile(
    r"\b(\w+iz(?:ations?|ing|ed)|(?:organ|recogn|real|hospital|random|minim|stabil)ize\w*|behavior\w*|colors?|centers?|counsel(?:ing|or)\w*|"
    r"pediatric\w*|anesthe\w*|hemorrh\w*|labeling|favor\w*|judgment|program)\b"
)
_KINDS = {"is a directive": _DIRECTIVE, "claims too much": _ABSOLUTE, "is not British spelling": _AMERICAN}

# What this project used to write, and the plain word for it.
RETIRED = {
    r"silences?": "gap",
    r"promises?": "guarantee",
    r"in front": "relevant here",
    r"set aside": "not used",
    r"bears? on": "applies to",
    r"at hand": "available",
    r"hangs? on": "depends on",
    r"no real person": "invented case",
}
_RETIRED = {re.compile(rf"\b{word}\b", re.I): plain for word, plain in RETIRED.items()}
_ANY_RETIRED = re.compile(rf"\b({'|'.join(RETIRED)})\b")
MAX_WORDS = 28

# Phrases that say what the tool is not, or use a word of the glossary; nothing else is exempt.
ALLOWED = ("not a recommendation", "a stop", "the stop", "start again", "proved of these rules")
_ALLOWED = re.compile(rf"\b({'|'.join(ALLOWED)})\b", re.I)
# Keys whose values are not our own sentences: quotations, publication records, addresses and names.
_EXEMPT = {"citation", "design", "population", "finding", "url", "doi", "absent", "test", "sha256"}


def findings(text: str) -> list[str]:
    """
    Return what is wrong with a text, each finding after the word in quotation marks.

    >>> findings("Patients should start at once.")
    ["'should' is a directive", "'start' is a directive"]
    >>> findings("Not a recommendation.")
    []
    """
    text = _ALLOWED.sub("", text)
    small = text.lower()
    matches = [(match.span(), fault) for fault, pattern in _KINDS.items() for match in pattern.finditer(small)]
    return [f"'{text[start:end]}' {fault}" for (start, end), fault in matches]


def retired(text: str) -> list[str]:
    """
    Return the retired words of a text, each with the plain one.

    >>> retired("A silence of the article.")
    ["'silence': write 'gap'"]
    """
    if not _ANY_RETIRED.search(text.lower()):
        return []
    matches = [(match, plain) for word, plain in _RETIRED.items() for match in word.finditer(text)]
    return [f"'{match.group()}': write '{plain}'" for match, plain in matches]


def sentences(text: str) -> list[str]:
    """
    Return the sentences of a text; a colon ends one, too.

    >>> sentences("It works for some: not for all. How many?")
    ['It works for some:', 'not for all.', 'How many?']
    """
    return re.split(r"(?<=[.?!:])[”’\")]*\s+", text.strip())


def faults(placed: Placed, exempt: Collection[str] = ()) -> Iterator[Fault]:
    """Yield a fault for every finding, retired word and long sentence in a file's texts, except under the `exempt` keys."""
    for path, text in texts(placed.data, (), {*_EXEMPT, *exempt}):
        for finding in findings(text):
            yield placed.fault(path, f"{finding}; reword the sentence", word=finding.split("'")[1])
        for finding in retired(text):
            yield placed.fault(path, finding, word=finding.split("'")[1])
        for sentence in sentences(text):
            if (words := len(sentence.split())) > MAX_WORDS:
                yield placed.fault(path, f"a sentence of {words} words; split it; the limit is {MAX_WORDS}")


def texts(data: Any, path: Loc, exempt: Collection[str] = _EXEMPT) -> Iterator[tuple[Loc, str]]:
    """Yield every text in our own words, with its path."""
    if isinstance(data, str):
        if not re.fullmatch(r"[a-z0-9-]+", data):
            yield path, data
        return
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if step not in exempt:
            yield from texts(value, (*path, step), exempt)
