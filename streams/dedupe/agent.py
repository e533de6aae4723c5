"""The stage `dedupe` as a Faust agent: it takes normalized postings in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import NORMALIZED
from streams.app import StageApp, raw_topic

INPUTS = (NORMALIZED,)


def attach(app: StageApp) -> None:
    """Make `app` hand the stage's input to its intake, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="dedupe", concurrency=1)
    async def dedupe(_: Any) -> None:
        await app.intake.run()
