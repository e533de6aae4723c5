"""What is read of a raw posting before its turn, and what becomes of it then."""

import pickle

import pytest

from schemas.codec import REPLAY_OF, decode, encode
from schemas.topics import NORMALIZED, RAW, REPLAY
from streams.normalize.arrived import Arrived, Refused, look
from streams.normalize.base import Normalizer, load_normalizers
from streams.normalize.fields import Content, Fields
from streams.normalize.step import build_step
from tests.builders import FEB, JAN, MAR, as_incoming, make_posting, make_raw_posting, raw_message
from tests.harness import Harness

NORMALIZERS = load_normalizers()


def failing(row: Fields) -> Content:
    """A normalizer with a fault."""
    raise ZeroDivisionError(row.text("title", "text"))


def test_what_is_found_goes_from_process_to_process():
    """Many at once are as one by one, and the same behind a pipe."""
    sent = [raw_message(make_raw_posting(source_id=f"p{n}", title=f"Nurse {n}")) for n in range(3)]

    found = look(sent, NORMALIZERS)

    assert found == [one for message in sent for one in look([message], NORMALIZERS)] == pickle.loads(pickle.dumps(found))
    assert [one.posting_id for one in found] == ["lever:acme:p0", "lever:acme:p1", "lever:acme:p2"]


def test_another_event_is_found_as_it_is():
    """Only raw postings are read."""
    posting = make_posting()

    assert look([as_incoming(encode(posting, RAW.name, made_by="test"))], NORMALIZERS) == [posting]


def test_the_state_adds_what_it_alone_knows():
    """What is published holds every field once."""
    [arrived] = look([raw_message(make_raw_posting(fetched_at=MAR))], NORMALIZERS)
    assert isinstance(arrived, Arrived)

    made = arrived.written(revision=7, revised_at=FEB, processed_at=MAR, first_fetched_at=JAN)

    posting = decode(as_incoming(encode(made, NORMALIZED.name, made_by="test")))
    assert (posting.revision, posting.revised_at, posting.processed_at, posting.first_fetched_at) == (7, FEB, MAR, JAN)
    assert (posting.employer_key, posting.fetched_at, posting.posting_id) == ("acme", MAR, arrived.posting_id)
    assert made.value.count(b'"employer_key"') == made.value.count(b'"revision"') == 1
    # as a posting itself would be written
    assert (made.subject, made.identity, made.key) == (posting.subject, posting.identity, posting.key)
    assert made.time == posting.occurred_at.isoformat(timespec="milliseconds")


def test_who_is_refused_has_a_name_in_the_dead_letter():
    """A row without a title, and one on which the normalizer fails."""
    harness = Harness(build_step(normalizers={**NORMALIZERS, "ashby": Normalizer("ashby", 1, failing, one_employer=True)}))

    harness.feed(make_raw_posting(source_id="p1", title=""), make_raw_posting(source="ashby", source_id="p2"))

    named = [(letter.reason, letter.source, letter.posting_id) for letter in harness.dead]
    assert named == [("missing_title", "lever", "lever:acme:p1"), ("unexpected", "ashby", "ashby:acme:p2")]
    assert "ZeroDivisionError" in harness.dead[1].detail


@pytest.mark.parametrize("normalize", [failing, lambda _: Content(title="")])
def test_a_replay_of_what_was_not_read_yet_buries_nothing(normalize):
    """The raw posting itself, which is still to come, tells that it can't be read."""
    harness = Harness(build_step(normalizers={"lever": Normalizer("lever", 1, normalize, one_employer=True)}))
    message = harness.incoming(make_raw_posting(), replay_id="r1", topic=REPLAY)

    harness.deliver([message._replace(headers=(*message.headers, (REPLAY_OF, f"{RAW.name}:0:1".encode())))])

    assert harness.dead == []


def test_a_refusal_goes_from_process_to_process():
    """With why."""
    [refused] = pickle.loads(pickle.dumps(look([raw_message(make_raw_posting(title=""))], NORMALIZERS)))

    assert isinstance(refused, Refused)
    assert (refused.posting_id, refused.source, str(refused.error)) == (
        "lever:acme:p1",
        "lever",
        "missing_title: the row holds no title",
    )
