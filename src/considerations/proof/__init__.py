"""
Prove statements about every answer set of a pack.

`verify` proves the rules, `guarantees` the pack's guarantees, `diff` compares two versions. The app imports it for one page only.
"""
