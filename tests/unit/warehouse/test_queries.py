"""Named queries."""

import re

import pytest

from streams.enrich.skill_list import load_skills
from warehouse.queries import LIMIT, Query, UnknownQuery, parse, queries, query
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

TEXT = """-- Skills.
-- param country=DE a country
-- param days=30 a window
-- engine clickhouse
SELECT 1 LIMIT %(limit)s
-- engine timescaledb
SELECT 2 LIMIT %(limit)s
"""


def test_a_file_is_read() -> None:
    """Meaning, parameters, and a text per engine."""
    found = parse("skills", TEXT)

    assert (found.meaning, found.on("clickhouse"), found.on("timescaledb")) == (
        "Skills.", "SELECT 1 LIMIT %(limit)s", "SELECT 2 LIMIT %(limit)s",
    )  # fmt: skip
    assert found.values({"country": "AT"}, 5) == {"country": "AT", "days": 30, "limit": 5}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"x": "1"}, "has no parameter 'x'; it has: country"),
        ({"days": "many"}, "a number is wanted"),
        ({"days": "²"}, "a number is wanted"),
    ],
)
def test_a_wrong_parameter_is_named(given: dict[str, str], says: str) -> None:
    """With those that there are."""
    with pytest.raises(UnknownQuery, match=says):
        parse("skills", TEXT).values(given, 5)


def test_an_unknown_query_names_those_there_are() -> None:
    """So does an engine that a query does not run on."""
    with pytest.raises(UnknownQuery, match="top-skills"):
        query("nope")
    with pytest.raises(UnknownQuery, match="runs on clickhouse only"):
        query("dead-letters").on("timescaledb")


@pytest.mark.parametrize("engine", ENGINES)
def test_the_query_that_commands_name_for_ids_shows_some(engine: str) -> None:
    """`similar`, `explain` and `erase` take an id, and send whoever has none there."""
    assert "posting_id," in query("freshest-postings").on(engine).partition("FROM")[0]


@pytest.mark.parametrize("found", [q for q in queries().values() if len(q.sql) == len(ENGINES)], ids=lambda q: q.name)
def test_texts_are_in_the_order_of_their_bytes_on_both_engines(found: Query) -> None:
    """A database has a language's order by default: of equal counts others come first, and a limit leaves others out."""
    order = found.on(TIMESCALEDB).rpartition("ORDER BY")[2].partition("LIMIT")[0]

    assert [key for key in order.split(", ") if not re.search(r'DESC|COLLATE "C"', key)] == []
    assert not re.search(r"(min|max)\((employer|company_name|mirror_employer_key)\)", found.on(TIMESCALEDB))


@pytest.mark.parametrize("found", queries().values(), ids=lambda q: q.name)
def test_no_query_lets_clickhouse_choose_or_round_to_even(found: Query) -> None:
    """`any` gives the row that was read first, `median` a sample's; `round` makes 6.2 of 6.25 where PostgreSQL makes 6.3."""
    sql = "" if CLICKHOUSE not in found.sql or TIMESCALEDB not in found.sql else found.on(CLICKHOUSE)

    assert not re.search(r"\b(any|median)\(", sql)
    assert not re.search(r"round\((?!toDecimal)[^\n]*, \d\)", sql)


@pytest.mark.parametrize("found", queries().values(), ids=lambda q: q.name)
def test_every_query_uses_what_it_declares(found: Query) -> None:
    """No parameter is unused, none undeclared, and each has a limit."""
    declared = {parameter.name for parameter in found.parameters} | {LIMIT}

    assert found.meaning.endswith(".")
    assert set(found.sql) <= set(ENGINES)
    for sql in found.sql.values():
        assert set(re.findall(r"%\((\w+)\)s", sql)) == declared


def test_the_skill_that_is_asked_for_by_default_is_one() -> None:
    """`Python` is nobody's preferred label: asked without a parameter, the query answered nothing of any warehouse."""
    labels = {form.skill.label for _, form in load_skills() if form is not None}

    assert {parameter.default for parameter in query("skill-trend").parameters} <= labels
