"""What the job is: groups of ISCO-08 and occupations of ESCO."""

from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return what the title may stand for, at most three; the text is not asked, since it names other jobs as well."""
    return {"occupations": list(resources.occupations(posting.title))}


ENRICHER = Enricher("occupation", "5", ("occupations",), enrich)
