"""The fields that are measured, one file each, and what is not measured, with the reason."""

from collections.abc import Mapping

from pipeline.evaluation.base import Field
from pipeline.evaluation.fields import (
    benefits,
    clearance,
    contacts,
    education,
    employment_type,
    experience,
    language,
    locations,
    quality,
    salary,
    seniority,
    skills,
    visa,
    work_mode,
)

FIELDS: tuple[Field, ...] = (
    seniority.FIELD,
    employment_type.FIELD,
    work_mode.FIELD,
    education.FIELD,
    experience.FIELD,
    benefits.FIELD,
    visa.FIELD,
    clearance.FIELD,
    contacts.FIELD,
    quality.FIELD,
    salary.FIELD,
    language.FIELD,
    locations.COUNTRY,
    locations.CITY,
    skills.FIELD,
)
# A field of EnrichedPosting, or `field: part`, with why nothing measures it.
NOT_MEASURED: Mapping[str, str] = {
    "quality: ghost": "no set says of an ad that there was no opening; its rules are guesses",
    "enriched_by": "says which versions made the others; nothing to be right or wrong about",
    "locations: region": "the sets name states only as part of the wording that is read",
    "locations: several places": "no set says which places of a wording are apart; only the first is compared",
    "locations: headings": "places that only a heading names (Hacker News) have no labels yet",
    "salary: currency, yearly dollars": "the sets with texts are in dollars; the rates themselves are tested in unit tests",
    "salary: pay where there is none": "no set says of a text that it names no pay",
    "skills: the ESCO id": "spans have no ids; only where a skill stands is compared",
}
