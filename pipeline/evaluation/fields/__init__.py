"""The fields that are measured, one file each, and what is not measured, with the reason."""

from collections.abc import Mapping

from pipeline.evaluation.base import Field
from pipeline.evaluation.fields import employment_type, language, locations, occupation, salary, seniority, skills, work_mode

FIELDS: tuple[Field, ...] = (
    seniority.FIELD,
    employment_type.FIELD,
    work_mode.FIELD,
    salary.FIELD,
    language.FIELD,
    locations.COUNTRY,
    locations.CITY,
    skills.FIELD,
    *occupation.FIELDS,
)
# A field of EnrichedPosting, or `field: part`, with why nothing measures it.
NOT_MEASURED: Mapping[str, str] = {
    "enriched_by": "says which versions made the others; nothing to be right or wrong about",
    "locations: region": "the sets name states only as part of the wording that is read",
    "locations: several places": "no set says which places of a wording are apart; only the first is compared",
    "locations: headings": "places that only a heading names (Hacker News) have no labels yet",
    "salary: currency, yearly dollars": "the sets with texts are in dollars; the rates themselves are tested in unit tests",
    "salary: pay where there is none": "no set says of a text that it names no pay",
    "occupations: the ESCO id": "the one set with codes has unit groups; of ESCO's occupations it says nothing",
    "skills: the ESCO id": "spans have no ids; only where a skill stands is compared",
}
