"""
Load a folder of YAML as a pack, or list every fault with its file and line.

`loader` is the entry; `positions` reads files and locates faults; `names` checks references, `completeness` that nothing is
missing, `wording_check` the words; `git_revision` fetches an old version.
"""
