"""
Say why each point, gap and notice is shown or not, and what would change that.

`summary` is what every page and paper shows; `explanations` explains one item, `reasons` finds the answers behind it,
`changes` those that would bring it up, `in_words` puts its rule in words.
"""
