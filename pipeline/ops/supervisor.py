"""Processes kept running: started again with growing waits, stopped together.

The decisions are here; what they are made on, processes and time, comes in as arguments.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.cli.exits import LIMIT


@dataclass(frozen=True, slots=True)
class Program:
    """A process to keep running. `argv` is its command line, `env` its whole environment."""

    name: str
    argv: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict, repr=False)


class Handle(Protocol):
    """A started process; `subprocess.Popen` is one."""

    pid: int

    def poll(self) -> int | None:
        """Return the exit code, None while it runs."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it."""


Spawn = Callable[[Program], Handle]


@dataclass(frozen=True, slots=True)
class Policy:
    """How long is waited, in seconds: before the first restart, at most, until a child counts as healthy, for its stop."""

    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0
    healthy_after_s: float = 60.0
    stop_within_s: float = 30.0


class Child:
    """A program, and whether it runs, waits for its restart, or was given up."""

    def __init__(self, program: Program, spawn: Spawn, policy: Policy) -> None:
        self.program = program
        self.restarts = 0
        self.given_up = False
        self.handle: Handle | None = None
        self._spawn = spawn
        self._policy = policy
        self._wait_s = 0.0
        self._started_at = 0.0
        self._restart_at = 0.0

    @property
    def running(self) -> bool:
        """Whether the process was started and has not ended."""
        return self.handle is not None and self.handle.poll() is None

    def start(self, now: float) -> None:
        """Start the process."""
        self.handle, self._started_at = self._spawn(self.program), now

    def tick(self, now: float) -> str | None:
        """Return what happened since the last tick, a sentence, or None."""
        if self.given_up:
            return None
        if self.handle is None:
            return self._restart(now) if now >= self._restart_at else None
        code = self.handle.poll()
        return None if code is None else self._ended(code, now)

    def _ended(self, code: int, now: float) -> str:
        self.handle = None
        if code == LIMIT:
            self.given_up = True
            return _at_the_limit(self.program.name)
        policy, was_healthy = self._policy, now - self._started_at >= self._policy.healthy_after_s
        self._wait_s = policy.first_wait_s if was_healthy else min(policy.longest_wait_s, 2 * self._wait_s or policy.first_wait_s)
        self._restart_at = now + self._wait_s
        name = self.program.name
        return f"{name} ended with code {code}; it starts again in {self._wait_s:.0f} s. See `./jobstream logs {name}`."

    def _restart(self, now: float) -> str:
        self.restarts += 1
        self.start(now)
        return f"{self.program.name} was started again."


class Supervisor:
    """Children that are kept running until `stop`."""

    def __init__(self, programs: Sequence[Program], spawn: Spawn, policy: Policy | None = None) -> None:
        self._policy = policy or Policy()
        self.children = [Child(program, spawn, self._policy) for program in programs]

    def start(self, now: float) -> None:
        """Start every program."""
        for child in self.children:
            child.start(now)

    def tick(self, now: float) -> list[str]:
        """Look at every child, start again whose wait is over; return what happened, a sentence each."""
        return [happened for child in self.children if (happened := child.tick(now))]

    @property
    def given_up(self) -> list[str]:
        """Names of the programs that ended at their limit."""
        return [child.program.name for child in self.children if child.given_up]

    def stop(self, now: Callable[[], float], sleep: Callable[[float], None]) -> list[str]:
        """Ask every child to end and wait; return the names of those that had to be killed. On return none runs."""
        running = [(child.program.name, child.handle) for child in self.children if child.handle and child.running]
        return end_all(running, self._policy.stop_within_s, now, sleep)


def end_all(
    running: Sequence[tuple[str, Handle]], within_s: float, now: Callable[[], float], sleep: Callable[[float], None]
) -> list[str]:
    """Ask processes to end and wait; return the names of those that had to be killed. On return none of them runs."""
    for _, handle in running:
        handle.terminate()
    deadline = now() + within_s
    while now() < deadline and any(handle.poll() is None for _, handle in running):
        sleep(0.05)
    return [name for name, handle in running if _killed(handle, sleep)]


def _killed(handle: Handle, sleep: Callable[[float], None]) -> bool:
    if handle.poll() is not None:
        return False
    handle.kill()
    while handle.poll() is None:
        sleep(0.05)
    return True


def _at_the_limit(name: str) -> str:
    stage = name.partition("-")[0]
    return (
        f"{name} stopped at its limit of unexpected errors and is not started again; nothing of that batch was acknowledged. "
        f"Read `./jobstream logs {name}`; `./jobstream worker {stage} --resume` goes on."
    )
