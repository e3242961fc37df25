"""
Prove what holds for every answer set of a pack.

`verify` proves the rules, `guarantees` what the pack guarantees, `diff` compares two packs. The app imports it for one page only.
"""
