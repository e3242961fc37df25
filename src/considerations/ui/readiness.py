"""Tell whoever spreads the visitors that this replica can serve them, and with which packs."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from considerations.ui.headers import base
from considerations.ui.server_cache import packs


def served() -> str:
    """Return, as JSON, the version and digest of each pack by its name; null for one that did not pass its checks."""
    found = {name: pack and {"version": pack.about.version, "digest": pack.digest} for name, pack in packs().items()}
    return json.dumps({"packs": found})


async def ready(_: Request) -> Response:
    """Answer with `served`: a server that answers has a pack, because without one the app ends at once."""
    return Response(served(), media_type="application/json", headers={"cache-control": "no-store"})


READY = Route(f"{base()}/ready", ready)

if __name__ == "__main__":
    print(served())
