"""Rewrite what a pack's vignettes expect, where its rules show something else."""

import textwrap
from pathlib import Path

import yaml

from considerations.cli.yaml_text import end as end_of
from considerations.cli.yaml_text import line_end, root
from considerations.loading.yaml_files import content
from considerations.pack import Pack
from considerations.proof.vignettes import differences


def updated(pack: Pack, text: str) -> str:
    """Return the text of vignettes.yaml with what the rules show now; all that is right stays as it is written."""
    cases = root(text, yaml.SequenceNode)
    edits: list[tuple[int, int, str]] = []
    for nth, name, says, now in differences(pack):
        case = cases.value[nth]
        kept = [each for each in says if each in now] + [each for each in now if each not in says]
        edits.append(_edit(case, name, kept, text))
    # At one place, an addition follows what is removed there.
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _edit(case: yaml.MappingNode, name: str, names: list[str], text: str) -> tuple[int, int, str]:
    """Return where to write the names under a key of a case, and the text to put there; without a name, the key goes."""
    indent = " " * case.value[0][0].start_mark.column
    pair = next(((key, value) for key, value in case.value if key.value == name), None)
    if case.flow_style:
        body = f"{name}: {names[0] if name == 'stops' else _flow(names)}" if names else ""
        if pair:
            start, end = pair[0].start_mark.index, end_of(pair[1])
            return (start, end, body) if names else (text.rindex(",", 0, start), end, "")
        end = end_of(case.value[-1][1])
        return end, end, f", {body}"
    body = f"{indent}{name}: {names[0]}" if name == "stops" and names else _block(indent, name, names)
    if not pair:
        end = line_end(text, end_of(case.value[-1][1]))
        return end, end, f"\n{body}"
    start = text.rfind("\n", 0, pair[0].start_mark.index)
    return (start + 1, end_of(pair[1]), body) if names else (start, line_end(text, end_of(pair[1])), "")


def _flow(names: list[str]) -> str:
    return f"[{', '.join(names)}]"


def _block(indent: str, name: str, names: list[str]) -> str:
    line = f"{indent}{name}: {_flow(names)}"
    if len(line) <= 120:
        return line
    text, pad = f"{', '.join(names)},", f"{indent}    "
    wrapped = textwrap.fill(text, 120, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False)
    return f"{indent}{name}:\n{indent}  [\n{wrapped}\n{indent}  ]"


def update(folder: Path, pack: Pack) -> set[int]:
    """Rewrite a pack's vignettes.yaml and return the positions of the vignettes that changed."""
    file = folder / "vignettes.yaml"
    changed = {nth for nth, *_ in differences(pack)}
    if changed:
        file.write_text(updated(pack, content(file, str(file))), "utf-8")
    return changed
