"""
A folder becomes a pack, or every fault of it with file, line and column.

A pack with one fault does not load at all.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from considerations import names
from considerations.conditions import Part
from considerations.names import guess
from considerations.pack import About, Option, Pack, Point, Step, Stops, Vignette
from considerations.places import Fault, Placed, Unreadable, read

# The files of a pack, in the order in which their faults are told.
SHAPES: Mapping[str, Any] = {
    "pack": About,
    "questions": tuple[Step, ...],
    "points": tuple[Point, ...],
    "stops": Stops,
    "vignettes": tuple[Vignette, ...],
}


class BrokenPack(Exception):
    """A pack that did not load; carries every fault, in file order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def load(folder: Path) -> Pack:
    """
    Read a pack, or raise `BrokenPack` with all its faults.

    The pack's digest is taken over its YAML files, so that a printout names exactly the rules it came from.
    """
    files: dict[str, Placed] = {}
    faults: list[Fault] = []
    for name in SHAPES:
        try:
            files[name] = read(folder / f"{name}.yaml", f"{folder.name}/{name}.yaml")
        except Unreadable as unreadable:
            faults += unreadable.faults
    parts: dict[str, Any] = {}
    for name, placed in files.items():
        try:
            parts[name] = TypeAdapter(SHAPES[name]).validate_python(placed.data)
        except ValidationError as error:
            faults += _faults(placed, SHAPES[name], error.errors())
    faults += names.faults(files, folder.name)
    if faults:
        order = [f"{folder.name}/{name}.yaml" for name in SHAPES]
        raise BrokenPack(tuple(sorted(set(faults), key=lambda f: (order.index(f.file), f.line, f.column, f.message))))
    return Pack(
        about=parts["pack"],
        steps=parts["questions"],
        points=parts["points"],
        stops=parts["stops"],
        vignettes=parts["vignettes"],
        digest=_digest(folder),
    )


def folders(rules: Path) -> list[Path]:
    """Give the folders that mean to be packs, by name."""
    return sorted(path.parent for path in rules.glob("*/pack.yaml"))


def _digest(folder: Path) -> str:
    content = b"".join(f"{name}.yaml\0".encode() + (folder / f"{name}.yaml").read_bytes() for name in SHAPES)
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _faults(placed: Placed, shape: Any, errors: list[ErrorDetails]) -> list[Fault]:
    """Say each fault once: a list is not too short if what it holds is at fault."""
    within = {error["loc"][:-1] for error in errors}
    return [
        _fault(placed, shape, error) for error in errors if error["type"] != "too_short" or error["loc"] not in within
    ]


def _fault(placed: Placed, shape: Any, error: ErrorDetails) -> Fault:
    """Say a fault of shape in the words of a pack."""
    path, kind, value = error["loc"], error["type"], error["input"]
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _fields(shape, path[:-1])
        message = f"'{path[-1]}' is not a field here ({', '.join(known)}){guess(str(path[-1]), known)}"
        return placed.fault(path, message, at_key=True)
    if kind == "pack":
        message = error["msg"]
    elif kind == "missing":
        message = f"'{path[-1]}' is missing"
    elif kind == "literal_error":
        known = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        message = f"'{value}' is not one of {', '.join(known)}{guess(str(value), known)}"
    elif kind == "string_too_long":
        message = f"{len(value)} characters are too many here; at most {context['max_length']}"
    elif kind == "string_too_short":
        message = "a text is missing here"
    elif kind == "too_short":
        message = f"too few entries; at least {context['min_length']}"
    else:
        message = f"{_EXPECTED.get(kind, 'something else')} is expected here"
    return placed.fault(path, message)


_EXPECTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "dict_type": "a mapping of 'key: value'",
    "mapping_type": "a mapping of 'key: value'",
    "model_type": "a mapping of 'key: value'",
    "model_attributes_type": "a mapping of 'key: value'",
}


def _fields(shape: Any, path: tuple[str | int, ...]) -> list[str]:
    """Give the fields of the model that stands at a path of a shape."""
    for step in path:
        if isinstance(shape, type) and issubclass(shape, Part):
            shape = shape.model_fields[str(step)].annotation
        if get_origin(shape) in (Union, UnionType):
            shape = next(part for part in get_args(shape) if part is not type(None))
        if isinstance(step, int):
            shape = get_args(shape)[0]
    return [name for name in shape.model_fields if not (shape is Option and name == "option")]
