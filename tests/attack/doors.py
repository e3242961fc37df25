"""24.9, 24.15, 25.9: which names, origins and paths the server answers to."""

import http.client
from collections.abc import Mapping

from tests.browser.serving import free_port, serving

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}
# The name asked for, the origin that asks, and the answer that is right.
ASKED = [
    ("127.0.0.1:{port}", "", 101),
    ("127.0.0.1:{port}", "http://127.0.0.1:{port}", 101),
    ("LOCALHOST:{port}", "http://localhost:{port}", 101),
    ("localhost:80", "http://localhost", 101),
    ("localhost", "http://localhost:80", 101),
    ("LocalHost", "http://localhost", 101),
    ("localhost", "https://localhost", 101),
    ("localhost:443", "https://localhost", 101),
    ("localhost:80", "https://localhost", 403),
    ("127.0.0.1:{port}", "http://127.0.0.1:1", 403),
    ("127.0.0.1:{port}", "http://elsewhere.example", 403),
    ("127.0.0.1:{port}", "http://[::1", 403),
    ("127.0.0.1:{port}", "http://127.0.0.1:99999", 403),
    ("127.0.0.1:{port}", "null", 403),
    ("", "null", 403),
    ("", "", 403),
    ("rebound.example:{port}", "http://rebound.example:{port}", 403),
    ("rebound.example", "", 403),
    ("127.0.0.1:{port}", "file://", 403),
]
PATHS = (
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/upload_file",
    "/media",
    "/media/0.pdf",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
)


def status(port: int, path: str, headers: Mapping[str, str]) -> int:
    """Give the status of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=dict(headers))
        return connection.getresponse().status
    finally:
        connection.close()


def answer(port: int, host: str, origin: str) -> int:
    """Give the status where a page of this origin opens the connection by this name."""
    headers = UPGRADE | {"Host": host.format(port=port)} | ({"Origin": origin.format(port=port)} if origin else {})
    return status(port, "/_stcore/stream", headers)


if __name__ == "__main__":
    port = free_port()
    with serving(port):
        for host, origin, right in ASKED:
            print(
                f"Host {host or 'empty'}, Origin {origin or 'none'}: {answer(port, host, origin)}, and {right} is right"
            )
        for path in PATHS:
            print(f"{path}: {status(port, path, {})}, and 404 is right")
    with serving(port, env={"STREAMLIT_SERVER_BASE_URL_PATH": "below"}, health="/below/_stcore/health"):
        for path in PATHS:
            print(f"/below{path}: {status(port, '/below' + path, {})}, and 404 is right")
