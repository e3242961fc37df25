"""
Turn a summary or a pack into something to read, with no Streamlit.

`paper` prints, `book` documents a whole pack, `text` writes a note, `markup` writes what page, screen and book share, `diff` a list of changes.
"""
