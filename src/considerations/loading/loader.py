"""Load a folder as a pack, or report all its faults with file, line and column; one fault and nothing loads."""

import hashlib
import os
from collections import abc
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from considerations.loading import completeness, names, sign_offs
from considerations.loading.completeness import CHANGES, INDEX
from considerations.loading.faults import MAX_FAULTS, MISSING, Fault, Placed, Refusal, Unreadable, absent
from considerations.loading.messages import MESSAGES
from considerations.loading.names import guess
from considerations.loading.sign_offs import REVIEWS
from considerations.loading.yaml_files import decoded, parse, raw
from considerations.pack import About, Option, Pack, Point, Step, Stops, Vignette
from considerations.pack.companions import Comparison, Gaps, Hazard, Notice, NotUsed
from considerations.pack.conditions import Part
from considerations.pack.evidence import Evidence
from considerations.pack.reviews import SignOff

# The files of a pack, in the order in which their faults are reported.
SHAPES: Mapping[str, Any] = {
    "pack": About,
    "questions": Annotated[tuple[Step, ...], Field(min_length=1)],
    "points": Annotated[tuple[Point, ...], Field(min_length=1)],
    "not_used": tuple[NotUsed, ...],
    "evidence": Evidence,
    "gaps": Gaps,
    "notices": tuple[Notice, ...],
    "comparison": Comparison,
    "stops": Stops,
    "hazards": tuple[Hazard, ...],
    "vignettes": tuple[Vignette, ...],
    "reviews": tuple[SignOff, ...],
}
# Files of a pack that are not YAML.
_PLAIN: Mapping[str, Callable[[str, str], Any]] = {INDEX: completeness.read_index, CHANGES: completeness.read_changes}
FILES = (INDEX, *(f"{name}.yaml" for name in SHAPES), CHANGES)
# The files that a draft needs; it can leave out the others.
_OF_A_DRAFT = (INDEX, "pack.yaml", "questions.yaml", "points.yaml", "stops.yaml")
# The former names of files and keys, and their present names.
RENAMED: Mapping[str, str] = {
    "silences.yaml": "gaps.yaml",
    "set_aside.yaml": "not_used.yaml",
    "silence": "gap",
    "silences": "gaps",
    "front": "relevant",
    "set_aside": "not_used",
    "promise": "guarantee",
    "promises": "guarantees",
    "reading": "interpretation",
    "counts": "how_to_answer",
    "waits": "needs_answer",
}


