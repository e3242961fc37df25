"""What reviewers ask of decision support and of those who make it, as frozen models."""

from typing import Literal

from considerations.pack.conditions import Line, Part, Text

# What must be checked again by a day.
Due = Literal["pack", "evidence", "labels", "crisis-lines"]


class Attribute(Part):
    """A source attribute that decision-support tools are expected to state, and its value."""

    attribute: Line
    value: Text


class Label(Part):
    """A labelling element that reviewers expect, and where it is met."""

    element: Line
    name: Line
    value: Text


class Accountability(Part):
    """What reviewers ask of those who made a pack, in their words; None where they have not said it."""

    funding: Text | None = None
    interests: Text | None = None
    jurisdictions: Text | None = None
    search_dates: Text | None = None
    search_terms: Text | None = None
    search_exclusions: Text | None = None
    incidents: Text | None = None
    withdrawal: Text | None = None
