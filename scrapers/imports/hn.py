"""Comments of "Who is hiring?" threads, in the API's shape: `id`, and `time` (epoch seconds) as when it was fetched.

`month` (`2015-01`), which the set adds to each comment, is the board, as it is when the thread is crawled.
"""

from typing import Any

from scrapers.imports.base import Entry, instant, missing, text

BOARD = "whoishiring"


def entries(row: dict[str, Any]) -> list[Entry]:
    """Return the comment as the API gives it."""
    source_id, fetched_at, month = text(row.get("id")), instant(row.get("time")), text(row.get("month"))
    comment = {name: value for name, value in row.items() if name != "month"}
    return [Entry(comment, source_id, fetched_at, month, missing(id=source_id, time=fetched_at))]
