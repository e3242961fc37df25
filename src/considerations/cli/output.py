"""Write a rendering to the output as bytes, so that it is the same as the app's on every system."""

import sys


def write(rendered: str | bytes) -> None:
    """Write it, a text as UTF-8 and with its own line ends."""
    sys.stdout.buffer.write(rendered if isinstance(rendered, bytes) else rendered.encode())
