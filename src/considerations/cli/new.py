"""Write a new pack, or a new entry in a pack, in which every text that is left to write is marked."""

import hashlib
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from considerations.cli import schema
from considerations.cli.yaml_text import appended, root, under
from considerations.loading.completeness import INDEX, make_index
from considerations.loading.loader import load
from considerations.loading.positions import Fault, Unreadable, content, raw
from considerations.pack import Pack
from considerations.pack.conditions import Id
from considerations.pack.words import templates
from considerations.proof.vignettes import shown


def new_pack(folder: Path, article: Path) -> None:
    """Write a draft that loads, with one question, one point and one stop, or raise `Unreadable`."""
    try:
        TypeAdapter(Id).validate_python(folder.name)
    except ValidationError as error:
        raise Unreadable(Fault(folder.name, 1, 1, error.errors()[0]["msg"])) from None
    index = make_index(content(article, str(article)), str(article))
    sha256 = hashlib.sha256(raw(article, str(article))).hexdigest()
    point = templates.POINT.format(name="point-1", address=index.partition(" ")[0], theme="article")
    files = {
        INDEX: index,
        "pack.yaml": templates.ABOUT.format(pack=folder.name, sha256=sha256),
        "questions.yaml": templates.STEPS,
        "points.yaml": point,
        "stops.yaml": templates.STOPS,
    }
    try:
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
        schema.write(folder)
    except OSError as error:
        raise Unreadable(Fault(str(folder), 1, 1, f"this folder cannot be made: {error.strerror}")) from None


# The file of each kind of entry, and the keys that lead to its list.
_PLACES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "question": ("questions.yaml", ("questions",)),
    "point": ("points.yaml", ()),
    "gap": ("gaps.yaml", ("gaps",)),
    "stop": ("stops.yaml", ("stops",)),
    "vignette": ("vignettes.yaml", ()),
}
KINDS = tuple(_PLACES)


def new_entry(kind: str, folder: Path) -> tuple[Path, str]:
    """Add an entry at the end of its list, and return its file and its name; raise `BrokenPack` or `Unreadable` instead."""
    pack = load(folder)
    file, keys = _PLACES[kind]
    path = folder / file
    name, entry = _ENTRIES[kind](pack)
    if path.exists():
        text = content(path, str(path))
        text = appended(text, under(root(text, yaml.CollectionNode), *keys), entry, str(path))
    elif kind == "gap":
        text = templates.GAPS + "".join(f"  {line}\n" for line in entry.splitlines())
    else:
        text = entry
    path.write_text(text, "utf-8")
    if (folder / schema.FOLDER).exists():
        schema.write(folder)
    return path, name


def _free(kind: str, taken_names: set[str]) -> str:
    return next(name for nth in count(1) if (name := f"{kind}-{nth}") not in taken_names)


def _question(pack: Pack) -> tuple[str, str]:
    name = _free("question", {question.question for question in pack.questions})
    return name, templates.QUESTION.format(name=name)


def _point(pack: Pack) -> tuple[str, str]:
    name = _free("point", {point.point for point in pack.points})
    used = {address for point in pack.points for address in point.cites}
    used |= {address for entry in pack.not_used for address in entry.not_used}
    address = next((address for address in pack.index if address not in used), pack.points[0].cites[0])
    return name, templates.POINT.format(name=name, address=address, theme=next(iter(pack.about.themes)))


def _gap(pack: Pack) -> tuple[str, str]:
    name = _free("gap", {gap.gap for gap in pack.gaps.gaps})
    return name, templates.GAP.format(name=name, group=next(iter(pack.gaps.groups), "left-out"))


def _stop(pack: Pack) -> tuple[str, str]:
    name, question = _free("stop", {stop.stop for stop in pack.stops.stops}), pack.questions[-1]
    return name, templates.STOP.format(name=name, question=question.question, option=question.options[0].option)


def _vignette(pack: Pack) -> tuple[str, str]:
    name = _free("case", {word.rstrip(",") for case in pack.vignettes for word in case.vignette.split()})
    lists = {key: names for key, names in shown(pack, {}).items() if names}
    expected = "".join(f"  {key}: [{', '.join(names)}]\n" for key, names in lists.items())
    return name, templates.VIGNETTE.format(name=name) + expected


_ENTRIES: Mapping[str, Callable[[Pack], tuple[str, str]]] = {
    "question": _question,
    "point": _point,
    "gap": _gap,
    "stop": _stop,
    "vignette": _vignette,
}
