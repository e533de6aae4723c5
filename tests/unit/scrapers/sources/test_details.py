"""Sources whose texts are on a page or in an answer per posting."""

from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import UnreadableAnswer

LINKED = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Baker"}</script>'
FIELDS = '<table><tr><td class="viewFieldName"><b>Location:</b></td><td class="viewFieldValue">Akron, OH</td></tr></table>'
SECTION = '<h2 class="iCIMS_InfoMsg iCIMS_InfoField_Job">Overview</h2><div class="iCIMS_Expandable_Text"><p>Bake</p></div>'
DETAILS = [
    ("bamboohr", {"id": "1"}, {"result": {"jobOpening": {"description": "d"}}}, {"detail": {"description": "d"}}),
    ("eightfold", {"id": 1}, {"id": 1, "job_description": "d"}, {"detail": {"id": 1, "job_description": "d"}}),
    ("icims", {"id": "1"}, LINKED, {"posting": {"@type": "JobPosting", "title": "Baker"}}),
    ("icims", {"id": "1"}, "<p>closed</p>", {"posting": None}),
    ("icims", {"id": "1"}, f"<h2>Jobs like this</h2>{SECTION}<p>Apply</p>", {"posting": None, "description": SECTION}),
    ("jazzhr", {"id": "1"}, LINKED, {"posting": {"@type": "JobPosting", "title": "Baker"}}),
    (
        "jazzhr",
        {"id": "1"},
        '<div class="job_description">Bake</div>',
        {"posting": None, "description": '<div class="job_description">Bake</div>'},
    ),
    (
        "jazzhr",
        {"id": "1"},
        '<h2 class="job_company">Acme</h2><h3 class="job_meta">Kitchen - Full Time</h3><div class="job_description">Bake</div>',
        {
            "posting": None,
            "description": '<div class="job_description">Bake</div>',
            "company": "Acme",
            "meta": "Kitchen - Full Time",
        },
    ),
    ("jazzhr", {"id": "1"}, "<p>closed</p>", {"posting": None}),
    ("taleo", {"id": "1"}, LINKED, {"posting": {"@type": "JobPosting", "title": "Baker"}}),
    (
        "taleo",
        {"id": "1"},
        '<div class="well"><span> Location </span> <strong> Akron </strong></div><div name="cwsJobDescription">Bake</div>',
        {"posting": None, "description": '<div name="cwsJobDescription">Bake</div>', "location": "Akron"},
    ),
    ("taleo", {"id": "1"}, "<p>Sign in</p>", {"posting": None}),
    ("paylocity", {"JobId": "1"}, LINKED, {"posting": {"@type": "JobPosting", "title": "Baker"}}),
    (
        "paylocity",
        {"JobId": "1"},
        '<div class="job-preview-details">Bake</div>',
        {"posting": None, "description": '<div class="job-preview-details">Bake</div>'},
    ),
    ("paylocity", {"JobId": "1"}, "<p>that job does not exist</p>", {"posting": None}),
    (
        "breezy",
        {"id": "1"},
        '<div class="description"><p>Bake</p></div>',
        {"description": '<div class="description"><p>Bake</p></div>'},
    ),
    ("hrmdirect", {"req_id": "1"}, f"{FIELDS}<p>closed</p>", {"detail": None}),
    (
        "hrmdirect",
        {"req_id": "1"},
        f'{FIELDS}<div class="jobDesc">Bake</div>',
        {"detail": {"fields": {"Location": "Akron, OH"}, "description": '<div class="jobDesc">Bake</div>'}},
    ),
]


@pytest.mark.parametrize(("name", "row", "answer", "expected"), DETAILS)
def test_a_raw_row_is_the_listing_s_row_beside_its_detail(name: str, row: Any, answer: Any, expected: Any) -> None:
    """A raw row stays when it is given again, and has the id of its row."""
    source = load_source(name)
    raw = source.raw_row(row, answer)

    assert raw == {"listing": row, **expected}
    assert source.raw_row(raw) is raw
    assert source.id_of(raw) == source.id_of(row) == "1"


