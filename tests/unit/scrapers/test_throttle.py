"""A host is asked one request after the other, and left alone for as long as it says."""

import asyncio
from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from scrapers.boards import Board
from scrapers.reading import TALLY
from scrapers.sources import load_source
from scrapers.tally import STOPPED, Tally
from scrapers.throttle import MAX_TRIES, MAX_WAIT_S, Throttle, asked_wait_s, retry_after_s

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Clock:
    """Time that passes only while somebody pauses."""

    def __init__(self) -> None:
        self.now = 100.0
        self.stopped = False

    async def pause(self, seconds: float) -> bool:
        self.now += seconds
        await asyncio.sleep(0)
        return self.stopped


def request(host: str = "boards.test") -> Request:
    """Return a request to a host."""
    return Request(f"http://127.0.0.1/{host}/jobs", meta={"download_slot": host})


def busy(retry_after: str | None = None, status: int = 429) -> Response:
    """Return the answer of a busy host."""
    return Response("http://127.0.0.1/", status=status, headers={"Retry-After": retry_after} if retry_after else {})


async def starts(throttle: Throttle, clock: Clock, requests: list[Request]) -> list[float]:
    """Return when each request was let through."""

    async def start(one: Request) -> float:
        await throttle.process_request(one)
        return clock.now

    return list(await asyncio.gather(*map(start, requests)))


async def test_requests_to_one_host_keep_the_delay() -> None:
    """Requests to one host keep the delay."""
    clock = Clock()

    assert await starts(Throttle(2, clock.pause, lambda: clock.now), clock, [request()] * 3) == [100, 102, 104]


async def test_hosts_don_t_wait_for_each_other() -> None:
    """Hosts don't wait for each other."""
    clock = Clock()

    assert await starts(Throttle(2, clock.pause, lambda: clock.now), clock, [request("a"), request("b")]) == [100, 100]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_busy_host_is_asked_again_after_what_it_says_and_so_is_everyone_else(status: int) -> None:
    """A busy host is asked again after what it says and so is everyone else."""
    clock = Clock()
    throttle = Throttle(0, clock.pause, lambda: clock.now)
    again = await throttle.process_response(request(), busy("30", status))

    assert isinstance(again, Request)
    assert await starts(throttle, clock, [again, request()]) == [130, 130]


async def test_a_host_that_stays_busy_is_believed_in_the_end() -> None:
    """A host that stays busy is believed in the end."""
    throttle = Throttle(0, Clock().pause)
    answer: Request | Response = request()
    tries = 0
    while isinstance(answer, Request):
        answer = await throttle.process_response(answer, busy("1"))
        tries += 1

    assert (tries, answer.status) == (MAX_TRIES, 429)


async def test_a_host_that_wants_to_be_left_alone_for_long_is() -> None:
    """A host that wants to be left alone for long is."""
    answer = await Throttle(0, Clock().pause).process_response(request(), busy(str(int(MAX_WAIT_S) + 1)))

    assert isinstance(answer, Response)


async def test_other_answers_pass() -> None:
    """Other answers pass."""
    answer = Response("http://127.0.0.1/", status=500)

    assert await Throttle(0, Clock().pause).process_response(request(), answer) is answer


async def test_a_crawl_that_stops_sends_nothing_more() -> None:
    """A crawl that stops sends nothing more."""
    clock = Clock()
    clock.stopped = True

    with pytest.raises(IgnoreRequest, match=STOPPED):
        await Throttle(0, clock.pause).process_request(request())


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7.0),
        ("Mon, 05 Jan 2026 09:00:30 GMT", 30.0),
        ("Mon, 05 Jan 2026 08:00:00 GMT", 0.0),
        ("soon", 8.0),
        ("-1", 8.0),
        ("²", 8.0),
        (None, 8.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(said: str | None, seconds: float) -> None:
    """Where it is neither, the third try waits eight seconds."""
    assert retry_after_s(busy(said), 3, NOW) == seconds


async def test_a_crawl_s_requests_are_counted_and_an_ended_crawl_sends_none() -> None:
    """Other crawls of the host go on."""
    clock, tally = Clock(), Tally(Board("lever", "acme"), load_source("lever"), NOW)
    ours = request().replace(meta={"download_slot": "boards.test", TALLY: tally})
    throttle = Throttle(0, clock.pause, lambda: clock.now)
    await throttle.process_request(ours)
    tally.problem("took too long", ends=True)
    with pytest.raises(IgnoreRequest, match=STOPPED):
        await throttle.process_request(ours)
    await throttle.process_request(request())

    assert tally.requests == 1


@pytest.mark.parametrize("said", ["²", "soon", "-5", "1.5"])
def test_a_retry_after_that_is_no_time_says_nothing(said: str) -> None:
    """The host is asked again after the waits that are ours."""
    answer = Response("http://127.0.0.1/", status=429, headers={b"Retry-After": said.encode("latin-1")})
    assert asked_wait_s(answer, NOW) is None
