"""Enrichers of other packages in place of ours, such as a heavier model: nobody needs them, and an operator names those in force.

A package offers one by an entry point of the group `jobstream.enrichers`: a function that returns the Enricher, called once.
"""

import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points

from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS
from streams.enrich.contract import broken_promises
from streams.enrich.held import held
from streams.enrich.resources import Resources
from streams.step import PluginRefused

GROUP = "jobstream.enrichers"
LONGEST_TRIAL_S = 60.0
_FORKED = (
    "It is asked in processes that are forked after it was built, where threads that it started before are not; "
    "with JOBSTREAM_READERS=0 none is forked"
)
_CHECK = "`./jobstream enrichers --check` tries it, and without it in JOBSTREAM_ENRICHERS ours is in force."


def installed() -> Mapping[str, EntryPoint]:
    """Return the entry points of the group by their names."""
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def with_plugins(names: Sequence[str]) -> tuple[Enricher, ...]:
    """Return the chain with each of the plug-ins `names` in the place of the shipped enricher that bears its enricher's name.

    Its answers are held to the event (`held`). Raises PluginRefused.
    """
    found = {enricher.name: enricher for enricher in ENRICHERS}
    taken: dict[str, str] = {}
    for name in names:
        enricher = _loaded(name)
        _check_place(name, enricher, found)
        if enricher.name in taken:
            raise PluginRefused(
                f"{taken[enricher.name]} and {name} both take the place of {enricher.name}. "
                "Leave one in JOBSTREAM_ENRICHERS, once."
            )
        found[enricher.name], taken[enricher.name] = held(enricher), name
    return tuple(found.values())


def try_plugins(enrichers: Sequence[Enricher], resources: Resources, within_s: float | None = LONGEST_TRIAL_S) -> None:
    """Return when every plug-in among `enrichers` keeps what all promise (`tried`). Raises PluginRefused: it enriched nothing."""
    for enricher in enrichers:
        broken = [] if enricher in ENRICHERS else tried(enricher, resources, within_s)
        if broken:
            raise PluginRefused(f"the plug-in for {enricher.name}, {enricher.version}, breaks a promise: {broken[0]}. {_CHECK}")


def tried(enricher: Enricher, resources: Resources, within_s: float | None) -> list[str]:
    """Return a sentence for each promise that `enricher` breaks; it may hang, or end its process.

    It is tried in a process that is forked from this one, as those that enrich are: what it starts when it is asked first, such
    as threads, is not in their way. `within_s` None = this process enriches itself, so it tries it, too.
    """
    if within_s is None:
        return list(broken_promises(enricher, resources))
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    trial = context.Process(target=lambda: theirs.send(list(broken_promises(enricher, resources))), daemon=True)
    trial.start()
    theirs.close()
    try:
        found: list[str] = mine.recv() if mine.poll(within_s) else [f"it answers within {within_s:.0f} s. {_FORKED}"]
    except EOFError:
        return ["it leaves its process alone, which ended"]
    finally:
        trial.kill()
        trial.join()
        mine.close()
    return found


def _check_place(name: str, enricher: Enricher, chain: Mapping[str, Enricher]) -> None:
    shipped = chain.get(enricher.name)
    if shipped is None or set(shipped.fields) != set(enricher.fields):
        wanted = "" if shipped is None else f" {shipped.name} writes {', '.join(shipped.fields)}."
        raise PluginRefused(
            f"the plug-in {name} takes the place of no shipped enricher: {enricher.name} with {', '.join(enricher.fields)}. "
            f"It has to have the name and the fields of one.{wanted} `./jobstream enrichers` lists them."
        )
    if not (isinstance(enricher.version, str) and enricher.version):
        raise PluginRefused(
            f"the plug-in {name} names its version {enricher.version!r}: it has to be a text, as events carry it."
        )


def _loaded(name: str) -> Enricher:
    entry = installed().get(name)
    if entry is None:
        offered = ", ".join(sorted(installed())) or "none"
        raise PluginRefused(
            f"no package offers the enricher {name!r}; installed: {offered}. Mend JOBSTREAM_ENRICHERS, or install its package "
            f"where Jobstream runs: {sys.executable} -m pip install …"
        )
    packages = sorted({found.dist.name for found in entry_points(group=GROUP, name=name) if found.dist})
    if len(packages) > 1:
        raise PluginRefused(f"several packages offer the enricher {name!r}: {', '.join(packages)}. Uninstall all but one.")
    try:
        enricher = entry.load()()
    except (Exception, SystemExit) as error:
        raise PluginRefused(
            f"the plug-in {name} ({entry.value}) can't be loaded: {type(error).__name__}: {error}. "
            "Mend its package, or take it out of JOBSTREAM_ENRICHERS: ours is in force then."
        ) from error
    if not isinstance(enricher, Enricher):
        raise PluginRefused(f"the plug-in {name} ({entry.value}) gives a {type(enricher).__name__}, not an Enricher.")
    return enricher
