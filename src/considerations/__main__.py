"""Run the author's commands: `python -m considerations …`."""

import sys

from considerations.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
