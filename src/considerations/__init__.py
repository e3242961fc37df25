"""Considerations: which points of one article bear on a situation, and why."""
