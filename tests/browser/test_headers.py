"""Every response is guarded, and doors the app does not use are closed."""

import urllib.error
import urllib.request

import pytest

from considerations.ui.headers import CLOSED, HEADERS


def test_every_response_carries_the_headers(address: str) -> None:
    with urllib.request.urlopen(address) as response:
        found = {name.lower(): value for name, value in response.headers.items()}

    assert {name.decode(): value.decode() for name, value in HEADERS}.items() <= found.items()


@pytest.mark.parametrize("path", CLOSED)
def test_closed_doors_answer_404(path: str, address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address + path)
