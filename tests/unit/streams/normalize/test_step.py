"""Which revision a raw event shows, and what is emitted."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from runtime.metrics import Metrics
from schemas.codec import REPLAY_OF
from schemas.lifecycle import CONTENT_FIELDS, PostingRead
from schemas.message import Incoming
from schemas.posting import Posting, PostingMoved
from schemas.raw import RawPosting
from schemas.topics import NORMALIZED, RAW, READ, REPLAY
from streams.normalize.base import READERS, Normalizer, load_normalizers
from streams.normalize.fields import Content, Fields
from streams.normalize.revision import KEPT_REVISIONS, decode
from streams.normalize.sources.lever import VERSION
from streams.normalize.step import build_step
from tests.builders import FEB, JAN, MAR, make_posting, make_raw_posting
from tests.harness import NOW, Harness

APR = MAR + timedelta(days=31)
NEWER = VERSION + 1


def parser(version: int, suffix: str = "") -> dict[str, Normalizer]:
    """Lever's normalizer at `version`, which adds `suffix` to titles and takes the employer from the row."""

    def normalize(row: Fields) -> Content:
        title = row.text("title", "text")
        return Content(title=title and title + suffix, employer=row.employer("employer"), description=row.get("description"))

    return {"lever": Normalizer("lever", version, normalize, one_employer=True)}


@pytest.fixture
def harness() -> Harness:
    """Normalize with all its sources."""
    return Harness(build_step())


def shown(published: list) -> list[tuple]:
    """(revised_at, revision, title) of what was emitted."""
    return [(p.revised_at, p.revision, p.title) for _, p in published if isinstance(p, Posting)]


def words(harness: Harness) -> dict[str, int]:
    """How many events had which outcome."""
    samples = next(iter(harness.metrics.outcomes.collect())).samples
    return {s.labels["outcome"]: int(s.value) for s in samples if s.name.endswith("_total")}


def nurse(when, title="Nurse", **more) -> RawPosting:
    """A posting as it looked at `when`."""
    return make_raw_posting(fetched_at=when, title=title, **more)


def test_the_first_sight_is_revision_one(harness):
    """A posting never seen has a revision whose identity is its fetched_at."""
    [(topic, posting), _] = harness.feed(nurse(JAN))

    assert topic == NORMALIZED.name
    assert (posting.revision, posting.revised_at, posting.first_fetched_at, posting.fetched_at) == (1, JAN, JAN, JAN)
    assert (posting.processed_at, posting.normalizer, posting.employer_key) == (NOW, f"lever/{VERSION + READERS}", "acme")


def test_the_same_content_again_is_unchanged(harness):
    """Nothing is emitted for content that is in force already."""
    harness.feed(nurse(JAN))

    assert harness.feed(nurse(FEB)) == []
    assert words(harness) == {"normalized": 1, "unchanged": 1}


def test_another_date_of_posting_is_no_change(harness):
    """What a source says about when it posted is not part of the content."""
    harness.feed(nurse(JAN))
    again = nurse(FEB)
    again.row["createdAt"] += 86_400_000

    assert harness.feed(again) == []


def test_other_content_is_a_new_revision(harness):
    """A newer event with another hash opens the next revision and keeps the first fetched_at."""
    harness.feed(nurse(JAN))

    [(_, posting), _] = harness.feed(nurse(FEB, "Senior nurse"))

    assert (posting.revision, posting.revised_at, posting.first_fetched_at) == (2, FEB, JAN)


def test_content_that_comes_back_is_a_new_revision(harness):
    """A revision is a stretch of time, not a text."""
    harness.feed(nurse(JAN), nurse(FEB, "Senior nurse"))

    assert shown(harness.feed(nurse(MAR))) == [(MAR, 3, "Nurse")]


def test_a_late_event_emits_nothing(harness):
    """An older event that comes after a newer one is counted as late, whatever it says."""
    harness.feed(nurse(JAN), nurse(MAR, "Senior nurse"))

    assert harness.feed(nurse(FEB, "Head nurse"), nurse(FEB)) == []
    assert words(harness)["late"] == 2


def test_an_event_before_the_first_is_late(harness):
    """What is older than everything known makes no revision, not even under replay."""
    harness.feed(nurse(FEB))

    assert harness.feed(nurse(JAN, "Trainee")) == []
    assert harness.feed(nurse(JAN, "Trainee"), replay_id="r1") == []


