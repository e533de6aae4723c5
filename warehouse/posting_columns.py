"""The columns of postings: of their newest revision, of every revision whole, and of every revision in its dimensions."""

from warehouse.columns import MAYBE_FLOAT, MAYBE_TEXT, MAYBE_WORD, TEXT, WORD, at, maybe, maybe_at, text
from warehouse.derived_columns import DIMENSIONS, TOLD, WHOLE, derived
from warehouse.reading import distinct, each, first, inner, json, required, version_of
from warehouse.table import Column, Kind

POSTING_VERSION = version_of("revised_at", "processed_at")


def _salary(name: str, field: str, meaning: str) -> Column:
    return Column(name, Kind.FLOAT, MAYBE_FLOAT, inner("salary", field), meaning)


def _place(field: str, clickhouse: str, meaning: str) -> Column:
    name = f"locations.{field}"
    return Column(name, Kind.TEXTS, f"Array({clickhouse})", each("locations", field), meaning, timescaledb=False)


WHICH = (
    text("posting_id", "`source:board:source_id`: the same wherever and whenever the posting is fetched."),
    text("source", "The vendor that showed it: `greenhouse`, `lever`, …", WORD),
    text("board", "The employer's listing on the source.", WORD),
)
WHEN = (
    Column("revision", Kind.INTEGER, "UInt32", required("revision"), "1, 2, 3 …, for people; `revised_at` identifies it."),
    at("revised_at", "When this content was first fetched: the identity of the revision."),
    at("processed_at", "Grows each time the posting is processed; with `revised_at` it is the version."),
)
_EMPLOYER = (
    text("employer_key", "The employer's resolved name; `posting:<id>` where it is unknown."),
    maybe("employer", "The employer's name as advertised."),
    text("title", "The title as advertised."),
)
_DIMENSIONS = (
    Column("country", Kind.TEXT, MAYBE_WORD, first("locations", "country"), "First known country, ISO 3166-1 alpha-2."),
    Column("city", Kind.TEXT, MAYBE_TEXT, first("locations", "city"), "First known city."),
    derived("work_mode", "`onsite`, `hybrid` or `remote`."),
    derived("employment_type", "`full_time`, `part_time`, `contract`, `temporary`, `internship` or `volunteer`."),
    derived("seniority", "`intern`, `junior`, `mid`, `senior`, `lead`, `director` or `executive`."),
    derived("language", "Language of the text, ISO 639-1."),
    _salary("salary_usd_minimum", "yearly_usd_minimum", "Lowest pay, US dollars a year: see above."),
    _salary("salary_usd_maximum", "yearly_usd_maximum", "Highest pay, US dollars a year: see above."),
    Column("skills", Kind.TEXTS, f"Array({WORD})", each("skills", "label"), "Skills that it names: ESCO preferred labels."),
    *DIMENSIONS,
)
_PLACES = (
    Column("countries", Kind.TEXTS, f"Array({WORD})", distinct("locations", "country"), "Every known country, each once."),
    Column("cities", Kind.TEXTS, "Array(String)", distinct("locations", "city"), "Every known city, each once."),
    Column("locations", Kind.JSON, None, json("locations"), "Places of work, each {raw, city, region, country, latitude, …}."),
    _place("raw", TEXT, "Places of work in the source's words; the other `locations.*` arrays run along it."),
    _place("city", MAYBE_TEXT, "City of each place."),
    _place("region", MAYBE_TEXT, "State or region of each place."),
    _place("country", MAYBE_WORD, "Country of each place, ISO 3166-1 alpha-2."),
    _place("latitude", MAYBE_FLOAT, "Degrees north of each place."),
    _place("longitude", MAYBE_FLOAT, "Degrees east of each place."),
)
_CONTENT = (
    text("description", "The text, plain, paragraphs separated by newlines."),
    maybe("department", "Department or team, as advertised."),
    maybe("requisition_id", "The employer's own number of the opening."),
    _salary("salary_minimum", "minimum", "Lowest pay per `salary_period`, in `salary_currency`."),
    _salary("salary_maximum", "maximum", "Highest pay per `salary_period`, in `salary_currency`."),
    Column("salary_currency", Kind.TEXT, MAYBE_WORD, inner("salary", "currency"), "ISO 4217."),
    Column("salary_period", Kind.TEXT, MAYBE_WORD, inner("salary", "period"), "`hour`, `day`, `week`, `month` or `year`."),
    Column("salary_raw", Kind.TEXT, MAYBE_TEXT, inner("salary", "raw"), "The words that the pay was read from."),
    Column("skill_ids", Kind.TEXTS, "Array(String)", each("skills", "skill_id"), "ESCO id of each of `skills`."),
)
_PAGE = (
    maybe_at("posted_at", "When the source says it was posted, as of `fetched_at`."),
    maybe_at("updated_at", "When the source says it was last changed, as of `fetched_at`."),
    maybe_at("valid_through", "Deadline for applications."),
    maybe("url", "The posting's page, without tracking parameters."),
    maybe("apply_url", "Where to apply."),
)
VERSION_NUMBER = Column(
    "version", Kind.INTEGER, "UInt128", lambda records: list(map(POSTING_VERSION, records)),
    "(`revised_at`, `processed_at`) as one number; the greatest is the newest.", timescaledb=False,
)  # fmt: skip
_HASH = text("content_hash", "Digest of the meaning-bearing fields.")
_ORIGIN = (
    text("source_id", "The posting's id on its board."),
    at("first_fetched_at", "When the posting was first seen."),
    at("fetched_at", "When the raw posting behind the row was fetched: the one that first showed this revision, as a rule."),
    _HASH,
    text("normalizer", "Name and version of the normalizer: `greenhouse/1`.", WORD),
    WHOLE,
    Column("unreadable", Kind.JSON, TEXT, json("unreadable"), "JSON: field -> raw text that could not be read."),
    Column("enriched_by", Kind.JSON, TEXT, json("enriched_by"), "JSON: enricher -> its version."),
    VERSION_NUMBER,
)
EVERYTHING = (*WHICH, *WHEN, *_EMPLOYER, *_DIMENSIONS, *_PLACES, *_CONTENT, *TOLD, *_PAGE, *_ORIGIN)
CHANGE = (*WHICH, *WHEN, *_EMPLOYER, *_DIMENSIONS, _HASH)
