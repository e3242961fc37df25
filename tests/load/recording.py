"""Record the app's pages, for `recorded.py` to show again."""

import json
from base64 import b64encode
from pathlib import Path

from considerations.pack import Pack, Vignette
from tests.load.visitor import visiting, walk


async def record(port: int, file: Path, pack: Pack, case: Vignette) -> None:
    """Write down all that stands on each page of a walk, a page a line."""
    pages: list[list[str]] = []
    async with visiting(port) as visitor:

        def seen() -> None:
            shown = [each for _, each in sorted(visitor.elements.items()) if each.WhichOneof("type")]
            pages.append([b64encode(each.SerializeToString()).decode() for each in shown])

        await walk(visitor, pack, case, seen)
    file.write_text("".join(f"{json.dumps(page)}\n" for page in pages), "utf-8")
