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
    experience,
    language,
    locations,
    place_lists,
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
    salary.FIELD,
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
)
# A field of EnrichedPosting, or `field: part`, with why nothing measures it.
NOT_MEASURED: Mapping[str, str] = {
    "enriched_by": "says which versions made the others; nothing to be right or wrong about",
    "company: industry, size": "what a source states is taken over as it is",
    "locations: region": "the sets name states only as part of the wording that is read",
    "salary: currency, yearly dollars": "the sets with texts are in dollars; the rates themselves are tested in unit tests",
    "salary: pay where there is none": "no set says of a text that it names no pay",
    "skills: the ESCO id": "spans have no ids; only where a skill stands is compared",
}
