"""Renderings of a summary: one module a form, one function each."""
