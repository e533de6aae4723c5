"""Which canonical postings that are not closed are nearest to a vector, read from ClickHouse.

1. the thousand nearest vectors are found, by the index `near`, or, where the engine has none, by comparing all of them;
2. of their postings those stay that are wanted, and the newest vectors of the first of them are compared exactly;
3. when too few of them stay, all vectors of what is wanted are compared.

The tables are read and not the view `postings`, which joins everything before it filters. What a query asks is kept out of the
engine's query log: a vector may be that of a résumé.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from runtime.config import DatabaseConfig
from warehouse.reader import Reader

# The most that an engine looks up in its index by default.
_CANDIDATES = 1000
# A thousand ids are more text than the parser accepts by default. Of rows that a key picks, FINAL reads every column of every
# row around them, unless it may look at the key first.
_SETTINGS = {"log_queries": 0, "max_query_size": 1 << 24, "optimize_move_to_prewhere_if_final": 1}
# The order of an index of rounded numbers is nearly right: so many times what is wanted is compared exactly.
_RESCORED = 5
_AMONG = "posting_id IN %(ids)s"
_QUERY = "CAST(%(vector)s, 'Array(Float32)')"
_NEAREST = f"SELECT posting_id FROM posting_embedding ORDER BY L2Distance(vector, {_QUERY}) LIMIT %(candidates)s"  # noqa: S608
_EXACT = f"""
    SELECT posting_id, argMax(dotProduct(vector, {_QUERY}), version), argMax(model, version)
    FROM posting_embedding WHERE {_AMONG} GROUP BY posting_id"""  # noqa: S608 - constants of ours
_SCORES = f"SELECT posting_id, dotProduct(vector, {_QUERY}) AS value FROM posting_embedding FINAL WHERE model = %(model)s"  # noqa: S608
# a posting whose cluster is not known yet stands for itself; whether one is open is the rule of the view `postings`
_WANTED = """
    SELECT p.posting_id AS posting_id, {value}, multiIf(
            s.kind = 'closed' OR ifNull(p.valid_through < now64(3), false), CAST(false AS Nullable(Bool)), s.kind = '', NULL, true
        ) AS is_open
    FROM (SELECT posting_id, valid_through, countries FROM posting FINAL WHERE {among}) AS p
    {scores}
    LEFT JOIN (SELECT posting_id, kind FROM posting_status FINAL WHERE {among}) AS s ON s.posting_id = p.posting_id
    LEFT JOIN (
        SELECT posting_id, cluster_id, is_canonical FROM posting_cluster FINAL WHERE {among}
    ) AS c ON c.posting_id = p.posting_id
    WHERE {conditions}"""
_JOINED = f"INNER JOIN ({_SCORES}) AS v ON v.posting_id = p.posting_id"
_BEST = " ORDER BY value DESC, posting_id LIMIT %(limit)s"
_READ = f"SELECT posting_id, title, employer, city, country, first_fetched_at, url FROM posting FINAL WHERE {_AMONG}"  # noqa: S608
_EMBEDDED = """
    SELECT p.title, p.employer, if(c.cluster_id = '', p.posting_id, c.cluster_id), e.vector
    FROM (SELECT posting_id, title, employer FROM posting FINAL WHERE posting_id = %(id)s) AS p
    LEFT JOIN (SELECT posting_id, cluster_id FROM posting_cluster FINAL WHERE posting_id = %(id)s) AS c
        ON c.posting_id = p.posting_id
    LEFT JOIN (SELECT posting_id, vector FROM posting_embedding FINAL WHERE posting_id = %(id)s AND model = %(model)s) AS e
        ON e.posting_id = p.posting_id"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which postings to answer: `limit` of them at most, not those of the cluster `beside`.

    `only_open`: a crawl must show them; else they must not be known to be closed. `country`: ISO 3166-1 alpha-2.
    """

    limit: int
    only_open: bool = False
    country: str | None = None
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A posting with its `score`, the cosine of the angle between the two vectors: 1 is the same."""

    score: float
    is_open: bool | None
    posting_id: str
    title: str
    employer: str | None
    city: str | None
    country: str | None
    first_fetched_at: datetime
    url: str | None


