"""What a reader takes from an ad."""

import pytest

from streams.dedupe.ad import Ad, ad_of, sentences

ROLE = "You will write Python, design interfaces and debug distributed systems with the team."
LAW = "All applicants receive consideration regardless of race, religion, sex, age, disability or veteran status."


def ad(title: str = "Nurse", employer: str = "Acme", places: tuple[str, ...] = (), text: str = ROLE, **fields: object) -> Ad:
    """An ad of Acme."""
    return ad_of(title, employer, places, text, **fields)  # type: ignore[arg-type]


def test_role_words_leave_out_what_the_law_demands():
    """Sentences about the employer and the law say nothing about the role, wherever they stand."""
    assert ad(text=f"{LAW}\n{ROLE}").role_words == ad(text=f"{ROLE} {LAW}").role_words == ad(text=ROLE).role_words


def test_glued_sentences_are_cut():
    """A copy that lost its line breaks has the sentences of the original."""
    assert sentences("We build.You test.\n• Apply now") == [[b"we", b"build"], [b"you", b"test"], [b"apply", b"now"]]


@pytest.mark.parametrize(
    "title", ["Nurse", "Senior Nurse (m/f/d)", "Nurse II, Berlin", "URGENT: Nurses needed! Nurse", "Acme Nurse 90712"]
)
def test_a_title_keeps_the_words_that_may_name_the_job(title: str):
    """Rank, steps, places, the employer's name, numbers and advertising are not among them."""
    assert ad(title).title - {b"nurses"} == {b"nurse"}


def test_rank_and_step_are_read_from_the_title():
    """The short form "Sr" is senior; a single digit or roman number is a step."""
    assert (ad("Sr. Nurse II").ranks, ad("Sr. Nurse II").steps) == ({3}, {b"ii"})


def test_places_go_from_city_to_country_without_what_is_everywhere():
    """Post codes, "remote" and the United States tell no place apart."""
    assert ad(places=("San Diego, CA 92121, US", "Remote")).places == ((b"san diego", b"ca"),)


@pytest.mark.parametrize(
    ("text", "places", "is_heading"),
    [
        ("Acme | Nurse | Berlin | ONSITE\nWe care.", ("Berlin",), True),
        ("Acme | Nurse | ONSITE\nWe care.", ("Berlin",), False),
        ("Nurse wanted in Berlin\nWe care.", ("Berlin",), False),
        ("We care.", (), False),
    ],
)
def test_a_board_post_begins_with_employer_title_and_places(text: str, places: tuple[str, ...], is_heading: bool):
    """Such a post is its heading and often lists several roles; any other text is one job's."""
    assert ad(places=places, text=text).heading is is_heading


def test_facts_are_read_from_the_text():
    """Years of experience, what looks like a requisition, and links that lead further than to a front page."""
    found = ad(text="5+ years. Req. JR2002276. https://acme.com or https://acme.com/jobs/4711, jobs@acme.com")

    assert (found.years, found.requisitions) == ({"5"}, {"JR2002276", "4711"})
    assert found.links == {"https://acme.com/jobs/4711", "jobs@acme.com"}


def test_an_empty_ad_is_an_ad():
    """Nothing known is not an error."""
    assert (ad_of("", "", (), "").length, ad_of("", "", (), "").heading) == (0, False)
