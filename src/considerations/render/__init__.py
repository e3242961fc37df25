"""
Turn a summary or a pack into something to read, with no Streamlit.

`paper` prints, `book` documents a whole pack, `text` writes a note, `cards` and `html_blocks` write markup, `diff` a list of changes.
"""
