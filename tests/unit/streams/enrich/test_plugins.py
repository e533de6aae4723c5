"""A plug-in takes the place of a shipped enricher, or is refused with the reason."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

from schemas.derived import Derived, Origin
from schemas.posting import Location
from streams.enrich import plugins, seniority
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS, EnricherFailed, enrich
from streams.enrich.contract import broken_promises
from streams.enrich.held import held
from streams.enrich.plugins import GROUP, try_plugins, with_plugins
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


def numbered() -> Enricher:
    """Its version would be no text in the events."""
    return replace(OTHER, version=1)  # type: ignore[arg-type]


def leaving() -> Enricher:
    """It ends the process, as a command line does."""
    raise SystemExit(0)


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = (other, strange, narrow, nothing, broken, numbered, leaving)
    entries = {f.__name__: EntryPoint(f.__name__, f"{__name__}:{f.__name__}", GROUP) for f in offered}
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
        (
            ["unheard"],
            "broken, leaving, narrow, nothing, numbered, other, strange. Mend JOBSTREAM_ENRICHERS, or install its package",
        ),
        (["strange"], "takes the place of no shipped enricher: mood"),
        (["narrow"], "takes the place of no shipped enricher: seniority"),
        (["narrow"], r"has to have the name and the fields of one\. seniority writes seniority\."),
        (["other", "other"], r"other and other both take the place of seniority\. Leave one in JOBSTREAM_ENRICHERS, once"),
        (["numbered"], "names its version 1: it has to be a text"),
        (["leaving"], r"can't be loaded: SystemExit: 0\. Mend its package, or take it out"),
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
        ({"enrich": lambda *_: {}["seniority"]}, "it fails for no posting; here with KeyError: 'seniority'"),
        ({"enrich": lambda *_: None}, "it fails for no posting; here with TypeError"),
    ],
)
def test_a_promise_that_is_broken_is_named(resources, changed, promise):
    """An enricher that keeps all has none."""
    assert list(broken_promises(OTHER, resources)) == []
    assert any(promise in broken for broken in broken_promises(replace(OTHER, **changed), resources))


def test_a_name_that_two_packages_offer_is_refused(monkeypatch: pytest.MonkeyPatch):
    """Which of them was meant can't be told; the one that was found last was taken."""

    def found(**_: str) -> list[SimpleNamespace]:
        return [SimpleNamespace(name="other", dist=SimpleNamespace(name=package)) for package in ("theirs", "acme")]

    monkeypatch.setattr(plugins, "entry_points", found)
    with pytest.raises(PluginRefused, match="several packages offer the enricher 'other': acme, theirs"):
        with_plugins(["other"])


def test_a_plug_in_that_breaks_a_promise_is_refused_before_it_enriches_anything(resources):
    """What it would have written to the topics could not be taken back."""
    chain = [*ENRICHERS[1:], held(replace(OTHER, enrich=lambda *_: {"seniority": 7}))]

    try_plugins([*ENRICHERS, held(OTHER)], resources)
    with pytest.raises(
        PluginRefused, match=r"the plug-in for seniority, acme-1, breaks a promise: .*AnswerRefused: seniority: Input"
    ):
        try_plugins(chain, resources)


@pytest.mark.parametrize(
    ("does", "within_s", "why"),
    [
        (lambda *_: time.sleep(99), 0.2, "it answers within 0 s. It is asked in processes that are forked"),
        (lambda *_: os._exit(3), 60, "ended"),
    ],
)
def test_a_plug_in_that_gives_no_answer_is_refused(resources, does, within_s, why):
    """A stage that waited for it, or died of it, would stand still without a word."""
    with pytest.raises(PluginRefused, match=why):
        try_plugins([held(replace(OTHER, enrich=does))], resources, within_s=within_s)


def test_where_no_process_is_forked_a_plug_in_may_have_threads_of_its_own(resources):
    """It is tried in the process that asks it, and they are there."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()
        threaded = held(replace(OTHER, enrich=lambda *of: pool.submit(OTHER.enrich, *of).result()))

        try_plugins([threaded], resources, within_s=None)
        with pytest.raises(PluginRefused, match="with JOBSTREAM_READERS=0 none is forked"):
            try_plugins([threaded], resources, within_s=0.2)


def leaves(*_: Any) -> Any:
    """End the process."""
    raise SystemExit(3)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (lambda *_: None, "it has to write seniority, and wrote NoneType"),
        (lambda *_: {}, "it has to write seniority, and wrote nothing"),
        (lambda *_: {"seniority": None, "title": "Acme"}, "it has to write seniority, and wrote seniority, title"),
        (lambda *_: {"seniority": "senior"}, "seniority: Input should be"),
        (lambda *_: {"seniority": Derived(value="old", origin=Origin.TEXT, confidence=1)}, "seniority.value: Input should be"),
        (leaves, "it asked to end the process, with code 3"),
    ],
)
def test_what_is_no_answer_costs_its_posting_and_names_the_plug_in(resources, answers, why):
    """It would be an event that nobody can read, over the one that was right before."""
    chain = (*ENRICHERS, held(replace(OTHER, enrich=answers)))
    with pytest.raises(EnricherFailed, match=f"seniority acme-1: AnswerRefused: {why}"):
        enrich(make_deduplicated(title="Senior Nurse"), resources, chain)


def test_a_plug_in_can_t_change_the_posting(resources):
    """It has a copy of its own."""
    posting = make_deduplicated(locations=[Location(raw="Oslo")])
    clears = held(replace(OTHER, enrich=lambda its, _: {"seniority": its.locations.clear()}))

    assert enrich(posting, resources, (clears,)).locations == [Location(raw="Oslo")]
