"""Properties of the whole chain."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.derived import Origin
from schemas.posting import EnrichedPosting, Location, StatedSalary
from streams.enrich.chain import ENRICHERS, enrich
from tests.builders import make_deduplicated

PARTS = (
    "Python R $120k-150k €50.000 per hour Berlin, Germany | Remote or London UK (ONSITE) senior intern full-time "
    "10M raised - / ; CA 3+ years of experience Bachelor's degree preferred PhD 401(k) dental, vision PTO visa sponsor not "
    "clearance "
    "10M raised - / ; CA 0.5% equity Deadline: 31 March 2026 posted 3 days ago lakh kr"
)
WORDS = st.sampled_from(PARTS.split())
TEXT = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))
POSTINGS = st.builds(
    lambda title, description, place, pay, stated: make_deduplicated(
        title=title, description=description, locations=[Location(raw=place)],
        stated_salary=None if pay is None else StatedSalary(raw=pay),
        stated_work_mode=stated, stated_employment_type=stated, stated_seniority=stated, stated_language=stated,
    ),
    TEXT, TEXT, TEXT, st.one_of(st.none(), TEXT), st.one_of(st.none(), TEXT),
)  # fmt: skip


def test_any_text_gives_a_valid_posting(resources):
    """No text is an error, what is derived is valid on the wire, and raw words stand where they are said to."""

    @settings(deadline=None, max_examples=100)
    @given(POSTINGS)
    def holds(posting):
        enriched = enrich(posting, resources)
        assert EnrichedPosting.model_validate(enriched.model_dump()) == enriched
        said = {Origin.TITLE: posting.title, Origin.TEXT: posting.description}
        found = [
            *enriched.skills, *enriched.benefits, enriched.salary, enriched.equity, enriched.work_mode, enriched.employment_type,
            enriched.seniority, enriched.education, enriched.experience, enriched.visa, enriched.clearance,
        ]  # fmt: skip
        assert all(d.raw in said[d.origin] for d in found if d is not None and d.origin in said and d.raw is not None)

    holds()


def test_a_posting_says_who_enriched_it(resources):
    """Each enricher's version is part of the event."""
    assert enrich(make_deduplicated(), resources).enriched_by == {e.name: e.version for e in ENRICHERS}
