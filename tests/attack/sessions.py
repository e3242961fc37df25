"""24.4: whether the name of a session, which the log tells, gives another client the answers in it."""

import asyncio
import re
import tempfile
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.attack.wire import connected, heard, run
from tests.browser.serving import free_port, serving


def session(messages: list[ForwardMsg]) -> str:
    """Give the name of the session that the server speaks of."""
    return next(each.new_session.initialize.session_id for each in messages if each.HasField("new_session"))


async def taken_up(port: int) -> tuple[bool, bool]:
    """Say whether a second client gets the session of a first that is still there, and of one that has gone."""
    async with connected(port) as first:
        await first.send(run())
        name = session(await heard(first))
        async with connected(port, name) as second:
            await second.send(run())
            beside = session(await heard(second)) == name
    async with connected(port, name) as third:
        await third.send(run())
        return beside, session(await heard(third)) == name


if __name__ == "__main__":
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with serving(port, log=log):
            beside, after = asyncio.run(taken_up(port))
        names = re.findall(r"Session with id \S+", log.read_text("utf-8"))
    print(f"taken up while the first is there: {beside}; after it has gone: {after}; named in the log: {len(names)}")
