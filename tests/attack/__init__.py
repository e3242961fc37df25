"""Attacks on the app and its commands, one a file; each prints its figure."""
