"""Serve the app, behind security headers: `streamlit run app.py`."""

import gc
import os
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from considerations.ui.log import keep_values_out

keep_values_out()
# A plugin of pydantic's is told every value that is checked, and may pass it on.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
from considerations.ui import server_cache  # noqa: E402 - it imports pydantic
from considerations.ui.headers import SecurityHeaders  # noqa: E402 - it imports pydantic
from considerations.ui.readiness import READY  # noqa: E402 - it imports pydantic

if not any(server_cache.packs().values()):
    sys.exit(
        "No questionnaire passed its checks, so there is nothing to serve. The log says why; mend one and start again."
    )
main = Path(server_cache.__file__).with_name("main.py")
app = st.App(main, routes=[READY], middleware=[Middleware(SecurityHeaders)])

# What is loaded before anyone comes stays as long as the server does; the collector need not walk over it again and again.
gc.freeze()
