"""What of a posting a verdict depends on."""

import pytest

from schemas.posting import Location
from streams.dedupe.codes import beginning, hash_of
from streams.dedupe.content import FORM, Content, ad_of, contents_of, requisition_hash
from streams.dedupe.vocabulary import RANKS, STEPS
from tests.unit.streams.dedupe.ads import content
from tests.unit.streams.dedupe.group import content_of, posting, text


def title_of(found: Content) -> set[int]:
    """The beginnings of the words that may name the job."""
    return {code >> 8 for code in found.title}


@pytest.mark.parametrize(
    "title",
    [
        "Nurse", "Senior Nurse (m/f/d)", "Nurse II, Berlin", "URGENT: Nurse needed! Nurse", "Acme Nurse 90712",
        "Nurse https://acme.com/jobs/x?driver=1", "www.driver.com Nurse",
    ],
)  # fmt: skip
def test_a_title_keeps_the_words_that_may_name_the_job(title: str):
    """Rank, steps, places, the employer's name, numbers, links and advertising are not among them."""
    assert title_of(content(title)) == {beginning(b"nurse")}


def test_letters_that_name_a_language_may_name_the_job():
    """Other single letters don't."""
    assert title_of(content("C and R and X")) == {beginning(b"c"), beginning(b"r")}


def test_the_rarity_of_a_title_s_word_is_in_its_last_byte():
    """It is that of its beginning."""
    [common], [rare] = content("Engineer").title, content("Zyxomat").title

    assert 0 < common & 0xFF < rare & 0xFF


@pytest.mark.parametrize(
    ("title", "rank", "step"), [("Sr. Nurse II", b"senior", "ii"), ("Nurse 3", None, "3"), ("Jr Nurse", b"junior", "")]
)
def test_rank_and_step_are_read_from_the_title(title: str, rank: bytes | None, step: str):
    """The short form "Sr" is senior; a single digit or roman number is a step."""
    found = content(title)
    at = STEPS.index(step.encode()) if step.encode() in STEPS else len(STEPS) + int(step) if step else None

    assert found.ranks == (1 << RANKS[rank] if rank else 0)
    assert found.steps == (1 << at if at is not None else 0)


def test_punctuation_case_and_links_change_no_identity():
    """A reformatted copy is the same content."""
    plain = content_of(title="Nurse: Berlin", description="We care - a lot.")
    dressed = content_of(title="NURSE – Berlin https://x.test/?a=1", description="We care, a lot…", place="berlin, germany ")

    assert plain.identity == dressed.identity


@pytest.mark.parametrize("change", [{"title": "Driver"}, {"description": text("sell")}, {"place": "Paris"}, {"place": None}])
def test_title_text_and_places_make_the_identity(change: dict[str, str]):
    """Another of them is another content."""
    assert content_of().identity != content_of(**change).identity


def test_the_parts_of_an_identity_don_t_run_into_each_other():
    """A word that moves from the title into the places is another content."""
    assert content("Nurse Berlin").identity != content("Nurse", places=("berlin",)).identity


def test_requisitions_are_compared_without_punctuation():
    """R-1 and r1 are one requisition; no id is 0."""
    assert requisition_hash("R-1") == requisition_hash("r1") != 0
    assert requisition_hash(None) == requisition_hash(" ") == 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("R-1234", "R-5678", True), ("R-1234", "JR1234", False), ("R-1234", "88/26", False), ("1234", "12345678", False),
        ("0b2f5a60-5c1e-4b57-9a39-d1a3ab3f9e51", "c1d7e0f4-83aa-4a0a-8c65-3d1c19f0c0aa", True),
    ],
)  # fmt: skip
def test_the_form_of_a_requisition_tells_its_system(one: str, other: str, alike: bool):
    """Who numbers otherwise may mean the same opening."""
    assert (requisition_hash(one) & FORM == requisition_hash(other) & FORM) is alike


@pytest.mark.parametrize(
    ("first_line", "places", "is_heading"),
    [
        ("Acme | Nurse | Berlin | ONSITE", ("Berlin",), True),
        ("Acme | Nurse | ONSITE", ("Berlin",), False),
        ("Nurse wanted in Berlin", ("Berlin",), False),
        ("We care.", (), False),
    ],
)
def test_a_board_post_begins_with_employer_title_and_places(first_line: str, places: tuple[str, ...], is_heading: bool):
    """Such a post is its heading and often lists several roles; any other text is one job's."""
    assert content(places=places, text=f"\n{first_line}\nWe care.").heading is is_heading


def test_a_cut_title_still_makes_a_heading():
    """Its first four words are looked for."""
    title = "Nurse for intensive care nights, weekends"
    assert content(title, text="Acme | Nurse for intensive care | Berlin\nWe care.").heading


def test_facts_are_read_from_title_text_and_links():
    """Years of experience, what looks like a requisition, and links that lead further than to a front page."""
    found = content("Nurse JR1234", text="5+ years. Req. JR2002276. jobs@acme.com", links=["https://acme.com/jobs/4711"])

    assert found.years == 1 << 5
    assert set(found.requisitions) == {hash_of(b"JR1234"), hash_of(b"JR2002276")}
    assert set(found.links) == {hash_of(b"https://acme.com/jobs/4711"), hash_of(b"jobs@acme.com")}


def test_a_posting_is_read_by_its_own_fields():
    """Employer, key, places, requisition and links are those that normalize gave it."""
    places = [Location(raw="Berlin, Germany"), Location(raw="Paris")]
    sent = posting(locations=places, requisition_id="R1", url="https://acme.com/jobs/1", apply_url="https://acme.com/apply/1")
    found = ad_of(sent)

    assert (found.title, found.text, found.employer, found.employer_key) == ("Nurse", sent.description, "Acme", "acme")
    assert (found.places, found.requisition_id) == (["Berlin, Germany", "Paris"], "R1")
    assert found.links == ["https://acme.com/jobs/1", "https://acme.com/apply/1"]
    assert ad_of(posting(employer=None)).employer == ""


def test_a_content_is_the_same_alone_and_among_others():
    """However many ads are read at once."""
    ads = [ad_of(posting(description=found, title=title)) for found in (text(), "", "Short.") for title in ("Nurse", "Driver II")]

    assert contents_of(ads) == [contents_of([ad])[0] for ad in ads]


def test_an_empty_ad_is_an_ad():
    """Nothing known is not an error."""
    found = content("", "", (), "")

    assert (found.text.length, found.title, found.employer, found.heading) == (0, (), 0, False)
