"""Postings that a résumé fits. Its text stays in this process: only the vector of it goes to ClickHouse, and nothing is kept."""

from pipeline.ops.addresses import clickhouse_config, reachable
from pipeline.ops.similar import MAKE_VECTORS, NotSearchable
from pipeline.settings import Settings
from streams.embed.document import document
from streams.embed.recipe import MODEL
from streams.embed.weights import NoWords
from warehouse.nearest import Near, Wanted, vectors_of


def match(settings: Settings, text: str, wanted: Wanted) -> list[Near]:
    """Return the postings that are nearest to a text, best first.

    Raises NotSearchable, Unreachable, or WarehouseMisconfigured.
    """
    try:
        vector = document(text)
    except NoWords as error:
        raise NotSearchable("The text is empty: give one with some words about the work.") from error
    with reachable(), vectors_of(clickhouse_config(settings), MODEL) as vectors:
        found = vectors.nearest(vector, wanted)
        if not found and not vectors.count():
            raise NotSearchable(f"There are no vectors of the model {MODEL} yet. {MAKE_VECTORS}")
        return found
