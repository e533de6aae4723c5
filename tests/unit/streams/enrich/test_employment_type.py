"""The kind of contract."""

import pytest

from schemas.derived import EmploymentType, Origin
from streams.enrich.employment_type import enrich
from tests.builders import make_posting


def kind(resources, **fields):
    """(kind, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(**fields), resources)["employment_type"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("FullTime", EmploymentType.FULL_TIME),
        ("FULL_TIME", EmploymentType.FULL_TIME),
        ("fulltime_permanent", EmploymentType.FULL_TIME),
        ("Vollzeit", EmploymentType.FULL_TIME),
        ("Part-time", EmploymentType.PART_TIME),
        ("PartTime", EmploymentType.PART_TIME),
        ("Contractor", EmploymentType.CONTRACT),
        ("fixed-term contract", EmploymentType.TEMPORARY),
        ("Intern", EmploymentType.INTERNSHIP),
        ("Volunteer", EmploymentType.VOLUNTEER),
        ("full_time, b2b", EmploymentType.CONTRACT),
        ("part_time, mandate_contract, b2b", EmploymentType.CONTRACT),
        ("full_time, permanent", EmploymentType.FULL_TIME),
        ("full_time, b2b, permanent", EmploymentType.FULL_TIME),
        ("part_time, permanent, mandate_contract", EmploymentType.PART_TIME),
    ],
)
def test_the_stated_kind_counts(resources, stated, value):
    """Whatever the spelling of the system; the title does not matter then."""
    assert kind(resources, stated_employment_type=stated, title="Internship") == (value, Origin.FIELD)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"stated_employment_type": "Other", "title": "Nurse, part-time"}, (EmploymentType.PART_TIME, Origin.TITLE)),
        ({"description": "Acme | Berlin | Full time\n"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hello.\nThis is a contract position."}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Hello.\nEmployment Status: Full-time\nShift: day"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hej.\nTillsvidareanställning, heltid."}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hello.\nJob types: contract.\nJob type: Contract"}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Hello.\nYou work for us on a contract basis."}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Guten Tag.\nPensum: 100%"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "We plan seasonal campaigns with freelance crews, and look after our guests every day. " * 3}, None),
        ({"description": "Hello.\nYou may move into a part-time/full-time role later."}, None),
        ({"description": "Hello.\nJob Type: Full-time, Part-time"}, None),
        ({"description": "We are a commercial general contractor.\n"}, None),
        ({"title": "Contract Manager"}, None),
        ({"title": "Stage Hand"}, None),
        ({"description": "Acme | full-time or part-time"}, None),
        ({"description": "Hello.\nWe build contracts for interns."}, None),
    ],
)
def test_the_first_place_that_names_a_kind_decides(resources, fields, found):
    """Field, title, heading, then sentences; a word that is also a trade says nothing in a title."""
    assert kind(resources, **fields) == found


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("We are seeking a full time, first shift technician.", EmploymentType.FULL_TIME),
        ("Shift details:\n• Days\n• Part-time\nApply now.", EmploymentType.PART_TIME),
        ("Position Type: Full-Time\nSalary: 1", EmploymentType.FULL_TIME),
        ("Job Type: Full-timePay: $10", EmploymentType.FULL_TIME),
        ("English teachers (Full-Time) are wanted.", EmploymentType.FULL_TIME),
        ("Poste en CDD, à pourvoir.", EmploymentType.TEMPORARY),
        ("Contrat en alternance dans une équipe.", EmploymentType.INTERNSHIP),
        ("Wir suchen dich auf Minijob Basis.", EmploymentType.PART_TIME),
        ("Pay on file. Duration: 6-month contract in Oslo.", EmploymentType.CONTRACT),
        ("This is a remote contract role for a writer.", EmploymentType.CONTRACT),
        ("This is a full-time contract position.", EmploymentType.CONTRACT),
        ("This is a temp-to-hire opportunity.", EmploymentType.TEMPORARY),
        ("This is a temporary to permanent role: grow into a full-time permanent role.", EmploymentType.TEMPORARY),
        ("The post is a full-time temporary employment for two years.", EmploymentType.FULL_TIME),
        ("The position is a fixed-term appointment of four years.", EmploymentType.TEMPORARY),
        ("As a Field Engineering Intern, you will build robots. This is a full-time role.", EmploymentType.INTERNSHIP),
        ("The co-op will test boards.", EmploymentType.INTERNSHIP),
        ("Omfattning: Heltid", EmploymentType.FULL_TIME),
        ("Arbetspensum med oss.\nVi söker ett vikariat.", EmploymentType.TEMPORARY),
        ("Wir suchen\nSystem Engineer (m/w), 100%", EmploymentType.FULL_TIME),
        ("Wir suchen\nSystem Engineer (m/w) 60%", EmploymentType.PART_TIME),
        ("Wir suchen\nSystem Engineer (m/w) 80 - 100%", None),
        ("Wir suchen einen\nLadenleiterIn 100%\nIhr Aufgabengebiet", EmploymentType.FULL_TIME),
        ("All of it is remote 100%\nApply", None),
        ("Beschäftigungsart: Vollzeit", EmploymentType.FULL_TIME),
        ("We offer work on a B2B contract only.", EmploymentType.CONTRACT),
        ("We take part in contract negotiations and manage contractors.", None),
        ("Must be enrolled as a full-time student.", None),
        ("This part-time position may become a full-time position.", EmploymentType.PART_TIME),
        ("Benefits for regular, full-time employees include lunch.", None),
        ("You need 3 years of non-internship experience.", None),
        ("Roles: engineer (full-time and contract).", None),
        ("Job status such as seasonal or temporary employment matters.", None),
        ("Tjänsten är på 100 % och börjar i maj.", EmploymentType.FULL_TIME),
        ("Vi söker ett sommarvikariat i butik.", EmploymentType.TEMPORARY),
        ("Duration: 12 Months W2 in Oslo.", EmploymentType.CONTRACT),
        ("This is a temporary, salaried post for two years.", EmploymentType.TEMPORARY),
        ("Schedule: FT nights", EmploymentType.FULL_TIME),
    ],
)
def test_running_text_states_a_kind_where_its_words_show_it(resources, text, kind_of_text):
    """In a label, beside `position`, alone in a line or in brackets; not amid a sentence, and none of two to choose from."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("San Oslo, CAScheduleFull-timeJob Posting: today", EmploymentType.FULL_TIME),
        ("Revised 03/12/2024Full-time Exempt", EmploymentType.FULL_TIME),
        ("Status: Permanent full-timeDescription: paint", EmploymentType.FULL_TIME),
        ("CategoryFull-time, Part-timePay: $10", None),
        ("Part and Full-TimePay: $10", None),
        ("BenefitsFull-time employees get lunch", None),
        ("We hire no full-timers.", None),
    ],
)
def test_a_time_that_lost_the_space_beside_it_states_a_kind(resources, text, kind_of_text):
    """Boards drop line ends; of two to choose from it is none, and other people's time is none."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("We are hiring our first full-time painter.", EmploymentType.FULL_TIME),
        ("We are looking for full-time staff in Oslo.", EmploymentType.FULL_TIME),
        ("Acme is recruiting for two experienced part-time cooks.", EmploymentType.PART_TIME),
        ("We offer steady, full-time work.", EmploymentType.FULL_TIME),
        ("This full-time, friendly role is in Oslo.", EmploymentType.FULL_TIME),
        ("Oslo\n- Full-time on location", EmploymentType.FULL_TIME),
        ("Cook - Full Time - good pay", EmploymentType.FULL_TIME),
        ("We are looking for full-time students.", None),
        ("We offer our full-time employees lunch.", None),
        ("You hire full-time and part-time cooks.", None),
        ("We are hiring cooks full time, interns too.", None),
        ("Our 20 full-time painters like it here.", None),
        ("Painters work full time.", None),
    ],
)
def test_a_time_amid_a_sentence_states_a_kind_where_somebody_is_sought_for_it(resources, text, kind_of_text):
    """Not where it is that of those who are there, and not of students."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("Painter - Full time, on-site only", EmploymentType.FULL_TIME),
        ("Oslo | 100% remote | part-time | paint", EmploymentType.PART_TIME),
        ("Oslo | On-site or Remote | Contract\nWe paint.", EmploymentType.CONTRACT),
        ("Contract: Full time\nSalary: 1", EmploymentType.FULL_TIME),
        ("We seek a full - time painter. Seeking a full- time painter.", EmploymentType.FULL_TIME),
        ("Hourly: Full Time PositionMonday to Friday", EmploymentType.FULL_TIME),
        ("Painters work here. Full-time, local only.", EmploymentType.FULL_TIME),
        ("All positions full time in Oslo.", EmploymentType.FULL_TIME),
        ("We are looking for a keen part-time student worker.", EmploymentType.PART_TIME),
        ("Seeking painters!\nFT days, on call", EmploymentType.FULL_TIME),
        ("Status: per diem", EmploymentType.PART_TIME),
        ("Pay: $25/hr on W2 without benefits.", EmploymentType.CONTRACT),
        ("Oslo | Painter | Contractor", EmploymentType.CONTRACT),
        ("We have 2 full-time painters who like tea.", None),
        ("We paint well. Full-Time Painter Part-Time Painter", None),
        ("This is an FT/PT position.", None),
    ],
)
def test_a_kind_beside_a_mode_or_in_a_mark_is_told(resources, text, kind_of_text):
    """A mode hides no kind beside it, and the next line says other things."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("As our Paint Mixing Intern, you mix paint.", EmploymentType.INTERNSHIP),
        ("We're looking for painting interns across the country.", EmploymentType.INTERNSHIP),
        ("Acme seeks an exceptional co-op candidate.", EmploymentType.INTERNSHIP),
        ("The role starts as a summer internship.", EmploymentType.INTERNSHIP),
        ("Join Acme's Internship Program and mix paint.", EmploymentType.INTERNSHIP),
        ("We are looking for a painter to mentor interns.", None),
        ("We are also looking for painting interns.", None),
        ("You worked as a painting intern.", None),
        ("Join us as a painting intern.", EmploymentType.INTERNSHIP),
        ("You join our team of interns.", None),
        ("We are looking for a painter with internship experience.", None),
        ("Seeking an internship coordinator.", None),
    ],
)
def test_an_intern_who_is_sought_states_an_internship(resources, text, kind_of_text):
    """Not one whom somebody looks after or has been."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Acme | Oslo | FT", EmploymentType.FULL_TIME),
        ("Acme | Painter | On-Site, FTE | $1", EmploymentType.FULL_TIME),
        ("FT Paint Engineers", EmploymentType.FULL_TIME),
        ("FT Partners", None),
        ("Acme | Full/part-time | Oslo", None),
        ("Global, full/part time/interns", None),
        ("Painter in Ft. Worth", None),
        ("Acme | Ft | 7,500 sq ft", None),
        ("Acme | Oslo | Painting Intern | Onsite", EmploymentType.INTERNSHIP),
        ("Acme | Painter | Oslo | ONSITE, INTERNS, VISA", None),
        ("Acme | Painter or intern | Oslo", None),
        ("Acme | Full-time, INTERNS | Onsite", None),
    ],
)
def test_a_mark_in_a_title_is_told_and_a_tag_for_interns_is_none(resources, title, value):
    """`INTERNS` among tags says that interns may come as well."""
    assert kind(resources, title=title) == (value and (value, Origin.TITLE))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("Wir suchen einen\nMaler 100% (m/w)\nfür Fenster und Türen", EmploymentType.FULL_TIME),
        ("Wir suchen eine/n Sachbearbeiter/in, 100% im Bereich Farben und Lacke", EmploymentType.FULL_TIME),
        ("Mitarbeiter/in Verkauf 60 Prozent\nFarben und Lacke", EmploymentType.PART_TIME),
        ("Maler 60-80%\nFarben und Lacke", None),
        ("Farben und Lacke\nReisetätigkeit 20%\nWir", None),
        ("Farben und Lacke mit Rabatt von 20%\nWir", None),
        ("Maler 100% oder Malerin 50%\nFarben und Lacke", None),
    ],
)
def test_a_share_of_the_week_behind_a_role_states_a_kind(resources, text, kind_of_text):
    """In German ads wherever the title ends; not of a range, of journeys and prices, or of two roles."""
    found = kind(resources, description=f"Guten Tag.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Software Intern (full-time)", EmploymentType.INTERNSHIP),
        ("Painting Co-op - Part-time", EmploymentType.INTERNSHIP),
        ("Part or full time Painting Intern", EmploymentType.INTERNSHIP),
        ("Full-time painter, intern", None),
        ("Interns, full-time", None),
        ("Intern or full-time painter", None),
        ("Event Coordinator (Contract)", EmploymentType.CONTRACT),
        ("HR Analyst | Contract", EmploymentType.CONTRACT),
        ("Data Analyst I- Temp", EmploymentType.TEMPORARY),
        ("Contract Manager", None),
        ("Acme | Oslo | Contract or Full-time", None),
    ],
)
def test_a_word_of_trades_states_a_kind_by_itself(resources, title, value):
    """Between bars or in brackets a title's `contract` is not of the trade."""
    assert kind(resources, title=title) == (value and (value, Origin.TITLE))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("Location: Oslo / 100% RemoteDuration : 06 Months", EmploymentType.CONTRACT),
        ("DURATION: May - 31 December 2004", EmploymentType.CONTRACT),
        ("Length: 12+ month's contract", EmploymentType.CONTRACT),
        ("Duration: 2 years, may be extended.", EmploymentType.TEMPORARY),
        ("Duration: 2025-09-01 - 2025-12-31", EmploymentType.CONTRACT),
        ("Painter in Oslo, 12 Month Assignment", EmploymentType.CONTRACT),
        ("Assignment length: 13 weeks", EmploymentType.CONTRACT),
        ("The position is initially a 36-month term with renewal.", EmploymentType.TEMPORARY),
        ("The position is limited to four years.", EmploymentType.TEMPORARY),
        ("Contract: 6 months\nRate: 1", EmploymentType.CONTRACT),
        ("WordPainter - contract (20 - 30 hours/week) - Oslo", EmploymentType.CONTRACT),
        ("Only LocalContract Duration : 6+ Months on C2C", EmploymentType.CONTRACT),
        ("Painters paint.Contract position in Oslo", EmploymentType.CONTRACT),
        ("If you are interested in B2B cooperation, call us.", EmploymentType.CONTRACT),
        ("Duration: Full Time", EmploymentType.FULL_TIME),
        ("Duration: long-term", None),
        ("This is for employment or an independent contractor role.", None),
        ("Internship duration: 3 months", EmploymentType.INTERNSHIP),
        ("Oslo, hybrid. Potential for extension based upon the house.", EmploymentType.CONTRACT),
        ("You paint the extension of a house.", None),
        ("Benefits of any non-temporary position.", None),
        ("Average project duration: 6 months", None),
        ("Program duration: 6 months", None),
        ("Probation duration: 3 months", None),
    ],
)
def test_work_for_a_time_states_a_kind(resources, text, kind_of_text):
    """Who says only how long it lasts looks for somebody for that time; what else lasts so long states none."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("Job Type: 1.0 FTE", EmploymentType.FULL_TIME),
        ("This is a 0.5 FTE position.", EmploymentType.PART_TIME),
        ("You lead 11.0 FTE.", None),
        ("Location Oslo Full-Time/Part-Time Full-Time\nPaint", EmploymentType.FULL_TIME),
        ("Type: Administrative, Full Time OR MORE", EmploymentType.FULL_TIME),
        ("Painter, Full Time, 25% travel\nPaint", EmploymentType.FULL_TIME),
        ("Malerin Teilzeit\nfür Türen", EmploymentType.PART_TIME),
        ("You will be our 2nd fulltime painter.", EmploymentType.FULL_TIME),
        ("You will be the sixth full-time employee.", EmploymentType.FULL_TIME),
        ("You must be able to work full-time.", EmploymentType.FULL_TIME),
        ("✅ Full-time", EmploymentType.FULL_TIME),
        ("ስራ (Full-Time Painter) በኦስሎ", EmploymentType.FULL_TIME),
        ("የስራ አይነት፦ ሙሉ ጊዜ", EmploymentType.FULL_TIME),
        ("We seek a painter on a voluntary (unpaid) basis.", EmploymentType.VOLUNTEER),
        ("100%. Tillträde: snarast", EmploymentType.FULL_TIME),
        ("Full-time offers after the summer", None),
        ("Two other full-time painters paint with you.", None),
    ],
)
def test_a_time_with_a_part_of_its_own_states_a_kind(resources, text, kind_of_text):
    """In a list, at the end of a short line, behind a picture, in another script, as a share of a post."""
    found = kind(resources, description=f"Hello.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "kind_of_text"),
    [
        ("Farben und Lacke\nBeschäftigung in %:\n\n100%\n\nOslo", EmploymentType.FULL_TIME),
        ("Maler und Lackierer\n60 Prozent\nOslo", EmploymentType.PART_TIME),
        ("Wir suchen eine/n\nMaler/in\n(100 Prozent)\nin Oslo", EmploymentType.FULL_TIME),
        ("Farben und Lacke\nPensum: 80 - 100%\nOslo", None),
        ("Farben och lacker\nOmfattning: 80%\nOslo", EmploymentType.PART_TIME),
    ],
)
def test_a_share_with_a_label_or_a_line_of_its_own_states_a_kind(resources, text, kind_of_text):
    """However many lines the label is away; a range states none."""
    found = kind(resources, description=f"Guten Tag.\n{text}")
    assert found == (kind_of_text and (kind_of_text, Origin.TEXT))


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Registered Nurse PRN - Oslo", EmploymentType.PART_TIME),
        ("Courier-Per Diem", EmploymentType.PART_TIME),
        ("Nurse - Acute Care, PT, Night", EmploymentType.PART_TIME),
        ("Nurse FT Night Shift", EmploymentType.FULL_TIME),
        ("Nurse - FT, PT, PRN", None),
        ("Pharmacy Intern- Per Diem", EmploymentType.INTERNSHIP),
    ],
)
def test_who_is_called_when_there_is_work_works_part_time(resources, title, value):
    """As hospitals say it in titles; not where full time may be chosen as well."""
    assert kind(resources, title=title) == (value and (value, Origin.TITLE))


def test_what_a_job_may_become_is_none_of_its_kinds(resources):
    """A heading that has both states what the job is now."""
    heading = "This is a part-time position with the potential to become a full-time position"
    assert kind(resources, description=f"{heading}\nPaint") == (EmploymentType.PART_TIME, Origin.TEXT)


def test_a_thesis_that_lasts_for_months_states_no_kind(resources):
    """Nor does a workshop: only work does."""
    assert kind(resources, title="Master's Thesis in Paint", description="Hello.\nDuration: 5 months") is None
