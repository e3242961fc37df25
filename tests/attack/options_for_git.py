"""Names of revisions that git could take for its own options, or for what is no revision: how many get through."""

import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.test_commands import in_git


def main() -> int:
    """Print what became of each name, and give how many wrote a file or read what is not of the revision."""
    through = 0
    with TemporaryDirectory() as under:
        copy = in_git(Path(under))
        (copy / "CHANGES.md").unlink()
        with chdir(under):
            for name in ("HEAD:--output=written", "HEAD:-owritten", "--output=written:HEAD", f"HEAD:{copy}"):
                call = [sys.executable, "-m", "considerations", "diff", "--", name, "HEAD:rules/falls"]
                told = subprocess.run(call, capture_output=True, text=True, check=False)
                got = Path("written").exists() or told.returncode != 2
                Path("written").unlink(missing_ok=True)
                through += got
                print(f"{'THROUGH' if got else 'refused'}  {name.replace(under, '…')}")
    print(f"{through} of 4 names got through")
    return through


if __name__ == "__main__":
    sys.exit(bool(main()))
