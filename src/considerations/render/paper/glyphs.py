"""Write or name the characters that a form cannot show, so that none is lost without a trace."""

import re
import unicodedata

# What says the same in ASCII. Whatever would say something else is named instead: a bare 2 for a raised one, a hyphen for
# a decimal point at mid height.
_NEAREST = str.maketrans(
    {
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‘’‚‹›′", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f", " "),
        "—": "--",
        "…": "...",
        "•": "-",
        "×": "x",
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "≈": "~",
        "±": "+/-",
        "→": "->",
        "←": "<-",
        "☐": "[ ]",
        "£": "GBP ",
        "€": "EUR ",
        "ß": "ss",
    }
)
_LETTER = re.compile(r"LATIN (SMALL|CAPITAL) (?:LETTER|LIGATURE) ([A-Z]{1,2})(?: WITH .*)?")


def to_ascii(text: str) -> str:
    """
    Write a text in ASCII: quotes and dashes straight, letters without accents, anything else by its name in brackets.

    >>> to_ascii("“Ångström” – 5 ≥ 4…, 10², β")
    '"Angstrom" - 5 >= 4..., 10[superscript two], [greek small letter beta]'
    """
    straight = unicodedata.normalize("NFC", text).translate(_NEAREST)
    return "".join(each if each.isascii() else _in_ascii(each) for each in straight)


def _in_ascii(character: str) -> str:
    letter = _LETTER.fullmatch(unicodedata.name(character, ""))
    if not letter:
        return named(character)
    return letter[2].lower() if letter[1] == "SMALL" else letter[2].title()


def named(character: str) -> str:
    r"""
    Name a character that cannot be shown, in brackets.

    >>> named("中"), named("\ue000")
    ('[cjk unified ideograph-4e2d]', '[U+E000]')
    """
    name = unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"
    return f"[{name}]"
