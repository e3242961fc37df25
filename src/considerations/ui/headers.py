"""Security headers for every response; paths and messages that the app does not use are refused."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from google.protobuf.message import DecodeError
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.config import get_option
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from considerations.pack.words import screen

_STATIC = Path(st.__file__).parent / "static"
# What draws a page of ours and comes with the page: Streamlit would ask for it only when the first element is there.
_DRAWING = ("BidiComponent", "_arrayReduce", "serialization", "recordbatch", "Html", "purify.es", "PageLink")
_PRELOADED = "".join(
    f'<link rel="modulepreload" crossorigin href="./{file.relative_to(_STATIC).as_posix()}">'
    for part in _DRAWING
    for file in _STATIC.glob(f"static/js/{part}.*.js")
)
_INDEX = (_STATIC / "index.html").read_text("utf-8").replace("</head>", f"{_PRELOADED}</head>")
# Shown until `browser_tab.js` removes it: nothing else is drawn at a wrong address, or where no WebSocket can be opened.
_UNDRAWN = """<style>#undrawn { position: fixed; z-index: 9; left: 0; right: 0; bottom: 0; padding: .75rem 1rem; background: #fff; color: #1f2937;
  border-top: 1px solid; font: 1rem/1.5 sans-serif; animation: undrawn 0s 5s both; } @keyframes undrawn { from { visibility: hidden; } }</style>
<p id="undrawn">TEXT</p>"""
_UNUSED = (
    "accelerometer camera display-capture geolocation gyroscope microphone midi payment publickey-credentials-get usb"
)
# The digests of the scripts in Streamlit's own page, which alone may run.
_OWN_SCRIPTS = " ".join(
    f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
    for script in re.findall(r"<script>(.*?)</script>", _INDEX, flags=re.S)
)
# Components are inline scripts, which Streamlit serves as blobs; what reads its messages is compiled; its styles are inline and one
# font is written into them. Nothing may come from elsewhere.
_POLICY = (
    f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob: {_OWN_SCRIPTS}; "
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
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file", "/media", "/auth/", "/oauth2callback")
# What the app's own page sends over the WebSocket.
USED = ("rerun_script", "app_heartbeat", "stop_script")
_LARGEST = 256 * 1024
_PORTS = {"http": 80, "https": 443}


class SecurityHeaders:
    """ASGI middleware: add `HEADERS`, answer 404 to `CLOSED` and 403 to another site's page, and pass on only the messages in `USED`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or a WebSocket; a request from another site's page never reaches Streamlit."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        path = below_base(scope["path"])
        if not _ours(Headers(scope=scope)):
            await _refuse(scope, send, 403)
        elif path.startswith(CLOSED):
            await _refuse(scope, send, 404)
        elif scope["type"] == "websocket":
            await self.app(_without_session(scope), lambda: _next_used(receive, send), send)
        else:
            await self.app(scope, receive, _guarded(send))


def below_base(path: str) -> str:
    """Return a path without the base path that the app is set to answer at."""
    return path.removeprefix(base())


def base() -> str:
    """Return the path below which the app is set to answer, such as `/considerations`; empty at the top."""
    path = get_option("server.baseUrlPath").strip("/")
    return f"/{path}" if path else ""


def _ours(headers: Headers) -> bool:
    """Return whether a request comes from our own pages: Streamlit would ask another server for our public address."""
    host, origin = headers.get("host"), headers.get("origin")
    asking = origin or f"http://{host}"
    try:
        return _host_and_port(asking) == _host_and_port(f"{asking.partition(':')[0]}://{host}") and is_host_allowed(
            host
        )
    except (ValueError, KeyError):
        return False


def _host_and_port(address: str) -> tuple[str | None, int]:
    parts = urlsplit(address)
    return parts.hostname, parts.port or _PORTS[parts.scheme]


def _without_session(scope: Scope) -> Scope:
    """
    Remove the name of the session that a connection asks for: the log shows that name, and the tab has the answers.

    The host is spelt as the browser spells it, because Streamlit compares the two letter by letter.
    """
    headers = MutableHeaders(raw=list(scope["headers"]))
    if protocols := headers.get("sec-websocket-protocol"):
        headers["sec-websocket-protocol"] = ",".join(protocols.split(",")[:2])
    if origin := headers.get("origin"):
        headers["host"] = urlsplit(origin).netloc
    return {**scope, "headers": headers.raw}


async def _next_used(receive: Receive, send: Send) -> Message:
    """Return the next message that the app needs; close the connection at one that is not Streamlit's."""
    while True:
        message = await receive()
        kind = message_kind(message.get("bytes") or b"") if message["type"] == "websocket.receive" else USED[0]
        if kind in USED:
            return message
        if kind is None:
            await send({"type": "websocket.close", "code": 1008})
            return {"type": "websocket.disconnect", "code": 1008}


def message_kind(data: bytes) -> str | None:
    """Return what a message asks for; None if it is not Streamlit's or is too large."""
    if len(data) > _LARGEST:
        return None
    try:
        decoded = BackMsg.FromString(data)
    except DecodeError:
        return None
    kind: str | None = decoded.WhichOneof("type")
    return kind


async def _refuse(scope: Scope, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await send({"type": "http.response.start", "status": status, "headers": HEADERS})
        await send({"type": "http.response.body", "body": b""})


def _guarded(send: Send) -> Send:
    """Send a response with our headers, and Streamlit's page with `_UNDRAWN` in it."""
    page = b""

    async def send_guarded(message: Message) -> None:
        nonlocal page
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=[*message["headers"], *HEADERS])
            if headers.get("content-type", "").startswith("text/html"):
                page = _page()
                headers["content-length"] = str(len(page))
                del headers["content-encoding"]
            await send({**message, "headers": headers.raw})
        elif not page:
            await send(message)
        elif not message.get("more_body"):
            await send({**message, "body": page})

    return send_guarded


def _page() -> bytes:
    link = f'<a href="{base()}/">{screen.NOT_DRAWN_LINK}</a>'
    undrawn = _UNDRAWN.replace("TEXT", screen.NOT_DRAWN.format(link=link))
    return _INDEX.replace("</body>", f"{undrawn}</body>").encode()
