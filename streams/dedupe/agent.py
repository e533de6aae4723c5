"""The stage `dedupe` as a Faust agent: it takes normalized postings in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import NORMALIZED
from streams.app import Intake, StageApp, raw_topic

INPUTS = (NORMALIZED,)


def attach(app: StageApp, intake: Intake) -> None:
    """Make `app` hand the stage's input to `intake`, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="dedupe", concurrency=1)
    async def dedupe(stream: Any) -> None:
        async for events in stream.noack_take(intake.batch_size, within=intake.within_s):
            await intake.carry(events)
