"""Packs broken on purpose, and what must be true of each."""
