"""What every test may use: where the real data is, and a clock that stands."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent.parent
# folders whose tests share one running stack; the first that fits counts
STACKS = ("tests/e2e/", "tests/integration/", "tests/faults/pipeline/", "tests/faults/")
STRICT = os.environ.get("JOBSTREAM_TEST_STRICT") == "1"


def missing(what: str) -> None:
    """Skip the test for a part that this machine lacks; in CI that is a failure."""
    if STRICT:
        pytest.fail(f"{what} is missing, and CI skips nothing")
    pytest.skip(f"{what} is missing")


class TogetherByStack(LoadScopeScheduling):  # type: ignore[misc]
    """Keeps on one process what shares a running stack, and each other file whole. Long ones come first."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return next((folder for folder in STACKS if path.startswith(folder)), path)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TogetherByStack:
    """Tell `-n 2` who runs what."""
    return TogetherByStack(config, log)


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
