"""The stage `enrich` as a Faust agent: it takes deduplicated postings and erasures in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import CONTACTS_ERASED, DEDUPLICATED
from streams.app import StageApp, raw_topic

INPUTS = (DEDUPLICATED, CONTACTS_ERASED)


def attach(app: StageApp) -> None:
    """Make `app` hand the stage's input to its intake, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="enrich", concurrency=1)
    async def enrich(_: Any) -> None:
        await app.intake.run()
