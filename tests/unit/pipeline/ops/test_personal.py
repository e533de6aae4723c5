"""Which records carry contacts, and of whom."""

import json

import pytest

from pipeline.ops.personal import BURIED, Holdings, contacts_in, same
from pipeline.ops.purge import Cut, cuts
from schemas.codec import encode
from schemas.derived import Contact, ContactKind, Origin
from schemas.erasure import ContactsErased
from schemas.message import Incoming
from schemas.posting import EnrichedPosting
from schemas.topics import CONTACTS_ERASED, CURRENT, ENRICHED
from tests.builders import JAN, as_incoming, make_enriched

JANE = Contact(kind=ContactKind.EMAIL, value="jane@example.com", origin=Origin.TEXT, confidence=0.9)


def record(offset: int, *contacts: Contact, topic: str = CURRENT.name, **fields: object) -> Incoming:
    """A record of a posting, `lever:acme:p1` unless `fields` say otherwise."""
    posting = make_enriched(contacts=list(contacts), **fields)
    return as_incoming(encode(posting, topic, made_by="test"), 3, offset)


@pytest.mark.parametrize(
    ("one", "other"),
    [("+49 30 123-4567", "+49301234567"), ("Jane.Doe@Example.com", "jane.doe@example.com"), ("Jane  Doe", "jane doe")],
)
def test_a_contact_is_the_same_in_other_spellings(one: str, other: str):
    """A number by its digits, the rest by its letters."""
    assert same(one) == same(other)


def test_contacts_are_told_apart():
    """Digits in an address are part of it."""
    assert len({same(each) for each in ("jane1@example.com", "jane2@example.com", "1", "2", "Jane")}) == 5


def test_what_a_record_carries_is_read_from_its_payload():
    """A text that looks like the field is none; nor is what can't be read, or a tombstone."""
    text = 'They wrote "contacts": [1] and "contacts":[] here.'
    with_contact, without = record(0, JANE, description=text).value, record(0, description=text).value

    assert [each["value"] for each in contacts_in(with_contact)] == ["jane@example.com"]
    assert [
        contacts_in(v) for v in (without, None, b"", b'"contacts"', b'["contacts"]', b'{"contacts": 1}', b'\xff"contacts"')
    ] == [[]] * 7
    assert contacts_in(json.dumps({"contacts": [{"value": "x"}]}).encode()) == [{"value": "x"}]


def test_the_newest_record_of_current_counts():
    """Older ones are places to be cleaned."""
    held = Holdings()
    for message in (record(5, JANE), record(6, JANE, topic=ENRICHED.name), record(9), record(7, topic=ENRICHED.name)):
        held.take(message)

    assert held.newest == {"lever:acme:p1": False}
    assert held.places == {(CURRENT.name, 3): [5], (ENRICHED.name, 3): [6]}
    assert held.counts() == {CURRENT.name: 1, ENRICHED.name: 1, BURIED.name: 0}


def test_an_erasure_is_known():
    """It says nothing about records."""
    held = Holdings()
    erased = ContactsErased(posting_id="lever:acme:p1", erased_at=JAN)
    held.take(as_incoming(encode(erased, CONTACTS_ERASED.name, made_by="test")))

    assert (held.erased, held.newest, held.places) == ({"lever:acme:p1"}, {}, {})


class _Starts:
    """A cluster whose partitions start at offset 2."""

    def first_offsets(self, topics: set[str]) -> dict[tuple[str, int], int]:
        """Return them."""
        return {(topic, 3): 2 for topic in topics}


def test_a_cut_takes_all_up_to_the_newest_record_with_contacts():
    """And says how much that is; a compacted topic is not cut."""
    held = Holdings()
    for message in (record(5, JANE), record(6, JANE, topic=ENRICHED.name), record(9, JANE, topic=ENRICHED.name)):
        held.take(message)

    assert cuts(_Starts(), held) == [Cut(ENRICHED.name, 3, before=10, dropped=8, carrying=2)]


def test_a_posting_as_it_is_published_has_the_field():
    """The search for records without contacts looks for how the codec writes it."""
    assert (
        b'"contacts":[]' in encode(EnrichedPosting.model_validate(make_enriched().model_dump()), ENRICHED.name, made_by="x").value
    )
