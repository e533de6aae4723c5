"""Structured logs: one JSON object a line, in `<log dir>/<process>.log`.

Nothing imports structlog before it logs: it brings rich along, which a command that only answers would wait for.
"""

import logging
import sys
from collections.abc import Callable
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any

# their debug records are built and thrown away at 10 % of a stage's time
NOISY = ("faust", "mode", "aiokafka", "kafka", "asyncio", "scrapy", "scrapy-playwright", "twisted")


def configure(process: str, log_dir: Path, level: str = "INFO", cleaned: Callable[[str], str] = str) -> Path:
    """Send every log record of this process, the standard library's too, to its file; return the file's path.

    `cleaned` is given each line and returns what is written of it: without secrets, where a library may log some.
    """
    import structlog  # noqa: PLC0415 - see above

    log_dir.mkdir(parents=True, exist_ok=True)
    path = log_dir / f"{process}.log"
    # whoever moves the file away, logrotate, say, gets a new one from the next record on
    handler = WatchedFileHandler(path, encoding="utf-8")
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
    )
    structlog.contextvars.bind_contextvars(process=process)
    return path


def quiet_libraries() -> None:
    """Let the libraries of `NOISY` log warnings and worse only; Scrapy's own set-up undoes it."""
    for name in NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))


def logger(name: str) -> Any:
    """Return the logger of a module; values are given as keywords: `log.info("batch written", rows=10)`.

    Until `configure` is called, records are lines on standard error: a command's standard output is its answer.
    """
    return _Logger(name)


class _Logger:
    """Hands each call on to structlog."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, method: str) -> Any:
        import structlog  # noqa: PLC0415 - see above

        if not structlog.is_configured():
            structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
        return getattr(structlog.stdlib.get_logger(self._name), method)


def _shared() -> list[Any]:
    import structlog  # noqa: PLC0415 - see above

    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendered(cleaned: Callable[[str], str]) -> list[Any]:
    import structlog  # noqa: PLC0415 - see above

    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
        lambda _logger, _name, line: cleaned(line),
    ]
