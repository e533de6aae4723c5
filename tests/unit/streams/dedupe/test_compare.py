"""The parts of a comparison."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.dedupe.compare import NEAR, NEAR_BY_TITLE, alike, compare, is_near, may_be_copy
from streams.dedupe.content import Content
from streams.dedupe.packing import pack_content, unpack_content
from tests.unit.streams.dedupe.ads import DUTIES, LAW, ROLE, content
from tests.unit.streams.dedupe.group import text

TITLES = ["Nurse", "Senior Nurse", "Driver", "Nurse II", ""]
PLACES = [(), ("Berlin, Germany",), ("Paris, France", "Berlin"), ("Remote",)]
TEXTS = [ROLE, f"{ROLE} {LAW}", LAW, "We drive lorries to Oslo and Rome. 5 years", "Acme | Driver\n iOS engineers, No. 4711", ""]
ADS = st.builds(
    content, st.sampled_from(TITLES), st.sampled_from(["Acme", "Globex", ""]), st.sampled_from(PLACES), st.sampled_from(TEXTS)
)


@settings(max_examples=30, deadline=None)
@given(one=ADS, other=ADS)
def test_a_comparison_is_symmetric(one: Content, other: Content):
    """Neither ad is the original, and what was kept as bytes compares as what was just read."""
    kept = unpack_content(pack_content(other))

    assert compare(one, other) == compare(other, one) == compare(one, kept)
    assert alike(one, other) == alike(other, one)
    assert is_near(one, other) == is_near(other, one)
    assert may_be_copy(one, other) == may_be_copy(other, one)


def parts(*fields: Mapping[str, object]) -> Mapping[str, float]:
    """The comparison of two ads with these fields."""
    one, other = (content(**found) for found in fields)  # type: ignore[arg-type]
    return compare(one, other)


def test_the_law_makes_no_role_alike():
    """Two jobs that share only the legal part share nothing about the role."""
    found = parts({"text": f"You drive lorries to Oslo.\n{LAW}"}, {"text": f"{ROLE}\n{LAW}"})

    assert found["role_text"] < 0.2 < found["text"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Berlin, Germany",), ("Berlin",), True),
        (("San Francisco Bay Area",), ("San Francisco, CA, US",), True),
        (("385 East Boulevard, Pasadena, CA",), ("Pasadena, CA, US",), True),
        (("Paris", "Rome"), ("Rome, Italy",), True),
        (("United States",), ("United States",), True),
        (("Seattle, WA",), ("Tacoma, WA",), False),
    ],
)
def test_places_are_compared_by_city(one: tuple[str, ...], other: tuple[str, ...], same: bool):
    """A region in common is no place in common."""
    found = parts({"places": one}, {"places": other})

    assert (found["place_same"], found["place_contradicts"]) == (float(same), float(not same))


def test_no_place_tells_nothing():
    """An ad without a place neither shares nor contradicts one."""
    found = parts({"places": ()}, {"places": ("Berlin",)})

    assert (found["place_same"], found["place_contradicts"]) == (0, 0)


def test_titles_contradict_only_where_each_says_what_the_other_does_not():
    """A wider title says more, and another specialty contradicts."""
    wider, other = (
        parts({"title": "Analyst"}, {"title": "Tax Analyst"}),
        parts({"title": "Tax Analyst"}, {"title": "Risk Analyst"}),
    )

    assert wider["title_contradicts"] == 0 < wider["title_says_more"]
    assert other["title_contradicts"] > 0


def test_a_rank_on_one_side_differs():
    """A "senior" beside a plain title is another level, as far as ranks lie apart."""
    found = parts({"title": "Nurse"}, {"title": "Principal Nurse"})

    assert (found["rank_differs"], found["rank_steps"]) == (1, 3)


def test_a_stated_requisition_outweighs_numbers_in_the_text():
    """The same requisition under texts with other numbers does not contradict."""
    one, other = {"text": "No. 4711", "requisition_id": "R-1"}, {"text": "No. 4712", "requisition_id": "r 1"}

    assert parts(one, other)["requisition_contradicts"] == 0
    assert parts({"text": "No. 4711"}, {"text": "No. 4712"})["requisition_contradicts"] == 1


def test_links_in_common_count_up_to_three():
    """Links to front pages don't."""
    links = [f"https://acme.com/jobs/{number}" for number in range(10, 20)]

    assert parts({"links": links[:2]}, {"links": links[1:3]})["links_shared"] == 1
    assert parts({"links": links}, {"links": links})["links_shared"] == 3
    assert parts({"text": "https://acme.com"}, {"text": "https://acme.com"})["links_shared"] == 0


