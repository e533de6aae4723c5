"""The truths of each field, read from small sets, and how answers are compared with them."""

import gzip
import json
from datetime import date

import pytest

from pipeline.evaluation.base import DataAbsent, Drawn, Marks, mark_one
from pipeline.evaluation.fields import FIELDS, experience, freshness, locations, salary, skills
from pipeline.evaluation.fields.salary import states
from pipeline.evaluation.sets import as_read, recorded, without_fields
from schemas.derived import EmploymentType, Period, Seniority, WorkMode
from streams.enrich.contract import posting_of

ARSHKA = {
    "job_id": "1", "title": "Senior Nurse", "description": "Full-time. We pay $30.50 - $41 an hour.", "location": "Blue Bell, PA",
    "min_salary": "30.5", "max_salary": "41.0", "med_salary": "", "pay_period": "HOURLY", "remote_allowed": "",
    "formatted_experience_level": "Mid-Senior level", "formatted_work_type": "Full-time",
}  # fmt: skip
ARSHKA_SET = "postings/linkedin_arshka_2024_subset.csv.xz"


def truth(name, data_set):
    """The truth of a field in a set."""
    field = next(field for field in FIELDS if field.name == name)
    return next(truth for truth in field.truths if truth.data_set == data_set)


@pytest.mark.parametrize(
    ("name", "data_set", "changed", "expected"),
    [
        ("seniority", "linkedin_arshka_2024", {}, {Seniority.MID, Seniority.SENIOR, Seniority.LEAD}),
        ("employment_type", "linkedin_arshka_2024", {}, {EmploymentType.FULL_TIME}),
        ("work_mode", "linkedin_arshka_2024", {}, {WorkMode.ONSITE, WorkMode.HYBRID}),
        ("work_mode", "linkedin_arshka_2024", {"remote_allowed": "1.0"}, {WorkMode.REMOTE}),
        ("locations: country", "linkedin_arshka_2024", {}, {"US"}),
        ("salary", "linkedin_arshka_2024, in the text", {}, (30.5, 41.0, Period.HOUR)),
    ],
)
def test_linkedins_fields_are_truths_and_leave_the_posting(write, name, data_set, changed, expected):
    """The posting that enrichers read states none of them."""
    data = write(ARSHKA_SET, [ARSHKA | changed])

    (case,) = truth(name, data_set).cases(data)

    assert case.truth == expected
    assert case.id == "1"
    assert not any(getattr(case.posting, field) for field in type(case.posting).model_fields if field.startswith("stated_"))


def test_a_posting_that_states_nothing_is_there_for_precision():
    """No answer is right for it, and none is expected."""
    assert mark_one(frozenset(), "senior") == Marks(0, 0, 1, 0)
    assert mark_one(frozenset(), None) == Marks(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("field", "words", "expected"),
    [
        (experience, ["3"], {(3.0, None)}),
        (experience, ["0.5-2"], {(0.5, 2.0)}),
        (experience, [], set()),
    ],
)
def test_what_was_read_has_the_form_of_an_answer(field, words, expected):
    """A line of the file has words."""
    assert field.read_range(words) == expected


@pytest.mark.parametrize(
    ("name", "data_set", "changed"),
    [
        ("seniority", "linkedin_arshka_2024", {"formatted_experience_level": ""}),
        ("seniority", "linkedin_arshka_2024", {"formatted_experience_level": "Not Applicable"}),
        ("employment_type", "linkedin_arshka_2024", {"formatted_work_type": "Other"}),
        ("salary", "linkedin_arshka_2024, in the text", {"description": "We pay well."}),
        ("salary", "linkedin_arshka_2024, all", {"min_salary": "", "max_salary": ""}),
    ],
)
def test_what_says_nothing_is_no_truth(write, name, data_set, changed):
    """Such a posting is not counted."""
    assert list(truth(name, data_set).cases(write(ARSHKA_SET, [ARSHKA | changed]))) == []


