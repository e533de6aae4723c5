"""Two postings side by side: what the stages dedupe and mirror compare, read from a warehouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ops.ask import ask
from pipeline.settings import Settings
from streams.dedupe.content import Ad, Content, contents_of
from warehouse.table import CLICKHOUSE, TIMESCALEDB

_PLACES = {
    CLICKHOUSE: "`locations.raw`",
    TIMESCALEDB: "ARRAY(SELECT place ->> 'raw' FROM jsonb_array_elements(locations) AS place)",
}


class UnknownPosting(Exception):  # noqa: N818 - the condition
    """A warehouse holds no posting of this id; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Side:
    """A posting in its newest revision: what is compared, and where it is."""

    posting_id: str
    title: str
    employer: str | None
    employer_key: str
    places: Sequence[str]
    cluster_id: str
    is_canonical: bool
    variant_of: str | None
    mirror_of: str | None
    content: Content


def read_side(settings: Settings, engine: str, posting_id: str) -> Side:
    """Return the posting as `engine` has it. Raises UnknownPosting, and as `ask`."""
    sql = f"""SELECT title, employer, employer_key, {_PLACES[engine]} AS places, description, requisition_id, url, apply_url,
        posted_at, cluster_id, is_canonical, variant_of, mirror_of FROM postings WHERE posting_id = %(id)s"""  # noqa: S608 - a constant of ours
    rows = ask(settings, engine, sql, {"id": posting_id}).rows
    if not rows:
        raise UnknownPosting(f"{engine} holds no posting {posting_id!r}. ./jobstream query freshest-postings shows some ids.")
    title, employer, key, places, text, requisition_id, url, apply_url, posted_at, *rest = rows[0]
    cluster_id, is_canonical, variant_of, mirror_of = rest
    links = [link for link in (url, apply_url) if link]
    content = contents_of([Ad(title, text, employer or "", key, places, requisition_id, links, posted_at)])[0]
    return Side(posting_id, title, employer, key, places, cluster_id, is_canonical, variant_of, mirror_of, content)
