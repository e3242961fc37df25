"""Write a new pack, or a new entry in a pack, in which every text that is left to write is marked."""

import hashlib
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from considerations.cli import schema
from considerations.cli.yaml_text import appended, root, under
from considerations.loading.completeness import INDEX, make_index, without_a_point
from considerations.loading.faults import Fault, Unreadable
from considerations.loading.loader import load
from considerations.loading.names import guess
from considerations.loading.yaml_files import content, raw
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
    address = _first_line_last(line.partition(" ")[0] for line in index.splitlines())[0]
    point = templates.POINT.format(name="point-1", address=address, theme="article")
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
# What the name of a new entry begins with, where that is not its kind.
_NAMES = {"vignette": "case"}


def new_entry(kind: str, folder: Path, *, step: str | None = None, cites: str | None = None) -> tuple[Path, str, str]:
    """
    Add an entry at the end of its list, and return its file, its name and what to know of its place, if anything.

    A question goes to `step`, or else to the last; a point cites `cites`, or else the first sentence that no point cites.
    Raises `BrokenPack` or `Unreadable`.
    """
    pack = load(folder)
    file, keys = _PLACES[kind]
    path = folder / file
    name, entry = _entry(kind, pack, cites)
    if path.exists():
        text = content(path, str(path))
        place = under(
            root(text, yaml.CollectionNode), *keys, nth=_known(step, [each.step for each in pack.steps], "step")
        )
        text = appended(text, place, entry, str(path))
    elif kind == "gap":
        text = templates.GAPS + "".join(f"  {line}\n" for line in entry.splitlines())
    else:
        text = entry
    path.write_text(text, "utf-8")
    if (folder / schema.FOLDER).exists():
        schema.write(folder)
    return path, name, _place(kind, pack, step, cites)


def _known(name: str | None, names: list[str], kind: str) -> int:
    """Return the position of a name, or that of the last without one; raise `Unreadable` if it is unknown."""
    if name not in (None, *names):
        raise Unreadable(
            Fault(f"--{kind}", 1, 1, f"'{name}' is not one of {', '.join(names)}{guess(name or '', names)}")
        )
    return names.index(name) if name else -1


def _place(kind: str, pack: Pack, step: str | None, cites: str | None) -> str:
    """Say where an entry is that its author may want elsewhere."""
    if kind == "question" and not step:
        return f", in the last step, '{pack.steps[-1].step}'; --step names another"
    if kind == "point" and not cites and not without_a_point(pack):
        return f"; each sentence has a point already, so it cites {pack.points[0].cites[0]}; --cites names another"
    return ""


def _first_line_last(addresses: Iterable[str]) -> list[str]:
    """Return addresses in order, but those of the first line at the end: it is a title as a rule."""
    return sorted(addresses, key=lambda address: address.startswith("L1."))


def _entry(kind: str, pack: Pack, cites: str | None) -> tuple[str, str]:
    """Return the name and the text of a new entry."""
    from considerations.proof.diff import entries

    used = {word.rstrip(",") for name in entries(pack)[kind] for word in name.split()}
    name = next(name for nth in count(1) if (name := f"{_NAMES.get(kind, kind)}-{nth}") not in used)
    match kind:
        case "question":
            return name, templates.QUESTION.format(name=name)
        case "point":
            _known(cites, [*pack.index], "cites")
            address = cites or [*_first_line_last(without_a_point(pack)), pack.points[0].cites[0]][0]
            theme = next(
                (point.theme for point in pack.points if address in point.cites), next(iter(pack.about.themes))
            )
            return name, templates.POINT.format(name=name, address=address, theme=theme)
        case "gap":
            return name, templates.GAP.format(name=name, group=next(iter(pack.gaps.groups), "left-out"))
        case "stop":
            asked = pack.questions[-1]
            return name, templates.STOP.format(name=name, question=asked.question, option=asked.options[0].option)
        case "vignette":
            expected = "".join(f"  {key}: [{', '.join(names)}]\n" for key, names in shown(pack, {}).items() if names)
            return name, templates.VIGNETTE.format(name=name) + expected
    raise ValueError(f"no template for {kind}")