def test_a_stated_wording_is_read_from_the_field(write, resources):
    """Glassdoor has its estimate beside the text; thousands per year and dollars per hour."""
    row = {"Job Title": "Analyst", "Salary Estimate": "$53K-$91K (Glassdoor est.)"}
    hourly = row | {"Salary Estimate": "$21-$34 Per Hour(Glassdoor est.)"}
    data = write("postings/glassdoor_ds_us_2020.csv.xz", [row, hourly, row | {"Salary Estimate": "-1"}])
    cases = list(truth("salary", "glassdoor_ds_us_2020, wording").cases(data))

    assert [case.truth for case in cases] == [(53_000, 91_000, Period.YEAR), (21, 34, Period.HOUR)]
    for case in cases:
        said = salary.answer(salary.FIELD.enricher.enrich(case.posting, resources))
        assert salary.mark(case.truth, said) == Marks(1, 1, 1, 1)


def test_recorded_answers_are_read_as_the_stage_reads_them(tmp_path):
    """A Lever site: the commitment is the truth, the text is what is read."""
    row = {
        "id": "p1", "text": "Nurse", "description": "<p>Care for patients.</p>", "createdAt": 1767225600000,
        "categories": {"location": "Berlin", "commitment": "Full-time"}, "workplaceType": "hybrid", "country": "DE",
        "hostedUrl": "https://jobs.lever.co/acme/p1",
    }  # fmt: skip
    (tmp_path / "fixtures/ats/lever").mkdir(parents=True)
    (tmp_path / "fixtures/ats/lever/acme.json").write_text(json.dumps([row]))

    ((id_, content),) = recorded(tmp_path, {"lever": ("lever/acme.json",)})

    assert (id_, content.stated_employment_type, content.stated_work_mode) == ("lever:recorded:p1", "Full-time", "hybrid")
    assert as_read(id_, content).stated_work_mode == "hybrid"
    assert without_fields(as_read(id_, content)).description == "Care for patients."
    assert without_fields(as_read(id_, content)).stated_work_mode is None


@pytest.mark.parametrize("found", [(field, truth) for field in FIELDS for truth in field.truths], ids=lambda f: f[1].data_set)
def test_every_set_says_when_it_is_absent(tmp_path, found):
    """So that a machine without the data has rows that say so."""
    with pytest.raises(DataAbsent, match="is not in"):
        list(found[1].cases(tmp_path))


@pytest.mark.parametrize(
    ("text", "low", "high", "stated"),
    [
        ("Pay: $45,000 - $55,000Company car", 45_000, 55_000, True),
        ("from 50k to 70k a year", 50_000, 70_000, True),
        ("$25/hr", 25, 25, True),
        ("$48.97 - $69.01", 48.97, 69.01, True),
        ("45,000 people, 20 teams and 55,000 customers", 45_000, 55_000, False),
        ("$145,000 - $155,000", 45_000, 55_000, False),
        ("competitive", 45_000, 55_000, False),
    ],
)
def test_both_bounds_stand_side_by_side(text, low, high, stated):
    """Else the text says something else than the field."""
    assert states(text, low, high) is stated


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ((100.0, 200.0, Period.YEAR, "USD"), True),
        ((100.0, 200.0, Period.MONTH, "USD"), False),
        ((100.0, 201.0, Period.YEAR, "USD"), False),
        ((None, 200.0, Period.YEAR, "USD"), False),
    ],
)
def test_pay_is_right_to_the_cent_and_per_the_same_period(said, right):
    """Another period is another pay."""
    assert salary.mark((100.0, 200.0, Period.YEAR), said) == Marks(1, int(right), 1, int(right))


def test_one_amount_may_be_either_bound():
    """`up to $20` and `$20` name one amount."""
    assert salary.mark((20.0, 20.0, Period.HOUR), (None, 20.0, Period.HOUR, "USD")).right == 1


def test_of_several_pays_that_were_read_any_is_right():
    """Its currency too, where the text tells one; where no pay was read, any answer is false."""
    read = ((20.0, 30.0, Period.HOUR, "USD"), (40_000.0, 50_000.0, Period.YEAR, None))

    assert salary.mark(read, (20.0, 30.0, Period.HOUR, "USD")) == Marks(1, 1, 1, 1)
    assert salary.mark(read, (20.0, 30.0, Period.HOUR, "CAD")) == Marks(1, 0, 1, 0)
    assert salary.mark(read, (40_000.0, 50_000.0, Period.YEAR, "CAD")) == Marks(1, 1, 1, 1)
    assert salary.mark(read, None) == Marks(1, 0, 0, 0)
    assert salary.mark((), (20.0, 30.0, Period.HOUR, "USD")) == Marks(0, 0, 1, 0)
    assert salary.mark((), None) == Marks(0, 0, 0, 0)


