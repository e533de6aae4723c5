"""Structured logs: one JSON object a line, in `<log dir>/<process>.log`."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog

# their debug records are built and thrown away at 10 % of a stage's time
NOISY = ("faust", "mode", "aiokafka", "kafka", "asyncio", "scrapy", "scrapy-playwright", "twisted")


def configure(process: str, log_dir: Path, level: str = "INFO", cleaned: Callable[[str], str] = str) -> Path:
    """Send every log record of this process, the standard library's too, to its file; return the file's path.

    `cleaned` is given each line and returns what is written of it: without secrets, where a library may log some.
    """
    log_dir.mkdir(parents=True, exist_ok=True)
    path = log_dir / f"{process}.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    # libraries set levels of their own: what is below ours is not written, whoever lets it through
    handler.setLevel(level)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_shared(), processors=_rendered(cleaned)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    quiet_libraries()
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(process=process)
    return path


def to_stderr() -> None:
    """Print log records as lines on standard error: for a command that has no log file, whose output is its answer."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


def quiet_libraries() -> None:
    """Let the libraries of `NOISY` log warnings and worse only; Scrapy's own set-up undoes it."""
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


def logger(name: str) -> Any:
    """Return the logger of a module; values are given as keywords: `log.info("batch written", rows=10)`."""
    return structlog.stdlib.get_logger(name)


def _shared() -> list[Any]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendered(cleaned: Callable[[str], str]) -> list[Any]:
    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
        lambda _logger, _name, line: cleaned(line),
    ]