@pytest.mark.parametrize("name", sorted({name for name, *_ in DETAILS}))
def test_without_an_answer_the_row_stands_alone(name: str) -> None:
    """A listing may be imported without its details."""
    raw = load_source(name).raw_row({"id": "1"})

    assert raw is not None
    assert raw.pop("listing") == {"id": "1"}
    assert set(raw.values()) == {None}


@pytest.mark.parametrize(
    ("name", "answer"), [("bamboohr", {"error": "gone"}), ("eightfold", {"message": "gone"}), ("icims", {}), ("breezy", [])]
)
def test_what_is_no_detail_is_a_miss(name: str, answer: Any) -> None:
    """The crawl counts it as failed, and is partial."""
    with pytest.raises(UnreadableAnswer, match="not a detail of"):
        load_source(name).raw_row({"id": "1"}, answer)


@pytest.mark.parametrize("name", ["adp", "hn", "justjoinit", "nofluffjobs", "oracle", "rippling", "smartrecruiters", "workday"])
@pytest.mark.parametrize("answer", [{"error": "busy"}, {"errors": [{"message": "busy"}], "data": None}, {"status": 404}])
def test_an_error_that_is_told_with_status_200_is_a_miss(name: str, answer: Any) -> None:
    """It would be published in place of the posting, without its text."""
    with pytest.raises(UnreadableAnswer, match=r"its answer has no|it is no comment"):
        load_source(name).raw_row({"id": "1"}, answer)


@pytest.mark.parametrize("answer", [["busy"], "busy", 7, {"jobAd": None}])
def test_what_is_no_object_with_a_text_is_a_miss(answer: Any) -> None:
    """A list or a word is no posting either."""
    with pytest.raises(UnreadableAnswer, match="its answer has no 'jobAd'"):
        load_source("smartrecruiters").raw_row({"id": "1"}, answer)


def test_a_posting_of_oracle_that_is_not_listed_any_more_is_none() -> None:
    """Its answer has no items; an export may hold the posting as it is."""
    oracle = load_source("oracle")

    assert oracle.raw_row({"Id": "1"}, {"items": [], "count": 0}) is None
    assert oracle.raw_row({"Id": "1"}, {"Id": "1"}) == {"listing": {"Id": "1"}, "detail": {"Id": "1"}}


def test_details_are_asked_where_the_listing_says() -> None:
    """Anchors are left out; iCIMS shows a posting only within its frame."""
    opening = {"link": "https://acme.hrmdirect.com/employment/job-opening.php?req=1&req_loc=2&#job"}
    asked = {
        "hrmdirect": opening,
        "icims": {"link": "https://acme.icims.com/jobs/1/baker/job"},
        "eightfold": {"id": 1},
    }
    found = {name: load_source(name).detail_request("acme", row).address for name, row in asked.items()}  # type: ignore[misc]

    assert found == {
        "hrmdirect": "https://acme.hrmdirect.com/employment/job-opening.php?req=1&req_loc=2",
        "icims": "https://acme.icims.com/jobs/1/baker/job?in_iframe=1",
        "eightfold": "https://acme.eightfold.ai/api/apply/v2/jobs/1?domain=acme.com",
    }


def test_a_posting_that_is_not_active_is_none() -> None:
    """SmartRecruiters answers for one that was closed as well, and says so."""
    source, ad = load_source("smartrecruiters"), {"jobAd": {"sections": {}}}

    assert source.raw_row({"id": "1"}, {**ad, "active": False}) is None
    assert source.raw_row({"id": "1"}, {**ad, "active": True}) is not None


def test_a_page_of_taleo_that_says_that_its_posting_is_gone_shows_none() -> None:
    """It answers so with status 200, and counted as a detail that failed: the crawl was partial."""
    gone = "<span class='text-danger'>This job has moved or is no longer available.</span>"

    assert load_source("taleo").raw_row({"id": "1"}, gone) is None