def test_pay_of_a_drawn_text_is_right_as_any_pay_is():
    """By bounds, period and currency."""
    drawn = Drawn(((20.0, 30.0, Period.HOUR, "USD"),))

    assert salary.mark(drawn, (20.0, 30.0, Period.HOUR, "USD")) == Marks(0, 0, 1, 1)
    assert salary.mark(drawn, (20.0, 30.0, Period.YEAR, "USD")) == Marks(0, 0, 1, 0)


MAIL = {
    "jobpost": "TITLE: Nurse\nDEADLINE: 15 June 2004",
    "date": "01/06/2004",
    "Year": "2004",
    "Month": "6",
    "OpeningDate": "NA",
}


@pytest.mark.parametrize(
    ("column", "told", "none"),
    [
        ("15 June 2004, by 9 PM", date(2004, 6, 15), False),
        ("June 4 2004", date(2004, 6, 4), False),
        ("30th of April, 2004", date(2004, 4, 30), False),
        ("Open", None, True),
        ("27 February 04", None, False),
        ("", None, False),
    ],
)
def test_a_deadline_is_told_where_its_column_names_a_day(write, column, told, none):
    """A column of other digits, or an empty one, says neither that there is one nor that there is none."""
    data = write("postings/careercenter_am_2004_subset.csv.xz", [MAIL | {"Deadline": column}])

    found = list(truth("apply_by", "careercenter_am_2004").cases(data))
    assert [case.truth for case in found] == ([frozenset({told})] if told else [])
    assert bool(list(truth("apply_by", "careercenter_am_2004, none").cases(data))) is none


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("senast den 3 juli", True),
        ("July 3rd, 2025", True),
        ("2025-07-03", True),
        ("3/7", True),
        ("13/7", False),
        ("July 30", False),
    ],
)
def test_a_text_writes_a_day_in_several_forms(text, stated):
    """With its year or without."""
    assert freshness.writes(text, date(2025, 7, 3)) is stated


def test_cities_are_compared_by_distance():
    """Potsdam is near enough to Berlin, Leipzig is not."""
    berlin = (52.52, 13.41)

    assert locations.mark_near(berlin, (52.40, 13.06)) == Marks(1, 1, 1, 1)
    assert locations.mark_near(berlin, (51.34, 12.37)) == Marks(1, 0, 1, 0)
    assert locations.mark_near(berlin, None) == Marks(1, 0, 0, 0)
    assert locations.mark_near(None, berlin) == Marks(0, 0, 1, 0)
    assert locations.distance_km(berlin, (51.34, 12.37)) == pytest.approx(149, abs=2)


def test_the_middle_of_a_state_is_no_city(write):
    """A wording that is the state's name expects none; New York is the city as well."""
    wordings = ("Ohio", "Akron, Ohio", "New York")
    at = {"job_latitude": 40.4, "job_longitude": -82.9}
    rows = [{"id": name, "location": name, "title": "Nurse", "_raw": at} for name in wordings]

    cases = locations.CITY.truths[0].cases(write("postings/zapply_2026.jsonl.xz", rows))

    assert [case.truth for case in cases] == [None, (40.4, -82.9), (40.4, -82.9)]


@pytest.mark.parametrize("wording", ["Remote", "Hybrid", "Remote / On-site", "Multiple Locations", ""])
def test_a_mode_of_work_is_no_place(wording):
    """Nobody can know its country."""
    assert not locations.names_a_place(wording)
    assert locations.names_a_place(f"{wording} - Ohio")


