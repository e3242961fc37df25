"""Show which points of an article apply to the answers of a questionnaire, and why. `README.md` describes the rooms."""
