"""Serve the app, behind security headers: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from considerations.ui.headers import SecurityHeaders

app = st.App("src/considerations/ui/main.py", middleware=[Middleware(SecurityHeaders)])
