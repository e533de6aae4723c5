"""Enrichers of other packages in place of ours, such as a heavier model: nobody needs them, and an operator names those in force.

A package offers one by an entry point of the group `jobstream.enrichers`: a function that returns the Enricher, called once.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points

from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS
from streams.step import PluginRefused

GROUP = "jobstream.enrichers"


def installed() -> Mapping[str, EntryPoint]:
    """Return the entry points of the group by their names."""
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def with_plugins(names: Sequence[str]) -> tuple[Enricher, ...]:
    """Return the chain with each of the plug-ins `names` in the place of the shipped enricher that bears its enricher's name.

    Raises PluginRefused.
    """
    found = {enricher.name: enricher for enricher in ENRICHERS}
    replaced: set[str] = set()
    for name in names:
        enricher = _loaded(name)
        shipped = found.get(enricher.name)
        if shipped is None or set(shipped.fields) != set(enricher.fields) or enricher.name in replaced:
            raise PluginRefused(
                f"the plug-in {name} takes the place of no shipped enricher: {enricher.name} with {', '.join(enricher.fields)}. "
                "It has to have the name and the fields of one, and no other plug-in the same."
            )
        found[enricher.name] = enricher
        replaced.add(enricher.name)
    return tuple(found.values())


def _loaded(name: str) -> Enricher:
    entry = installed().get(name)
    if entry is None:
        offered = ", ".join(sorted(installed())) or "none"
        raise PluginRefused(f"no package offers the enricher {name!r}; installed: {offered}. Mend JOBSTREAM_ENRICHERS.")
    try:
        enricher = entry.load()()
    except Exception as error:
        raise PluginRefused(f"the plug-in {name} ({entry.value}) can't be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(enricher, Enricher):
        raise PluginRefused(f"the plug-in {name} ({entry.value}) gives a {type(enricher).__name__}, not an Enricher.")
    return enricher
