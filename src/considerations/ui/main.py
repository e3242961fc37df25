"""The app's script: navigation, and what stands above every page. A stop takes the place of any page."""

from copy import copy

import streamlit as st

from considerations.explain.summary import StopNotice
from considerations.pack.words import screen
from considerations.ui import browser_store, browser_tab, page_parts, server_cache, session
from considerations.ui.screens import stop

# Streamlit marks the page that it turns to, so every run has copies of its own.
page = st.navigation([copy(shared) for shared in server_cache.pages()], position="top")
session.present()
browser_store.renew()
session.turn()
if not browser_tab.exchange():
    page_parts.heading(screen.ONE_MOMENT, keeps=False)
    browser_tab.wait()
    st.stop()

pack = session.pack()
if pack is None:
    page_parts.heading(screen.PRODUCT)
    st.error(screen.PACK_BROKEN)
    st.stop()

session.take_missed(pack)
if page.url_path != "questions":
    session.go(pack, session.step(pack))
summary = session.summary(pack)
if isinstance(summary, StopNotice):
    stop.show(summary, pack)
else:
    page_parts.out_of_date(pack)
    # Above a stop it could name a treatment.
    browser_tab.notice()
    page.run()
    page_parts.footer(pack)
