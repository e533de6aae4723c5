"""The stage `normalize` as a Faust agent: it takes raw postings in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import RAW, REPLAY
from streams.app import StageApp, raw_topic

INPUTS = (RAW, REPLAY)


def attach(app: StageApp) -> None:
    """Make `app` hand the stage's input to its intake, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="normalize", concurrency=1)
    async def normalize(_: Any) -> None:
        await app.intake.run()