@dataclass(frozen=True, slots=True)
class Embedded:
    """A posting as a search starts from it; `vector` is None where it has none of the model."""

    title: str
    employer: str | None
    cluster_id: str
    vector: Sequence[float] | None


# posting id -> (score, is_open)
_Best = dict[str, tuple[float, bool | None]]


class Vectors:
    """The vectors of `model` on one connection. All methods raise SinkUnavailable, RowsRefused or WarehouseMisconfigured."""

    def __init__(self, reader: Reader, model: str) -> None:
        self._reader = reader
        self._model = model

    def embedded(self, posting_id: str) -> Embedded | None:
        """Return the posting, closed or not; None when there is none of this id."""
        rows = self._ask(_EMBEDDED, {"id": posting_id})
        if not rows:
            return None
        title, employer, cluster_id, vector = rows[0]
        return Embedded(title, employer, cluster_id, vector or None)

    def count(self) -> int:
        """Return how many vectors there are."""
        return int(self._ask("SELECT count() FROM posting_embedding FINAL WHERE model = %(model)s", {})[0][0])

    def nearest(self, vector: Sequence[float], wanted: Wanted) -> list[Near]:
        """Return the nearest postings, best first."""
        given = {"vector": list(vector), "limit": wanted.limit, "country": wanted.country, "beside": wanted.beside}
        best = self._near(given, wanted)
        if len(best) < wanted.limit:
            best = self._compared(given, wanted)
        rows = self._ask(_READ, {"ids": tuple(best)}) if best else []
        found = [_found(min(1.0, best[row[0]][0]), row, is_open=best[row[0]][1]) for row in rows]
        return sorted(found, key=lambda near: (-near.score, near.posting_id))

    def _near(self, given: Mapping[str, Any], wanted: Wanted) -> _Best:
        """Return the best of the wanted ones among the nearest vectors; fewer than the limit when few of those are wanted."""
        among = [row[0] for row in self._ask(_NEAREST, {**given, "candidates": _CANDIDATES})]
        if not among:
            return {}
        sql = _WANTED.format(value="0", scores="", among=_AMONG, conditions=_conditions(wanted))
        is_open = {row[0]: row[2] for row in self._ask(sql, {**given, "ids": tuple(among)})}
        kept = [posting_id for posting_id in among if posting_id in is_open][: _RESCORED * wanted.limit]
        rows = self._ask(_EXACT, {**given, "ids": tuple(kept)}) if kept else []
        scores = {posting_id: (score, is_open[posting_id]) for posting_id, score, model in rows if model == self._model}
        return dict(sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))[: wanted.limit])

    def _compared(self, given: Mapping[str, Any], wanted: Wanted) -> _Best:
        """Return the best of all that are wanted."""
        sql = _WANTED.format(value="v.value AS value", scores=_JOINED, among="true", conditions=_conditions(wanted)) + _BEST
        return {posting_id: (score, is_open) for posting_id, score, is_open in self._ask(sql, given)}

    def _ask(self, sql: str, values: Mapping[str, Any]) -> list[list[Any]]:
        return self._reader.ask(sql, {**values, "model": self._model})


@contextmanager
def vectors_of(config: DatabaseConfig, model: str) -> Iterator[Vectors]:
    """Give the vectors of `model`; the connection is closed afterwards."""
    reader = Reader(config, **_SETTINGS)
    try:
        yield Vectors(reader, model)
    finally:
        reader.close()


def _found(score: float, row: Sequence[Any], *, is_open: bool | None) -> Near:
    posting_id, title, employer, city, country, first_fetched_at, url = row
    return Near(score, is_open, posting_id, title, employer, city, country, datetime.fromisoformat(first_fetched_at), url)


def _conditions(wanted: Wanted) -> str:
    conditions = ["(c.cluster_id = '' OR c.is_canonical)", "is_open" if wanted.only_open else "ifNull(is_open, true)"]
    if wanted.country:
        conditions.append("has(p.countries, %(country)s)")
    if wanted.beside:
        conditions.append("if(c.cluster_id = '', p.posting_id, c.cluster_id) != %(beside)s")
    return " AND ".join(conditions)
