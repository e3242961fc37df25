"""
The source text: its sentences, their addresses and digests.

An address such as `L20.1` names line 20, first sentence. A heading or a bullet is a sentence too.
"""

import hashlib
import re
import unicodedata

ADDRESS = re.compile(r"L[1-9][0-9]{0,4}\.[1-9][0-9]{0,3}")

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|$)")
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