def test_content_seen_since_makes_an_event_late(harness):
    """An event between two sights of the same content can't change the posting: the newer sight already denied it."""
    harness.feed(nurse(JAN), nurse(MAR))

    assert harness.feed(nurse(FEB, "Head nurse")) == []
    assert words(harness)["late"] == 1


def test_the_event_that_made_a_revision_has_the_same_outcome_again(harness):
    """A message delivered twice is never taken for an unchanged posting."""
    message = harness.incoming(nurse(JAN))

    first, second = harness.deliver([message]), harness.deliver([message])

    assert shown(first) == shown(second) == [(JAN, 1, "Nurse")]
    assert second[0][1].processed_at == NOW + timedelta(milliseconds=1)


def test_an_old_maker_delivered_again_shows_its_own_revision(harness):
    """The offset of revision one, read again after revision two, gives revision one."""
    message = harness.incoming(nurse(JAN))
    harness.deliver([message])
    harness.feed(nurse(FEB, "Senior nurse"))

    assert shown(harness.deliver([message])) == [(JAN, 1, "Nurse")]


def test_another_message_with_the_same_content_and_time_is_unchanged(harness):
    """The same answer published twice is one revision."""
    harness.feed(nurse(JAN))

    assert harness.feed(nurse(JAN)) == []
    assert words(harness)["unchanged"] == 1


def test_two_contents_at_one_time_are_decided_by_the_log(harness):
    """Of two contents with one fetched_at the first in the log is the revision, the other is late."""
    harness.feed(nurse(JAN), nurse(JAN, "Senior nurse"))

    assert shown(harness.outputs) == [(JAN, 1, "Nurse")]
    assert words(harness)["late"] == 1


def test_a_replay_of_two_contents_at_one_time_keeps_the_first(harness):
    """What was late the first time is late again under replay."""
    both = nurse(JAN), nurse(JAN, "Senior nurse")
    harness.feed(*both)

    assert shown(harness.feed(*both, replay_id="r1")) == [(JAN, 1, "Nurse")]


def test_a_replay_emits_with_the_same_identity(harness):
    """Unchanged content comes out of a replay with the same revised_at, a newer processed_at and the replay's id."""
    harness.feed(nurse(JAN), nurse(FEB))

    [(_, posting), _] = harness.feed(nurse(FEB), replay_id="r1")

    assert (posting.revised_at, posting.revision, posting.fetched_at) == (JAN, 1, FEB)
    assert posting.processed_at == NOW + timedelta(milliseconds=1)
    assert ("ce_replayid", b"r1") in harness.producer.published[-3].headers + harness.producer.published[-2].headers


def test_a_replayed_january_never_overwrites_february(harness):
    """An older raw event takes the revision that covers its fetched_at and makes none."""
    harness.feed(nurse(JAN), nurse(FEB, "Senior nurse"))

    [(_, posting), _] = harness.feed(nurse(JAN), replay_id="r1")

    assert (posting.revised_at, posting.revision, posting.title) == (JAN, 1, "Nurse")
    assert posting.version < harness.outputs[2][1].version


def test_a_replay_shows_the_revision_that_covers_an_event(harness):
    """An unchanged sight between two revisions is emitted as the revision in force then."""
    harness.feed(nurse(JAN), nurse(FEB), nurse(MAR, "Senior nurse"))

    assert shown(harness.feed(nurse(FEB), replay_id="r1")) == [(JAN, 1, "Nurse")]


def replay_since(harness, since: int, *raws: RawPosting) -> list:
    """What comes of `raws`, replayed in a window that begins at `since`, milliseconds since 1970."""
    messages = [harness.incoming(raw, replay_id="r1", topic=REPLAY) for raw in raws]
    return harness.deliver([m._replace(headers=(*m.headers, ("ce_replaysince", str(since).encode()))) for m in messages])


def test_a_replay_emits_a_revision_once_and_as_the_first_time(harness):
    """What shows it again later has another day of posting, which nobody was told the first time, and the same id."""
    history = nurse(JAN, createdAt=1_700_000_000_000), nurse(FEB, createdAt=1_600_000_000_000), nurse(MAR, "Senior nurse")
    first = harness.feed(*history)

    replayed = replay_since(harness, 0, *history)

    told = [[p.model_dump(exclude={"processed_at"}) for _, p in of if isinstance(p, Posting)] for of in (first, replayed)]
    assert told[0] == told[1]
    assert [p["fetched_at"] for p in told[1]] == [JAN, MAR]


