"""A worker of normalize whose normalizer of Lever is a newer one: it reads titles otherwise."""

import sys
from dataclasses import replace

from pipeline.ops.processes import registered
from pipeline.ops.stages import worker_config
from pipeline.settings import Settings
from runtime import logs
from runtime.clock import utc_now
from runtime.health import HealthServer
from runtime.metrics import Metrics
from streams.normalize.base import load_normalizers
from streams.normalize.fields import Content, Fields
from streams.normalize.step import build_step
from streams.worker import Ending, Worker


def main() -> None:
    """Run it until SIGTERM."""
    settings, metrics = Settings(), Metrics("normalize")
    logs.configure("normalize", settings.log_dir, settings.log_level)
    normalizers = load_normalizers()
    lever = normalizers["lever"]

    def newer(row: Fields) -> Content:
        content = lever.normalize(row)
        return replace(content, title=f"{content.title} (read anew)")

    step = build_step(metrics, normalizers | {"lever": replace(lever, version=lever.version + 1, normalize=newer)})
    config = worker_config("normalize", settings, instance="1", resume=False)
    worker = Worker(config, step, metrics, utc_now)
    server = HealthServer(metrics, 0, health=worker.health, ready=worker.ready).start()
    with registered(settings.var_dir, "normalize", server.port):
        ending = worker.run()
    server.stop()
    sys.exit(0 if ending is Ending.STOPPED else 1)


if __name__ == "__main__":
    main()
