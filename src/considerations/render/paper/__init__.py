"""Print a summary: `sheet` and `audit_pages` say what stands there, `html` and `pdf` set it, `glyphs` knows what can be set."""