@pytest.mark.parametrize(
    ("wording", "other"),
    [
        ("Remote - Canada", True),
        ("Toronto, CAN", True),
        ("Taos, New Mexico", False),
        ("Remote (US/Canada)", False),
        ("Ohio", False),
    ],
)
def test_a_wording_may_name_another_country_than_the_field(wording, other):
    """In full or by its code of three letters."""
    assert locations.names_another(wording, "US") == other


def test_skills_are_compared_with_spans_by_whole_words():
    """`java` is in `java 8 development`, not in `javascript`; a soft skill is right where one is marked, and not asked for."""
    spans = skills.Spans(frozenset({"java 8 development", "javascript"}), frozenset({"team work"}))

    assert skills.mark(spans, frozenset({"java", "team work", "cobol"})) == Marks(2, 1, 3, 2)
    assert skills.mark(spans, None) == Marks(2, 0, 0, 0)


def test_spans_come_from_tags(write):
    """Sentences of one ad are one posting; B begins a span, I goes on."""
    tokens = ["Know", "Apache", "Kafka", "and", "Go"]
    row = {
        "idx": 4, "source": "tech", "tokens": tokens, "tags_skill": ["O"] * 5,
        "tags_knowledge": ["O", "B", "I", "O", "B"],
    }  # fmt: skip
    data = write("labels/skillspan_dev.json", [row, row | {"tokens": ["Hi"], "tags_skill": ["O"], "tags_knowledge": ["O"]}])

    (case,) = truth("skills", "skillspan_dev").cases(data)

    assert case.truth == skills.Spans(frozenset({"apache kafka", "go"}))
    assert case.posting.description == "Know Apache Kafka and Go\nHi"


def test_each_skill_that_a_job_lists_is_a_span(tmp_path):
    """Every tenth job of the file; one that lists fewer than three tells nothing."""
    (tmp_path / "labels").mkdir()
    jobs = ["7,Java,C++,MS Office,,,", "8,Ada,Go,R"] + ["9,Ada,"] * 9
    (tmp_path / "labels/skill2vec_50K.csv.gz").write_bytes(gzip.compress("\n".join(jobs).encode()))

    (case,) = truth("skills", "skill2vec").cases(tmp_path)

    assert (case.id, case.posting.description) == ("skill2vec:7", "Java, C++, MS Office")
    assert case.truth == skills.Spans(frozenset({"java", "c++", "ms office"}))


def test_skills_stand_beside_three_lists(resources):
    """ESCO's names, all its labels, and our own list without marks: only ours knows AWS, and that `go` is no language."""
    posting = posting_of("p", description="Java, MS Access, AWS, go")

    said = [field.plain(posting, resources) for field in (skills.FIELD, skills.BESIDE_ALL_LABELS, skills.BESIDE_UNMARKED)]

    assert said[0] == {"java"}
    assert said[1] == {"java", "ms access"}
    assert said[2] == {"java", "ms access", "aws", "go"}


@pytest.mark.parametrize(
    ("name", "title", "description", "said"),
    [
        ("seniority", "Sr. Nurse", "", Seniority.SENIOR),
        ("employment_type", "Nurse", "A full-time contract", EmploymentType.FULL_TIME),
        ("work_mode", "Nurse", "Hybrid or remote", WorkMode.HYBRID),
        ("salary", "Nurse", "$20 - $30", (20.0, 30.0, Period.HOUR, "USD")),
        ("salary", "Nurse", "$90k-$120k", (90_000.0, 120_000.0, Period.YEAR, "USD")),
        ("equity", "Nurse", "Equity: 0.5% - 1%", (0.5, 1.0)),
        ("skills", "", "cobol and JAVA", frozenset({"cobol", "java"})),
    ],
)
def test_the_plain_method_is_plain(resources, name, title, description, said):
    """It takes the first word that it knows."""
    field = next(field for field in FIELDS if field.name == name)

    assert field.plain(posting_of("p", title=title, description=description), resources) == said


@pytest.mark.parametrize("name", ["seniority", "employment_type", "work_mode", "salary", "skills", "locations: country"])
def test_from_nothing_the_plain_method_says_nothing(resources, name):
    """It guesses no more than ours."""
    field = next(field for field in FIELDS if field.name == name)

    assert field.plain(posting_of("p"), resources) is None
