"""Where what ships beside the code is: the app's script, its settings and the packs."""

from pathlib import Path

_INSTALLED = Path(__file__).parents[1] / "installed"
# A wheel carries it among the code; in a checkout it is the top level.
SHIPPED = _INSTALLED if _INSTALLED.exists() else Path(__file__).parents[3]
