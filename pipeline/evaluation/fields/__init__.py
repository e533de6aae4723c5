"""The fields that are measured, one file each, and what is not measured, with the reason."""

from collections.abc import Mapping

from pipeline.evaluation.base import Field
from pipeline.evaluation.fields import (
    benefits,
    clearance,
    company,
    contacts,
    education,
    employment_type,
    equity,
    experience,
    freshness,
    language,
    locations,
    occupation,
    place_lists,
    quality,
    remote_scope,
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
    equity.FIELD,
    freshness.POSTED,
    freshness.DUE,
    language.FIELD,
    language.OTHERS,
    locations.COUNTRY,
    locations.CITY,
    place_lists.CITIES,
    place_lists.COUNTRIES,
    place_lists.LISTS,
    remote_scope.FIELD,
    company.NAMES,
    company.DOMAIN,
    skills.FIELD,
    skills.BESIDE_ALL_LABELS,
    skills.BESIDE_UNMARKED,
    *occupation.FIELDS,
)
# A field of EnrichedPosting, or `field: part`, with why nothing measures it.
NOT_MEASURED: Mapping[str, str] = {
    "quality: ghost": "no set says of an ad that there was no opening; its rules are guesses",
    "enriched_by": "says which versions made the others; nothing to be right or wrong about",
    "company: industry, size": "what a source states is taken over as it is",
    "locations: region": "the sets name states only as part of the wording that is read",
    "salary: yearly dollars": "they follow from pay and period; the rates themselves are tested in unit tests",
    "expired": "no set keeps ads that say so beside a field for it; the words are tested in unit tests",
    "occupations: the ESCO id": "the one set with codes has unit groups; of ESCO's occupations it says nothing",
    "skills: the ESCO id": "spans have no ids; only where a skill stands is compared",
}
