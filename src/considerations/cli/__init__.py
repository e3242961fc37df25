"""The author's commands, as `python -m considerations` offers them: `commands` has them all."""
