"""Serve the app, behind security headers: `streamlit run app.py`."""

import gc
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from considerations.ui import server_cache
from considerations.ui.headers import SecurityHeaders
from considerations.ui.log import keep_values_out
from considerations.ui.readiness import READY

keep_values_out()
if not any(server_cache.packs().values()):
    sys.exit(
        "No questionnaire passed its checks, so there is nothing to serve. The log says why; mend one and start again."
    )
main = Path(server_cache.__file__).with_name("main.py")
app = st.App(main, routes=[READY], middleware=[Middleware(SecurityHeaders)])

# What is loaded before anyone comes stays as long as the server does; the collector need not walk over it again and again.
gc.freeze()
