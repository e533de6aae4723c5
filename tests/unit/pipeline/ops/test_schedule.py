"""Which boards a scheduler plans that runs already."""

from pathlib import Path

import pytest

from pipeline.ops.schedule import _crawlable
from pipeline.settings import Settings
from scrapers.boards import Board
from scrapers.crawl import Manners

SEARCH, DRAWN, PLAIN = Board("jobspy", "indeed/usa/nurse"), Board("careers", "acme.test", browser=True), Board("lever", "acme")


@pytest.mark.parametrize(
    ("allowed", "browser", "planned"),
    [(False, None, [PLAIN]), (True, None, [SEARCH, PLAIN]), (False, "/bin/chromium", [DRAWN, PLAIN])],
)
def test_what_was_listed_after_the_start_is_held_to_what_the_start_allowed(
    tmp_path: Path, allowed: bool, browser: str | None, planned: list[Board]
) -> None:
    """Boards are read again every minute: a search must not slip in by that, nor a page that nothing can draw."""
    path = tmp_path / "own.toml"
    path.write_text('[jobspy]\n"indeed/usa/nurse" = ""\n[careers]\n"acme.test" = { browser = true }\n[lever]\nacme = ""\n')
    settings = Settings(None, boards_file=path, shipped_boards=False, jobspy=allowed)
    assert _crawlable(settings, Manners("test", 0.0, browser)) == planned
