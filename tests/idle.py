"""Waiting until the pipeline has read all there is."""

import time

from pipeline.ops.groups import Idle, progress
from pipeline.ops.kafka import Cluster

_QUIET_S = 0.5
_PAUSE_S = 0.25


def wait_until_idle(cluster: Cluster, within_s: float) -> bool:
    """Return True when every lag has been 0 for a while, False when that took longer than `within_s`."""
    deadline = time.monotonic() + within_s
    idle = Idle(_QUIET_S)
    while not idle.reached(progress(cluster), time.monotonic()):
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE_S)
    return True
