"""A host that fails again and again is left alone, then one crawl tries."""

from datetime import timedelta

from schemas.plan import HostState
from scrapers.plan.breaker import Breaker, after, breaker_of
from scrapers.plan.rules import Rules
from tests.builders import JAN
from tests.unit.scrapers.plan.test_rules import FAILED, make_result

RULES = Rules(failures_to_open=3, pause_s=300)


def heard(host: HostState, *failing: bool | None, at=JAN, **said) -> HostState:
    """The breaker after crawls that ended so."""
    for failed in failing:
        host = after(host, make_result(host_failed=failed, finished_at=at, **said), RULES)
    return host


def test_it_opens_after_failures_in_a_row():
    """Not before, and an answer between starts the count anew."""
    assert breaker_of(heard(HostState(), True, True), JAN) is Breaker.CLOSED
    assert breaker_of(heard(HostState(), True, True, False, True, True), JAN) is Breaker.CLOSED
    assert breaker_of(heard(HostState(), True, True, True), JAN) is Breaker.OPEN


def test_after_the_pause_it_is_half_open():
    """One may try."""
    host = heard(HostState(), True, True, True)
    assert host.open_until == JAN + timedelta(seconds=300)
    assert breaker_of(host, JAN + timedelta(seconds=300)) is Breaker.HALF_OPEN


def test_the_one_that_tries_decides():
    """An answer closes it; a failure opens it for twice as long."""
    host, later = heard(HostState(), True, True, True), JAN + timedelta(seconds=300)
    assert heard(host, False, at=later) == HostState()
    assert heard(host, True, at=later).open_until == later + timedelta(seconds=600)


def test_pauses_double_up_to_six_hours():
    """However often it fails."""
    host = heard(HostState(), True, True, True)
    for _ in range(20):
        host = heard(host, True, at=host.open_until)
    assert heard(host, True, at=host.open_until).open_until - host.open_until == timedelta(hours=6)


def test_retry_after_opens_it_at_once_for_as_long():
    """The host said so itself; the next answer closes it."""
    host = heard(HostState(), True, retry_after_s=900.0)
    assert (breaker_of(host, JAN), host.open_until) == (Breaker.OPEN, JAN + timedelta(seconds=900))
    assert heard(host, False, at=host.open_until) == HostState()


def test_crawls_that_were_in_flight_change_nothing_while_it_is_open():
    """A late answer closes it no sooner, a late failure is no other opening; only a longer Retry-After counts."""
    host = heard(HostState(), True, True, True)
    assert heard(host, False) == host
    assert heard(host, True).openings == host.openings
    assert heard(host, True).open_until == host.open_until
    assert heard(host, True, retry_after_s=900.0).open_until == JAN + timedelta(seconds=900)


def test_a_crawl_that_asked_nothing_says_nothing():
    """Robots.txt may forbid it; a report does not tell."""
    host = heard(HostState(), True, True)
    assert heard(host, None) == host


def test_a_board_s_failure_is_not_its_host_s():
    """A 404 is an answer."""
    assert after(heard(HostState(), True), make_result(**FAILED | {"host_failed": False}), RULES) == HostState()
