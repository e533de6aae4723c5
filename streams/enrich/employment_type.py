"""The kind of contract."""

from schemas.derived import EmploymentType, Origin
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.stated import first_agreed, listed, told
from streams.enrich.text import Phrases

_WORDS = {
    EmploymentType.FULL_TIME: (
        "full time", "fulltime", "vollzeit", "temps plein", "tiempo completo", "pełny etat", "heltid",
        "fulltime permanent", "full time employee", "full time permanent",
    ),
    EmploymentType.PART_TIME: ("part time", "parttime", "teilzeit", "temps partiel", "media jornada", "deltid"),
    EmploymentType.CONTRACT: (
        "contract", "contractor", "contractors", "freelance", "freelancer", "freelancers", "consultancy", "b2b", "1099",
        "c2c",
    ),
    EmploymentType.TEMPORARY: (
        "temporary", "temp", "seasonal", "fixed term", "fixed term contract", "befristet", "interim", "temporary contract",
    ),
    EmploymentType.INTERNSHIP: (
        "intern", "interns", "internship", "internships", "trainee", "praktikum", "praktikant", "werkstudent", "co op",
        "stage",
    ),
    EmploymentType.VOLUNTEER: ("volunteer", "volunteers", "volunteering", "voluntary", "unpaid volunteer"),
}  # fmt: skip
# In titles and headings a word that is also part of trades and companies says nothing; "contractor" is mostly the employer.
_FIELD_ONLY = frozenset(
    {
        "contract", "contractor", "contractors", "temp", "stage", "consultancy", "voluntary", "interim", "trainee", "b2b",
        "volunteer", "volunteers",
    }
)  # fmt: skip
_STATED = Phrases([(word, kind) for kind, words in _WORDS.items() for word in words])
_HEADED = Phrases(
    [(word, kind) for kind, words in _WORDS.items() for word in words if word not in _FIELD_ONLY]
    + [
        (phrase, EmploymentType.CONTRACT)
        for phrase in ("contract position", "contract role", "contract only", "contract to hire")
    ]
)


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the kind that field, title, heading or text name; null when what comes first names two."""
    found, kind = first_agreed([(_spaced(posting.stated_employment_type), Origin.FIELD, 1.0)], _STATED, resources.fold)
    if not found:
        passages = ((posting.title, Origin.TITLE, 0.9), (listed(posting.description), Origin.TEXT, 0.8))
        found, kind = first_agreed(passages, _HEADED, resources.fold)
    return {"employment_type": kind if found else told(EmploymentType, posting.description, resources.named)}


def _spaced(value: str | None) -> str | None:
    """`FullTime` and `full_time` are two words; both stay as long as they are."""
    return value.replace("_", " ").replace("FullTime", "Fulltime").replace("PartTime", "Parttime") if value else None


ENRICHER = Enricher("employment_type", "3", ("employment_type",), enrich)
