"""A stage's process: it waits for Kafka, runs the app until it is told to stop, and says how it ended."""

import asyncio
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path
from threading import Event as Flag
from typing import NoReturn

import uvloop

from runtime.clock import Clock
from runtime.config import WorkerConfig
from runtime.logs import logger
from runtime.memory import collect_rarely
from runtime.metrics import Metrics
from runtime.producer import AckProducer, BrokerUnavailable
from schemas.topics import app_id, changelog_of
from streams.app import StageApp, broker_trouble, build_app
from streams.carrier import Carrier
from streams.changelog import read_surely
from streams.delivery import Seam
from streams.instance import locked
from streams.intake import Ahead, nobody
from streams.limits import LimitReached, Limits
from streams.ownership import Read
from streams.rebuild import check_state, until_silent, wait_for_kafka
from streams.state import State, StateUnreadable
from streams.step import Step

_LIMIT_MARK = "limit.json"
_GRACE_S = 3.0
_LOOK_EVERY_S = 0.5
_STOP_WITHIN_S = 10.0
log = logger(__name__)


class Ending(Enum):
    """How a worker ended.

    Told to stop; told to stop while Kafka was down, so that a client's thread still waits and only `leave` ends the process;
    because Kafka went away, so that the process is to be started again (`start_again`) and waits; at its limit of unexpected
    exceptions; because something of ours is broken.
    """

    STOPPED = "stopped"
    CUT_OFF = "cut off"
    KAFKA_LOST = "kafka lost"
    LIMIT = "limit"
    FAILED = "failed"


