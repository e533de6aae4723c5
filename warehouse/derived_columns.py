"""The columns of what is derived from a posting beside places and pay. Contacts have none: they are personal data (ADR 0024)."""

from warehouse.columns import MAYBE_DATE, MAYBE_FLAG, MAYBE_FLOAT, MAYBE_INTEGER, MAYBE_TEXT, MAYBE_WORD, TEXT, WORD
from warehouse.reading import each, first, gathered, inner, inner_date, json_of, within, within_list
from warehouse.table import Column, Kind, Read

# The fields that the column `derived` holds whole, with their raw words, origin and confidence.
DERIVED = (
    "company", "salary", "equity", "work_mode", "remote_scope", "employment_type", "seniority", "occupations", "education",
    "experience", "benefits", "visa", "clearance", "quality", "language", "other_languages", "posted_on", "apply_by", "expired",
)  # fmt: skip


def derived(name: str, meaning: str) -> Column:
    """Return the column: the value of the derived field `name`, one of a few words."""
    return Column(name, Kind.TEXT, MAYBE_WORD, inner(name, "value"), meaning)


def _word(name: str, read: Read, meaning: str, clickhouse: str = MAYBE_WORD) -> Column:
    return Column(name, Kind.TEXT, clickhouse, read, meaning)


def _words(name: str, read: Read, meaning: str, clickhouse: str = WORD) -> Column:
    return Column(name, Kind.TEXTS, f"Array({clickhouse})", read, meaning)


def _number(name: str, read: Read, meaning: str) -> Column:
    return Column(name, Kind.FLOAT, MAYBE_FLOAT, read, meaning)


def _headcount(end: str, meaning: str) -> Column:
    return Column(f"company_size_{end}", Kind.INTEGER, MAYBE_INTEGER, within("company", "size", "value", end), meaning)


def _date(name: str, meaning: str) -> Column:
    return Column(name, Kind.DATE, MAYBE_DATE, inner_date(name, "value"), meaning)


# What revisions are compared by, so `posting_change` has them too: three, because it has a row for every revision for ever.
DIMENSIONS = (
    _word(
        "occupation_isco", first("occupations", "isco"), "The likeliest occupation, ISCO-08; its first digit is the major group."
    ),
    derived("education", "`none`, `secondary`, `vocational`, `associate`, `bachelor`, `master` or `doctorate`: what is enough."),
    _number("experience_minimum", inner("experience", "minimum"), "Years of work experience asked for, at least."),
)
_ASKED = (
    _word("occupation", first("occupations", "label"), "Name of `occupation_isco`: ESCO preferred label, or that of the group."),
    _words("occupations_isco", each("occupations", "isco"), "At most three likely occupations, ISCO-08, the likeliest first."),
    _number("experience_maximum", inner("experience", "maximum"), "Years of work experience asked for, at most."),
    derived("clearance", "Security clearance: `none`, `preferred` or `required`; null where it does not say."),
    _words(
        "skill_groups", gathered("skills", "broader"), "ESCO groups of its skills, each once: `skill/S5.6.1`, `isced-f/0613`."
    ),
    _words("skill_wordings", gathered("skills", "raw", "also"), "The words that name its skills, each once.", TEXT),
    _words("other_languages", each("other_languages", "value"), "Languages of passages, ISO 639-1, the longest first."),
)
_OFFERED = (
    _words("benefits", each("benefits", "value"), "`health_insurance`, `paid_leave`, …: what is given beside pay."),
    derived("visa", "Whether a visa is sponsored: `offered` or `not_offered`; null where it does not say."),
    _number("equity_minimum", inner("equity", "minimum"), "Least share of the company that comes with the work, percent."),
    _number("equity_maximum", inner("equity", "maximum"), "Greatest share of the company that comes with the work, percent."),
    _words(
        "remote_countries", within_list("remote_scope", "value", "countries"),
        "From where remote work may be done, ISO 3166-1 alpha-2; empty where it does not say.",
    ),
    _words("remote_regions", within_list("remote_scope", "value", "regions"), "The same as parts of the world: `EU`, …"),
    _number(
        "remote_utc_offset_minimum", within("remote_scope", "value", "earliest_utc_offset"),
        "Westernmost time zone of remote work, hours from UTC.",
    ),
    _number(
        "remote_utc_offset_maximum", within("remote_scope", "value", "latest_utc_offset"),
        "Easternmost time zone of remote work, hours from UTC.",
    ),
)  # fmt: skip
_COMPANY = (
    _word("company_name", within("company", "name", "value"), "The employer's name to be shown, without legal form.", MAYBE_TEXT),
    _word("company_domain", within("company", "domain", "value"), "The employer's registered domain.", MAYBE_TEXT),
    _word("company_industry", within("company", "industry", "value"), "The employer's industry, in the source's words."),
    _headcount("minimum", "How many people the employer has, at least."),
    _headcount("maximum", "How many people the employer has, at most."),
)
_STATE = (
    _date("posted_on", "The day it was posted, in UTC: as the source states, else as its text says."),
    _date("apply_by", "The last day for applications: as the source states, else as its text says."),
    Column("expired", Kind.FLAG, MAYBE_FLAG, inner("expired", "value"), "True where its words say that it is closed."),
    _number("scam", inner("quality", "scam"), "How much it looks like a scam, 0 to 1: a reason to look, no verdict."),
    _number("ghost", inner("quality", "ghost"), "How much it looks like an ad without an opening, 0 to 1; rules, not measured."),
    _words("quality_reasons", within_list("quality", "reasons"), "What spoke for `scam` and `ghost`, first the most."),
)
TOLD = (*_ASKED, *_OFFERED, *_COMPANY, *_STATE)
WHOLE = Column(
    "derived", Kind.JSON, TEXT, json_of(*DERIVED),
    "JSON: each derived field but skills, with its raw words, origin and confidence.",
)  # fmt: skip
