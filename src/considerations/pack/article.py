"""The article's sentences (headings and bullets too), their digests and addresses; `L20.1` is line 20, first sentence."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

ADDRESS = re.compile(r"L[1-9][0-9]{0,4}\.[1-9][0-9]{0,3}")

# The possible end of a sentence, with its closing quotes and reference marks, then the first letter of the next.
# Only the last of several full stops is tried; otherwise a line of dots would take long.
_END = re.compile(
    r"""
    [.!?…](?![.!?…])
    (?: ["”’'»)\]]
      | \s?\[\d[\d,\s–-]{0,40}\]                             # [12] or [3, 5–7]
      | [⁰¹²³⁴-⁹]{1,9}
      | (?<=[^\W\d_][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,9}        # a superscript in plain text, as in "helps.12"
    )*
    (?=\s+["“‘'(\[«„¿¡]?(\w))
    """,
    re.VERBOSE,
)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def sentences(text: str) -> dict[str, str]:
    r"""
    Return every sentence of a text by its address, in order.

    >>> sentences('A heading\n\nFirst one. "Second?" Third 1.5 too.')
    {'L1.1': 'A heading', 'L3.1': 'First one.', 'L3.2': '"Second?"', 'L3.3': 'Third 1.5 too.'}
    >>> list(sentences("Wait… what? Wait... what?[1, 2] Über.3 Ναι.").values())
    ['Wait… what?', 'Wait... what?[1, 2]', 'Über.3', 'Ναι.']
    """
    return {
        f"L{number}.{nth}": sentence
        for number, line in enumerate(text.split("\n"), 1)
        for nth, sentence in enumerate(_line_sentences(line.strip()), 1)
    }


def _line_sentences(line: str) -> Iterator[str]:
    """Split a line wherever a capital letter or a digit follows a possible end."""
    start = 0
    for end in _END.finditer(line):
        if end[1].isupper() or end[1].istitle() or end[1].isdecimal():
            yield line[start : end.end()].strip()
            start = end.end()
    if line:
        yield line[start:].strip()


def digest(sentence: str) -> str:
    """
    Return the sha256 of a sentence, as 64 hexadecimal digits.

    Ignores white space, the style of quotation marks and dashes, and equivalent Unicode spellings.

    >>> digest("It’s  here.") == digest("It's here.")
    True
    >>> digest("It's here.") == digest("Its here.")
    False
    """
    plain = unicodedata.normalize("NFKC", sentence).translate(_STRAIGHT)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()


def index(text: str) -> str:
    r"""
    Return the index of a text: one line per sentence, with its address and digest but none of its words.

    >>> index("Short.\n\nTwo. Three.").split()[::2]
    ['L1.1', 'L3.1', 'L3.2']
    """
    return "".join(f"{address} {digest(sentence)}\n" for address, sentence in sentences(text).items())


def passages(digests: Mapping[str, str], text: str) -> dict[str, str | None]:
    """Return the sentence at each address, or None where its digest differs; return {} if none matches."""
    known = sentences(text)
    matches = {at: known[at] if at in known and digest(known[at]) == sha256 else None for at, sha256 in digests.items()}
    return matches if any(matches.values()) else {}