class Worker:
    """Runs one stage. `ready` and `health` are checks for `runtime.health`: None, or one sentence.

    `ahead` is asked to look at messages as soon as they come, by `streams.readers.Readers`.
    """

    def __init__(self, config: WorkerConfig, step: Step, metrics: Metrics, clock: Clock, ahead: Ahead = nobody) -> None:
        self._config = config
        self._step = step
        self._metrics = metrics
        self._clock = clock
        self._ahead = ahead
        self._carrier: Carrier | None = None
        self._error: BaseException | None = None
        self._stop: asyncio.Event | None = None
        self._hung = False

    def run(self) -> Ending:
        """Run until SIGTERM or SIGINT; on return everything acknowledged is committed and nothing else is.

        While Kafka is down at the start, the worker waits. When Kafka goes away for longer than a session, it ends with
        KAFKA_LOST: what Faust's client holds then, threads and half a membership, goes with the process.
        Raises StateMissing when the changelog is empty behind committed offsets, StateUnreadable when another version made it;
        InstanceTaken.
        """
        stage_dir = self._config.state_dir / self._config.stage
        mark = stage_dir / _LIMIT_MARK
        collect_rarely()
        with locked(stage_dir / self._config.instance):
            if self._config.resume:
                mark.unlink(missing_ok=True)
            if mark.exists():
                log.error(
                    "stopped at its limit before", remedy=_resume_command(self._config.stage), **json.loads(mark.read_text())
                )
                return Ending.LIMIT
            runner = asyncio.Runner(loop_factory=uvloop.new_event_loop)
            ending = runner.run(self._run())
            if not self._hung:
                runner.close()
            if ending is Ending.LIMIT:
                mark.write_text(json.dumps({"limit": str(self._error), "at": self._clock().isoformat()}))
            return ending

    def health(self) -> str | None:
        """What keeps this worker from working at all."""
        return None if self._error is None else f"{type(self._error).__name__}: {self._error}"

    def ready(self) -> str | None:
        """What keeps it from processing events now."""
        if self._carrier is not None and self._carrier.ready:
            return None
        return "partitions are not assigned, or their state is not recovered yet"

    async def _run(self) -> Ending:
        self._stop = stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await wait_for_kafka(self._config.kafka, stop)
        crash = None if stop.is_set() else await self._attempt(stop)
        if crash is not None and not broker_trouble(crash):
            self._error = self._error or crash
        if self._error is not None:
            log.error("the worker ends", error=repr(self._error))
            if isinstance(self._error, StateUnreadable):
                raise self._error
            return Ending.LIMIT if isinstance(self._error, LimitReached) else Ending.FAILED
        if crash is not None and not stop.is_set():
            log.warning("Kafka went away, starting again", cause=repr(crash))
            return Ending.KAFKA_LOST
        return Ending.CUT_OFF if self._hung else Ending.STOPPED

    async def _attempt(self, stop: asyncio.Event) -> BaseException | None:
        try:
            await asyncio.to_thread(check_state, self._config.kafka, self._config.stage)
        except BrokerUnavailable as error:
            return error
        return await self._run_app(stop)

    async def _run_app(self, stop: asyncio.Event) -> BaseException | None:
        """Run the app until `stop`; return the error that ended it before."""
        state = State(changelog_of(self._config.stage).name)
        seam, producer = self._seam(state)
        self._carrier = carrier = Carrier(seam, grace_s=_GRACE_S, failed=self._fail)
        app = build_app(self._config, directory=self._directory, state=state, carrier=carrier, ahead=self._ahead)
        try:
            return await self._until(app, stop)
        finally:
            await carrier.shut()
            await asyncio.to_thread(producer.close)

    async def _until(self, app: StageApp, stop: asyncio.Event) -> BaseException | None:
        starting = asyncio.ensure_future(app.start())
        silence = asyncio.ensure_future(until_silent(self._config.kafka, self._config.session_timeout_s))
        try:
            while not (stop.is_set() or app.crashed or _failure(starting) or silence.done()):
                await _sleep(stop, _LOOK_EVERY_S)
                if starting.done() and not app.rebalancing:
                    self._metrics.lag.labels(self._config.stage).set(app.lag())
                    self._metrics.committed.labels(self._config.stage).set(app.committed())
                    app.look_for_skipped()
            return app.crash_reason or _failure(starting) or _failure(silence)
        finally:
            silence.cancel()
            await self._end(app, starting)

    async def _end(self, app: StageApp, starting: "asyncio.Future[None]") -> None:
        stopping = asyncio.ensure_future(app.stop())
        # not wait_for: a cancelled stop of Faust's goes on waiting for a broker that does not answer
        await asyncio.wait([stopping], timeout=_STOP_WITHIN_S)
        if not stopping.done():
            self._hung = True
            log.warning("the app did not stop in time; nothing that is not durable was acknowledged")
        starting.cancel()

    @property
    def _directory(self) -> Path:
        return self._config.state_dir / self._config.stage / self._config.instance

    def _seam(self, state: State) -> tuple[Seam, AckProducer]:
        config = self._config
        abandon = Flag()
        producer = AckProducer(config.kafka, client_id=app_id(config.stage), interrupted=abandon.is_set)
        limits = Limits(config.unexpected_error_limit)

        def read_back(partition: int, known: int, epoch: int) -> Read:
            return read_surely(config.kafka, state.changelog, {partition: known}, abandon, {partition: epoch})[partition]

        seam = Seam(
            self._step, state, producer, limits=limits, metrics=self._metrics, clock=self._clock, abandon=abandon,
            read_back=read_back,
        )  # fmt: skip
        return seam, producer

    def _fail(self, error: BaseException) -> None:
        log.error("the stage can't go on; nothing more was acknowledged", error=repr(error), remedy=self._remedy(error))
        self._error = error
        assert self._stop is not None  # batches come from a running loop
        self._stop.set()

    def _remedy(self, error: BaseException) -> str:
        stage = self._config.stage
        if isinstance(error, StateUnreadable):
            return f"./jobstream worker {stage} --rebuild"
        return _resume_command(stage) if isinstance(error, LimitReached) else f"./jobstream logs {stage}"


def _resume_command(stage: str) -> str:
    """Return the command that clears the limit of `stage`."""
    return f"./jobstream worker {stage} --resume"


def start_again() -> NoReturn:
    """Replace this process by a new one with the same arguments."""
    logging.shutdown()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - this very program


def leave() -> NoReturn:
    """End this process with exit code 0, whatever its threads wait for."""
    logging.shutdown()
    os._exit(0)


def _failure(task: "asyncio.Future[None]") -> BaseException | None:
    return task.exception() if task.done() and not task.cancelled() else None


async def _sleep(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
