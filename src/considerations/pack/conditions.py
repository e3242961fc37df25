"""The condition language and the kinds of value in a pack; a mistake that one value alone shows is refused here."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from considerations.pack.article import ADDRESS

# Keys of a condition that are no question. `not` is none of them, lest it hold where nobody was asked; it is refused.
JOINS = ("any", "all", "not")

MOST_OF_AN_ID = 60
MOST_WORDS = 60
# Of the languages that are written, none puts more on one letter.
MOST_MARKS = 4


def _written(pattern: str, message: str) -> AfterValidator:
    """Refuse a text that is not written as a pattern says."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("pack", message, {"text": text})
        return text

    return AfterValidator(check)


def _no_join(word: str) -> str:
    if word in JOINS:
        raise PydanticCustomError("pack", "'{word}' has a meaning in conditions and cannot be an id", {"word": word})
    return word


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _readable(text: str) -> str:
    if text != text.strip() or not text:
        raise PydanticCustomError("pack", "a text is missing here, or has spaces at its ends", {})
    # Nearly every text can be printed as it is; only where one cannot is each of its signs looked up.
    if not text.isprintable() and any(map(_is_unseen, text)):
        raise PydanticCustomError(
            "pack", "a line break or an invisible character stands in this text; write it as one line", {}
        )
    marks = "".join(sign for sign in set(text) if unicodedata.category(sign) in ("Mn", "Me"))
    if marks and re.search(f"[{marks}]{{{MOST_MARKS + 1}}}", text):
        message = "more than {most} accents stand on one letter; leave out what no one can read"
        raise PydanticCustomError("pack", message, {"most": MOST_MARKS})
    return text


def _is_unseen(sign: str) -> bool:
    """Say whether a sign has no shape of its own: a control, private use, half a pair, or no character for good."""
    never = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return never or unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise PydanticCustomError("pack", "'{text}' is not a date; write year-month-day", {"text": text}) from None


def _short_note(text: str) -> str:
    if len(text.split()) > MOST_WORDS:
        raise PydanticCustomError(
            "pack", "{count} words are too many here; at most {most}", {"count": len(text.split()), "most": MOST_WORDS}
        )
    return text


Id = Annotated[
    str,
    _written(
        f"(?=.{{1,{MOST_OF_AN_ID}}}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?",
        "'{text}' is not an id; use up to 60 small letters, digits and hyphens",
    ),
    AfterValidator(_no_join),
]
Address = Annotated[str, _written(ADDRESS.pattern, "'{text}' is not an address; write line and sentence as in L20.1")]
Sha256 = Annotated[str, _written("[0-9a-f]{64}", "a sha256 digest has 64 digits, 0 to 9 and a to f")]
Text = Annotated[str, Field(max_length=1000), AfterValidator(_readable)]
Line = Annotated[str, Field(max_length=140), AfterValidator(_readable)]
# Only what reads the same everywhere: no user part before the host, no letters that look like others.
WebAddress = Annotated[
    str,
    Field(max_length=300),
    _written(
        r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][!#-&(-;=?-\[\]-~]*)?",
        "'{text}' is not a web address; write https://, the host and the path in plain ASCII, with no '@' in the host",
    ),
]
Version = Annotated[
    str,
    _written(
        "(?!.*[.]$)[A-Za-z0-9][A-Za-z0-9.+~_-]{0,39}",
        "'{text}' is not a version; files are named after it, so use up to 40 letters, digits and . + ~ _ -",
    ),
]
Day = Annotated[str, AfterValidator(_day)]
Note = Annotated[str, Field(max_length=1000), AfterValidator(_readable), AfterValidator(_short_note)]
# Alternatives are proved against each other, so there are not to be thousands of them.
SOME = Field(min_length=1, max_length=100)
Options = Annotated[tuple[Id, ...], SOME, BeforeValidator(_one_or_more)]


class Part(BaseModel):
    """Something a pack is made of: frozen, and unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Give a copy with other parts; what was derived from the old ones stays behind."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[derived]
        return copied


class Condition(Part):
    """
    What must be true of the answers.

    Holds when every question of `one_of` has one of its options, one of `any` holds (if given), and all of `all` hold. The
    word `always` stands for a condition that holds whatever the answers.
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
            raise PydanticCustomError("pack", "a condition names at least one question: 'question: [option, …]'", {})
        if "not" in value:
            raise PydanticCustomError("pack", "there is no 'not': list the options for which the condition holds", {})
        joined = {key: value[key] for key in ("any", "all") if key in value}
        return {"one_of": {key: body for key, body in value.items() if key not in joined}, **joined}

    def named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give every question that this names with its options, however deep."""
        yield from self.one_of.items()
        for part in (*(self.any or ()), *(self.all or ())):
            yield from part.named()

    def questions(self) -> Iterator[str]:
        """Give every question that this names, however deep."""
        return (question for question, _ in self.named())


class Highlight(Part):
    """One way in which an item comes to bear; `interpretation` is what it adds, `rationale` why that is fair, `beside` what goes with it."""

    when: Condition
    interpretation: Text | None = None
    rationale: Text | None = None
    beside: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _a_rationale_is_of_a_reading(self) -> Self:
        if self.rationale and not self.interpretation:
            raise PydanticCustomError(
                "pack", "a rationale says why a reading is fair; give the 'interpretation' too", {}
            )
        return self

    @property
    def explained(self) -> str | None:
        """The reading with why it is fair."""
        return f"{self.interpretation} Why this is fair: {self.rationale}" if self.rationale else self.interpretation


ALWAYS = Condition.model_validate("always")
