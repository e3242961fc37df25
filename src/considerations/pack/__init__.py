"""
Say what a pack is, as frozen models: one article and all that is made from it.

`model` has the pack, `companions` what stands beside its points, `conditions` the rules' conditions, `article` the article's
lines, `terms` the words that every surface shares.
"""

from considerations.pack.model import (
    About,
    Contact,
    Option,
    Pack,
    Point,
    Question,
    Release,
    Step,
    Stop,
    Stops,
    Vignette,
)

__all__ = ["About", "Contact", "Option", "Pack", "Point", "Question", "Release", "Step", "Stop", "Stops", "Vignette"]
