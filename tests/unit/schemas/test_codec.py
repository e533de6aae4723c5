"""Events as messages: ids that others can derive, values that a model writes."""

import uuid

import pytest

from schemas.codec import EVENT_NAMESPACE, encode, event_id
from schemas.topics import NORMALIZED
from tests.builders import make_posting


@pytest.mark.parametrize("replay_id", [None, "r1"])
@pytest.mark.parametrize("number", range(16))
def test_an_event_id_is_a_uuid_of_version_5_over_type_subject_identity_and_replay(number, replay_id):
    """Anyone can derive it with a library of his own; sixteen of them meet all four variants."""
    event = make_posting(posting_id=f"lever:acmé:{number}")
    name = "\x1f".join((event.TYPE, event.subject, event.identity, replay_id or ""))

    assert event_id(event, replay_id) == str(uuid.uuid5(EVENT_NAMESPACE, name))


def test_the_value_is_the_model_as_json():
    """What is published is what the schema describes, in UTF-8."""
    event = make_posting(title="Ingénieur", description="“Quoted”")

    assert encode(event, NORMALIZED.name, made_by="test").value == event.model_dump_json().encode()
