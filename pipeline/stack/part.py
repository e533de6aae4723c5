"""What every part of the embedded stack is: a few files to install, a command, and a question that only a ready part answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.settings import Settings

Progress = Callable[[str, str], None]
"""Called with a part's name and what it does now."""


@dataclass(frozen=True)
class Place:
    """Where a part keeps its things; all paths are absolute."""

    data: Path
    log: Path
    record: Path
    cache: Path

    @classmethod
    def of(cls, settings: Settings, name: str) -> "Place":
        """Return the place of part `name`: data and record below `var_dir`, downloads below `cache_dir`."""
        var = settings.var_dir.resolve()
        return cls(
            data=var / "stack" / name,
            log=var / "log" / f"{name}.log",
            record=var / "stack" / f"{name}.pid",
            cache=settings.cache_dir.expanduser().resolve(),
        )


class Part(Protocol):
    """One engine of the embedded stack. A part starts and stops nothing itself."""

    name: str
    """The one word that names its data directory, its log and its settings."""
    start_within_s: float
    """How long it may take to answer; recovery after a kill included."""
    stop_within_s: float
    """How long it may take to end after SIGTERM."""

    def external(self, settings: Settings) -> str:
        """Return the address of a server of the operator's own, empty when the embedded one is used."""

    def ports(self, settings: Settings) -> dict[str, int]:
        """Return each setting that is a port of this part, and its value; the first is the one that clients use."""

    def install(self, cache: Path, say: Callable[[str], None]) -> None:
        """Fetch what is missing in `cache`; on return it is complete and what the lock file names.

        Raises InstallFailed.
        """

    def prepare(self, settings: Settings, place: Place) -> None:
        """Make `place.data` ready for the first start, and bring its configuration up to date."""

    def command(self, settings: Settings, place: Place) -> list[str]:
        """Return the command that runs it in the foreground, with absolute paths."""

    def answers(self, settings: Settings) -> bool:
        """Whether it serves a real request now."""
