"""The stage `lifecycle` as a Faust agent: it takes crawls and readings in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import CRAWL, READ
from streams.app import StageApp, raw_topic

INPUTS = (CRAWL, READ)


def attach(app: StageApp) -> None:
    """Make `app` hand the stage's input to its intake, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="lifecycle", concurrency=1)
    async def lifecycle(_: Any) -> None:
        await app.intake.run()
