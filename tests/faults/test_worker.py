"""What a worker does about a broker that is down, lost state and its limit; the quick ones run with `make test`."""

import time
from random import Random

import pytest

from schemas.topics import RAW, dead_letters_of
from streams.rebuild import GroupInUse, StateMissing, TopicsMissing, check_state, rebuild
from tests.faults.place import GROUP, Place
from tests.faults.proxy import Proxy

EVENTS = 2000
LIMIT = 4
ERROR_LIMIT = 20


@pytest.mark.fault
def test_a_worker_that_starts_before_kafka_waits_and_goes_on(place: Place):
    """It does not end, and needs no restart."""
    place.fill(EVENTS)
    proxy = Proxy(place.port)
    proxy.cut()
    worker = place.worker(kafka=proxy.bootstrap)
    time.sleep(4)
    assert worker.poll() is None

    proxy.mend()
    place.wait_until_committed()

    assert place.missing_outputs() == place.wrong_entries() == 0


@pytest.mark.fault
def test_a_worker_that_loses_kafka_waits_and_goes_on(place: Place):
    """Longer than its session, so its partitions are gone when Kafka is back."""
    place.fill(EVENTS)
    proxy = Proxy(place.port)
    worker = place.worker(kafka=proxy.bootstrap)
    place.wait_until_committed(1)
    proxy.cut()
    time.sleep(10)
    assert worker.poll() is None
    place.fill(EVENTS)

    proxy.mend()
    place.wait_until_committed(within_s=120)

    assert place.missing_outputs() == place.wrong_entries() == 0


@pytest.mark.fault
def test_a_worker_can_be_stopped_while_kafka_is_down(place: Place):
    """Waiting for a broker does not hold up a clean stop; what was in flight comes again."""
    place.fill(EVENTS)
    proxy = Proxy(place.port)
    worker = place.worker(kafka=proxy.bootstrap)
    place.wait_until_committed(1)
    proxy.cut()
    worker.terminate()
    worker.wait(40)

    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() == place.wrong_entries() == 0


@pytest.mark.fault
def test_an_unexpected_exception_on_everything_stops_the_stage_until_it_is_resumed(place: Place):
    """Fewer events than the limit are dead letters; nothing behind them is acknowledged, and a restart refuses too."""
    place.fill(EVENTS, crash=True)

    assert place.worker().wait(60) == LIMIT
    assert place.worker().wait(60) == LIMIT
    assert place.committed() == len(list(place.read(dead_letters_of(RAW).name))) < ERROR_LIMIT

    place.worker("resume", "mended")
    place.wait_until_committed()


def test_postings_as_large_as_raw_allows_are_read_among_small_ones(place: Place):
    """A fetch asks for far less; random text, for what is all alike would be compressed to nothing."""
    large = RAW.max_bytes - (1 << 16)
    place.fill(20)
    for seed in range(3):
        place.fill(1, keys=1, text=Random(seed).randbytes(large // 2).hex())
        place.fill(20)
    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() == place.wrong_entries() == 0


def test_two_workers_never_share_a_state_directory(place: Place):
    """The second one ends at once; the first goes on."""
    place.fill(EVENTS)
    first = place.worker()
    place.wait_until_committed()

    assert place.worker().wait(30) == 1
    assert first.poll() is None


def test_lost_state_is_found_and_rebuilt(place: Place):
    """A stage whose changelog is empty behind its offsets refuses to start; the rebuild it names brings all back."""
    place.fill(EVENTS)
    place.worker()
    place.wait_until_committed()
    with pytest.raises(GroupInUse):
        rebuild(place.kafka, "normalize")
    place.end()
    place.make_changelog_anew()
    with pytest.raises(StateMissing, match=r"\./jobstream worker normalize --rebuild"):
        check_state(place.kafka, "normalize")

    rebuild(place.kafka, "normalize")
    check_state(place.kafka, "normalize")
    assert place.cluster.committed(GROUP) == {}
    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() == place.wrong_entries() == 0


def test_missing_topics_are_named_with_the_remedy(place: Place):
    """Faust creates none."""
    with pytest.raises(TopicsMissing, match=r"jobstream-enrich-current-changelog.*\./jobstream topics apply"):
        check_state(place.kafka, "enrich")
