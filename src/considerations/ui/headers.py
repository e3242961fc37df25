"""Security headers for every response, and no door left open that the app does not use."""

from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Components are inline scripts, which Streamlit serves as blobs; its styles are inline. Nothing may come from elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; frame-src 'self' blob:; "
    "worker-src 'self' blob:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
# A file that a visitor saves stands at an address for a moment; the browser keeps no copy of its own.
SAVED, UNKEPT = "/media/", (b"cache-control", b"no-store")
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file")


class SecurityHeaders:
    """ASGI middleware: adds `HEADERS`, and answers 404 for `CLOSED`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; WebSockets pass untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await send({"type": "http.response.start", "status": 404, "headers": HEADERS})
            await send({"type": "http.response.body", "body": b""})
        else:
            added = [*HEADERS, UNKEPT] if scope["path"].startswith(SAVED) else HEADERS
            await self.app(scope, receive, lambda message: send(_guarded(message, added)))


def _guarded(message: Message, added: list[tuple[bytes, bytes]]) -> dict[str, Any]:
    if message["type"] != "http.response.start":
        return dict(message)
    return {**message, "headers": [*message["headers"], *added]}
