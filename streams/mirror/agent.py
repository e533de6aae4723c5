"""The stage `mirror` as a Faust agent: it takes its three inputs in batches and acknowledges nothing itself."""

from typing import Any

from schemas.topics import ANSWERED, CANONICAL, SIGHTED
from streams.app import StageApp, raw_topic

INPUTS = (CANONICAL, SIGHTED, ANSWERED)


def attach(app: StageApp) -> None:
    """Make `app` hand the stage's input to its intake, one batch at a time."""

    @app.agent(raw_topic(app, *(topic.name for topic in INPUTS)), name="mirror", concurrency=1)
    async def mirror(_: Any) -> None:
        await app.intake.run()
