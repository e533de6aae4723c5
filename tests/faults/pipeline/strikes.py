"""Who is stopped when, drawn from a seed; and the two rounds in which that is done while postings flow."""

import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from threading import Event

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from schemas.message import Outgoing
from tests.faults.pipeline.running import SECOND, Running, done, wait_until

KILL, TERM = signal.SIGKILL, signal.SIGTERM
ROUNDS = 2
SLICES = 12
_BETWEEN_SLICES_S = 0.3
_WITHIN_S = 150
Totals = dict[str, int]


@dataclass(frozen=True, slots=True)
class Strike:
    """`victim` is stopped by `how`, `delay_s` after it has come to the part `at` of all that it does in a run."""

    victim: str
    how: signal.Signals
    at: float
    delay_s: float


@dataclass(frozen=True, slots=True)
class Round:
    """A half of the input, in which everything is stopped once, and a second worker of normalize joins and leaves."""

    number: int
    strikes: tuple[Strike, ...]
    second: Strike


def plan(seed: int, victims: Sequence[str]) -> list[Round]:
    """Return the rounds of `seed`: in one of them a process is stopped by SIGKILL, in the other by SIGTERM."""
    rng = Random(seed)
    hows = {victim: rng.sample([KILL, TERM], ROUNDS) for victim in [*victims, SECOND]}
    return [
        Round(
            number,
            tuple(_strike(victim, hows[victim][number], number, rng) for victim in victims),
            Strike(SECOND, hows[SECOND][number], 0.0, rng.uniform(0, 1)),
        )
        for number in range(ROUNDS)
    ]


def play(act: Round, pipeline: Running, messages: Sequence[Outgoing], totals: Totals, say: Callable[[str], None]) -> None:
    """Publish the round's half of `messages` and strike meanwhile; what was struck is started again at once.

    The last slices are held back until the second worker takes part, so that it leaves while it works.
    """
    joined = Event()
    half = len(messages) // ROUNDS
    mine = messages[act.number * half :] if act.number == ROUNDS - 1 else messages[act.number * half : (act.number + 1) * half]
    with ThreadPoolExecutor() as pool:
        lanes = [pool.submit(_feed, pipeline, mine, joined), pool.submit(_come_and_go, pipeline, act.second, joined, say)]
        lanes += [pool.submit(_stop_and_start, pipeline, strike, totals, say) for strike in act.strikes]
    for lane in lanes:
        lane.result()


def _strike(victim: str, how: signal.Signals, number: int, rng: Random) -> Strike:
    return Strike(victim, how, (number + rng.uniform(0.05, 0.8)) / ROUNDS, rng.uniform(0, 0.4))


def _feed(pipeline: Running, messages: Sequence[Outgoing], joined: Event) -> None:
    size = -(-len(messages) // SLICES)
    for number in range(SLICES):
        if number == SLICES // 2:
            joined.wait(_WITHIN_S)
        pipeline.publish(messages[number * size : (number + 1) * size])
        time.sleep(_BETWEEN_SLICES_S)


def _stop_and_start(pipeline: Running, strike: Strike, totals: Totals, say: Callable[[str], None]) -> None:
    cluster, goal = Cluster(kafka_config(pipeline.settings)), int(strike.at * totals[strike.victim])
    wait_until(lambda: done(cluster, strike.victim) >= goal, f"{strike.victim} at {goal}", _WITHIN_S)
    time.sleep(strike.delay_s)
    pipeline.stop(strike.victim, strike.how)
    say(f"{strike.how.name} {strike.victim} at {done(cluster, strike.victim)} of {totals[strike.victim]}")
    pipeline.start(strike.victim)


def _come_and_go(pipeline: Running, strike: Strike, joined: Event, say: Callable[[str], None]) -> None:
    pipeline.start(strike.victim)
    try:
        pipeline.wait_until_ready(strike.victim, within_s=_WITHIN_S)
    finally:
        joined.set()
    wait_until(lambda: pipeline.has_worked(strike.victim), f"a batch of {strike.victim}", _WITHIN_S)
    time.sleep(strike.delay_s)
    pipeline.stop(strike.victim, strike.how)
    say(f"{strike.how.name} {strike.victim}, which had joined")
