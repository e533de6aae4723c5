"""Boards of a real HTTP server are crawled to a real Kafka."""

import threading
import time
from typing import Any

import pytest

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from pipeline.stack import Stack
from schemas.crawl import CrawlOutcome
from schemas.topics import RAW, dead_letters_of
from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Answer, Query, Vendor

GREENHOUSE = "/boards-api.greenhouse.io/v1/boards/{}/jobs"
LEVER = "/api.lever.co/v0/postings/{}"
SMART = "/api.smartrecruiters.com/v1/companies/{}/postings"


def greenhouse(*numbers: int, total: int | None = None) -> dict[str, Any]:
    """A Greenhouse listing."""
    jobs = [{"id": number, "title": f"Engineer {number}"} for number in numbers]
    return {"jobs": jobs, "meta": {"total": len(jobs) if total is None else total}}


def lever(postings: int, before: dict[int, Any] | None = None) -> Any:
    """A Lever board of that many postings; `before[skip]` runs before the page that starts there is sent."""
    rows = [{"id": f"p{number:03d}", "text": "Nurse"} for number in range(postings)]

    def route(query: Query) -> Answer:
        skip, limit = int(query["skip"]), int(query["limit"])
        return Answer(rows[skip : skip + limit], before=(before or {}).get(skip, lambda: None))

    return route


def smartrecruiters(vendor: Vendor, board: str, details: dict[str, Answer]) -> None:
    """A SmartRecruiters board with these details, pages of a hundred."""
    rows = [{"id": number, "name": f"Welder {number}"} for number in sorted(details)]

    def route(query: Query) -> Answer:
        offset = int(query["offset"])
        return Answer({"offset": offset, "limit": 100, "totalFound": len(rows), "content": rows[offset : offset + 100]})

    vendor.answers[SMART.format(board)] = route
    for number, answer in details.items():
        vendor.answers[f"{SMART.format(board)}/{number}"] = [answer]


def test_every_page_is_published_and_the_report_follows_the_last_posting(vendor: Vendor, run: Run, published: Find) -> None:
    """The pages name what was acknowledged; the report came after all of it."""
    vendor.answers[LEVER.format("paged")] = lever(1150)
    code, outcome = run("crawl", "lever:paged", "--json").finish()
    found = published("lever:paged")

    assert (code, outcome["published"]) == (0, 1150)
    assert found.ids == [f"p{number:03d}" for number in sorted(range(1150), key=lambda n: f"p{n:03d}")]
    assert sorted(i for page in found.pages for i in page.posting_ids) == sorted(f"lever:paged:{i}" for i in found.ids)
    (report,) = found.reports
    assert (report.outcome, report.pages, report.fetched, report.failed) == (CrawlOutcome.COMPLETE, 2, 1150, 0)
    assert found.report_ms[0] >= max(found.raw_ms)


def test_a_raw_posting_is_the_row_with_its_context(vendor: Vendor, run: Run, published: Find) -> None:
    """The row is untouched; what the answer says about all of them, and the board's employer, stand beside it."""
    vendor.answers["/apply.workable.com/api/v1/widget/accounts/huggingface"] = [
        Answer({"name": "HF Inc", "jobs": [{"shortcode": "AB", "title": "Baker\u0000", "x": {"y": [1, None]}}]})
    ]
    assert run("crawl", "workable:huggingface", "--json").finish()[0] == 0
    (raw,) = published("workable:huggingface").raw

    assert raw.row == {"shortcode": "AB", "title": "Baker\u0000", "x": {"y": [1, None]}}
    assert (raw.source_id, raw.context) == ("AB", {"name": "HF Inc", "employer": "Hugging Face"})
    assert raw.url == "https://apply.workable.com/api/v1/widget/accounts/huggingface?details=true"


def test_details_are_fetched_and_one_that_fails_leaves_the_crawl_partial(vendor: Vendor, run: Run, published: Find) -> None:
    """A posting that went away meanwhile is no failure; one whose detail can't be had is not published without it."""
    details = {f"{number:03d}": Answer({"jobAd": number}) for number in range(120)}
    details["007"], details["008"] = Answer({}, 404), Answer({}, 500)
    smartrecruiters(vendor, "Acme", details)
    code, outcome = run("crawl", "smartrecruiters:Acme", "--json").finish()
    found = published("smartrecruiters:Acme")

    assert code == 1
    assert outcome["boards"][0] == {
        "board": "smartrecruiters:Acme", "expected": 120, "fetched": 118, "published": 118, "failed": 1,
        "outcome": "partial", "reason": "detail of 008: HTTP 500",
    }  # fmt: skip
    assert found.ids == sorted(details.keys() - {"007", "008"})
    assert {"listing": {"id": "009", "name": "Welder 009"}, "detail": {"jobAd": 9}} in [raw.row for raw in found.raw]