@cache
def _validator(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(SHAPES[name])


def in_file_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return each fault once, in the order of the files, lines and columns."""
    order = {name: nth for nth, name in enumerate(FILES)}
    return sorted(set(faults), key=lambda fault: (order[fault.file.split("/")[-1]], *fault[1:]))


class BrokenPack(Refusal):
    """A pack that did not load; holds its faults in file order, at most the first hundred, and the files that are YAML."""

    status = 1

    def __init__(self, faults: Iterable[Fault], files: Mapping[str, Placed] = MappingProxyType({})) -> None:
        self.files = files
        self.faults = in_file_order(faults)
        if len(self.faults) > MAX_FAULTS:
            last = self.faults[MAX_FAULTS]._replace(message="there are more faults; correct those above first")
            self.faults[MAX_FAULTS:] = [last]
        super().__init__("\n".join(map(str, self.faults)))


def load(folder: Path) -> Pack:
    """Return the pack in a folder, with a digest of the bytes read, or raise `BrokenPack` with all its faults."""
    return load_with_places(folder)[0]


def load_with_places(folder: Path, *, outdated_cases: bool = False) -> tuple[Pack, dict[str, Placed]]:
    """
    Return the pack, as `load` does, and its files, so that later checks can locate their faults.

    With `outdated_cases`, what the vignettes expect may have names that the pack no longer has.
    """
    contents, faults = _read(folder)
    files: dict[str, Placed] = {}
    parts: dict[str, Any] = {}
    renamed = [
        Fault(f"{folder.name}/{new}", 1, 1, f"this file was called '{old}' before; rename it")
        for old, new in RENAMED.items()
        if new in FILES and new not in contents and (folder / old).exists()
    ]
    for file, content in contents.items():
        name = f"{folder.name}/{file}"
        try:
            if file in _PLAIN:
                parts[file] = _PLAIN[file](decoded(content, name), name)
            else:
                files[file.removesuffix(".yaml")] = parse(decoded(content, name), name)
        except Unreadable as unreadable:
            faults += unreadable.faults
    draft = completeness.is_draft(files.get("pack"))
    if draft:
        faults = [fault for fault in faults if fault.message != MISSING or fault.file.split("/")[-1] in _OF_A_DRAFT]
    else:
        faults += completeness.omitted(files)
    for name, placed in files.items():
        try:
            parts[name] = _validator(name).validate_python(placed.data)
        except ValidationError as error:
            errors = error.errors(include_url=False)[: MAX_FAULTS + 1]
            renamed += [_fault(placed, SHAPES[name], error) for error in errors if _new_name(SHAPES[name], error)]
            faults += _faults(placed, SHAPES[name], errors)
    if renamed:
        # What an old name leads to, such as a gap that nothing defines, would only hide it.
        raise BrokenPack(renamed)
    told = {*contents, *(fault.file.split("/")[-1] for fault in faults)}
    files |= {name: absent(f"{folder.name}/{name}.yaml") for name in SHAPES if f"{name}.yaml" not in {REVIEWS, *told}}
    unusable = bool(faults)
    unchecked = "vignettes" if outdated_cases else ""
    faults += islice(names.faults(files, folder.name, parts.get(INDEX), unchecked), MAX_FAULTS + 1)
    if unusable:
        raise BrokenPack(faults, files)
    fields = {"pack": "about", "questions": "steps", INDEX: "index", CHANGES: "changes"}
    # Its parts are valid already.
    pack = Pack.model_construct(
        digest=_digest(contents), **{fields.get(name, name): part for name, part in parts.items()}
    )
    checks = [completeness.faults(pack, files), sign_offs.faults(pack, files)]
    checks += [] if draft else [completeness.unfinished(pack, files)]
    faults += islice(chain(*checks), MAX_FAULTS + 1)
    if faults:
        raise BrokenPack(faults, files)
    return pack, files


def _read(folder: Path) -> tuple[dict[str, bytes], list[Fault]]:
    """Return the bytes of the readable files, each read once, and the faults of the others."""
    contents: dict[str, bytes] = {}
    faults: list[Fault] = []
    for file in FILES:
        if file == REVIEWS and not os.path.lexists(folder / file):
            continue
        try:
            contents[file] = raw(folder / file, f"{folder.name}/{file}")
        except Unreadable as unreadable:
            faults += unreadable.faults
    return contents, faults


def folders(rules: Path) -> list[Path]:
    """Return the folders that have a pack.yaml, by name."""
    return sorted(path.parent for path in rules.glob("*/pack.yaml"))


def _digest(contents: Mapping[str, bytes]) -> str:
    # Without the sign-offs: they are about these rules, not a part of them.
    own = [name for name in FILES if name in contents and name != REVIEWS]
    everything = b"".join(f"{name}\0".encode() + contents[name] for name in own)
    return hashlib.sha256(everything.replace(b"\r\n", b"\n")).hexdigest()


def read_as(shape: Any, text: str, name: str) -> tuple[Any, Placed]:
    """Return YAML text as one part of a pack, and where its values are, or raise `Unreadable` with its faults."""
    placed = parse(text, name)
    try:
        return TypeAdapter(shape).validate_python(placed.data), placed
    except ValidationError as error:
        raise Unreadable(*_faults(placed, shape, error.errors(include_url=False)[:MAX_FAULTS])) from None


def _faults(placed: Placed, shape: Any, errors: list[ErrorDetails]) -> list[Fault]:
    """Return each fault once; a list with faulty entries is not reported as too short."""
    within = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    return [
        _fault(placed, shape, error) for error in errors if error["type"] != "too_short" or error["loc"] not in within
    ]


def _new_name(shape: Any, error: ErrorDetails) -> str | None:
    """Return what a field under a former name is called now, if that is the fault."""
    new = RENAMED.get(str(error["loc"][-1])) if error["type"] == "extra_forbidden" else None
    return new if new and new in _fields(shape, error["loc"][:-1]) else None


def _fault(placed: Placed, shape: Any, error: ErrorDetails) -> Fault:
    """Return a validation error as a fault, in the words of a pack."""
    path, kind, value = error["loc"], error["type"], error["input"]
    name, size = str((path or ("",))[-1]), len(value) if isinstance(value, str) else 0
    if kind == "extra_forbidden":
        if new := _new_name(shape, error):
            return placed.fault(path, f"'{name}' is now called '{new}'; rename it", at_key=True)
        known = _fields(shape, path[:-1])
        quotes = "; put a text with a comma in quotes" if " " in name else ""
        message = f"'{name}' is not a field here ({', '.join(known)}){guess(name, known)}{quotes}"
        return placed.fault(path, message, at_key=True)
    if kind == "pack":
        message = error["msg"]
    elif kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        one_of = f"one of {', '.join(known)}"
        is_text = isinstance(value, str)
        message = f"'{value}' is not {one_of}{guess(value, known)}" if is_text else f"expected {one_of}"
    else:
        message = MESSAGES.get(kind, "this value is of the wrong kind")
        message = message.format(name=name, size=size, **error.get("ctx", {}))
    return placed.fault(path, message)


def _fields(shape: Any, path: tuple[str | int, ...]) -> list[str]:
    """Return the fields of the model at a path of a shape."""
    for step in path:
        shape = _bare(shape)
        if isinstance(shape, type) and issubclass(shape, Part):
            shape = shape.model_fields[str(step)].annotation
        else:
            shape = get_args(shape)[1 if get_origin(shape) is abc.Mapping else 0]
    shape = _bare(shape)
    return [name for name in shape.model_fields if not (shape is Option and name == "option")]


def _bare(shape: Any) -> Any:
    """Return a shape without its annotations and without `None`."""
    if get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    if get_origin(shape) in (Union, UnionType):
        shape = next(part for part in get_args(shape) if part is not type(None))
    return shape