@pytest.mark.parametrize(("keys", "differs"), [(("acme", "globex"), 1), (("acme", "acme"), 0), (("acme", ""), 0)])
def test_employers_differ_only_where_both_are_known(keys: tuple[str, str], differs: float):
    """By their resolved names."""
    one, other = keys
    assert parts({"employer_key": one}, {"employer_key": other})["employer_differs"] == differs


def test_years_contradict_only_where_both_ask_for_some():
    """And for none that the other asks for, too."""
    some, others, none = {"text": "3 years or 5 years"}, {"text": "7 years"}, {"text": ""}

    assert [parts(some, found)["years_contradict"] for found in (others, none, {"text": "5 years"})] == [1, 0, 0]


def test_roles_of_posts_are_apart_where_each_lists_what_the_other_does_not():
    """Where two posts with a heading list some; who names no worker is neither alike nor apart."""
    heading = "Acme | Cook | ONSITE for whoever reads on to the end of it"
    ios, both, none = (
        {"title": "Cook", "text": f"{heading}\n{found}"}
        for found in ("iOS engineers", "iOS engineers\nRails engineers", "We care for you. " * 5)
    )
    rails = {"title": "Cook", "text": f"{heading}\nRails engineers"}

    assert parts(ios, both)["listed_apart"] == parts(ios, none)["listed_apart"] == 0 < parts(ios, rails)["listed_apart"]
    assert [parts(ios, other)["roles_disjoint"] for other in (both, rails, none)] == [0, 1, 0]
    assert parts(ios, rails)["kinds_alike"] == 0 < parts(ios, none)["kinds_alike"] < parts(ios, both)["kinds_alike"] < 1
    assert parts(ios, both)["workers_contained"] == 1
    assert parts(ios, none)["workers_contained"] == 0.6


def post(title: str, day: int = 0, text: str = ROLE) -> dict[str, object]:
    """The fields of a post of Acme, posted so many days after the first; 0 is a day that is not known."""
    posted_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day) if day else None
    return {"title": title, "text": f"Acme | {title}\n{text}", "posted_at": posted_at}


@pytest.mark.parametrize(
    ("one", "other", "retitled"),
    [
        ("Android Developer", "iOS Developer", True),
        ("Registered Nurse", "Technical Recruiter", True),
        ("Full Stack Engineer", "Full-Stack Ruby Developer", False),
        ("Rails Developer", "Rails Developer, Payments", False),
        ("Berliner Hinterhof", "Alter Speicher", False),
    ],
)
def test_a_post_is_retitled_where_each_title_names_a_job_of_another_kind(one: str, other: str, retitled: bool):
    """The more of the text is the same, the more that says."""
    found = parts(post(one), post(other))

    assert found["text_retitled"] == (found["role_text"] if retitled else 0)


def test_a_post_under_another_rank_weighs_by_how_much_is_the_same():
    """Whether one title names a rank or both do."""
    same, other = parts(post("Senior Engineer"), post("Engineer")), parts(post("Senior Engineer"), post("Engineer", text=LAW))

    assert same["text_reranked"] == same["role_text"] > other["text_reranked"]
    assert parts(post("Engineer"), post("Engineer"))["text_reranked"] == 0


def test_a_level_that_one_post_names_alone_is_told():
    """Beside a worker in the text, as in the heading."""
    plain, junior, senior = (post("Cook", text=f"{ROLE}\n{line}") for line in ("Engineer", "Junior engineer", "Senior engineer"))

    assert [parts(one, other)["level_in_one"] for one, other in ((plain, junior), (junior, senior), (plain, plain))] == [1, 0, 0]


def test_posts_of_one_thread_are_for_other_jobs_unless_they_say_the_same():
    """Within twenty days; where one has no date, nothing is told."""
    first, other = post("Cook", 1), {"title": "Driver", "text": f"Acme | Driver\nYou drive lorries to Oslo. {LAW}"}
    days = [other | {"posted_at": post("Driver", day)["posted_at"]} for day in (1, 21, 22, 0)]

    assert [parts(first, found)["posted_together"] for found in days] == [1, 1, 0, 0]
    assert parts(first, first)["posted_together"] == 0
    assert [round(parts(first, found)["months_apart"], 2) for found in days] == [0, 0.51, 0.53, 0]


