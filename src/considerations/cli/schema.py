"""Write JSON Schemas that know a pack's own ids, so that an editor completes and marks them while an author types."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from considerations.loading.faults import Placed
from considerations.loading.loader import SHAPES, load_with_places
from considerations.loading.names import ENTRIES, USES, defined_names
from considerations.loading.sign_offs import REVIEWS
from considerations.loading.yaml_files import content
from considerations.pack import Pack

FOLDER = ".schema"
_LINE = "# yaml-language-server: $schema={folder}/{name}.json\n"
_ID = {"type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": 60}
# An editor reads a plain 2001 as a number and true as a truth value; a pack takes every value as text.
_TEXT = ["string", "number", "boolean"]

Schema = dict[str, Any]


def schemas(pack: Pack, files: Mapping[str, Placed]) -> dict[str, Schema]:
    """Return the schema of each YAML file, by name; it holds the pack's ids wherever a file uses them."""
    known = {kind: [*found] for kind, found in defined_names(files).items()} | {"address": [*pack.index]}
    # The command `sign-off` writes the sign-offs.
    return {name: _schema(name, shape, pack, known) for name, shape in SHAPES.items() if f"{name}.yaml" != REVIEWS}


def write(folder: Path) -> list[Path]:
    """Write the schemas of a pack, and name each in the first line of its file; return the files that were changed for it."""
    pack, files = load_with_places(folder)
    (folder / FOLDER).mkdir(exist_ok=True)
    changed = []
    for name, schema in schemas(pack, files).items():
        (folder / FOLDER / f"{name}.json").write_text(json.dumps(schema, ensure_ascii=False, indent=1), "utf-8")
        file, line = folder / f"{name}.yaml", _LINE.format(folder=FOLDER, name=name)
        text = content(file, str(file)) if file.exists() else line
        if not text.startswith(line):
            file.write_text(line + text, "utf-8")
            changed.append(file)
    return changed


def _schema(name: str, shape: Any, pack: Pack, known: Mapping[str, list[str]]) -> Schema:
    schema: Schema = TypeAdapter(shape).json_schema()
    parts = schema.setdefault("$defs", {})
    for part in [schema, *parts.values()]:
        for key, value in part.get("properties", {}).items():
            part["properties"][key] = _with_ids(value, name, key, known)
    if "Condition" in parts:
        parts["Condition"] = _condition(pack)
    if "Option" in parts:
        # An option's id is the key that it is written under.
        parts["Option"]["properties"].pop("option")
        parts["Option"]["required"].remove("option")
        options = {"type": "object", "minProperties": 2, "maxProperties": 100, "propertyNames": _ID}
        parts["Question"]["properties"]["options"] = options | {"additionalProperties": {"$ref": "#/$defs/Option"}}
    if "Row" in parts:
        parts["Row"]["properties"]["cells"]["propertyNames"] = _enum(known.get("column", []))
    if "Vignette" in parts:
        parts["Vignette"]["properties"]["answers"] = _by_question(pack, _enum)
    written: Schema = _as_text(schema)
    return written


def _with_ids(value: Schema, file: str, key: str, known: Mapping[str, list[str]]) -> Schema:
    """Return the schema of a field with the ids that it can have, if it has ids."""
    if file in ENTRIES.values() and ENTRIES.get(key) == file:
        return value | _ID
    kind = USES.get(file, {}).get(key)
    if kind is None or not known.get(kind):
        return value
    if value.get("type") == "array":
        return value | {"items": _enum(known[kind]), "uniqueItems": True}
    return _enum(known[kind])


def _condition(pack: Pack) -> Schema:
    """Return the schema of a condition as it is written."""
    some = {"type": "array", "minItems": 1, "maxItems": 100}
    written = _by_question(
        pack, lambda options: {"anyOf": [_enum(options), some | {"items": _enum(options), "uniqueItems": True}]}
    )
    written["properties"] |= {join: some | {"items": {"$ref": "#/$defs/Condition"}} for join in ("any", "all")}
    return {"anyOf": [{"const": "always"}, written | {"minProperties": 1}]}


def _by_question(pack: Pack, of_options: Callable[[list[str]], Schema]) -> Schema:
    questions = {each.question: of_options([option.option for option in each.options]) for each in pack.questions}
    return {"type": "object", "additionalProperties": False, "properties": questions}


def _enum(names: Iterable[str]) -> Schema:
    return {"enum": [form for name in names for form in ([name, int(name)] if name.isdecimal() else [name])]}


def _as_text(schema: Any) -> Any:
    """Return a schema that takes every single value as text, as a pack does."""
    if isinstance(schema, list):
        return [_as_text(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _as_text(value) for key, value in schema.items()}
    if plain.get("type") == "string" and not {"enum", "pattern"} & plain.keys():
        plain["type"] = _TEXT
    if plain.get("type") == "integer":
        plain |= {"type": ["integer", "string"], "pattern": "^[1-9][0-9]*$" if plain.get("minimum") else "^[0-9]+$"}
    return plain
