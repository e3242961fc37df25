"""24.1: what a visitor who is no browser can ask of the server: git, the caches, and what is no message at all."""

import asyncio

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.attack.wire import connected, drawn, heard, run
from tests.load.server import OURS, serving

UNUSED = ("load_git_info", "clear_cache", "set_run_on_save", "debug_disconnect_websocket", "debug_shutdown_runtime")
BROKEN: dict[str, bytes | str] = {
    "no message": b"\xff" * 40,
    "text": "hello",
    "empty": b"",
    "too large": b"\x00" * 2**19,
}


async def git_answers(port: int, times: int = 20) -> int:
    """Ask for the state of git so many times; give how many answers came."""
    async with connected(port) as socket:
        await socket.send(run())
        await heard(socket)
        for _ in range(times):
            await socket.send(BackMsg(load_git_info=True).SerializeToString())
        return sum(each.HasField("git_info_changed") for each in await heard(socket, 10))


async def answered(port: int, kind: str) -> list[str]:
    """Send a message that the app does not use and then ask for the page; give what came between, by kind."""
    async with connected(port) as socket:
        await socket.send(run())
        await drawn(socket)
        message = BackMsg()
        setattr(message, kind, True)
        await socket.send(message.SerializeToString())
        return [str(each.WhichOneof("type")) for each in await heard(socket)]


async def ended(port: int, sent: bytes | str) -> int | None:
    """Give the code with which the server ends a connection that says this; None where it does not."""
    async with connected(port) as socket:
        await socket.send(sent)
        try:
            await asyncio.wait_for(socket.recv(), 3)
        except websockets.ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else None
        except TimeoutError:
            return None
    return None


if __name__ == "__main__":
    with serving(OURS) as (port, _):
        print(f"answers to 20 questions for the state of git: {asyncio.run(git_answers(port))}")
        for kind in UNUSED:
            print(f"{kind}: {asyncio.run(answered(port, kind)) or 'no answer'}")
        for name, sent in BROKEN.items():
            print(f"{name}: ended with {asyncio.run(ended(port, sent))}")
