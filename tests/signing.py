"""Sign a copy of a pack off as a reviewer would: print the sheet, fill it in and add it."""

import re
from pathlib import Path

from considerations.cli.commands import main
from considerations.cli.sign_off import sheet
from considerations.loading.loader import load

FIELDS = {"role": "Ward nurse", "organisation": "Hill clinic", "date": '"2026-11-20"', "interests": "None declared"}


def filled(folder: Path, verdicts: str = "agree", **fields: str) -> str:
    """Return the sheet of a pack with every field filled in and one verdict on everything."""
    text = re.sub("(?m)^(  [a-z].*):$", rf"\1: {verdicts}", sheet(load(folder)))
    return re.sub(r"(?m)^(\w+):$", lambda line: f"{line[1]}: {({**FIELDS, **fields}).get(line[1], '')}", text)


def signed(folder: Path) -> Path:
    """Sign a pack off, and call it reviewed."""
    about = folder / "pack.yaml"
    about.write_text(re.sub("(?m)^status: .*", "status: draft", about.read_text("utf-8")), "utf-8")
    (folder / "reviews.yaml").unlink(missing_ok=True)
    form = folder.parent / "filled.yaml"
    form.write_text(filled(folder), "utf-8")
    assert main(["sign-off", str(folder), "--add", str(form)]) == 0
    about.write_text(about.read_text("utf-8").replace("status: draft", "status: reviewed"), "utf-8")
    return folder
