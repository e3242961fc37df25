"""
Turn a folder of YAML into a pack, or list every fault with its file and line.

`loader` is the way in; `positions` has the fault and where each value stands; `wording_check` reads the words.
"""
