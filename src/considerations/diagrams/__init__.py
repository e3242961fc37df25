"""
Represent all answer sets of a pack at once, as decision diagrams.

`decision_diagram` has sets and their operations, `search` finds answer sets in them, `pack_diagrams` and `item_diagrams` build
the sets of a pack and of its items.
"""
