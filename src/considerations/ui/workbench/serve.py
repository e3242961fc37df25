"""Serve the workbench, behind the app's security headers: `considerations workbench rules/PACK`."""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from considerations.ui.headers import SecurityHeaders
from considerations.ui.workbench import watching

try:
    watching.watched()
except PermissionError as refused:
    sys.exit(str(refused))
app = st.App(Path(watching.__file__).with_name("page.py"), middleware=[Middleware(SecurityHeaders)])
