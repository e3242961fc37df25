"""Security headers for every response, and no door left open that the app does not use."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INDEX = Path(st.__file__).parent / "static" / "index.html"
_UNUSED = (
    "accelerometer camera display-capture geolocation gyroscope microphone midi payment publickey-credentials-get usb"
)


def _own_scripts(index: str) -> str:
    """Give the sources that allow the scripts written in Streamlit's own page, and no other: the digest of each."""
    scripts = re.findall(r"<script>(.*?)</script>", index, flags=re.S)
    return " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)


# Components are inline scripts, which Streamlit serves as blobs; what reads its messages is compiled; its styles are inline and one
# font is written into them. Nothing may come from elsewhere.
_POLICY = (
    f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob: {_own_scripts(_INDEX.read_text('utf-8'))}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", ", ".join(f"{feature}=()" for feature in _UNUSED.split()).encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file", "/media")


class SecurityHeaders:
    """ASGI middleware: adds `HEADERS`, answers 404 for `CLOSED`, and 403 where another site's page asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or a WebSocket; what another site's page asks never reaches Streamlit."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif not _ours(Headers(scope=scope)):
            await _refuse(scope, send, 403)
        elif scope["path"].startswith(CLOSED):
            await _refuse(scope, send, 404)
        elif scope["type"] == "websocket":
            await self.app(scope, receive, send)
        else:
            await self.app(scope, receive, lambda message: send(_guarded(message)))


def _ours(headers: Headers) -> bool:
    """Say whether a request comes from our own pages: Streamlit would look our public address up elsewhere to find out."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


async def _refuse(scope: Scope, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await send({"type": "http.response.start", "status": status, "headers": HEADERS})
        await send({"type": "http.response.body", "body": b""})


def _guarded(message: Message) -> dict[str, Any]:
    if message["type"] != "http.response.start":
        return dict(message)
    return {**message, "headers": [*message["headers"], *HEADERS]}
