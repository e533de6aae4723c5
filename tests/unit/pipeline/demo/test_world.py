"""The demo's world: what is planted is what the truth says."""

import json
from dataclasses import fields
from datetime import UTC, datetime

import pytest

from pipeline.demo.render import ROWS, smartrecruiters_detail
from pipeline.demo.server import answer
from pipeline.demo.world import SYSTEMS, Board, Job, World
from schemas.raw import RawPosting
from streams.dedupe.content import Content, ad_of, contents_of
from streams.dedupe.decide import relate
from streams.dedupe.reader import Label
from streams.dedupe.sketch import sketch_of
from streams.mirror.across import similarity
from streams.normalize.base import load_normalizers, read
from tests.builders import make_posting

NOW = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    """A world of twelve boards with fifteen jobs each."""
    return World(NOW, boards=12, jobs_per_board=15)


def listing(world: World, system: str) -> tuple[str, dict]:
    """The listing's path and payload of the first board on `system`."""
    board = next(b for b in world.boards.values() if b.system == system)
    paths = {
        "greenhouse": f"/boards-api.greenhouse.io/v1/boards/{board.slug}/jobs",
        "lever": f"/api.lever.co/v0/postings/{board.slug}",
        "ashby": f"/api.ashbyhq.com/posting-api/job-board/{board.slug}",
        "smartrecruiters": f"/api.smartrecruiters.com/v1/companies/{board.slug}/postings",
        "workable": f"/apply.workable.com/api/v1/widget/accounts/{board.slug}",
        "recruitee": f"/{board.slug}.recruitee.com/api/offers",
    }
    found = answer(world, paths[system], {})
    assert found is not None
    return paths[system], found[1]


def test_two_worlds_of_one_seed_are_the_same():
    """The demo plants the same things every time."""
    assert World(NOW, boards=6).boards == World(NOW, boards=6).boards


def test_another_seed_is_another_world():
    """The seed decides."""
    assert World(NOW, boards=6).boards != World(NOW, boards=6, seed=8).boards


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_answers_its_listing(world, system):
    """Each board lists all its jobs in its system's shape, as JSON."""
    _, payload = listing(world, system)
    rows = payload if isinstance(payload, list) else payload.get("jobs") or payload.get("content") or payload.get("offers")

    assert len(json.loads(json.dumps(rows))) >= 15


def test_greenhouse_escapes_its_html_once_more(world):
    """`content` starts with an escaped tag, as the real system sends it."""
    _, payload = listing(world, "greenhouse")

    assert payload["jobs"][0]["content"].startswith("&lt;p&gt;")


def test_smartrecruiters_gives_the_text_with_the_detail_only(world):
    """A listing row holds no description; its detail does."""
    path, payload = listing(world, "smartrecruiters")
    row = payload["content"][0]
    found = answer(world, f"{path}/{row['id']}", {})

    assert "jobAd" not in row
    assert found is not None
    assert found[1]["jobAd"]["sections"]["jobDescription"]["text"].startswith("<p>")


def test_lever_pages_by_skip(world):
    """`skip` and `limit` cut the list."""
    path, payload = listing(world, "lever")
    found = answer(world, path, {"skip": "10", "limit": "3"})

    assert found is not None
    assert found[1] == payload[10:13]


def test_a_copy_has_another_id_and_the_same_words(world):
    """Cross-posted jobs differ in id only."""
    first, second = world.truth.copies[0]
    jobs = {board.posting_id(job.number): job for board in world.boards.values() for job in board.jobs.values()}

    assert first != second
    assert jobs[first].paragraphs == jobs[second].paragraphs
    assert jobs[first].title == jobs[second].title


def test_the_second_round_edits_reposts_and_closes(world):
    """What vanished is listed no longer, and what was edited still is."""
    world.advance()
    listed = {board.posting_id(number) for board in world.boards.values() for number in board.jobs}

    assert world.truth.vanished
    assert not world.truth.vanished & listed
    assert set(world.truth.edited) <= listed


def test_the_third_round_breaks_boards_and_fields(world):
    """A board fails, one is malformed, one is empty; broken postings are dead or lose one field."""
    world.advance()
    world.advance()

    assert len(world.truth.failed_boards) == 2
    assert len(world.truth.empty_boards) == 1
    assert set(world.truth.dead.values()) == {"missing_title", "too_long"}
    assert set(world.truth.unreadable.values()) == {"date", "place", "salary", "nul"}
    assert not world.truth.seen & set(world.truth.dead)


def test_an_unknown_board_is_not_found(world):
    """A path that belongs to no board has no answer."""
    assert answer(world, "/api.lever.co/v0/postings/nobody", {}) is None


def test_every_planted_copy_variant_and_repost_is_one_to_the_verifiers():
    """What the systems make of a job (its place, its requisition, its HTML) contradicts no copy, and leaves a variant one."""
    whole = World(NOW)
    raws = raw_by_posting(whole)
    whole.advance()
    raws |= raw_by_posting(whole)
    normalizers = load_normalizers()

    def contents(pair: tuple[str, str]) -> list[Content]:
        read_now = [read(raws[posting_id], normalizers).content for posting_id in pair]
        return contents_of([ad_of(make_posting(**{f.name: getattr(each, f.name) for f in fields(each)})) for each in read_now])

    def label(pair: tuple[str, str]) -> Label | None:
        kin = relate(*reversed(contents(pair)), pair[0])
        return kin.label if kin else None

    assert whole.truth.copies
    assert whole.truth.variants
    assert [pair for pair in whole.truth.copies if label(pair) is not Label.COPY] == []
    assert [pair for pair in whole.truth.variants if label(pair) is not Label.VARIANT] == []
    assert whole.truth.reposts
    assert [pair for pair in whole.truth.reposts if similarity(*map(sketch_of, contents(pair))) is None] == []


def raw_by_posting(world: World) -> dict[str, RawPosting]:
    """What is crawled of the world now."""
    listed = [(board, job) for board in world.boards.values() for job in board.jobs.values()]
    return {board.posting_id(job.number): raw_of(board, job) for board, job in listed}


def raw_of(board: Board, job: Job) -> RawPosting:
    """A job as it is crawled."""
    row = ROWS[board.system](board, job)
    if board.system == "smartrecruiters":
        row = {"listing": row, "detail": smartrecruiters_detail(board, job)}
    return RawPosting(source=board.system, board=board.slug, source_id=str(job.number), fetched_at=NOW, row=row)
