"""The landed schemas and the AsyncAPI document say what the code says."""

import json

import jsonschema
import pytest
import yaml

from pipeline.cli.schemas import ASYNCAPI
from schemas import asyncapi
from schemas.base import Event
from schemas.codec import EVENTS, encode
from schemas.generate import check, landed, newest, schema_of, write
from schemas.topics import EVENT_TOPICS
from schemas.yaml import to_yaml
from tests.builders import make_enriched, make_raw_posting


class Old(Event):
    """An event before a change."""

    TYPE = "test.v1"
    name: str


class Wider(Old):
    """The same event with an optional field."""

    note: str | None = None


class Stricter(Old):
    """The same event with a required field."""

    note: str


def test_landed_schemas_are_what_the_code_says():
    """Stale? Run `./jobstream schemas --write`."""
    assert check() == []


def test_the_asyncapi_document_is_what_the_code_says():
    """Stale? Run `./jobstream schemas --write`."""
    assert ASYNCAPI.read_text("utf-8") == asyncapi.render()


def test_the_asyncapi_document_is_yaml():
    """Our emitter and a YAML parser agree."""
    assert yaml.safe_load(asyncapi.render()) == asyncapi.document()


def test_every_reference_of_the_asyncapi_document_leads_somewhere():
    """To a channel or message of the document, or to a landed schema."""
    document = asyncapi.document()
    for channel in document["channels"].values():
        for name in channel["messages"]:
            payload = document["components"]["messages"][name]["payload"]
            assert "$ref" not in payload or (ASYNCAPI.parent / payload["$ref"]).is_file()


def test_the_asyncapi_document_describes_every_header_of_a_message():
    """A replayed and traced message has no header that is not described."""
    message = encode(make_raw_posting(), "jobs.posting.raw", made_by="test", replay_id="r1", traceparent="00-1-2-01")
    described = asyncapi.document()["components"]["messages"]["RawPosting"]["headers"]["properties"]
    assert {name for name, _ in message.headers} <= described.keys()


def test_every_event_is_on_a_topic():
    """An event that no topic carries would have no channel."""
    assert {event for topic in EVENT_TOPICS for event in topic.events} == set(EVENTS)


@pytest.mark.parametrize("event", [make_raw_posting(), make_enriched()])
def test_an_event_on_the_wire_matches_its_landed_schema(event):
    """A subscriber in any language may validate by the file."""
    jsonschema.validate(json.loads(event.model_dump_json()), landed(type(event))[-1])


def test_an_unlanded_event_is_stale(tmp_path):
    """The first schema has to land, too."""
    assert check(tmp_path, (Old,)) == [f"test.v1: {tmp_path.name}/test.v1/1.json is stale"]


def test_a_compatible_change_lands_as_the_next_file(tmp_path):
    """The first file stays as it was."""
    write(tmp_path, (Old,))
    assert [path.name for path in write(tmp_path, (Wider,))] == ["2.json"]
    assert landed(Wider, tmp_path) == [schema_of(Old), schema_of(Wider)]


def test_writing_twice_lands_once(tmp_path):
    """What is up to date is left alone."""
    write(tmp_path, (Old,))
    assert write(tmp_path, (Old,)) == []


def test_an_incompatible_change_lands_nothing(tmp_path):
    """It belongs in a new major version."""
    write(tmp_path, (Old,))
    with pytest.raises(ValueError, match=r"note is new and required.*new major version"):
        write(tmp_path, (Stricter,))
    assert newest(Stricter, tmp_path) == 1


def test_compatibility_is_transitive(tmp_path):
    """A change is held against the first schema even when it suits the last one."""
    write(tmp_path, (Old,))
    (tmp_path / Old.TYPE / "2.json").write_text(json.dumps(schema_of(Stricter)), "utf-8")
    assert check(tmp_path, (Stricter,)) == ["test.v1 against 1.json: .note is new and required"]


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1, "b": [], "c": {}, "d": None, "e": True},
        {"yes": "no", "1": "2", "a b": "c: d"},
        [[1, [2]], {"a": [{"b": "ü\n#"}]}],
        "text",
    ],
)
def test_yaml_reads_back_as_it_was(value):
    """Keys and text that YAML would take for something else are quoted."""
    assert yaml.safe_load(to_yaml(value)) == value
