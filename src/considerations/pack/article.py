"""The source text: its sentences (headings and bullets too), digests and addresses: `L20.1` is line 20, first sentence."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

ADDRESS = re.compile(r"L[1-9][0-9]{0,4}\.[1-9][0-9]{0,3}")

# Where a sentence may end, its closing quotes and reference marks included, and the sign that the next begins with.
# Only the last of several stops is tried: a line of dots would take long if each of them were.
_END = re.compile(
    r"""
    [.!?…](?![.!?…])
    (?: ["”’'»)\]]
      | \s?\[\d[\d,\s–-]{0,40}\]                             # [12] or [3, 5–7]
      | [⁰¹²³⁴-⁹]{1,9}
      | (?<=[^\W\d_][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,9}        # a raised mark in plain text, as in "helps.12"
    )*
    (?=\s+["“‘'(\[«„¿¡]?(\w))
    """,
    re.VERBOSE,
)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def sentences(text: str) -> dict[str, str]:
    r"""
    Give every sentence of a text by its address, in order.

    >>> sentences('A heading\n\nFirst one. "Second?" Third 1.5 too.')
    {'L1.1': 'A heading', 'L3.1': 'First one.', 'L3.2': '"Second?"', 'L3.3': 'Third 1.5 too.'}
    >>> list(sentences("Wait… what? Wait... what?[1, 2] Über.3 Ναι.").values())
    ['Wait… what?', 'Wait... what?[1, 2]', 'Über.3', 'Ναι.']
    """
    return {
        f"L{line}.{nth}": sentence
        for line, content in enumerate(text.split("\n"), 1)
        for nth, sentence in enumerate(_of_line(content.strip()), 1)
    }


def _of_line(line: str) -> Iterator[str]:
    """Cut a line where a capital letter or a digit follows an end."""
    start = 0
    for end in _END.finditer(line):
        if end[1].isupper() or end[1].istitle() or end[1].isdecimal():
            yield line[start : end.end()].strip()
            start = end.end()
    if line:
        yield line[start:].strip()


def digest(sentence: str) -> str:
    """
    Give the sha256 of a sentence, as 64 hexadecimal digits.

    White space, the shape of quotation marks and dashes, and Unicode's spelling variants make no difference.

    >>> digest("It’s  here.") == digest("It's here.")
    True
    >>> digest("It's here.") == digest("Its here.")
    False
    """
    plain = unicodedata.normalize("NFKC", sentence).translate(_STRAIGHT)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()


def index(text: str) -> str:
    r"""
    Write the index of a text: a line of address and digest for each sentence, and none of the words.

    >>> index("Short.\n\nTwo. Three.").split()[::2]
    ['L1.1', 'L3.1', 'L3.2']
    """
    return "".join(f"{address} {digest(sentence)}\n" for address, sentence in sentences(text).items())


def passages(digests: Mapping[str, str], text: str) -> dict[str, str | None]:
    """Return the passage at each address, None where its digest does not match; nothing where no sentence matches."""
    found = sentences(text)
    given = {at: found[at] if at in found and digest(found[at]) == known else None for at, known in digests.items()}
    return given if any(given.values()) else {}