def test_only_posts_have_a_date():
    """Where another ad was posted anew, nothing about its job is new."""
    dated = {"posted_at": datetime(2026, 1, 1, tzinfo=UTC)}

    assert content("Nurse", **dated).posted_day == 0 < content(**post("Cook", 1)).posted_day  # type: ignore[arg-type]


def test_only_where_no_title_tells_do_places_in_the_text():
    """With the texts' own likeness."""
    one, other = ({"text": f"{DUTIES} Join us in {place}."} for place in ("Berlin", "Seattle"))
    untitled = parts(one | {"title": ""}, other | {"title": ""})

    assert parts(one, other)["text_place_untitled"] == 0 < untitled["text_place_untitled"] == 1
    assert parts(one | {"title": ""}, {"title": "", "text": DUTIES})["text_place_untitled"] == 0.5
    assert (untitled["text_untitled"], untitled["role_text_untitled"]) == (untitled["text"], untitled["role_text"])


@pytest.mark.parametrize(
    ("one", "other", "open_"),
    [
        ({"title": "Nurse I"}, {"title": "Nurse II"}, False),
        ({"title": "Nurse"}, {"title": "Nurse II"}, False),
        ({"title": "Senior Nurse"}, {"title": "Lead Nurse"}, False),
        ({"title": "Senior Nurse"}, {"title": "Nurse"}, True),
        ({"title": "Junior, Senior Nurse"}, {"title": "Lead or Senior Nurse"}, True),
        ({"title": "Nurse"}, {"title": "Nurse, Berlin"}, False),
        ({"title": "Nurse"}, {"title": "Nurse, Berlin", "places": ("Berlin",)}, False),
        ({"title": "Nurse", "places": ("Berlin",)}, {"title": "Nurse, Berlin"}, True),
        ({"title": "Nurse EMEA"}, {"title": "Nurse"}, False),
        ({"places": ("Berlin",)}, {"places": ("Paris",)}, False),
        ({"places": ("Remote, Germany",)}, {"places": ("Remote, France",)}, False),
        ({"places": ("Berlin",)}, {"places": ("Remote",)}, True),
        ({"requisition_id": "R1"}, {"requisition_id": "R2"}, False),
        ({"requisition_id": "R1"}, {"text": "R2"}, True),
        ({"title": "Driver"}, {"title": "Nurse"}, True),
    ],
)
def test_what_rules_a_copy_out(one: dict[str, object], other: dict[str, object], open_: bool):
    """Steps, stated places and stated requisitions that both have and that are not one another's."""
    assert may_be_copy(content(**one), content(**other)) is open_  # type: ignore[arg-type]


def test_near_are_ads_of_whom_enough_is_the_same():
    """What shares nothing is not, and an empty text is near to none."""
    whole, half, none = (
        content(text=text(size=100)),
        content(text=text(size=100, changed=40)),
        content(text=text("sell", size=100)),
    )
    empty = content(text="")

    assert 64 == alike(whole, whole) > alike(whole, half) >= NEAR > alike(whole, none)
    assert [is_near(whole, other) for other in (whole, half, none, empty)] == [True, True, False, False]
    assert not is_near(empty, empty)


def test_titles_without_a_common_word_need_much_more():
    """Unless one names no job, or both ads are posts with a heading."""
    one, other = ({"text": text(size=100, changed=changed)} for changed in (0, 55))
    known = content("Nurse", **one)

    assert is_near(known, content("Nurse", **other))
    assert is_near(known, content("", **other))
    assert not is_near(known, content("Driver", **other))
    assert is_near(known, content("Driver", **one))


def test_titles_that_name_different_jobs_with_a_common_word_need_more():
    """One that says all that the other says, and more, does not."""
    one, little, more = ({"text": text(size=100, changed=changed)} for changed in (0, 54, 46))
    known = content("Nurse, Oncology", **one)

    assert NEAR <= alike(known, content("Nurse", **little)) < NEAR_BY_TITLE <= alike(known, content("Nurse", **more))
    assert is_near(known, content("Nurse", **little))
    assert is_near(content("Nurse", **little), known)
    assert not is_near(known, content("Nurse, Cardiology", **little))
    assert is_near(known, content("Nurse, Cardiology", **more))
