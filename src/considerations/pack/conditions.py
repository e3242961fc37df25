"""The condition language and the types of a pack's values; each type refuses wrong values."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.article import ADDRESS

# Keys of a condition that are not questions. `not` is reserved but refused: it would hold for questions nobody was asked.
JOINS = ("any", "all", "not")

MAX_ID_LENGTH = 60
MAX_WORDS = 60
# No written language puts more accents on one letter.
MAX_ACCENTS = 4


def _matches(pattern: str, message: str) -> AfterValidator:
    """Refuse a text that does not match a pattern."""
    fits = re.compile(pattern).fullmatch

    def check(text: str) -> str:
        if not fits(text):
            raise PydanticCustomError("pack", message, {"text": text})
        return text

    return AfterValidator(check)


def _not_reserved(word: str) -> str:
    if word in JOINS:
        raise PydanticCustomError("pack", "'{word}' has a meaning in conditions and cannot be an id", {"word": word})
    return word


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _readable(text: str) -> str:
    if text != text.strip() or not text:
        raise PydanticCustomError("pack", "this text is empty, or has a space before or after it", {})
    # Checking each character is slow, and nearly every text is printable.
    if not text.isprintable() and any(map(_is_invisible, text)):
        raise PydanticCustomError(
            "pack", "this text has a line break or an invisible character; write it as one line", {}
        )
    accents = "".join(char for char in set(text) if unicodedata.category(char) in ("Mn", "Me"))
    if accents and re.search(f"[{accents}]{{{MAX_ACCENTS + 1}}}", text):
        message = "one letter has more than {most} accents; remove those that nobody can read"
        raise PydanticCustomError("pack", message, {"most": MAX_ACCENTS})
    return text


def _is_invisible(char: str) -> bool:
    """Return whether a character has no shape: a control, private use, a lone surrogate or a noncharacter."""
    noncharacter = ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
    return noncharacter or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise PydanticCustomError("pack", "'{text}' is not a date; write year-month-day", {"text": text}) from None


def _short_note(text: str) -> str:
    count = len(text.split())
    if count > MAX_WORDS:
        message = "{count} words are too many here; use at most {most}"
        raise PydanticCustomError("pack", message, {"count": count, "most": MAX_WORDS})
    return text


Id = Annotated[
    str,
    _matches(
        f"(?=.{{1,{MAX_ID_LENGTH}}}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?",
        "'{text}' is not an id; use up to 60 small letters, digits and hyphens",
    ),
    AfterValidator(_not_reserved),
]
Address = Annotated[str, _matches(ADDRESS.pattern, "'{text}' is not an address; write line and sentence: L20.1")]
Sha256 = Annotated[str, _matches("[0-9a-f]{64}", "a sha256 digest has 64 digits, 0 to 9 and a to f")]
Text = Annotated[str, Field(max_length=1000), AfterValidator(_readable)]
Line = Annotated[str, Field(max_length=140), AfterValidator(_readable)]
# What stands for a headline or a notice where there is room for a few words.
Short = Annotated[str, Field(max_length=80), AfterValidator(_readable)]
# Only addresses that lead where they seem to: no user part before the host, no look-alike letters.
WebAddress = Annotated[
    str,
    Field(max_length=300),
    _matches(
        r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][!#-&(-;=?-\[\]-~]*)?",
        "'{text}' is not a web address; write https://, the host and the path in plain ASCII, with no '@' in the host",
    ),
]
Version = Annotated[
    str,
    _matches(
        "(?!.*[.]$)[A-Za-z0-9][A-Za-z0-9.+~_-]{0,39}",
        "'{text}' is not a version; files are named after it, so use up to 40 letters, digits and . + ~ _ -",
    ),
]
Day = Annotated[str, AfterValidator(_iso_date)]
Note = Annotated[str, Field(max_length=1000), AfterValidator(_readable), AfterValidator(_short_note)]
# Every alternative is proved against the others, so thousands would take too long.
SOME = Field(min_length=1, max_length=100)
Options = Annotated[tuple[Id, ...], SOME, BeforeValidator(_as_list)]


class Part(BaseModel):
    """A part of a pack: frozen, and without unknown fields."""

    # Validators are built when first used: most kinds of part are only ever read as parts of others.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields replaced, without the old cached values."""
        copied = super().model_copy(update=update, deep=deep)
        for cached in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[cached]
        return copied


class Condition(Part):
    """
    What must be true of the answers.

    Holds when every question in `one_of` has one of its options, at least one of `any` holds (if present), and all of
    `all` hold. Written as `always`, it holds for all answers.
    """

    one_of: Mapping[Id, Options] = {}
    any: Annotated[tuple["Condition", ...], SOME] | None = None
    all: Annotated[tuple["Condition", ...], SOME] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        if value == "always":
            return {}
        if not isinstance(value, dict) or not value:
            raise PydanticCustomError("pack", "a condition needs at least one question: 'question: [option, …]'", {})
        if "not" in value:
            raise PydanticCustomError("pack", "there is no 'not': list the options for which the condition holds", {})
        joined = {key: value[key] for key in ("any", "all") if key in value}
        return {"one_of": {key: body for key, body in value.items() if key not in joined}, **joined}

    def named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every question that this names, at any depth, with its options."""
        yield from self.one_of.items()
        for part in (*(self.any or ()), *(self.all or ())):
            yield from part.named()

    def questions(self) -> Iterator[str]:
        """Return every question that this names, at any depth."""
        return (question for question, _ in self.named())


class Highlight(Part):
    """One way for an item to show; `interpretation` is what we add, `rationale` why that is fair, `beside` the points that go with it."""

    when: Condition
    interpretation: Text | None = None
    rationale: Text | None = None
    beside: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _a_rationale_needs_an_interpretation(self) -> Self:
        if self.rationale and not self.interpretation:
            raise PydanticCustomError("pack", "a rationale explains an interpretation; add 'interpretation' too", {})
        return self

    @property
    def explained(self) -> str | None:
        """The interpretation, with why it is fair."""
        return f"{self.interpretation} Why this is fair: {self.rationale}" if self.rationale else self.interpretation


ALWAYS = Condition.model_validate("always")
