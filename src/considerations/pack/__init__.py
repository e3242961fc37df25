"""
Describe a pack as frozen models: one article and everything made from it.

`model` has the pack, `evidence`, `guarantees` and `companions` what goes with its points, `conditions` the rules' conditions,
`reviews` the sign-offs, `article` the article's sentences, `terms` the words that every page and printout shares.
"""

from considerations.pack.companions import Release
from considerations.pack.model import About, Option, Pack, Point, Question, Step, Vignette
from considerations.pack.stops import Contact, Stop, Stops

__all__ = ["About", "Contact", "Option", "Pack", "Point", "Question", "Release", "Step", "Stop", "Stops", "Vignette"]
