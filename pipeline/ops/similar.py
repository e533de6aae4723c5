"""Postings that are like one that is known."""

from dataclasses import replace

from pipeline.ops.addresses import clickhouse_config, reachable
from pipeline.settings import Settings
from streams.embed.recipe import MODEL
from warehouse.nearest import Embedded, Near, Wanted, vectors_of

MAKE_VECTORS = "The stage embed makes them while ./jobstream run runs; ./jobstream replay sends older postings through it."


class NotSearchable(Exception):  # noqa: N818 - the condition
    """There is nothing to start from, or nothing to search; the message says what is missing and the remedy."""


def similar(settings: Settings, posting_id: str, wanted: Wanted) -> tuple[Embedded, list[Near]]:
    """Return the posting, and others that are like it, best first; those of its own cluster are left out.

    Raises NotSearchable, Unreachable, or WarehouseMisconfigured.
    """
    with reachable(), vectors_of(clickhouse_config(settings), MODEL) as vectors:
        asked = vectors.embedded(posting_id)
        if asked is None:
            raise NotSearchable(
                f"ClickHouse holds no posting {posting_id!r}. ./jobstream query freshest-postings shows some ids."
            )
        if asked.vector is None:
            raise NotSearchable(f"The posting {posting_id!r} has no vector of the model {MODEL}. {MAKE_VECTORS}")
        return asked, vectors.nearest(asked.vector, replace(wanted, beside=asked.cluster_id))
