"""The JSON Schemas of the events, and those that landed: `<root>/<ce_type>/<n>.json`, n counts from 1.

A landed file is never edited. A change of an event is a new file, which must be compatible with every earlier one.
"""

import json
from pathlib import Path
from typing import Any

from schemas.base import Event
from schemas.codec import EVENTS
from schemas.compatibility import breaks

LANDED = Path(__file__).parent / "json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(event: type[Event]) -> dict[str, Any]:
    """Return the JSON Schema of `event` as readers see it: what has a default need not be there."""
    return {"$schema": _DIALECT, "$id": event.TYPE, **event.model_json_schema(mode="validation")}


def landed(event: type[Event], root: Path = LANDED) -> list[dict[str, Any]]:
    """Return the landed schemas of `event`, oldest first."""
    return [json.loads(path.read_text("utf-8")) for path in _files(event, root)]


def newest(event: type[Event], root: Path = LANDED) -> int:
    """Return the number of the newest landed schema of `event`; 0 where none landed."""
    return len(_files(event, root))


def check(root: Path = LANDED, events: tuple[type[Event], ...] = EVENTS) -> list[str]:
    """Return what is wrong with the landed schemas, a sentence each: stale, or incompatible with an earlier one."""
    return [sentence for event in events for sentence in _check(event, root)]


def write(root: Path = LANDED, events: tuple[type[Event], ...] = EVENTS) -> list[Path]:
    """Land a new file for every event whose schema changed; return the files.

    Raises ValueError when a changed schema is not compatible with every landed one; then nothing is written.
    """
    changed = [event for event in events if schema_of(event) not in landed(event, root)[-1:]]
    broken = [sentence for event in changed for sentence in _incompatible(event, root)]
    if broken:
        raise ValueError("; ".join(broken) + ". Publish it as a new major version on a new topic.")
    return [_land(event, root) for event in changed]


def _files(event: type[Event], root: Path) -> list[Path]:
    return sorted((root / event.TYPE).glob("*.json"), key=lambda path: int(path.stem))


def _check(event: type[Event], root: Path) -> list[str]:
    known = landed(event, root)
    if not known or known[-1] != schema_of(event):
        return [f"{event.TYPE}: {root.name}/{event.TYPE}/{len(known) or 1}.json is stale", *_incompatible(event, root)]
    return _incompatible(event, root)


def _incompatible(event: type[Event], root: Path) -> list[str]:
    current = schema_of(event)
    found = ((n, breaks(old, current)) for n, old in enumerate(landed(event, root), start=1))
    return [f"{event.TYPE} against {n}.json: {sentence}" for n, sentences in found for sentence in sentences]


def _land(event: type[Event], root: Path) -> Path:
    path = root / event.TYPE / f"{newest(event, root) + 1}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(schema_of(event), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return path
