"""
A visitor without a browser: Streamlit's messages over a WebSocket, as the page sends and reads them.

Knows no page of the app beyond the words on its buttons, so that the same visitor walks through any page with the same ones.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import takewhile

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from considerations.pack import Pack, Vignette

PATIENCE = 60


@dataclass
class Visitor:
    """
    What a browser would hold: the page, the widgets and links on it by label, their values, and the seconds each click took.

    `parts` holds the fragment that a widget belongs to, by the widget's id; `elements` all that stands on the page by place, and
    `blocks` what it stands in; `drawn` the places that the run of the script under way has drawn.
    """

    socket: websockets.ClientConnection
    page: str = ""
    radios: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    elements: dict[tuple[int, ...], Element] = field(default_factory=dict)
    blocks: dict[tuple[int, ...], Block] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    drawn: set[tuple[int, ...]] = field(default_factory=set)

    @property
    def html(self) -> list[str]:
        """The markup that stands on the page, by itself or handed to a component."""
        drawn = [each for _, each in sorted(self.elements.items())]
        handed = [json.loads(each.bidi_component.json or "{}") for each in drawn if each.HasField("bidi_component")]
        return [
            *(each.html.body for each in drawn if each.HasField("html")),
            *(each.get("html", "") for each in handed),
        ]


@asynccontextmanager
async def visiting(port: int) -> AsyncIterator[Visitor]:
    """Open the app; it is left when the block ends."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, max_size=None, compression=None, ping_interval=None) as socket:
        visitor = Visitor(socket)
        await _run(visitor)
        yield visitor


async def press(visitor: Visitor, label: str) -> None:
    """Press a button, or follow a link, and wait until the page stands."""
    if label in visitor.links:
        visitor.page = visitor.links[label]
        await _run(visitor)
    else:
        await _run(visitor, visitor.buttons[label], trigger=True)


async def choose(visitor: Visitor, label: str, option: str) -> None:
    """Choose an option of a radio group and wait until the page stands."""
    visitor.values[visitor.radios[label]] = option
    await _run(visitor, visitor.radios[label])


async def walk(visitor: Visitor, pack: Pack, case: Vignette, seen: Callable[[], None] = lambda: None) -> None:
    """Go from the start to the summary, answering as a vignette does; `seen` is called before a page is left, and at the end."""
    seen()
    await press(visitor, "Start")
    for nth, step in enumerate(pack.steps):
        for question in step.questions:
            if question.question in case.answers:
                text = next(o.text for o in question.options if o.option == case.answers[question.question])
                await choose(visitor, question.asks, text)
        seen()
        await press(visitor, "Next" if nth + 1 < len(pack.steps) else "Check answers")
    seen()
    await press(visitor, "See the considerations")
    seen()
    await press(visitor, "Go to the summary")
    seen()


async def _run(visitor: Visitor, used: str = "", *, trigger: bool = False) -> None:
    """Ask for a run of the script as the page does: with every value on it, and of the part alone whose widget was used."""
    message = BackMsg()
    message.rerun_script.page_script_hash = visitor.page
    message.rerun_script.fragment_id = visitor.parts.get(used, "")
    for radio in visitor.radios.values():
        if radio in visitor.values:
            message.rerun_script.widget_states.widgets.add(id=radio, string_value=visitor.values[radio])
    if trigger:
        message.rerun_script.widget_states.widgets.add(id=used, trigger_value=True)
    began = time.perf_counter()
    await visitor.socket.send(message.SerializeToString())
    while not _take(visitor, ForwardMsg.FromString(await asyncio.wait_for(visitor.socket.recv(), PATIENCE))):
        pass
    visitor.waits.append(time.perf_counter() - began)


def _take(visitor: Visitor, message: ForwardMsg) -> bool:
    """Take in what the server says; true when the page stands."""
    kind = message.WhichOneof("type")
    if kind == "delta":
        visitor.drawn.add(tuple(message.metadata.delta_path))
    if kind == "new_session":
        visitor.drawn.clear()
        visitor.page = message.new_session.page_script_hash
        if not message.metadata.run.fragment_ids:
            visitor.radios, visitor.buttons, visitor.links = {}, {}, {}
            visitor.elements, visitor.blocks = {}, {}
    elif kind == "delta" and message.delta.HasField("add_block"):
        visitor.blocks[tuple(message.metadata.delta_path)] = message.delta.add_block
    elif kind == "delta":
        element = message.delta.new_element
        visitor.elements[tuple(message.metadata.delta_path)] = element
        if element.HasField("radio"):
            visitor.radios[element.radio.label] = element.radio.id
            visitor.parts[element.radio.id] = message.delta.fragment_id
            if element.radio.set_value and element.radio.HasField("raw_value"):
                visitor.values[element.radio.id] = element.radio.raw_value
        elif element.HasField("button"):
            visitor.buttons[element.button.label] = element.button.id
            visitor.parts[element.button.id] = message.delta.fragment_id
        elif element.HasField("page_link"):
            visitor.links[element.page_link.label] = element.page_link.page_script_hash
    finished = kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    if finished:
        _drop_what_was_there_before(visitor)
    return finished


def _drop_what_was_there_before(visitor: Visitor) -> None:
    """Drop what stands in the part of the page that was drawn and was not drawn itself, as the page does."""
    levels = zip(*visitor.drawn, strict=False)
    part = tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))
    for standing in (visitor.elements, visitor.blocks):
        for place in [place for place in standing if place[: len(part)] == part and place not in visitor.drawn]:
            del standing[place]
