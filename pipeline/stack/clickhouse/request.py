"""What a client asks of ClickHouse over HTTP.

Source: ClickHouse documentation, "HTTP Interface".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# what the transport itself understands; every other parameter of a URL is a setting of the query
_TRANSPORT = frozenset(
    (
        *(
            "query",
            "database",
            "default_format",
            "query_id",
            "session_id",
            "session_timeout",
            "session_check",
            "user",
            "password",
        ),
        *("quota_key", "role", "stacktrace", "compress", "decompress", "enable_http_compression", "buffer_size"),
        *("wait_end_of_query", "client_protocol_version", "send_progress_in_http_headers", "http_headers_progress_interval_ms"),
        "cancel_http_readonly_queries_on_client_close",
    )
)
_QUOTED = r"""'(?:[^'\\]|\\.)*' | `[^`]*` | "[^"]*" """
_IN_PARENTHESES = rf"""\( (?: [^()'`"] | {_QUOTED} | \([^()]*\) )* \)"""
# an INSERT whose data follow its FORMAT; with VALUES or SELECT it is a query like any other
_INSERT = re.compile(
    rf"""
    \s* (?P<head> INSERT \s+ INTO \b
        (?: (?! \b(?:SELECT|WITH|VALUES|FORMAT)\b ) (?: {_QUOTED} | {_IN_PARENTHESES} | [^'`"()] ) )*? )
    \b FORMAT \s+ (?P<format>\w+) [ \t]* ;? [ \t]* (?: \r?\n | $ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FORMAT = re.compile(r"\bFORMAT\s+(\w+)\s*;?\s*$", re.IGNORECASE)
_HAS_RESULT = re.compile(r"\s*\(*\s*(SELECT|WITH|SHOW|DESC|DESCRIBE|EXISTS|EXPLAIN|CHECK|FROM|VALUES)\b", re.IGNORECASE)
# the longest statement before the data of an INSERT that is looked for; a table has not that many columns
_STATEMENT_MAX_BYTES = 256 * 1024


@dataclass(frozen=True)
class Statement:
    """A query with its parameters and settings; an INSERT has its data apart."""

    sql: str
    database: str
    settings: dict[str, str]
    parameters: dict[str, str]
    default_format: str
    data: bytes | None = None
    data_format: str = ""

    @property
    def result_format(self) -> str:
        """The format of what it returns; empty when it is a command that returns nothing."""
        if self.data is not None or not _HAS_RESULT.match(self.sql):
            return ""
        found = _FORMAT.search(self.sql)
        return found[1] if found else self.default_format


def read(values: Mapping[str, str], headers: Mapping[str, str], body: bytes) -> Statement:
    """Return the statement of a request with the parameters `values`; `body` is decompressed already."""
    text = values.get("query", "")
    database = values.get("database") or headers.get("X-ClickHouse-Database", "")
    default_format = values.get("default_format") or headers.get("X-ClickHouse-Format", "TabSeparated")
    settings = {name: value for name, value in values.items() if name not in _TRANSPORT and not name.startswith("param_")}
    parameters = {name.removeprefix("param_"): value for name, value in values.items() if name.startswith("param_")}
    insert = _insert(text, body)
    if insert is None:
        sql = "\n".join(part for part in (text, body.decode("utf-8", "surrogateescape")) if part)
        return Statement(sql, database, settings, parameters, default_format)
    return Statement(insert.head, database, settings, parameters, default_format, insert.data, insert.format)


@dataclass(frozen=True)
class _Insert:
    head: str
    format: str
    data: bytes


def _insert(text: str, body: bytes) -> _Insert | None:
    # latin-1 keeps every byte at its place, whatever the data are
    searched = text or body[:_STATEMENT_MAX_BYTES].decode("latin-1")
    found = _INSERT.match(searched)
    if found is None:
        return None
    if text:
        return _Insert(found["head"].strip(), found["format"], text[found.end() :].encode() + body)
    return _Insert(found["head"].strip().encode("latin-1").decode(), found["format"], body[found.end() :])
