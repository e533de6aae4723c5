"""A worker of the counting step, for tests that stop it.

`python counting_worker.py BOOTSTRAP STATE_DIR INSTANCE [PAUSE_AT SIGNAL]`

PAUSE_AT is a numbered step of the seam (`step`, `outputs`, `changelog`, `acknowledge`): after it, once, the worker sends
itself SIGNAL; with `hold` instead of a signal it stands still there for a while. `resume mended`
clears the limit and lets the step take rows that said `crash`.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from runtime import logs
from runtime.clock import utc_now
from runtime.config import KafkaConfig, WorkerConfig
from runtime.metrics import Metrics
from streams import carrier, delivery
from streams.worker import Ending, Worker, leave, start_again
from tests.counting import CountingStep

SKIP_BATCHES = 2


def main() -> None:
    """Run until told to stop."""
    bootstrap, state_dir, instance, *pause = sys.argv[1:]
    logs.configure(f"counting-{instance}", Path(state_dir), "INFO")
    config = WorkerConfig(
        "normalize", KafkaConfig(bootstrap), Path(state_dir), partitions=4, batch_size=200, batch_within_s=0.1,
        session_timeout_s=6.0, instance=instance, resume=pause[:1] == ["resume"],
    )  # fmt: skip
    if pause == ["resume", "mended"]:
        CountingStep.mended = True
    elif pause:
        _stop_after(pause[0], pause[1])
    ending = Worker(config, CountingStep(), Metrics("normalize"), utc_now).run()
    if ending is Ending.KAFKA_LOST:
        start_again()
    if ending is Ending.CUT_OFF:
        leave()
    sys.exit({"stopped": 0, "limit": 4, "failed": 1}[ending.value])


def _stop_after(point: str, how: str) -> None:
    """Wrap the step of the seam that ends at `point`, so that its third time is the last."""
    seam = delivery.Seam
    if point == "step":
        seam._carry = _then(seam._carry, how)
    elif point == "outputs":
        seam._publish_outputs = _then(seam._publish_outputs, how)
    elif point == "changelog":
        seam._commit_state = _then(seam._commit_state, how)
    elif point == "acknowledge":
        deliver = carrier.deliver
        reached = _then(lambda: None, how)

        async def delivered(batch: delivery.Batch, by: delivery.Seam, *, decide: bool) -> None:
            await deliver(batch, by, decide=decide)
            reached()

        carrier.deliver = delivered


def _then(work: Callable[..., object], how: str) -> Callable[..., object]:
    times = iter(range(10**9))

    def wrapped(*args: object, **named: object) -> object:
        done = work(*args, **named)
        if next(times) == SKIP_BATCHES:
            _strike(how)
        return done

    return wrapped


def _strike(how: str) -> None:
    Path(sys.argv[2], f"reached-{sys.argv[3]}").touch()
    if how == "hold":
        # twice the grace that a stop gives a batch in flight
        threading.Event().wait(6)
        return
    os.kill(os.getpid(), getattr(signal, how))
    if how == "SIGTERM":
        # the stop must find the batch in flight exactly here
        threading.Event().wait(1)


if __name__ == "__main__":
    main()
