"""Print a summary: `sheet` and `audit_pages` choose the content, `html` and `pdf` draw it, `glyphs` replaces missing characters."""
