"""The app's script: navigation, and what stands above every page. A stop takes the place of any page."""

from copy import copy

import streamlit as st

from considerations.explain.summary import StopNotice
from considerations.ui import browser_tab, page_parts, server_cache, session
from considerations.ui.screens import stop

# Streamlit marks the page that it turns to, so every run has copies of its own.
page = st.navigation([copy(each) for each in server_cache.pages()], position="top")
session.present()
session.turn()
if not browser_tab.exchange():
    page_parts.heading("One moment", keeps=False)
    browser_tab.wait()
    st.stop()

pack = session.pack()
if pack is None:
    page_parts.heading("Considerations")
    st.error("This questionnaire is not available: its rules did not pass their checks.")
    st.stop()

session.take_missed(pack)
if page.title != "Questions":
    session.go(pack, session.step(pack))
reading = session.summary(pack)
browser_tab.notice()
if isinstance(reading, StopNotice):
    stop.show(reading, pack)
else:
    page.run()
    page_parts.footer(pack)
