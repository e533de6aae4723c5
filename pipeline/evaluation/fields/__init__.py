"""The fields that are measured, one file each, and what is not measured, with the reason."""

from collections.abc import Mapping

from pipeline.evaluation.base import Field
from pipeline.evaluation.fields import (
    employment_type,
    equity,
    freshness,
    language,
    locations,
    salary,
    seniority,
    skills,
    work_mode,
)

FIELDS: tuple[Field, ...] = (
    seniority.FIELD,
    employment_type.FIELD,
    work_mode.FIELD,
    salary.FIELD,
    equity.FIELD,
    freshness.POSTED,
    freshness.DUE,
    language.FIELD,
    locations.COUNTRY,
    locations.CITY,
    skills.FIELD,
)
# A field of EnrichedPosting, or `field: part`, with why nothing measures it.
NOT_MEASURED: Mapping[str, str] = {
    "enriched_by": "says which versions made the others; nothing to be right or wrong about",
    "locations: region": "the sets name states only as part of the wording that is read",
    "locations: several places": "no set says which places of a wording are apart; only the first is compared",
    "locations: headings": "places that only a heading names (Hacker News) have no labels yet",
    "salary: yearly dollars": "they follow from pay and period; the rates themselves are tested in unit tests",
    "expired": "no set keeps ads that say so beside a field for it; the words are tested in unit tests",
    "skills: the ESCO id": "spans have no ids; only where a skill stands is compared",
}
