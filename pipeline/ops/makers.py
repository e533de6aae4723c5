"""What made the revisions that the window of a replay only shows again: raw postings from before it, which go along.

Without them a revision would be read from what showed it later, and get the times of that: its `posted_at`, `updated_at`,
`fetched_at`, and what is derived from them. Which window was replayed last would decide what history says.
"""

from collections.abc import Iterable

from schemas.base import epoch_ms
from schemas.message import Incoming
from schemas.raw import RawPosting
from streams.normalize.revision import FORMAT, decode
from streams.ownership import owned


def makers(shown: Iterable[RawPosting], changelog: Iterable[Incoming], since_ms: int) -> dict[str, int]:
    """Return, by posting id, the `fetched_at` of what made the revision that `shown` show again and that is older than they.

    `shown` are the raw postings of a window that begins at `since_ms`, `changelog` is that of normalize. Only the revision in
    force as the window begins can be older than it, so a posting has one at most. Memory: the postings of the window.
    """
    first: dict[str, int] = {}
    for raw in shown:
        if raw.posting_id is not None:
            fetched_ms = epoch_ms(raw.fetched_at)
            first[raw.posting_id] = min(fetched_ms, first.get(raw.posting_id, fetched_ms))
    newest = {key: record.value for record in owned(changelog) if (key := _key(record)) in first}
    read = {key: decode(value) for key, value in newest.items() if value is not None and value.startswith(FORMAT)}
    covering = {key: history.covering(first[key]) for key, history in read.items() if history is not None}
    return {key: each.revised_ms for key, each in covering.items() if each is not None and each.revised_ms < since_ms}


def _key(record: Incoming) -> str:
    return (record.key or b"").decode("utf-8", "replace")
