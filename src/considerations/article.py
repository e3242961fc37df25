"""
The source text: its sentences, their addresses and digests.

An address such as `L20.1` names line 20, first sentence. A heading or a bullet is a sentence too.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

ADDRESS = re.compile(r"L[1-9][0-9]{0,4}\.[1-9][0-9]{0,3}")

# A run of any length ends in nine signs or fewer; without a bound a line of dots would be tried from each of them.
_SENTENCE = re.compile(r"\S.*?(?:[.!?]{1,9}[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|$)")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def sentences(text: str) -> dict[str, str]:
    r"""
    Give every sentence of a text by its address, in order.

    >>> sentences('A heading\n\nFirst one. "Second?" Third 1.5 too.')
    {'L1.1': 'A heading', 'L3.1': 'First one.', 'L3.2': '"Second?"', 'L3.3': 'Third 1.5 too.'}
    """
    return {
        f"L{line}.{nth}": match.group().strip()
        for line, content in enumerate(text.splitlines(), 1)
        for nth, match in enumerate(_SENTENCE.finditer(content.strip()), 1)
    }


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
    """
    Give the passage at each address, or None where it is missing or its digest does not match.

    A text of which no sentence matches is another article: it has no passages at all.
    """
    found = sentences(text)
    given = {at: found[at] if at in found and digest(found[at]) == known else None for at, known in digests.items()}
    return given if any(given.values()) else {}
