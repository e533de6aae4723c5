"""`jobstream` with a normalizer that fails on everything, as a bad deployment brings it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from pipeline.cli.main import main
from streams.normalize import arrived


def fail(*_: object) -> object:
    """Read nothing."""
    raise RuntimeError("a bad deployment")


if __name__ == "__main__":
    arrived.read = fail
    main()
