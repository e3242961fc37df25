"""The app's script: navigation, and what stands above every page. A stop takes the place of any page."""

import streamlit as st

from considerations.summary import Notice
from considerations.ui import parts, session, stop, tab

page = st.navigation(
    [
        st.Page("start.py", title="Start", url_path="start", default=True),
        st.Page("questions.py", title="Questions", url_path="questions"),
        st.Page("check.py", title="Check answers", url_path="check"),
        st.Page("points.py", title="Considerations", url_path="considerations"),
        st.Page("take_away.py", title="Summary", url_path="summary"),
        st.Page("how.py", title="How it works", url_path="how"),
    ],
    position="top",
)
session.turn()
if not tab.exchange():
    parts.heading("One moment", keeps=False)
    tab.wait()
    st.stop()

pack = session.pack()
if pack is None:
    parts.heading("Considerations")
    st.error("This questionnaire is not available: its rules did not pass their checks.")
    st.stop()

if page.title != "Questions":
    session.go(pack, session.step(pack))
reading = session.reading(pack)
tab.notice()
if isinstance(reading, Notice):
    stop.show(reading, pack)
else:
    page.run()
    parts.footer(pack)
