"""The entries that the command `new` writes, from `templates.yaml`: each text that an author still has to write is marked."""

from pathlib import Path

_ENTRIES = Path(__file__).with_suffix(".yaml").read_text("utf-8").split("---\n")
ABOUT, STEPS, STOPS, QUESTION, POINT, GAPS, GAP, STOP, VIGNETTE = _ENTRIES
