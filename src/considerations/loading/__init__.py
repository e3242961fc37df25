"""
Load a folder of YAML as a pack, or list every fault with its file and line.

`loader` is the entry; `yaml_files` reads the files, `faults` says what is wrong and where; `names` checks references,
`completeness` that nothing is missing, `wording_check` the words; `git_revision` fetches an old version.
"""
