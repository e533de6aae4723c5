"""Named queries: one file each in `queries/`, with its parameters and an SQL text per engine that it runs on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "queries"
LIMIT = "limit"
_PARAMETER = re.compile(r"-- param (\w+)=(\S*) (.+)")
_ENGINE = re.compile(r"-- engine (\w+)")


class UnknownQuery(Exception):  # noqa: N818 - the condition
    """There is no such query or parameter, or it does not run on that engine; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes. A default of digits makes it a number."""

    name: str
    default: str
    meaning: str

    def value(self, given: str | None) -> str | int:
        """Return `given`, or the default, as the query wants it. Raises UnknownQuery when a number is none."""
        text = self.default if given is None else given
        if not self.default.isdigit():
            return text
        if not text.isdecimal():
            raise UnknownQuery(f"--param {self.name}={text}: a number is wanted, for example {self.default}.")
        return int(text)


@dataclass(frozen=True, slots=True)
class Query:
    """A question worth asking again. `sql` is engine -> text, with `%(name)s` where a parameter goes."""

    name: str
    meaning: str
    parameters: tuple[Parameter, ...]
    sql: Mapping[str, str]

    def values(self, given: Mapping[str, str], limit: int) -> dict[str, str | int]:
        """Return every parameter's value. Raises UnknownQuery for one that the query does not have."""
        unknown = sorted(set(given) - {parameter.name for parameter in self.parameters})
        if unknown:
            known = ", ".join(f"{p.name} ({p.meaning})" for p in self.parameters) or "none"
            raise UnknownQuery(f"Query {self.name} has no parameter {unknown[0]!r}; it has: {known}.")
        return {p.name: p.value(given.get(p.name)) for p in self.parameters} | {LIMIT: limit}

    def on(self, engine: str) -> str:
        """Return its SQL on `engine`. Raises UnknownQuery when it has none."""
        if engine not in self.sql:
            raise UnknownQuery(f"Query {self.name} runs on {', '.join(self.sql)} only.")
        return self.sql[engine]


def parse(name: str, text: str) -> Query:
    """Return the query that a file holds: its meaning in the first line, then parameters, then an SQL text per engine."""
    head, *parts = _ENGINE.split(text)
    first, *rest = head.strip().splitlines()
    parameters = tuple(Parameter(*match.groups()) for line in rest if (match := _PARAMETER.fullmatch(line)))
    texts = {engine: sql.strip() for engine, sql in zip(parts[::2], parts[1::2], strict=True)}
    return Query(name, first.removeprefix("-- "), parameters, texts)


def queries() -> dict[str, Query]:
    """Return every named query, by name."""
    return {path.stem: parse(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.sql"))}


def query(name: str) -> Query:
    """Return the query of that name. Raises UnknownQuery."""
    known = queries()
    if name not in known:
        raise UnknownQuery(f"There is no query {name!r}. Named queries: {', '.join(known)}.")
    return known[name]