def test_a_replay_that_begins_after_a_revision_was_made_reads_it_where_it_is_shown_again(harness):
    """Else an enricher that was repaired would not reach it."""
    harness.feed(nurse(JAN), nurse(FEB))

    assert shown(replay_since(harness, int(JAN.timestamp() * 1000) + 1, nurse(FEB))) == [(JAN, 1, "Nurse")]


def test_a_replay_with_a_new_parser_reads_each_revision_by_it_once(harness):
    """The maker is read anew, and what shows the same again is not."""
    harness.restart(lambda: build_step(normalizers=parser(1)))
    harness.feed(nurse(JAN), nurse(FEB))
    harness.restart(lambda: build_step(normalizers=parser(NEWER, "!")))

    assert shown(replay_since(harness, 0, nurse(JAN), nurse(FEB))) == [(JAN, 1, "Nurse!")]


def test_what_shows_a_revision_again_leaves_it_to_its_maker_whoever_read_that(harness):
    """A dead letter that is redriven after its parser was mended: the revision keeps the times of what made it."""
    harness.restart(lambda: build_step(normalizers=parser(1)))
    harness.feed(nurse(JAN), nurse(MAR, "Senior nurse"))
    harness.restart(lambda: build_step(normalizers=parser(2)))

    assert replay_since(harness, 0, nurse(FEB)) == []


def test_a_replayed_late_event_is_late_again(harness):
    """Content that never was a revision does not become one."""
    harness.feed(nurse(JAN), nurse(MAR, "Senior nurse"), nurse(FEB, "Head nurse"))

    assert harness.feed(nurse(FEB, "Head nurse"), replay_id="r1") == []
    assert words(harness)["late"] == 2


def test_replayed_twice_is_replayed_once(harness):
    """A second replay gives the same events; only processed_at grows."""
    history = nurse(JAN), nurse(FEB, "Senior nurse"), nurse(MAR, "Head nurse")
    harness.feed(*history)

    once, twice = harness.feed(*history, replay_id="r1"), harness.feed(*history, replay_id="r2")

    aside = {"processed_at"}
    assert [p.model_dump(exclude=aside) for _, p in once] == [p.model_dump(exclude=aside) for _, p in twice]
    assert all(a.processed_at < b.processed_at for (_, a), (_, b) in zip(once, twice, strict=True))


def test_a_replay_of_a_posting_never_seen_is_its_first_revision(harness):
    """A redriven dead letter that can be read now becomes a posting."""
    assert shown(harness.feed(nurse(JAN), replay_id="r1")) == [(JAN, 1, "Nurse")]


def test_a_replay_newer_than_all_that_shows_the_same_is_unchanged(harness):
    """A redriven event that only shows the newest content again tells nothing, as a crawl does."""
    harness.feed(nurse(JAN))

    assert harness.feed(nurse(FEB, createdAt=1_600_000_000_000), replay_id="r1") == []
    assert shown(harness.feed(nurse(MAR, "Senior nurse"))) == [(MAR, 2, "Senior nurse")]


def test_a_replay_newer_than_all_is_a_change(harness):
    """A redriven event that is newer than what is known opens a revision."""
    harness.feed(nurse(JAN))

    assert shown(harness.feed(nurse(FEB, "Senior nurse"), replay_id="r1")) == [(FEB, 2, "Senior nurse")]


def test_a_new_parser_makes_no_posting_changed(harness):
    """When hash and normalizer differ together the revision stays, and is emitted again with the new values."""
    harness.feed(nurse(JAN))
    harness.restart(lambda: build_step(normalizers=parser(NEWER, " (m/f/d)")))

    [(_, posting), _] = harness.feed(nurse(FEB))

    assert (posting.revised_at, posting.revision, posting.title) == (JAN, 1, "Nurse (m/f/d)")
    assert posting.normalizer == f"lever/{NEWER + READERS}"
    assert harness.feed(nurse(MAR)) == []


def test_a_new_parser_that_reads_the_same_emits_nothing(harness):
    """The same hash is unchanged, whoever made it; from then on a change is a change."""
    harness.restart(lambda: build_step(normalizers=parser(1))).feed(nurse(JAN))
    harness.restart(lambda: build_step(normalizers=parser(2)))

    assert harness.feed(nurse(FEB)) == []
    assert shown(harness.feed(nurse(MAR, "Senior nurse"))) == [(MAR, 2, "Senior nurse")]