def test_a_thread_of_hacker_news_is_a_board_named_by_its_month(vendor: Vendor, run: Run, published: Find) -> None:
    """Deleted and dead comments are no postings."""
    api = "/hacker-news.firebaseio.com/v0"
    comments = {
        2: {"id": 2, "text": "Acme | Oslo"},
        3: {"id": 3, "deleted": True},
        4: {"id": 4, "dead": True, "text": "spam"},
        5: None,
    }
    thread = {"id": 1, "title": "Ask HN: Who is hiring? (March 2031)", "kids": [*comments]}
    items: dict[int, Any] = {9: {"id": 9, "title": "Ask HN: Freelancer? (March 2031)"}, 1: thread, **comments}
    vendor.answers[f"{api}/user/whoishiring.json"] = [Answer({"submitted": [9, 1]})]
    vendor.answers |= {f"{api}/item/{number}.json": [Answer(item)] for number, item in items.items()}
    code, _ = run("crawl", "hn:whoishiring", "--json").finish()
    found = published("hn:2031-03")

    assert code == 0
    assert [raw.row for raw in found.raw] == [{"id": 2, "text": "Acme | Oslo"}]
    assert found.reports[0].outcome is CrawlOutcome.COMPLETE


def test_a_busy_host_is_asked_again_after_its_time(vendor: Vendor, run: Run) -> None:
    """One 429 is no failure."""
    path = GREENHOUSE.format("busy")
    vendor.answers[path] = [Answer({}, 429, {"Retry-After": "1"}), Answer(greenhouse(1))]
    code, _ = run("crawl", "greenhouse:busy", "--json").finish()

    assert (code, len(vendor.requests_to(path))) == (0, 2)


@pytest.mark.parametrize(
    ("board", "answer", "reason_and_requests"),
    [
        ("down", Answer({}, 500), ("HTTP 500", 3)),
        ("closed", Answer({}, 403), ("HTTP 403", 1)),
        ("longbusy", Answer({}, 429, {"Retry-After": "9999"}), ("HTTP 429", 1)),
        ("broken", Answer(b'{"jobs": [{"id"'), ("not JSON", 1)),
        ("other", Answer({"error": "no such board"}), ("not an answer of greenhouse: KeyError 'jobs'", 1)),
    ],
)
def test_a_board_that_gives_nothing_is_a_failed_report_and_no_dead_letter(
    settings: Settings,
    vendor: Vendor,
    run: Run,
    published: Find,
    *,
    board: str,
    answer: Answer,
    reason_and_requests: tuple[str, int],
) -> None:
    """The other board of the crawl is not touched by it."""
    reason, asked = reason_and_requests
    vendor.answers |= {GREENHOUSE.format(board): [answer], GREENHOUSE.format(f"{board}-ok"): [Answer(greenhouse(1))]}
    dead = dead_letters_of(RAW).name
    cluster = Cluster(kafka_config(settings))
    before = cluster.messages([dead])
    code, _ = run("crawl", f"greenhouse:{board}", f"greenhouse:{board}-ok", "--json").finish()
    found = published(f"greenhouse:{board}")
    (report,) = found.reports

    assert code == 1
    assert report.outcome is CrawlOutcome.FAILED
    assert (report.reason or "").startswith(reason)
    assert (found.raw, found.pages, len(vendor.requests_to(GREENHOUSE.format(board)))) == ([], [], asked)
    assert published(f"greenhouse:{board}-ok").reports[0].outcome is CrawlOutcome.COMPLETE
    assert cluster.messages([dead]) == before


def test_a_board_that_has_not_changed_costs_one_small_answer(vendor: Vendor, run: Run, published: Find) -> None:
    """Unless everything is wanted; and after a crawl that was not complete nothing is known."""
    path = GREENHOUSE.format("etag")
    versioned = Answer(greenhouse(1), headers={"ETag": '"v1"'})
    vendor.answers[path] = [
        versioned,
        Answer(b"", 304),
        versioned,
        Answer(greenhouse(1, total=5), headers={"ETag": '"v1"'}),
        versioned,
    ]
    words = ["crawl", "greenhouse:etag", "--json"]
    codes = [run(*words, *more).finish()[0] for more in ([], [], ["--full"], ["--full"], [])]
    asked = [request.headers.get("If-None-Match") for request in vendor.requests_to(path)]
    outcomes = [report.outcome.value for report in sorted(published("greenhouse:etag").reports, key=lambda r: r.finished_at)]

    assert codes == [0, 0, 0, 1, 0]
    assert asked == [None, '"v1"', None, None, None]
    assert outcomes == ["complete", "unchanged", "complete", "partial", "complete"]


