"""Benchmarks: figures for the README, never asserted in tests."""