def test_a_replay_after_a_new_parser_corrects_history(harness):
    """Every revision is emitted again with the new values, and the next crawl opens none."""
    history = nurse(JAN), nurse(FEB, "Senior nurse")
    harness.feed(*history)
    harness.restart(lambda: build_step(normalizers=parser(NEWER, "!")))

    assert shown(harness.feed(*history, replay_id="r1")) == [(JAN, 1, "Nurse!"), (FEB, 2, "Senior nurse!")]
    assert harness.feed(nurse(MAR, "Senior nurse")) == []


def test_a_replay_window_corrects_its_revision_only(harness):
    """A window that ends before the last edit leaves the current row alone."""
    harness.feed(nurse(JAN), nurse(MAR, "Senior nurse"))
    harness.restart(lambda: build_step(normalizers=parser(NEWER, "!")))

    replayed = harness.feed(nurse(JAN), replay_id="r1")

    assert shown(replayed) == [(JAN, 1, "Nurse!")]
    assert replayed[0][1].version < harness.outputs[2][1].version


def test_a_new_parser_sees_the_maker_again(harness):
    """A message read again by a new parser corrects the revision that it made."""
    message = harness.incoming(nurse(JAN))
    harness.deliver([message])
    harness.restart(lambda: build_step(normalizers=parser(NEWER, "!")))

    assert shown(harness.deliver([message])) == [(JAN, 1, "Nurse!")]


def test_processed_at_grows_when_the_clock_stands(harness):
    """Every emission of a posting is newer than the one before."""
    harness.feed(nurse(JAN), nurse(FEB, "A"), nurse(MAR, "B"))

    stamps = [p.processed_at - NOW for _, p in harness.outputs if isinstance(p, Posting)]
    assert stamps == [timedelta(milliseconds=n) for n in range(3)]


def test_a_new_employer_moves_the_posting(harness):
    """The posting goes to its new key, and the old key is told."""
    harness.restart(lambda: build_step(normalizers=parser(1)))
    moved = nurse(FEB)
    moved.row["employer"] = "Zebra GmbH"
    harness.feed(nurse(JAN))

    published = [event for topic, event in harness.feed(moved) if topic == NORMALIZED.name]

    assert [event.key for event in published] == ["zebra", "acme"]
    assert published[1] == PostingMoved(
        posting_id="lever:acme:p1",
        employer_key="acme",
        new_employer_key="zebra",
        revised_at=FEB,
        processed_at=published[0].processed_at,
    )


def zebra_in_february() -> RawPosting:
    """The posting of January under another employer."""
    raw = nurse(FEB, "Senior nurse")
    raw.row["employer"] = "Zebra GmbH"
    return raw


@pytest.mark.parametrize("replay_id", [None, "r1"])
def test_an_old_revision_that_is_emitted_again_names_its_employer_and_moves_nothing(harness, replay_id):
    """A replay that repairs nothing leaves history alone. The old group hears first that the posting is elsewhere."""
    harness.restart(lambda: build_step(normalizers=parser(1)))
    first = harness.incoming(nurse(JAN), replay_id=replay_id)
    [(_, then), _] = harness.deliver([first])
    harness.feed(zebra_in_february())

    [(_, moved), (_, again), _] = harness.deliver([first])

    assert again.model_copy(update={"processed_at": then.processed_at}) == then
    assert (moved.employer_key, moved.new_employer_key, moved.revised_at) == ("acme", "zebra", FEB)
    assert moved.processed_at == again.processed_at
    assert decode(harness.entries[0, "lever:acme:p1"]).employer_key == "zebra"


def test_an_old_revision_that_a_new_parser_reads_names_the_employer_read_now(harness):
    """Where the posting perhaps never was: it becomes no member there."""
    harness.restart(lambda: build_step(normalizers=parser(1)))
    harness.feed(nurse(JAN), zebra_in_february())
    other = parser(2)["lever"]
    renamed = replace(other, normalize=lambda row: replace(other.normalize(row), employer=row.text("employer") or "Ibex"))
    harness.restart(lambda: build_step(normalizers={"lever": renamed}))

    [(_, moved), (_, again), _] = harness.feed(nurse(JAN), replay_id="r1")

    assert (moved.employer_key, moved.new_employer_key, again.employer_key) == ("ibex", "zebra", "ibex")


def test_an_unchanged_posting_does_not_move(harness):
    """The key changes with what is emitted, never silently."""
    harness.feed(nurse(JAN))
    before = decode(harness.entries[0, "lever:acme:p1"])

    harness.feed(nurse(FEB))

    after = decode(harness.entries[0, "lever:acme:p1"])
    assert (after.employer_key, after.revisions) == (before.employer_key, before.revisions)


