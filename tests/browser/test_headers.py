"""Every response is guarded, and doors the app does not use are closed."""

import urllib.error
import urllib.request

import pytest

from considerations.ui.headers import CLOSED, HEADERS


def test_every_response_carries_the_headers(address: str) -> None:
    with urllib.request.urlopen(address) as response:
        found = {name.lower(): value for name, value in response.headers.items()}

    assert {name.decode(): value.decode() for name, value in HEADERS}.items() <= found.items()


def test_nothing_may_be_loaded_from_or_sent_elsewhere() -> None:
    policy = dict(HEADERS)[b"content-security-policy"].decode()
    sources = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}

    assert sources["default-src"] == ["'none'"]
    assert sources["connect-src"] == ["'self'"]
    assert sources["frame-ancestors"] == ["'none'"]
    assert [word for words in sources.values() for word in words if "*" in word or "http" in word] == []
    assert "'unsafe-inline'" not in sources["script-src"]
    assert dict(HEADERS)[b"referrer-policy"] == b"no-referrer"


@pytest.mark.parametrize("path", CLOSED)
def test_closed_doors_answer_404(path: str, address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address + path)
