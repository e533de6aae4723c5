"""The published language as one AsyncAPI 3.0 document, made from the same source as the code.

Source: AsyncAPI specification 3.0.0; Kafka bindings 0.5.0.
"""

from inspect import getdoc
from typing import Any

from schemas.base import Event
from schemas.codec import EVENTS, REPLAY_ID, REPLAY_OF, REPLAY_SINCE
from schemas.generate import newest
from schemas.topics import DEAD_LETTER_TOPICS, EVENT_TOPICS, Topic
from schemas.yaml import to_yaml

_PUBLISHED = EVENT_TOPICS + DEAD_LETTER_TOPICS
_BINDING = "0.5.0"
_HEADERS = {
    "ce_specversion": "CloudEvents version, 1.0.",
    "ce_id": "Id of the event: stable under redelivery, new under replay.",
    "ce_type": "Type and major version of the event.",
    "ce_source": "What made it: `/jobstream/<stage or spider>`.",
    "ce_subject": "The posting or board that it is about.",
    "ce_time": "When the fact became true, RFC 3339.",
    "content-type": "application/json.",
}
_OPTIONAL = {
    REPLAY_ID: "Set on everything that a replay makes: the id of the replay.",
    REPLAY_OF: "Set on a replayed raw posting: `topic:partition:offset` of the posting that it repeats.",
    REPLAY_SINCE: "Set on a replayed raw posting: what made a revision since then comes along, milliseconds since 1970 UTC.",
    "traceparent": "W3C trace context.",
}
_DEAD = {
    "dl_stage": "Stage or sink that could not process it.",
    "dl_reason": "One word, the same that metrics count under.",
    "dl_detail": "One sentence for people.",
    "dl_topic": "Topic that it was read from.",
    "dl_partition": "Partition that it was read from.",
    "dl_offset": "Offset that it was read at.",
    "dl_at": "When it died, milliseconds since 1970 UTC.",
}
_DEAD_OPTIONAL = {
    "dl_source": "Source of the posting, where it is known.",
    "dl_posting_id": "Posting, where it is known.",
    "dl_revised_at": "Revision of the posting, milliseconds since 1970 UTC, where it is known.",
}


def render() -> str:
    """Return the document as YAML: what `docs/asyncapi.yaml` must hold."""
    return to_yaml(document())


def document() -> dict[str, Any]:
    """Return the AsyncAPI document of every published topic; changelogs are private."""
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Jobstream", "version": "1.0.0", "description": _about()},
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in _PUBLISHED},
        "operations": {f"publish.{topic.name}": _operation(topic) for topic in _PUBLISHED},
        "components": {"messages": {event.__name__: _message(event) for event in EVENTS} | {"DeadLetter": _dead_letter()}},
    }


def _about() -> str:
    return "Job postings as a stream. Headers follow the CloudEvents 1.0 Kafka binding in binary mode; docs/subscribing.md."


def _channel(topic: Topic) -> dict[str, Any]:
    names = ["DeadLetter"] if topic in DEAD_LETTER_TOPICS else [event.__name__ for event in topic.events]
    config = topic.config()
    return {
        "address": topic.name,
        "description": f"Key: {topic.key}. Made by {topic.made_by}, read by {topic.read_by}.",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": {
                    "cleanup.policy": [config["cleanup.policy"]],
                    "max.message.bytes": topic.max_bytes,
                    **({} if topic.compacted else {"retention.ms": topic.retention_ms}),
                },
                "bindingVersion": _BINDING,
            }
        },
    }


def _operation(topic: Topic) -> dict[str, Any]:
    return {"action": "send", "channel": {"$ref": f"#/channels/{topic.name}"}, "summary": f"Made by {topic.made_by}."}


def _message(event: type[Event]) -> dict[str, Any]:
    topic = next(topic for topic in EVENT_TOPICS if event in topic.events)
    return {
        "name": event.TYPE,
        "title": event.__name__,
        "summary": getdoc(event),
        "contentType": "application/json",
        "headers": _strings(_HEADERS, _OPTIONAL),
        "payload": {"$ref": f"../schemas/json/{event.TYPE}/{newest(event)}.json"},
        "bindings": {"kafka": {"key": {"type": "string", "description": topic.key}, "bindingVersion": _BINDING}},
    }


def _dead_letter() -> dict[str, Any]:
    return {
        "name": "dead letter",
        "title": "DeadLetter",
        "summary": "A message that could not be processed: key, payload and headers as they were, and why.",
        "headers": _strings(_DEAD, _DEAD_OPTIONAL | _HEADERS | _OPTIONAL),
        "payload": {"description": "The payload untouched; it may be no JSON at all."},
        "bindings": {"kafka": {"key": {"type": "string", "description": "key of the source"}, "bindingVersion": _BINDING}},
    }


def _strings(required: dict[str, str], optional: dict[str, str]) -> dict[str, Any]:
    described = {name: {"type": "string", "description": text} for name, text in (required | optional).items()}
    return {"type": "object", "required": list(required), "properties": described}
