"""An agency's copy of an ad, from raw postings into both warehouses."""

from schemas.raw import RawPosting
from tests.builders import FEB, JAN, MAR, make_raw_posting
from tests.e2e.conftest import ENGINES, Pipeline

ORIGINAL, AGENCY = "mirror-clinic", "mirror-agency"


def advertised(board: str, subject: str, **fields: object) -> RawPosting:
    """A nurse's ad on the board of an employer; its text is about `subject`."""
    text = " ".join(f"{subject} task {number} of the ward is yours." for number in range(40))
    return make_raw_posting(board=board, description=f"<p>{text}</p>", **fields)


def mirrors(pipeline: Pipeline) -> dict[str, list[tuple[str | None, str | None]]]:
    """What the views say of the agency's posting and its follower, per engine."""
    sql = f"SELECT mirror_of, mirror_employer_key FROM postings WHERE board = '{AGENCY}' ORDER BY posting_id"
    return {engine: [tuple(row.values()) for row in pipeline.rows(engine, sql)] for engine in ENGINES}


def test_an_agency_s_copy_names_its_original_until_that_is_another_ad(pipeline: Pipeline):
    """So does a posting that repeats the agency's own; an edit of the original takes it back."""
    pipeline.publish(
        advertised(AGENCY, "care", fetched_at=FEB),
        advertised(AGENCY, "care", fetched_at=MAR, source_id="p2"),
        advertised(ORIGINAL, "care", fetched_at=JAN),
    )
    pipeline.catch_up()
    original = (f"lever:{ORIGINAL}:p1", "mirrorclinic")
    assert mirrors(pipeline) == dict.fromkeys(ENGINES, [original] * 2)

    pipeline.publish(advertised(ORIGINAL, "other", fetched_at=MAR))
    pipeline.catch_up()
    assert mirrors(pipeline) == dict.fromkeys(ENGINES, [(None, None)] * 2)
    lacking = pipeline.jobstream("doctor", "--json", code=None)["accounting"]["missing"]
    assert not [fact for facts in lacking.values() for fact in facts if AGENCY in fact]
