"""What a crawl needs of the settings: how to behave, and which boards can be asked at all."""

from collections.abc import Mapping, Sequence

from pipeline.settings import Settings
from scrapers.boards import Board, load_boards
from scrapers.browser import BrowserMissing, find_browser
from scrapers.crawl import Manners
from scrapers.proxies import ProxiesUnreadable, read_proxies
from scrapers.searching import SEARCH, SearchOff, check_search
from scrapers.sources import load_source


class CrawlMisconfigured(Exception):  # noqa: N818 - a condition
    """A setting or a part that the boards need is missing or can't be read; the message names the remedy."""


def manners_of(settings: Settings, boards: Sequence[Board]) -> Manners:
    """Return how spiders behave on `boards`. Raises CrawlMisconfigured."""
    try:
        browser = find_browser(settings.browser_path) if any(board.browser for board in boards) else None
        if any(board.source == SEARCH for board in boards):
            check_search(allowed=settings.jobspy)
        proxies = read_proxies(settings.proxies.plain)
    except (BrowserMissing, SearchOff) as error:
        raise CrawlMisconfigured(str(error)) from error
    except ProxiesUnreadable as error:
        raise CrawlMisconfigured(f"JOBSTREAM_PROXIES can't be read. {error}") from error
    delay_s, rotation = settings.crawl_delay_s, settings.proxy_rotation
    return Manners(settings.user_agent, delay_s, browser, proxies, rotation, settings.reachable_hosts)


def lacking_keys(boards: Sequence[Board], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the sources of `boards` whose keys are not all set, and for each what to set."""
    unset = {source: load_source(source).lacks(keys) for source in sorted({board.source for board in boards})}
    variables = {source: " and ".join(f"JOBSTREAM_{name.upper()}" for name in names) for source, names in unset.items()}
    return {source: f"{source} answers only to keys of one's own: set {names}." for source, names in variables.items() if names}


def askable_boards(settings: Settings) -> list[Board]:
    """Return every board but those of sources whose keys are not set. Raises BoardsUnreadable."""
    boards = load_boards(settings.boards_file, shipped=settings.shipped_boards)
    lacking = lacking_keys(boards, settings.source_keys)
    return [board for board in boards if board.source not in lacking]
