"""The health of sources as gauges: per source, never per board."""

from collections import Counter

from runtime.metrics import Metrics
from schemas.health import Cause, SourceHealth


class Gauges:
    """Shows what crawls of this process said: after a start, a board counts again from its next crawl on."""

    def __init__(self, metrics: Metrics | None) -> None:
        self._metrics = metrics
        self._open: dict[str, Counter[tuple[str, Cause]]] = {}
        self._succeeded_s: dict[str, float] = {}

    def show(self, health: SourceHealth) -> None:
        """Show the open incidents of a board beside those of its source's other boards, and when the source last succeeded."""
        if self._metrics is None:
            return
        before = self._open.pop(health.key, Counter())
        after = Counter((health.source, incident.cause) for incident in health.incidents)
        if after:
            self._open[health.key] = after
        for source, cause in before | after:
            self._metrics.open_incidents.labels(source, cause).inc(after[source, cause] - before[source, cause])
        if health.last_success_at is not None:
            latest = max(health.last_success_at.timestamp(), self._succeeded_s.get(health.source, 0.0))
            self._succeeded_s[health.source] = latest
            self._metrics.last_success.labels(health.source).set(latest)

    def forget(self) -> None:
        """Show nothing: the state was taken back, or boards belong to another process now."""
        if self._metrics is not None:
            self._metrics.open_incidents.clear()
            self._metrics.last_success.clear()
        self._open.clear()
        self._succeeded_s.clear()
