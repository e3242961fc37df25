"""Answers in a FHIR R4 `QuestionnaireResponse`; only answers are read, and whoever else it may name is passed over."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from considerations.fhir.identifiers import DIGEST, EXAMPLE, codes, url
from considerations.pack import Pack


class WrongResponse(Exception):
    """A response that cannot be used; its arguments say why, a line each."""


class _Element(BaseModel):
    """An element; a modifier may turn its meaning round, and none is known here, so each is refused."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True)

    modifier_extension: None = None


class _Coding(_Element):
    system: str = ""
    code: str = ""
    display: str = ""


class _Answer(_Element):
    value_coding: _Coding | None = None
    item: tuple["_Item", ...] = ()


class _Item(_Element):
    link_id: str
    answer: tuple[_Answer, ...] = ()
    item: tuple["_Item", ...] = ()


class _Meta(_Element):
    tag: tuple[_Coding, ...] = ()


class Response(_Element):
    """What is read of a response."""

    implicit_rules: None = None
    meta: _Meta = _Meta()
    questionnaire: str = ""
    status: Literal["in-progress", "completed", "amended", "stopped", "entered-in-error"]
    item: tuple[_Item, ...] = ()

    @property
    def digest(self) -> str | None:
        """Return the digest of the rules that the questions were answered with, if it is there."""
        return self._tagged(DIGEST, "code")

    @property
    def example(self) -> str | None:
        """The worked example whose answers these are."""
        return self._tagged(EXAMPLE, "display")

    def _tagged(self, system: str, part: Literal["code", "display"]) -> str | None:
        values = list(dict.fromkeys(getattr(tag, part) for tag in self.meta.tag if tag.system == system))
        if len(values) > 1:
            told = " and ".join(f"'{value}'" for value in values)
            raise WrongResponse(
                f"its tags of {system} contradict each other: {told}; give the response as it was saved"
            )
        return values[0] if values else None


def as_written(value: object) -> str:
    """
    Give a value of a JSON file as the file has it, a text without its quotes.

    >>> as_written("yes"), as_written(None), as_written(True)
    ('yes', 'null', 'true')
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def read(content: Mapping[str, Any], pack: Pack) -> Response:
    """Read the response to a pack's questions in the same version and under the same rules, or raise `WrongResponse`."""
    if content["resourceType"] != "QuestionnaireResponse":
        raise WrongResponse(f"a QuestionnaireResponse is expected, not: {as_written(content['resourceType'])}")
    try:
        response = Response.model_validate(content)
    except ValidationError as error:
        places = dict.fromkeys(".".join(map(str, fault["loc"])) for fault in error.errors())
        raise WrongResponse(*(f"{place}: this cannot be read as FHIR R4 has it" for place in places)) from None
    if response.status == "entered-in-error":
        raise WrongResponse("its status is entered-in-error: these answers are not to be used")
    _same_rules(response, pack)
    return response


def answers(response: Response, pack: Pack) -> Iterator[tuple[str, str]]:
    """Give every answer as question and option; a code of another system bears its system before a bar."""
    systems = {question.question: codes(pack.about, question) for question in pack.questions}
    for item in _items(response.item):
        for answer in item.answer:
            coding = answer.value_coding
            if not coding:
                yield item.link_id, "a value without a code"
            else:
                ours = coding.system == systems.get(item.link_id)
                yield item.link_id, coding.code if ours else f"{coding.system}|{coding.code}"


def _same_rules(response: Response, pack: Pack) -> None:
    named, _, numbered = response.questionnaire.partition("|")
    if named != url(pack.about):
        raise WrongResponse(f"answers to '{url(pack.about)}' are expected, not to '{named}'")
    if numbered != pack.about.version:
        raise WrongResponse(
            f"these are answers to version {numbered or 'not stated'}, and version {pack.about.version} is here; "
            "give the pack as it was then, such as REVISION:rules/PACK"
        )
    if response.digest not in (None, pack.digest):
        raise WrongResponse(
            f"the rules were others, of the same version: sha256 {response.digest} then, {pack.digest} here; "
            "give the pack as it was then, such as REVISION:rules/PACK"
        )


def _items(items: tuple[_Item, ...]) -> Iterator[_Item]:
    for item in items:
        yield item
        yield from _items(item.item)
        for answer in item.answer:
            yield from _items(answer.item)
