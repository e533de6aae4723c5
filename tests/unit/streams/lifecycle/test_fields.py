"""Which fields a board's postings fill, and which it lost."""

from datetime import timedelta

import pytest

from schemas.lifecycle import CONTENT_FIELDS
from schemas.topics import READ
from streams.lifecycle.fields import FieldShares, shares_key
from streams.lifecycle.step import build_step
from tests.builders import JAN
from tests.harness import Harness
from tests.unit.streams.lifecycle.crawls import crawl, day, health, ids, incidents, reading, words

FULL, BARE = ["title", "url", "department"], ["title", "url"]


@pytest.fixture
def stage():
    """The stage without servers."""
    return Harness(build_step())


def read(stage, *many, start=0):
    """Readings of as many postings, an hour apart, each with its fields; return what they told."""
    told = []
    for number, filled in enumerate(many, start=start):
        at = JAN + timedelta(hours=number)
        told += incidents(stage.feed(reading(ids(number)[0], filled=filled, processed_at=at)))
    return told


def hour(number):
    """The day of a reading."""
    return pytest.approx(number / 24)


def test_a_field_that_most_filled_and_hardly_any_does_is_lost(stage):
    """Of the last dozen, by weight, less than half of what is usual; named with its numbers, once."""
    told = read(stage, *[FULL] * 40, *[BARE] * 40)

    assert told == [("opened", "department", hour(48), hour(48))]
    [incident] = [event for _, event in stage.outputs]
    assert incident.detail == "department is filled in 46% of the newest postings; usually in 93%."
    assert (incident.crawl_id, incident.field, incident.cause) == (None, "department", "field_lost")


def test_a_field_comes_back(stage):
    """When three quarters of the usual fill it again. What is usual waited for that."""
    read(stage, *[FULL] * 40, *[BARE] * 12)

    assert read(stage, *[FULL] * 20, start=52) == [("recovered", "department", hour(48), hour(60))]


def test_a_field_that_stays_away_for_two_weeks_is_not_usual_any_more(stage):
    """It is accepted, and not told again."""
    read(stage, *[FULL] * 40)

    assert read(stage, *[BARE] * 500, start=40) == [
        ("opened", "department", hour(48), hour(48)), ("accepted", "department", hour(48), hour(385)),
    ]  # fmt: skip


@pytest.mark.parametrize("first", [[FULL] * 8, [FULL, BARE] * 30, [FULL, FULL, BARE] * 20])
def test_a_field_that_too_few_filled_is_not_lost(stage, first):
    """What eight postings, or two of three, had is not usual."""
    assert read(stage, *first, *[BARE] * 40) == []


def test_a_field_that_can_not_be_read_is_shown(stage):
    """As the share of the newest readings."""
    for number in range(4):
        stage.feed(reading(ids(number)[0], filled=BARE, unreadable=["posted_at"] if number < 2 else []))
    [told] = health(stage.feed(*crawl(day(1), ids(0, 9))))

    assert (told.unreadable, told.filled["title"], told.readings) == ({"posted_at": 0.5}, 1, 4)
    assert set(told.filled) == set(CONTENT_FIELDS)


def test_a_crawl_names_the_fields_that_are_lost(stage):
    """Beside what is wrong with the crawl itself."""
    read(stage, *[FULL] * 40, *[BARE] * 12)
    [told] = health(stage.feed(*crawl(day(9), ids(1))))

    assert [(incident.cause, incident.field) for incident in told.incidents] == [("field_lost", "department")]
    assert told.verdicts == []


def test_a_reading_that_is_delivered_again_counts_once(stage):
    """Also where its posting's own record was not written before a stop, or the shares were not."""
    read(stage, *[FULL] * 10)
    message = stage.incoming(reading(ids(99)[0], filled=BARE))
    stage.deliver([message])
    before = stage.entries
    stage.deliver([message])
    assert stage.entries == before

    partition, entry = stage.state.partition(0), "lever:acme\x1f" + ids(99)[0]
    for lost in (entry, shares_key("lever:acme")):
        partition.apply({lost: None}, 0)
        stage.deliver([message])
        assert entry in {key for _, key in stage.entries}
    assert words(stage)["not_newer"] == 2


def test_an_older_revision_that_is_read_again_counts_not(stage):
    """A replay of old revisions says nothing about the board as it is."""
    stage.feed(reading(ids(1)[0], filled=BARE, is_newest=False))

    assert shares_key("lever:acme") not in {key for _, key in stage.entries}


def replay(stage, *many, revised_at):
    """Readings of as many postings of that time, by a replay four days later; return what they told."""
    at = JAN + timedelta(days=4)
    readings = [reading(ids(n)[0], filled=filled, revised_at=revised_at, processed_at=at) for n, filled in enumerate(many)]
    return incidents(stage.feed(*readings, replay_id="r", topic=READ))


def test_a_replay_opens_no_incident_and_ends_none(stage):
    """It reads postings of another time: a field that they lack is not lost, one that they have is not back."""
    read(stage, *[FULL] * 40)
    before = stage.entries[0, shares_key("lever:acme")]

    assert replay(stage, *[BARE] * 40, revised_at=JAN) == []
    assert stage.entries[0, shares_key("lever:acme")] == before

    assert len(read(stage, *[BARE] * 12, start=40)) == 1
    assert replay(stage, *[FULL] * 40, revised_at=JAN) == []


def test_a_replay_of_what_was_read_without_the_field_ends_the_incident(stage):
    """As after the normalizer was mended: crawls find these postings unchanged from then on."""
    read(stage, *[FULL] * 40, *[BARE] * 12)

    told = replay(stage, *[FULL] * 20, revised_at=JAN + timedelta(hours=47))

    assert told == [("recovered", "department", hour(48), hour(96))]


def test_shares_know_nothing_before_the_first_reading():
    """No field is said to be empty."""
    assert (FieldShares().filled(), FieldShares().not_read()) == ({}, {})
