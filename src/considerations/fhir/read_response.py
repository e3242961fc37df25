"""Read the answers in a FHIR R4 `QuestionnaireResponse`; ignore everything else, such as people it names."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from considerations.fhir.identifiers import DIGEST, EXAMPLE, codes, url
from considerations.pack import Pack


class WrongResponse(Exception):
    """A response that cannot be used; each argument is a line that says why."""


class _Element(BaseModel):
    """An element; modifier extensions are refused, because one can reverse its meaning."""

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
    """The parts of a response that are read."""

    implicit_rules: None = None
    meta: _Meta = _Meta()
    questionnaire: str = ""
    status: Literal["in-progress", "completed", "amended", "stopped", "entered-in-error"]
    item: tuple[_Item, ...] = ()

    @property
    def digest(self) -> str | None:
        """The digest of the rules in use when the questions were answered, if stated."""
        return self._tagged(DIGEST, "code")

    @property
    def example(self) -> str | None:
        """The worked example that the answers are from, if any."""
        return self._tagged(EXAMPLE, "display")

    def _tagged(self, system: str, part: Literal["code", "display"]) -> str | None:
        values = list(dict.fromkeys(getattr(tag, part) for tag in self.meta.tag if tag.system == system))
        if len(values) > 1:
            listed = " and ".join(f"'{value}'" for value in values)
            raise WrongResponse(
                f"its tags of {system} contradict each other: {listed}; use the response as it was saved"
            )
        return values[0] if values else None


def as_written(value: object) -> str:
    """
    Return a value as written in a JSON file, a text without its quotes.

    >>> as_written("yes"), as_written(None), as_written(True)
    ('yes', 'null', 'true')
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def read(content: Mapping[str, Any], pack: Pack) -> Response:
    """Return a response to the same version and rules of a pack, or raise `WrongResponse`."""
    if content["resourceType"] != "QuestionnaireResponse":
        raise WrongResponse(f"expected a QuestionnaireResponse, not {as_written(content['resourceType'])}")
    try:
        response = Response.model_validate(content)
    except ValidationError as error:
        places = dict.fromkeys(".".join(map(str, fault["loc"])) for fault in error.errors())
        raise WrongResponse(*(f"{place}: this is not valid FHIR R4" for place in places)) from None
    if response.status == "entered-in-error":
        raise WrongResponse("its status is entered-in-error, so its answers cannot be used")
    _same_rules(response, pack)
    return response


def answers(response: Response, pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield every answer as question and option; a code of another system is written `system|code`."""
    systems = {question.question: codes(pack.about, question) for question in pack.questions}
    for item in _items(response.item):
        for answer in item.answer:
            if coding := answer.value_coding:
                ours = coding.system == systems.get(item.link_id)
                yield item.link_id, coding.code if ours else f"{coding.system}|{coding.code}"
            else:
                yield item.link_id, "a value without a code"


def _same_rules(response: Response, pack: Pack) -> None:
    name, _, version = response.questionnaire.partition("|")
    then = "use the pack as it was then, such as REVISION:rules/PACK"
    if name != url(pack.about):
        raise WrongResponse(f"expected answers to '{url(pack.about)}', not to '{name}'")
    if version != pack.about.version:
        ours = pack.about.version
        theirs = version or "(not stated)"
        raise WrongResponse(f"these answers are to version {theirs}, but this pack is version {ours}; {then}")
    if response.digest not in (None, pack.digest):
        raise WrongResponse(
            f"these answers are to other rules of the same version: sha256 {response.digest} then, {pack.digest} now; {then}"
        )


def _items(items: Iterable[_Item]) -> Iterator[_Item]:
    for item in items:
        yield item
        yield from _items([*item.item, *(inner for answer in item.answer for inner in answer.item)])
