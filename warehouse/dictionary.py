"""The data dictionary: every table and column of both warehouses, from where they are declared."""

from collections.abc import Iterator
from pathlib import Path

from warehouse.rows import DEAD_LETTERS, TABLES
from warehouse.table import CLICKHOUSE, TIMESCALEDB, Column, Table

PATH = Path(__file__).parent.parent / "docs" / "data-dictionary.md"

_HEAD = """# Data dictionary

Written by `./jobstream schemas --write` from `warehouse/rows.py`; don't edit it here.

Analysts read the views: `postings` (the newest revision of every posting, with its cluster, what it is a variant of, the older
posting of another employer that its cluster is a copy of as `mirror_of`, `mirror_employer_key` and `mirror_similarity`, and
`is_open`, `opened_at`, `closed_at`, `closed_reason`, `last_seen_at`, `days_open`; `is_open` is null where no crawl ever told),
`jobs` (one row per job: the canonical posting of each cluster, with how many `postings` advertise it and their `sources`),
`posting_history` (every revision), `posting_events` (every opening and closing), `reposts` (each posting that advertises again
what another one, `repost_of`, had advertised until it closed, with `former_source`, `former_board`, `former_closed_at`,
`former_closed_reason`, `days_between`: ADR 0020), `posting_daily` and `skill_daily` (counts a day), `crawls`, in TimescaleDB
`board_health` (the last crawl of each board in numbers) and `source_incidents` (what was or is wrong with a board; open while
`ended_at` is null), and in ClickHouse `dead_letters`. They hide what the tables need for being written twice. In ClickHouse the
tables themselves must be read with `FINAL`.

An empty type means that the engine does not have the column.

## How to read them

- **Days.** Times are instants in UTC, `…_on` and `apply_by` are dates. A TimescaleDB session in another time zone cuts days
  there: write `at AT TIME ZONE 'UTC'`. Weeks begin on Monday by `date_trunc('week', …)` and by ClickHouse's `toMonday`, on
  Sunday by its `toStartOfWeek`.
- **Not known** is null; of an array, which is never null, it is empty.
- **US dollars a year** (`salary_usd_minimum`, `salary_usd_maximum`): at the European Central Bank's rate of the day it was
  posted, else fetched; a year has 2,080 hours, 260 days, 52 weeks. Before or after tax as the ad says. Null where currency or
  period is not known, and where the bank has no rate (ETB, AED, …); the amounts are in `salary_minimum` and `salary_maximum`
  all the same. Either end may be null.
- **A new date alone** makes no revision: `posted_at` and `updated_at` are those of the crawl at `fetched_at`. When a crawl last
  showed the posting is `last_seen_at`.
- **Each job once**: `jobs`, or `count(DISTINCT cluster_id)`. What `variant_of` names may be a variant itself.
- **Open at an instant**: the postings whose last event at or before it, by `at` and `sequence`, is not `closed`. What passed
  its deadline on a board that is crawled no more has that event only after `./jobstream lifecycle tick`; `is_open` knows it
  before.

| column of `postings`, `jobs` | meaning |
|---|---|
| `cluster_id`, `is_canonical` | as in `posting_cluster`; a posting without a cluster yet stands for itself |
| `match_method`, `similarity`, `matched_posting_id` | as in `posting_cluster` |
| `variant_of`, `variant_differences` | as in `posting_cluster` |
| `mirror_of`, `mirror_employer_key`, `mirror_similarity` | as in `posting_mirror`, of its `cluster_id` |
| `is_open` | whether a crawl showed it, and neither an event nor a passed deadline has closed it since |
| `opened_at` | the end of the first crawl that showed it; of what was imported, of the import |
| `closed_at`, `closed_reason` | when and why it closed: `absent`, `gone`, `deadline` or `aged`; null while it is open |
| `last_seen_at` | the end of the last crawl that showed it, as far as events and complete listings tell |
| `days_open` | days from `opened_at` to `closed_at`, or until now; those in which it was closed and came back count |
| `postings`, `sources` of `jobs` | how many postings advertise the job, and on which sources |

In `posting_daily` and `skill_daily`, `revisions` counts revisions by the day of `revised_at`, `new_postings` those that are the
first of their posting; `day` is a date in ClickHouse and midnight UTC, a time, in TimescaleDB.
"""


def render() -> str:
    """Return the text of docs/data-dictionary.md."""
    return _HEAD + "".join("\n" + "\n".join(_section(table)) + "\n" for table in TABLES)


def _section(table: Table) -> Iterator[str]:
    source = "the dead letter topics" if table.topic == DEAD_LETTERS else f"`{table.topic}`"
    yield f"## {table.name}"
    yield ""
    yield f"{table.meaning} From {source}; key: {', '.join(f'`{name}`' for name in table.key)}; in {' and '.join(table.engines)}."
    yield ""
    yield "| column | ClickHouse | TimescaleDB | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(table, column, CLICKHOUSE)} | {_type(table, column, TIMESCALEDB)} | {column.meaning} |"


def _type(table: Table, column: Column, engine: str) -> str:
    return f"`{column.type_on(engine)}`" if engine in table.engines and column.on(engine) else ""
