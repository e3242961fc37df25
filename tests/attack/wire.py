"""A client that says over the WebSocket what no page of the app says; on this machine only."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@asynccontextmanager
async def connected(port: int, session: str = "") -> AsyncIterator[websockets.ClientConnection]:
    """Connect, and ask to take up a session where one is named."""
    named = [websockets.Subprotocol(each) for each in ("streamlit", "token", session) if each]
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=named, max_size=None, compression=None) as socket:
        yield socket


async def heard(socket: websockets.ClientConnection, seconds: float = 1.0) -> list[ForwardMsg]:
    """Give what the server says until it is silent for so long, or ends the connection."""
    messages = []
    try:
        while True:
            messages.append(ForwardMsg.FromString(await asyncio.wait_for(socket.recv(decode=False), seconds)))
    except (TimeoutError, websockets.ConnectionClosed):
        return messages


async def drawn(socket: websockets.ClientConnection) -> None:
    """Hear the server out until it has drawn the page: the first page of a server may take longer than a silence."""
    while (
        ForwardMsg.FromString(await asyncio.wait_for(socket.recv(decode=False), 30)).WhichOneof("type")
        != "script_finished"
    ):
        pass
    await heard(socket)


def run() -> bytes:
    """Ask for the page, as a new visitor does."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    asked: bytes = message.SerializeToString()
    return asked
