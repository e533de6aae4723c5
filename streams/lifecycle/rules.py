"""The numbers by which postings close."""

from collections.abc import Mapping
from datetime import timedelta

# Complete listings that must lack a posting in a row; each reopening asks for one more, up to the most.
MISSES = 2
MOST_MISSES = 5
# A crawl that takes more than half of at least so many open postings away is held, until it is so often in a row.
FEWEST_OPEN = 10
BELIEVED_AT = 3
# Days after which a posting that no crawl showed is closed, on boards that gave no complete listing for as long.
DAYS = 60
# "Who is hiring" is a new board each month: an old month's posting is answered by nobody.
DAYS_OF: Mapping[str, int] = {"hn": 40}
_DAY_MS = int(timedelta(days=1) / timedelta(milliseconds=1))


def misses_needed(reopenings: int) -> int:
    """Return how many complete listings in a row must lack a posting that was reopened so often."""
    return min(MISSES + reopenings, MOST_MISSES)


def is_suspicious(lost: int, opened: int) -> bool:
    """Whether a crawl that takes `lost` of `opened` open postings away is held rather than believed."""
    return opened >= FEWEST_OPEN and 2 * lost > opened


def longest_unseen_ms(source: str) -> int:
    """Return how long a posting of `source` stays open unseen, in milliseconds."""
    return DAYS_OF.get(source, DAYS) * _DAY_MS