def test_old_revisions_are_forgotten_but_the_first_date(harness):
    """State is bounded: the newest revisions and the first fetched_at stay."""
    many = [nurse(JAN + timedelta(days=n), f"Nurse {n}") for n in range(KEPT_REVISIONS + 5)]
    harness.feed(*many)

    history = decode(harness.entries[0, "lever:acme:p1"])
    [(_, posting), _] = harness.feed(nurse(APR, "Head nurse"))

    assert len(history.revisions) == KEPT_REVISIONS
    assert (posting.first_fetched_at, posting.revision) == (JAN, KEPT_REVISIONS + 6)
    assert harness.feed(many[1], replay_id="r1") == []


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"source": "monster"}, "unknown_source"),
        ({"source_id": None}, "missing_id"),
        ({"source_id": " \x00"}, "missing_id"),
        ({"source_id": "x" * 3_000}, "missing_id"),
        ({"row": ["a", "list"]}, "not_a_row"),
        ({"row": "<html>"}, "not_a_row"),
        ({"row": {"id": "p1"}}, "missing_title"),
        ({"title": " \u200b\x00 "}, "missing_title"),
        ({"description": "x" * 5_000_000}, "too_long"),
        ({"description": "ż" * 140_000}, "too_long"),
        ({"title": "x" * 70_000}, "too_long"),
        (
            {
                "source": "workable",
                "row": {"shortcode": "p1", "title": "Cook", "locations": [{"city": "Bonn"}, {"region": "x" * 70_000}]},
            },
            "too_long",
        ),
    ],
)
def test_bad_data_is_a_dead_letter_with_its_reason(harness, broken, reason):
    """A posting that can't be used names why, and the stage goes on."""
    published = harness.feed(make_raw_posting(**broken), make_raw_posting(source_id="p2"))

    assert [(d.stage, d.reason) for d in harness.dead] == [("normalize", reason)]
    assert [p.source_id for _, p in published if isinstance(p, Posting)] == ["p2"]


def test_an_event_of_another_type_is_a_dead_letter(harness):
    """Only raw postings can be normalized."""
    harness.feed(make_posting(), topic=RAW)

    assert [d.reason for d in harness.dead] == ["unexpected_event"]


def test_what_cant_be_read_is_null_kept_and_counted():
    """A date in the year 20260 is null, and its raw twin travels with the posting."""
    metrics = Metrics("normalize")
    harness = Harness(build_step(metrics))
    odd = nurse(JAN)
    odd.row.update(createdAt="20260-01-01", salaryRange={"min": "competitive"}, hostedUrl="ask us")

    [(_, posting), _] = harness.feed(odd)

    assert (posting.posted_at, posting.url, posting.stated_salary.minimum) == (None, None, None)
    assert posting.unreadable == {"posted_at": "20260-01-01", "stated_salary": "competitive", "url": "ask us"}
    counted = {s.labels["field"] for m in metrics.unreadable.collect() for s in m.samples}
    assert counted == set(posting.unreadable)


def test_the_sources_each_have_a_normalizer():
    """Normalizers are found by the names of their files."""
    assert {"greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee", "hn"} <= set(load_normalizers())


def test_forgetting_changes_nothing(harness):
    """The step keeps nothing beside the state."""
    harness.feed(nurse(JAN))
    harness.step.forget()

    assert harness.feed(nurse(FEB)) == []


def test_a_redelivered_replay_is_emitted_again(harness):
    """A replay's message delivered twice gives the same events twice, under the same identity."""
    harness.feed(nurse(JAN))
    message = harness.incoming(nurse(JAN), replay_id="r1", topic=REPLAY)

    assert shown(harness.deliver([message])) == shown(harness.deliver([message])) == [(JAN, 1, "Nurse")]


def replayed(harness: Harness, raw: RawPosting, offset: int) -> Incoming:
    """A replay's message of the raw posting that lies at `offset` of partition 0."""
    message = harness.incoming(raw, replay_id="r1", topic=REPLAY)
    return message._replace(headers=(*message.headers, (REPLAY_OF, f"{RAW.name}:0:{offset}".encode())))


