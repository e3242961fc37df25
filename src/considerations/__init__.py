"""Show which points of an article apply to the answers of a questionnaire, and why. `README.md` describes the rooms."""

import os

# A plugin of pydantic's is told every value that is checked, and may pass it on; and looking for plugins takes time.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
