"""The page for an author at work, which the app knows nothing of: `serve` is what starts it, for this machine alone."""
