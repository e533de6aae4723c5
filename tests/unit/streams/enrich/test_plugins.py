"""A plug-in takes the place of a shipped enricher, or is refused with the reason."""

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from streams.enrich import plugins, seniority
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS, enrich
from streams.enrich.contract import broken_promises
from streams.enrich.plugins import GROUP, with_plugins
from streams.step import PluginRefused
from tests.builders import make_deduplicated

OTHER = replace(seniority.ENRICHER, version="acme-1", enrich=lambda *_: {"seniority": None})


def other() -> Enricher:
    """What the entry point names."""
    return OTHER


def strange() -> Enricher:
    """An enricher of a field that nobody derives."""
    return replace(OTHER, name="mood")


def narrow() -> Enricher:
    """One that leaves a field out."""
    return replace(OTHER, fields=())


def nothing() -> None:
    """No enricher."""


def broken() -> Enricher:
    """A model that is not there."""
    raise OSError("no weights")


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = {
        f.__name__: EntryPoint(f.__name__, f"{__name__}:{f.__name__}", GROUP) for f in (other, strange, narrow, nothing, broken)
    }
    monkeypatch.setattr(plugins, "installed", lambda: entries)


def test_without_names_the_chain_is_ours():
    """Whatever is installed."""
    assert with_plugins([]) == ENRICHERS


def test_a_plug_in_takes_the_place_of_the_enricher_of_its_name(resources):
    """In the same place of the chain; what it derives names its version."""
    chain = with_plugins(["other"])

    assert [enricher.name for enricher in chain] == [enricher.name for enricher in ENRICHERS]
    enriched = enrich(make_deduplicated(title="Senior Nurse"), resources, chain)
    assert (enriched.seniority, enriched.enriched_by["seniority"]) == (None, "acme-1")


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["unheard"], "no package offers the enricher 'unheard'; installed: broken, narrow, nothing, other, strange"),
        (["strange"], "takes the place of no shipped enricher: mood"),
        (["narrow"], "takes the place of no shipped enricher: seniority"),
        (["other", "other"], "no other plug-in the same"),
        (["nothing"], "gives a NoneType, not an Enricher"),
        (["broken"], "can't be loaded: OSError: no weights"),
    ],
)
def test_what_is_no_plug_in_is_refused(names, why):
    """With the name, and what to do."""
    with pytest.raises(PluginRefused, match=why):
        with_plugins(names)


Answer = Callable[[Any, Any], dict[str, Any]]


def by_turns() -> Answer:
    """Another answer each time."""
    turns = iter(range(9))
    return lambda posting, _: {"seniority": None if not posting.title else next(turns)}


@pytest.mark.parametrize(
    ("changed", "promise"),
    [
        ({"version": ""}, "it has a version"),
        ({"fields": ("mood",)}, "writes fields of EnrichedPosting"),
        ({"enrich": lambda *_: {}}, "it writes its fields and no other"),
        ({"enrich": lambda *_: {"seniority": 1}}, "from a posting that says nothing it derives nothing"),
        ({"enrich": lambda posting, _: {"seniority": posting.title or None}}, "its values are of the types"),
        ({"enrich": by_turns()}, "it gives the same answer twice"),
        ({"enrich": lambda posting, _: {"seniority": posting.locations.clear()}}, "it leaves the posting alone"),
    ],
)
def test_a_promise_that_is_broken_is_named(resources, changed, promise):
    """An enricher that keeps all has none."""
    assert list(broken_promises(OTHER, resources)) == []
    assert any(promise in broken for broken in broken_promises(replace(OTHER, **changed), resources))
