"""Ways to spoil the files of a pack: in their data, in their text, in their bytes, and as files."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from considerations.loading.loader import FILES
from considerations.loading.yaml_files import MAX_BYTES

Spoil = Callable[[Path, Random], None]

_TEXTS = [
    "", " ", "always", "not", "any", "all", "null", "~", "yes", "no", "True", "1", "-1", "0x10", "1e309", ".inf", "2024-02-30",
    "a: b", "- a", "#", "'", '"', "\0", "\x1b[2J", "\u202eabc", "\u2028", "\ufeff", "\U0001f9ea", "e\u0301" * 40, "\ud800",
    "<script>alert(1)</script>", "{0} {x} %s", "../../etc/passwd", "L1.1", "L0.0", "L99999.9999", "a" * 61, "a-" * 30,
    "https://x y", "long " * 400, "x" * 30_000,
]  # fmt: skip
_KEYS = ["when", "until", "any", "all", "not", "one_of", "option", "point", "cites", "theme", "question", "__class__", "model_fields"]  # fmt: skip
_SNIPPETS = ["&a ", "*a", "!!python/object:os.system ", "!x ", "<<: *a\n", "---\n", "...\n", "\t", "  ", "\n", ": ", "- ", "? ", "|\n", ">-\n", "[", "}", "'", '"', "#", "%YAML 1.1\n", "\\", "@", "`", "\r", "\0", "\x07", "\u2028", "\ufeff", "é"]  # fmt: skip


def spoiled(pack: Path, under: Path, rnd: Random) -> Path:
    """Give a copy of a pack, spoiled in one to three ways."""
    copy = Path(shutil.copytree(pack, under / pack.name))
    for _ in range(rnd.choice([1, 1, 1, 2, 3])):
        rnd.choice(WAYS)(copy / rnd.choice(FILES), rnd)
    return copy


def _data(change: Callable[[Any, str | int, Any, Random], None]) -> Spoil:
    """Spoil the data of a file: change a random entry of a random list or mapping in it."""

    def spoil_data(file: Path, rnd: Random) -> None:
        try:
            data = yaml.load(_raw(file), yaml.CBaseLoader)
        except (ValueError, yaml.YAMLError):
            return
        holders = [each for each in _holders(data) if each]
        if holders:
            holder = rnd.choice(holders)
            step = rnd.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
            change(holder, step, data, rnd)
            # JSON is YAML too, and its escapes can say what no text of YAML holds.
            _write(file, json.dumps(data, indent=1))

    return spoil_data


def _holders(data: Any) -> Iterator[Any]:
    if isinstance(data, (dict, list)):
        yield data
        for each in data.values() if isinstance(data, dict) else data:
            yield from _holders(each)


def _drop(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    del holder[step]


def _retype(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    made: list[Any] = ["x", "", [], {}, ["x"], {"x": "y"}, [[]], [{}], {"x": []}, None, True, 7, -1.5, [holder[step]]]
    holder[step] = rnd.choice([*made, {"x": holder[step]}])


def _reword(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    holder[step] = rnd.choice(_TEXTS)


def _misspell(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    word = str(holder[step])
    at = rnd.randrange(len(word) + 1)
    holder[step] = word[:at] + rnd.choice(["", "s", "-", "é", "\n"]) + word[at + 1 :]


def _rename(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    if isinstance(holder, dict):
        holder[rnd.choice([*_KEYS, *_TEXTS, f"{step}s", step[:-1], *holder])] = holder.pop(step)


def _repeat(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    times = rnd.choice([1, 1, 1, 3, 2000])
    if isinstance(holder, list):
        holder += [holder[step]] * times
    else:
        holder.update({f"{step}{nth}": holder[step] for nth in range(times)})


def _swap(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    other = rnd.choice([each for each in _holders(whole) if each])
    at = rnd.choice(list(other) if isinstance(other, dict) else range(len(other)))
    if not any(each is other for each in _holders(holder[step])) and not any(e is holder for e in _holders(other[at])):
        holder[step], other[at] = other[at], holder[step]


def _nest(holder: Any, step: Any, whole: Any, rnd: Random) -> None:
    key = rnd.choice(["any", "all", "when", "x", None])
    for _ in range(rnd.choice([1, 2, 4, 30])):
        holder[step] = [holder[step]] if key is None else {key: [holder[step]]}


def _insert(file: Path, rnd: Random) -> None:
    text = _text(file)
    at = rnd.randrange(len(text) + 1)
    _write(file, text[:at] + rnd.choice(_SNIPPETS) * rnd.choice([1, 1, 2, 500]) + text[at:])


def _lines(file: Path, rnd: Random) -> None:
    lines = _text(file).splitlines(keepends=True) or [""]
    at, other = rnd.randrange(len(lines)), rnd.randrange(len(lines))
    change = rnd.choice(["twice", "gone", "swapped", "indented", "cut", "aliased"])
    if change == "swapped":
        lines[at], lines[other] = lines[other], lines[at]
    elif change == "cut":
        del lines[at:]
    else:
        line = lines[at]
        made = {"twice": line * 2, "gone": "", "indented": f" {line}", "aliased": f"{line.rstrip()} &a x\n*a : *a\n"}
        lines[at] = made[change]
    _write(file, "".join(lines))


def _bytes(file: Path, rnd: Random) -> None:
    raw = bytearray(_raw(file))
    for _ in range(rnd.choice([1, 1, 3, 20])):
        if raw:
            raw[rnd.randrange(len(raw))] = rnd.randrange(256)
    _clear(file)
    file.write_bytes(raw)


def _encode(file: Path, rnd: Random) -> None:
    text = _text(file)
    made = [text.encode(way, "replace") for way in ("utf-8-sig", "utf-16", "utf-32", "latin-1")]
    made += [text.replace("\n", end).encode("utf-8", "replace") for end in ("\r\n", "\r", "\u2028", "")]
    _clear(file)
    file.write_bytes(rnd.choice(made))


def _other_file(file: Path, rnd: Random) -> None:
    """Put something else in the place of a file: another file, a folder, a link, a pipe, far too much, or nothing."""
    what = rnd.choice(
        ["gone", "empty", "folder", "another", "link", "loop", "nowhere", "device", "pipe", "huge", "many"]
    )
    raw = _raw(file.with_name(rnd.choice(FILES)))
    _clear(file)
    if what == "folder":
        file.mkdir()
    elif what in ("link", "loop", "nowhere", "device"):
        to = {"link": rnd.choice(FILES), "loop": file.name, "nowhere": "none", "device": "/dev/zero"}[what]
        file.symlink_to(to)
    elif what == "pipe":
        os.mkfifo(file)
    elif what != "gone":
        made = {
            "empty": b"",
            "another": raw,
            "huge": b"- x\n" * (MAX_BYTES // 4 + 1),
            "many": b"- {a: b, a-b: [c]}\n" * 50_000,
        }
        file.write_bytes(made[what])


def _raw(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _text(file: Path) -> str:
    return _raw(file).decode("utf-8", "replace")


def _write(file: Path, text: str) -> None:
    _clear(file)
    file.write_bytes(text.encode("utf-8", "replace"))


def _clear(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        file.rmdir()
    else:
        file.unlink(missing_ok=True)


_CHANGES = [_drop, _retype, _reword, _misspell, _rename, _repeat, _swap, _nest]
WAYS: list[Spoil] = [*map(_data, _CHANGES), *map(_data, _CHANGES), _insert, _lines, _bytes, _encode, _other_file]
