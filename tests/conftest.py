"""What every test may use: where the real data is, and a clock that stands."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STRICT = os.environ.get("JOBSTREAM_TEST_STRICT") == "1"


def missing(what: str) -> None:
    """Skip the test for a part that this machine lacks; in CI that is a failure."""
    if STRICT:
        pytest.fail(f"{what} is missing, and CI skips nothing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real postings."""
    path = Path(os.environ.get("JOBSTREAM_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not path.is_dir():
        missing(f"real data at {path} (JOBSTREAM_SHARED_DATA)")
    return path


@pytest.fixture
def now() -> datetime:
    """An instant that stands still."""
    return datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
