"""Record the app's pages, for `recorded.py` to show again."""

import json
from base64 import b64encode
from pathlib import Path

from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element

from considerations.pack import Pack, Vignette
from tests.load.visitor import visiting, walk


async def record(port: int, file: Path, pack: Pack, case: Vignette) -> None:
    """Write down all that stands on each page of a walk and what it stands in, each with its place, a page a line."""
    pages: list[list[tuple[tuple[int, ...], str, str]]] = []
    async with visiting(port) as visitor:

        def seen() -> None:
            shown: dict[tuple[int, ...], Block | Element] = {**visitor.blocks}
            shown |= {place: each for place, each in visitor.elements.items() if each.WhichOneof("type")}
            pages.append([(place, *_written(each)) for place, each in sorted(shown.items())])

        await walk(visitor, pack, case, seen)
    file.write_text("".join(f"{json.dumps(page)}\n" for page in pages), "utf-8")


def _written(each: Block | Element) -> tuple[str, str]:
    return type(each).__name__, b64encode(each.SerializeToString()).decode()
