"""
Hold every answer set of a pack at once, as decision diagrams.

`decision_diagram` has sets and their operations, `search` finds answer sets in them, `pack_diagrams` and `item_diagrams` build
those of a pack.
"""
