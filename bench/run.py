"""Every benchmark one after the other, each a process of its own, then what was asked for and what was measured.

usage: python -m bench.run [NAME …]. Exit code 1 when a benchmark did not run to its end; a goal that is missed is printed.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.common import RESULTS, ROOT

BENCHES = ("signatures", "seam", "stages", "skew", "sinks", "crawl", "catchup", "latency", "schedule", "vectors")
WITHIN_S = 900
STOP_WITHIN_S = 120
_PROCESSES = {
    "kafka": 0.2,
    "normalize": 0.35,
    "dedupe": 0.35,
    "enrich": 0.4,
}
_ONE_RATE = {
    "signatures": ("signatures per s", "signatures_per_s", 25_000),
    "crawl": ("crawl on one core, postings per s", "postings_per_s", 300),
}
_STAGES = {"dedupe": 3000}
_SINKS = ("sink-clickhouse", "sink-timescaledb", "clickhouse", "timescaledb")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its goal. `at_most`: a smaller one is better."""

    name: str
    value: float
    goal: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def line(self) -> str:
        """Return it as a line of the table."""
        sign, verdict = "<=" if self.at_most else ">=", "met" if self.met else "NOT met"
        return f"{self.name:<44}{self.value:>12,.2f}   {sign} {self.goal:>10,.2f}   {verdict}"


def figures(bench: str, found: Mapping[str, Any]) -> list[Figure]:
    """Return the figures of a result for which there is a goal."""
    if bench in _ONE_RATE:
        name, key, goal = _ONE_RATE[bench]
        return [Figure(name, found[key], goal)]
    if bench == "stages":
        counted = {"lifecycle": "listed_per_s", "mirror": "canonical_per_s"}
        rates = {stage: each[counted.get(stage, "events_per_s")] for stage, each in found["stages"].items()}
        return [Figure(f"{stage} alone, postings per s", rate, _STAGES.get(stage, 2800)) for stage, rate in rates.items()]
    if bench == "sinks":
        goals = {"clickhouse": 20_000, "timescaledb": 5000}
        return [Figure(f"sink {e} alone, postings per s", each["postings_per_s"], goals[e]) for e, each in found["sinks"].items()]
    if bench in _FIGURES:
        return _FIGURES[bench](found)
    if bench == "latency":
        ages = found["age_of_newest"].items()
        return [Figure(f"newest posting in {e}, s, 99 %", each["p99_s"], 5, at_most=True) for e, each in ages]
    return []


def catchup_figures(found: Mapping[str, Any]) -> list[Figure]:
    """Return rate, processor time by process, and memory."""
    cpu = found["cpu_ms_per_posting"]
    parts = [Figure(f"catch-up, {name}, CPU ms per posting", cpu[name], goal, at_most=True) for name, goal in _PROCESSES.items()]
    return [
        Figure("catch-up, postings per s", found["postings_per_s"], 1000),
        Figure("catch-up, all, CPU ms per posting", cpu["total"], 2.0, at_most=True),
        *parts,
        Figure("catch-up, sinks and engines, CPU ms", sum(cpu[name] for name in _SINKS), 0.4, at_most=True),
        Figure("memory of all processes, MiB", found["memory_mib_total"], 4096, at_most=True),
    ]


def schedule_figures(found: Mapping[str, Any]) -> list[Figure]:
    """Return memory and failures of the scheduler's process."""
    process = found["process"]
    return [
        Figure("scheduler, memory, MiB", process["memory_mib"], 300, at_most=True),
        Figure("scheduler, failed crawls, %", process["failed_share"] * 100, 0.1, at_most=True),
    ]


def vectors_figures(found: Mapping[str, Any]) -> list[Figure]:
    """Return how fast vectors are made, how long answers take, and how often they hold what an exact search would."""
    searched = found["search"]
    made = [Figure(f"vectors by {name} per s", each["texts_per_s"], 1000) for name, each in found["embeddings"].items()]
    names = {
        "all": "similar",
        "open_in_se": "similar, open, one country",
        "none_is_wanted": "similar, all compared",
        "match": "match",
    }
    times = [Figure(f"{what}, s, median", searched["seconds"][key]["median"], 0.5, at_most=True) for key, what in names.items()]
    times += [
        Figure(f"./jobstream {key}, s, median", searched["commands"][key]["median"] / 1000, 0.5, at_most=True)
        for key in ("similar", "match")
    ]
    return [*made, *times, Figure("of the ten nearest, found", searched["recall_at_10"], 0.95)]


_FIGURES = {"catchup": catchup_figures, "schedule": schedule_figures, "vectors": vectors_figures}


def main(names: Sequence[str]) -> int:
    """Run `names`, print the table, return the exit code."""
    unknown = set(names) - set(BENCHES)
    if unknown:
        sys.exit(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    broken = [name for name in names if not completed(name)]
    for name in names:
        if name not in broken:
            found = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
            print(f"{name}, load {found['machine']['load_1_5_15_min'][0]}, reference {found['machine']['reference_ms']} ms")
            for figure in figures(name, found):
                print("  " + figure.line())
    for name in broken:
        print(f"{name} did not run to its end: its output is above")
    return 1 if broken else 0


def completed(name: str) -> bool:
    """Run one benchmark; return whether it ended well."""
    with subprocess.Popen([sys.executable, "-m", f"bench.{name}"], cwd=ROOT) as process:
        try:
            return process.wait(WITHIN_S) == 0
        except subprocess.TimeoutExpired:
            # an interrupt, so that it stops its engines
            process.send_signal(signal.SIGINT)
            process.wait(STOP_WITHIN_S)
            return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or BENCHES))
