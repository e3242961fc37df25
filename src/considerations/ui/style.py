"""The app's style: keyed on our own classes, Streamlit's test ids and ARIA roles, never on its generated names."""

from pathlib import Path

from considerations.render.stylesheet import CARDS, PARTS

CSS = CARDS + PARTS + (Path(__file__).parent / "screen.css").read_text("utf-8")
