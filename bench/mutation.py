"""The mutation score of the pure steps: how many small changes of their code make a unit test fail.

What is changed, and which tests must notice, is `[tool.mutmut]` in pyproject.toml. It runs in a copy of the tree, below
`var/mutation`, for a bounded time; mutants that were not reached are not in the score, and are printed.
usage: python -m bench.mutation [MINUTES]
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import Any

from bench.common import ROOT, emit

MINUTES = 20
COPIED = ("schemas", "runtime", "scrapers", "streams", "warehouse", "pipeline", "tests", "pyproject.toml")
PLACE = ROOT / "var" / "mutation"
# mutmut 3.7 asks a test for `_nodeid`, which pytest 9.2 has no longer; mutmut runs pytest in its own process, so it gets it here
MUTMUT = """
from _pytest.nodes import Node
if not hasattr(Node, "_nodeid"):
    Node._nodeid = property(lambda node: node.nodeid)
from mutmut.__main__ import cli
cli()
"""


def main(minutes: float) -> None:
    """Copy, run, count, and emit the score."""
    copy()
    mutmut = (sys.executable, "-c", MUTMUT)
    ended = bounded([*mutmut, "run", "--max-children", "2"], minutes * 60)
    subprocess.run([*mutmut, "export-cicd-stats"], cwd=PLACE, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads((PLACE / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8"))
    emit("mutation", {"bound_minutes": minutes, "complete": ended == 0, "score": score(found), **found})


def bounded(command: list[str], seconds: float) -> int | None:
    """Run `command` in the copy; return its exit code, None when it was stopped after `seconds`."""
    with subprocess.Popen(command, cwd=PLACE, start_new_session=True) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            # its children too: a mutant may run for ever
            os.killpg(process.pid, signal.SIGTERM)
            return None


def copy() -> None:
    """Make a fresh copy of what the tests need."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, PLACE / name, ignore=shutil.ignore_patterns("__pycache__", "integration", "faults"))
        else:
            shutil.copy(source, PLACE / name)


def score(found: dict[str, Any]) -> float | None:
    """Return the share of mutants that a test noticed, a time limit included, among those with a verdict."""
    noticed = found["killed"] + found["timeout"]
    judged = noticed + found["survived"] + found["no_tests"]
    return round(noticed / judged, 3) if judged else None


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES)