def test_a_replay_of_what_was_not_read_yet_is_left_to_the_raw_posting(harness):
    """A rebuild reads all raw postings again: one that is replayed meanwhile must not come before the older ones."""
    assert harness.deliver([replayed(harness, nurse(FEB, "Senior nurse"), 1)]) == []

    assert shown(harness.feed(nurse(JAN), nurse(FEB, "Senior nurse"))) == [(JAN, 1, "Nurse"), (FEB, 2, "Senior nurse")]
    assert words(harness) == {"unread": 1, "normalized": 2}
    assert shown(harness.deliver([replayed(harness, nurse(FEB, "Senior nurse"), 1)])) == [(FEB, 2, "Senior nurse")]


@pytest.fixture
def with_deadlines() -> Harness:
    """Normalize with a source whose rows may name a deadline."""

    def normalize(row: Fields) -> Content:
        return Content(title=row.text("title", "text"), valid_through=row.instant("valid_through", "until"))

    return Harness(build_step(normalizers={"lever": Normalizer("lever", 1, normalize, one_employer=True)}))


def dated(when, deadline=None) -> RawPosting:
    """A posting that names a deadline, or none."""
    raw = nurse(when)
    return raw.model_copy(update={"row": {**raw.row, "until": deadline.isoformat() if deadline else None}})


def readings(published: list) -> list[PostingRead]:
    """What was told of what was read."""
    return [event for _, event in published if isinstance(event, PostingRead)]


def deadlines(published: list) -> list[tuple]:
    """(revised_at, valid_through) of the revisions that were read."""
    return [(read.revised_at, read.valid_through) for read in readings(published)]


def test_every_revision_that_is_emitted_tells_its_deadline(with_deadlines):
    """Or that it has none; what is unchanged tells nothing."""
    found = [deadlines(with_deadlines.feed(dated(*each))) for each in ((JAN,), (FEB, MAR), (MAR, APR), (APR,))]

    assert found == [[(JAN, None)], [(FEB, MAR)], [(MAR, APR)], [(APR, None)]]
    assert with_deadlines.feed(dated(APR + timedelta(1))) == []


def test_a_reading_names_what_is_filled_and_what_could_not_be_read(harness):
    """A field that could not be read is not filled, even where its words are kept."""
    raw = nurse(JAN)
    raw.row.update(salaryRange={"min": "competitive"}, hostedUrl="ask us", workplaceType="remote")

    [read] = readings(harness.feed(raw))

    assert read.filled == ["title", "description", "locations", "stated_work_mode", "stated_employment_type", "posted_at"]
    assert read.unreadable == ["stated_salary", "url"]


def test_only_the_newest_revision_counts_as_newest(harness):
    """A replay reads older ones again, and says so."""
    harness.feed(nurse(JAN), nurse(FEB, "Senior nurse"))

    read = readings(harness.feed(nurse(JAN), nurse(FEB, "Senior nurse"), replay_id="r1"))

    assert [each.is_newest for each in read] == [False, True]


def test_the_fields_of_a_reading_are_those_of_the_content():
    """The published language names them in their order."""
    assert tuple(each.name for each in fields(Content)) == CONTENT_FIELDS


def test_a_reading_goes_to_its_board(with_deadlines):
    """Lifecycle keeps it beside the crawls; its version is the posting's."""
    (_, posting), (topic, told) = with_deadlines.feed(dated(JAN, MAR))

    assert (topic, told.key, told.posting_id) == (READ.name, "lever:acme", posting.posting_id)
    assert (told.revised_at, told.processed_at) == (posting.revised_at, posting.processed_at)


def test_a_replayed_deadline_is_told_with_its_old_revision(with_deadlines):
    """Who holds a newer one is not disturbed."""
    with_deadlines.feed(dated(JAN, MAR), dated(FEB, APR))

    assert deadlines(with_deadlines.feed(dated(JAN, MAR), replay_id="r1")) == [(JAN, MAR)]


def test_a_comment_without_its_number_has_no_address(harness):
    """Not that of "None"."""
    row = {"text": "Acme | Cook | Berlin", "id": {"odd": 1}}
    published = harness.feed(make_raw_posting(source="hn", board="2026-01", source_id="1", row=row))

    assert [posting.url for _, posting in published if isinstance(posting, Posting)] == [None]


def test_what_lever_says_of_the_pay_is_in_the_text(harness):
    """It stands apart from the posting's text, and often says more than the range."""
    raw = nurse(JAN)
    raw.row.update(salaryDescription="<p>$50 per hour, and a bonus.</p>")
    published = harness.feed(raw)

    assert [p.description.splitlines()[-1] for _, p in published if isinstance(p, Posting)] == ["$50 per hour, and a bonus."]
