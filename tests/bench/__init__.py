"""Benchmarks: figures for tests/README.md, never asserted in tests."""
