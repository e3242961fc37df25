"""
Work out what a pack shows for one set of answers.

`assessment` decides, `items` treats points, gaps and notices alike, `what_if` compares two sets of answers.
"""

from considerations.engine.assessment import Answers, Assessment, answer, assess, is_asked, voided_by

__all__ = ["Answers", "Assessment", "answer", "assess", "is_asked", "voided_by"]