def test_what_robots_txt_forbids_is_not_asked_for(vendor: Vendor, run: Run) -> None:
    """Also of several boards that wait for one robots.txt."""
    vendor.answers["/robots.txt"] = [Answer(b"User-agent: *\nDisallow: /boards-api.greenhouse.io/v1/boards/closed")]
    boards = [f"closed{number}" for number in range(4)]
    vendor.answers |= {GREENHOUSE.format(board): [Answer(greenhouse(1))] for board in [*boards, "open"]}
    code, outcome = run("crawl", *(f"greenhouse:{board}" for board in [*boards, "open"]), "--json").finish()

    assert code == 1
    assert [row["reason"] for row in outcome["boards"]] == ["robots.txt forbids it"] * 4 + [None]
    assert {asked.path for asked in vendor.asked} == {"/robots.txt", GREENHOUSE.format("open")}
    assert "jobstream" in vendor.asked[0].headers["User-Agent"]


def test_a_host_whose_robots_txt_can_t_be_had_is_not_asked(vendor: Vendor, run: Run) -> None:
    """A server error is a no, a missing file is a yes."""
    vendor.answers["/robots.txt"] = [Answer(b"oops", 500)]
    vendor.answers[GREENHOUSE.format("norobots")] = [Answer(greenhouse(1))]

    assert run("crawl", "greenhouse:norobots", "--json").finish()[0] == 1
    assert vendor.requests_to(GREENHOUSE.format("norobots")) == []


def test_kafka_may_go_away_in_the_middle(stack: Stack, vendor: Vendor, run: Run, published: Find) -> None:
    """The spider waits; nothing is lost, and the report is complete."""
    gone, back = threading.Event(), threading.Event()

    def pull_the_plug() -> None:
        stack.kill("kafka")
        gone.set()

    vendor.answers[LEVER.format("unplugged")] = lever(250, {100: pull_the_plug, 200: lambda: back.wait(60)})
    crawl = run("crawl", "lever:unplugged", "--json")
    try:
        assert gone.wait(60)
        # the second page is sent now, and can't be published
        time.sleep(2)
    finally:
        stack.start("kafka")
        back.set()
    code, outcome = crawl.finish()
    found = published("lever:unplugged")

    assert (code, outcome["boards"][0]["outcome"]) == (0, "complete")
    assert set(found.ids) == {f"p{number:03d}" for number in range(250)}
    assert [report.published for report in found.reports] == [250]


def test_ctrl_c_publishes_what_was_fetched_and_says_so(vendor: Vendor, run: Run, published: Find) -> None:
    """A board in the middle reports itself partial, and so does one whose turn had not come."""
    reached, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        go_on.wait(60)

    vendor.answers[LEVER.format("held")] = lever(350, {100: hold})
    crawl = run("crawl", "lever:held", "--json")
    assert reached.wait(60)
    crawl.interrupt()
    time.sleep(0.5)
    go_on.set()
    code, outcome = crawl.finish()
    found = published("lever:held")

    assert (code, outcome["boards"][0]["reason"]) == (1, "stopped by the operator")
    assert len(found.raw) == outcome["published"] in (100, 200)
    assert (found.reports[0].outcome, found.reports[0].published) == (CrawlOutcome.PARTIAL, len(found.raw))


def test_a_limit_is_per_board_and_no_failure(vendor: Vendor, run: Run) -> None:
    """The report is partial: what lies behind the limit is not gone."""
    vendor.answers[LEVER.format("limited")] = lever(250)
    code, outcome = run("crawl", "lever:limited", "--limit", "120", "--json").finish()

    assert (code, outcome["published"], outcome["boards"][0]["outcome"]) == (0, 120, "partial")


def test_the_closing_table_shows_every_board(vendor: Vendor, run: Run) -> None:
    """For people: a line per board, and the sum."""
    vendor.answers[GREENHOUSE.format("shown")] = [Answer(greenhouse(1, 2))]
    code, text = run("crawl", "greenhouse:shown").finish()

    assert code == 0
    assert "greenhouse:shown         2        2          2       0  complete" in text
    assert "1 boards, 2 postings published" in text


def test_without_kafka_nothing_is_fetched(vendor: Vendor, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the remedy."""
    monkeypatch.setenv("JOBSTREAM_KAFKA_ADDRESS", "127.0.0.1:1")
    code, text = run("crawl", "greenhouse:nokafka").finish()

    assert (code, vendor.asked) == (3, [])
    assert "./jobstream stack up" in text
