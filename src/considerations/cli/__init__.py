"""What `python -m considerations` offers: `commands` has the author's commands, and `serve` starts the app."""
