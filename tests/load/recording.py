"""Record the app's pages, for `recorded.py` to show again."""

import json
from base64 import b64encode
from pathlib import Path

from considerations.pack import Pack, Vignette
from tests.load.visitor import visiting, walk


async def record(port: int, file: Path, pack: Pack, case: Vignette) -> None:
    """Write down all that stands on each page of a walk and what it stands in, each with its place, a page a line."""
    pages: list[list[tuple[tuple[int, ...], str, str]]] = []
    async with visiting(port) as visitor:

        def seen() -> None:
            shown = {place: each for place, each in visitor.elements.items() if each.WhichOneof("type")}
            pages.append(
                [
                    (place, type(each).__name__, b64encode(each.SerializeToString()).decode())
                    for place, each in sorted({**visitor.blocks, **shown}.items())
                ]
            )

        await walk(visitor, pack, case, seen)
    file.write_text("".join(f"{json.dumps(page)}\n" for page in pages), "utf-8")
