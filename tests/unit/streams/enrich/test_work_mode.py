"""On site, hybrid, remote."""

import pytest

from schemas.derived import Origin, WorkMode
from schemas.posting import Location
from streams.enrich.work_mode import enrich
from tests.builders import make_posting


def mode(resources, **fields):
    """(mode, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(**fields), resources)["work_mode"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("remote", WorkMode.REMOTE),
        ("TELECOMMUTE", WorkMode.REMOTE),
        ("Hybrid Remote", WorkMode.HYBRID),
        ("on-site", WorkMode.ONSITE),
        ("OnSite", WorkMode.ONSITE),
        ("No remote", WorkMode.ONSITE),
    ],
)
def test_the_stated_mode_counts(resources, stated, value):
    """Whatever the spelling; the title does not matter then."""
    assert mode(resources, stated_work_mode=stated, title="Remote hybrid onsite") == (value, Origin.FIELD)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"stated_work_mode": "unspecified", "title": "Nurse (remote)"}, (WorkMode.REMOTE, Origin.TITLE)),
        ({"locations": [Location(raw="Remote - US")]}, (WorkMode.REMOTE, Origin.FIELD)),
        ({"description": "Acme | Berlin | ONSITE\nRemote teams use us."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "We hire.\nThis is a fully remote position."}, (WorkMode.REMOTE, Origin.TEXT)),
        ({"description": "We hire.\nWe have a hybrid schedule."}, (WorkMode.HYBRID, Origin.TEXT)),
        ({"description": "We hire.\n#LI-Remote"}, (WorkMode.REMOTE, Origin.TEXT)),
        ({"description": "We hire.\nWork Location: In person"}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "Bring your documents in person.\n"}, None),
        ({"locations": [Location(raw="In person, Oslo")]}, (WorkMode.ONSITE, Origin.FIELD)),
        ({"description": "We hire.\nYou monitor remote sensors."}, None),
        ({"description": "Acme | ONSITE or REMOTE\nThis is an onsite position."}, (WorkMode.REMOTE, Origin.TEXT)),
        (
            {"description": "We hire.\nYou work in the office or at home, 3 days a week in the office."},
            (WorkMode.HYBRID, Origin.TEXT),
        ),
        ({"description": "We hire.\nThis is a full-time on-site role."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "THIS IS NOT A REMOTE OPPORTUNITY. We hire."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "We hire.\nWe offer the potential for hybrid work."}, None),
        (
            {"description": "We need a nurse with experience who gives onsite care to our clients, and helps remote teams. " * 3},
            None,
        ),
        ({"stated_work_mode": "remote, onsite"}, (WorkMode.REMOTE, Origin.FIELD)),
        ({"title": "Remote Sensing Engineer"}, None),
        ({"title": "Distributed Systems Engineer"}, None),
    ],
)
def test_the_first_place_that_names_a_mode_decides(resources, fields, found):
    """Field, places, title, heading, then sentences; of two that one names the freer is told."""
    assert mode(resources, **fields) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Location: Oslo (Remote - Norway)", WorkMode.REMOTE),
        ("Senior Developer | Oslo | Remote", WorkMode.REMOTE),
        ("Work Arrangement Remote Flexible hours", WorkMode.REMOTE),
        ("You can work from anywhere.", WorkMode.REMOTE),
        ("This is a remote contract role for a writer.", WorkMode.REMOTE),
        ("Location: RemoteDuration: 6 months", WorkMode.REMOTE),
        ("Oslo (Hybrid – 3 days onsite, Monday to Wednesday) and more", WorkMode.HYBRID),
        ("We work three days per week from the office.", WorkMode.HYBRID),
        ("Job Hours: Full-time, hybrid 60% on-site position", WorkMode.HYBRID),
        ("Work Type: Hybrid (Remote, Office, and Client Site)", WorkMode.HYBRID),
        ("Arbetsmodell: Hybrid", WorkMode.HYBRID),
        ("On-site work is required 5 days a week.", WorkMode.ONSITE),
        ("You are in-office 5 days a week.", WorkMode.ONSITE),
        ("The office in Oslo is unavailable for remote work.", WorkMode.ONSITE),
        ("This is not a remote position.", WorkMode.ONSITE),
        ("Employment: full-time, on-site role", WorkMode.ONSITE),
        ("Arbetssätt: På plats", WorkMode.ONSITE),
        ("Location: Oslo (Remote / Hybrid)", WorkMode.REMOTE),
        ("Location: Oslo or remote", WorkMode.REMOTE),
        ("Our teams are remote or hybrid.", None),
        ("Flexible hours and remote/hybrid options", WorkMode.REMOTE),
        ("Work is fully remote or in hybrid model.", WorkMode.REMOTE),
        ("This hybrid role serves guests and manages sales.", None),
        ("Bring your documents in person at our office.", None),
        ("You schedule in-person and virtual meetings.", None),
        ("You care for remote teams and hybrid cloud.", None),
        ("We offer an onsite gym and onsite interviews.", None),
    ],
)
def test_running_text_states_a_mode_where_its_words_show_it(resources, text, value):
    """In a label, beside `role`, in brackets or between bars; not amid a sentence, and none of two to choose from."""
    found = mode(resources, description=f"Hello.\n{text}")
    assert found == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Type of PositionHybrid\nLocation: Oslo", WorkMode.HYBRID),
        ("Location: 100% RemoteDuration: 3 months", WorkMode.REMOTE),
        ("Job Type: full time-in personHours: day", WorkMode.ONSITE),
        ("BenefitsOn-site gym, lunch", None),
        ("We like our Dublin office.", None),
        ("RemoteOK is a board.", None),
    ],
)
def test_a_mode_that_lost_the_space_beside_it_is_told(resources, text, value):
    """Where it ends its field; not where it goes on, nor inside another word."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You are in our Oslo office at least two days a week.", WorkMode.HYBRID),
        ("We meet in the office three (3) days per week.", WorkMode.HYBRID),
        ("You work 5x a week in our office.", WorkMode.ONSITE),
        ("Att jobba på plats ca 2 dagar i veckan passar dig.", WorkMode.HYBRID),
        ("Lunch is in our office, and that three days a week.", None),
        ("Our flexible workplace policy includes a required minimum number of days a week onsite.", WorkMode.HYBRID),
        ("You may work from home up to two days a week.", WorkMode.HYBRID),
        ("There is a possibility to work from home two days a week.", WorkMode.HYBRID),
        ("Remote, with one day a week at the office.", WorkMode.HYBRID),
        ("You spend at least half of your time in the office.", WorkMode.HYBRID),
        ("You spend half of your time in the office and half in the field.", None),
        ("We require at least 2 weeks per month onsite.", WorkMode.HYBRID),
        ("You are in the office Tuesday to Thursday.", WorkMode.HYBRID),
        ("Able to work a 40-hour week, M-F onsite.", WorkMode.ONSITE),
        ("We look for a painter (m/f) to start in our office.", None),
        ("Free yoga in the office on Wednesdays.", None),
        ("We play chess two days a week.", None),
    ],
)
def test_days_of_the_week_tell_a_mode(resources, text, value):
    """Five at work are all of them, fewer are hybrid, whether one must or may stay at home on the others; not those of lunch."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You must be able to work on-site in Oslo.", WorkMode.ONSITE),
        ("Interns are expected to work in the office, Monday to Friday.", WorkMode.ONSITE),
        ("You will work from home with our tools.", WorkMode.REMOTE),
        ("You will work from home.", WorkMode.REMOTE),
        ("We are hiring remote painters.", WorkMode.REMOTE),
        ("Onsite in Oslo and nowhere else.", WorkMode.ONSITE),
        ("Painter, Oslo ONSITE VISA", WorkMode.ONSITE),
        ("Painter, Oslo, some REMOTE", None),
        ("You are able to work alone and remotely.", None),
        ("You will be on site with customers.", None),
        ("Some work will be remote.", None),
        ("This is not an in-office role; it is a remote position.", WorkMode.REMOTE),
        ("Remote Work: Hybrid", WorkMode.HYBRID),
        ("#LI-Remote#LI-XY1", WorkMode.REMOTE),
    ],
)
def test_how_one_must_work_tells_a_mode(resources, text, value):
    """And who is sought, and tags in capitals; not what one may do, nor where customers are."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oslo | Contractor | On-site | paint", WorkMode.ONSITE),
        ("You must be able to work full-time on-site.", WorkMode.ONSITE),
        ("Painter\n- Remote US\n- Friendly", WorkMode.REMOTE),
        ("Oslo // Onsite // paint", WorkMode.ONSITE),
        ("Remote: No\nVisa: yes", WorkMode.ONSITE),
        ("Work From Home: NoTravel: 5%", WorkMode.ONSITE),
        ("Potential for Telework:\nNo", WorkMode.ONSITE),
        ("We don't do remote work here.", WorkMode.ONSITE),
        ("This role is in Oslo and is on-site as part of a team of painters.", WorkMode.ONSITE),
        ("This role is permanent and hybrid in Oslo.", WorkMode.HYBRID),
        ("The painter will be working from home, and travels.", WorkMode.REMOTE),
        ("We ask that you come in 2-3 times per week.", WorkMode.HYBRID),
        ("Hybrid schedule. You have the flexibility to work from anywhere for 4 weeks.", WorkMode.HYBRID),
        ("We offer an opportunity for a hybrid work schedule.", None),
        ("This role may require you to be on site at times.", None),
        ("Remote: no problem at all.", None),
    ],
)
def test_a_mode_beside_a_kind_and_a_refusal_are_told(resources, text, value):
    """A kind hides no mode beside it; `Remote: no` is on site, and what may be is none."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You must be willing to work out of our Oslo office.", WorkMode.ONSITE),
        ("The painter works full-time in our Oslo office.", WorkMode.ONSITE),
        ("You must be able to work in the Oslo office once a month.", None),
        ("The role is based at our office in Oslo.", None),
        ("Join our growing team in the Oslo office.", None),
        ("The internship will be located in the Indianapolis, IN office.", None),
        ("You need to relocate to Oslo for on-site work.", WorkMode.ONSITE),
        ("We paint all day; it is done onsite in Oslo.", WorkMode.ONSITE),
        ("Apply in person at the Oslo office.", None),
        ("All interviews will be conducted in person.", None),
        ("Painter - Oslo - On Site - We are a small team that paints houses all over the country.", WorkMode.ONSITE),
    ],
)
def test_an_office_is_a_mode_where_one_must_be_there(resources, text, value):
    """Where it lies is none."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You'll always be able to work remotely.", WorkMode.REMOTE),
        ("You have the flexibility to work remotely.", WorkMode.REMOTE),
        ("You have the flexibility to work remotely for up to four weeks a year.", None),
        ("Paint from the comfort of your own home.", WorkMode.REMOTE),
        ("You work in a remote environment.", WorkMode.REMOTE),
        ("Remote, with occasional meetings in Oslo.", WorkMode.REMOTE),
        ("You have experience in fully remote teams.", None),
        ("Interns who are not working 100% remote get a flat.", None),
        ("There is an opportunity for fully remote work.", WorkMode.REMOTE),
        ("If this role is remote, the pay is another.", None),
        ("Some telecommuting allowed.", WorkMode.HYBRID),
        ("A role in Oslo, with flexibility for some remote work.", WorkMode.HYBRID),
        ("The job is a mix of work in the office and from home.", WorkMode.HYBRID),
        ("You support both remote and onsite channels.", None),
        ("This is a hybrid role, blending of sales and painting.", None),
        ("Telecommuter? No", WorkMode.ONSITE),
        ("We cannot support remote work.", WorkMode.ONSITE),
        ("Some of our other jobs are on-site jobs. #LI-Remote", WorkMode.REMOTE),
    ],
)
def test_what_one_may_do_as_a_rule_is_a_mode(resources, text, value):
    """A part of the week that may be spent at home is hybrid; other people's modes, and what may be, are none."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Acme | Oslo | REMOTE OK", None),
        ("Acme | Oslo | remote possible", None),
        ("Acme | Oslo | ONSITE (remote possible)", WorkMode.ONSITE),
        ("Acme | Oslo | Onsite, but some WFH is fine", WorkMode.ONSITE),
        ("Acme | Oslo | ONSITE, REMOTE", WorkMode.REMOTE),
        ("Acme | Oslo | ONSITE or maybe REMOTE", WorkMode.ONSITE),
        ("Acme | Oslo | ONSITE, REMOTE on some days", WorkMode.HYBRID),
        ("Acme | Oslo | ONSITE & REMOTE OK", WorkMode.ONSITE),
    ],
)
def test_what_may_be_hides_no_mode_beside_it(resources, heading, value):
    """`ONSITE (remote possible)` is on site; of two that are offered the freer one is told."""
    assert mode(resources, description=f"{heading}\nWe paint.") == (value and (value, Origin.TEXT))


def test_days_at_work_count_more_than_remote_beside_the_title(resources):
    """A board calls a job remote that has its days at the office."""
    found = mode(resources, locations=[Location(raw="Remote")], description="We paint.\nHybrid: 4 days/week in our Oslo office.")
    assert found == (WorkMode.HYBRID, Origin.TEXT)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This role has been designated as hybrid.", WorkMode.HYBRID),
        ("The role is classified as remote.", WorkMode.REMOTE),
        ("This position must be done on-site.", WorkMode.ONSITE),
        ("Some roles are remote.", None),
        ("Most of our employees are remote.", None),
        ("The interview will be remote.", None),
        ("This role is not eligible for remote or hybrid work.", WorkMode.ONSITE),
        ("This position does not allow telework.", WorkMode.ONSITE),
        ("Telecommuting is not available.", WorkMode.ONSITE),
        ("This role is hybrid (not a fully remote internship).", WorkMode.HYBRID),
        ("While many roles are remote-first, we are not remote-only.", None),
        ("Candidates can work remotely but live in Texas.", WorkMode.REMOTE),
        ("This job can be performed remotely.", WorkMode.REMOTE),
        ("This job can be performed remotely or from our Oslo office.", WorkMode.REMOTE),
        ("You can work from home in any state.", WorkMode.REMOTE),
        ("You can work from home when it snows.", None),
        ("Our team works in person from our Oslo headquarters.", WorkMode.ONSITE),
        ("In-office attendance is mandatory.", WorkMode.ONSITE),
        ("Location: Oslo onsite", WorkMode.ONSITE),
        ("Based in Oslo, on-site & full-time.", WorkMode.ONSITE),
        ("(Remote within Norway)", WorkMode.REMOTE),
        ("Work-from-home Fridays, dental and vision.", WorkMode.HYBRID),
        ("Come into the office twice a week.", WorkMode.HYBRID),
        ("The office is open five days a week.", None),
        ("Du kan jobba hemifrån två dagar i veckan.", WorkMode.HYBRID),
        ("Hybrides Arbeiten: 2 Tage Homeoffice pro Woche.", WorkMode.HYBRID),
        ("You split your time between home and the office.", WorkMode.HYBRID),
        ("We split between remote and onsite engineers.", None),
        ("A quiet space and fast internet to work from home.", WorkMode.REMOTE),
        ("Work from home - set your own hours!", WorkMode.REMOTE),
        ("Remote - US\nWe hire.", WorkMode.REMOTE),
        ("Remote - OK\nWe hire.", None),
        ("Our team works remotely across the country.", WorkMode.REMOTE),
        ("Employees in this role work onsite.", WorkMode.ONSITE),
        ("There is no work from home option for this role.", WorkMode.ONSITE),
    ],
)
def test_kinds_of_sentences_tell_a_mode(resources, text, value):
    """What the job is called, what is refused, who may do what, and where all are; not what some do."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


def test_a_refusal_counts_more_than_the_word_in_the_heading(resources):
    """`Remote: No` names no remote work."""
    found = mode(resources, title="Oslo, full time, Remote: No", description="Oslo, full time, Remote: No\nWe paint.")
    assert found == (WorkMode.ONSITE, Origin.TEXT)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Painter, Remote or Oslo"},
        {"title": "Painter, Oslo or remote"},
        {"locations": [Location(raw="Oslo, Bergen, or Remote")]},
        {"description": "Oslo or remote\n"},
    ],
)
def test_a_place_or_remote_is_remote(resources, fields):
    """Remote work is offered, whatever else is."""
    assert (mode(resources, **fields) or [None])[0] is WorkMode.REMOTE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our team is fully remote.", WorkMode.REMOTE),
        ("We are an in-person company in Oslo.", WorkMode.ONSITE),
        ("We are a hybrid company.", WorkMode.HYBRID),
        ("Many of our employees work remotely.", None),
        ("Our customers are remote.", None),
        ("The internship takes place on-site.", WorkMode.ONSITE),
        ("This role is considered on-site.", WorkMode.ONSITE),
        ("The work will be carried out on site at customer premises.", WorkMode.ONSITE),
        ("We are looking for a remote customer service agent.", WorkMode.REMOTE),
        ("We are looking for remote sensing experts.", None),
        ("Join our fast-growing on-site team.", WorkMode.ONSITE),
        ("This is a remote, commission-only role.", WorkMode.REMOTE),
        ("Work Environment: Primarily office-based with some travel. Hours: full-time", WorkMode.ONSITE),
        ("Hours: 9-5 in office", WorkMode.ONSITE),
        ("In-person attendance is an essential function of this job.", WorkMode.ONSITE),
        ("You'll work remotely with clients in the US.", WorkMode.REMOTE),
        ("You will be on-site with clients from time to time.", None),
        ("Candidates can be located anywhere in the US.", WorkMode.REMOTE),
        ("Applicants can be anywhere in their career.", None),
        ("A 5-day on-site schedule in Oslo.", WorkMode.ONSITE),
        ("Non-remote position in Oslo.", WorkMode.ONSITE),
        ("This isn't a remote bait-and-switch job.", None),
        ("We cannot be remote: this role can't be remote.", WorkMode.ONSITE),
        ("Remote candidates will not be considered.", WorkMode.ONSITE),
    ],
)
def test_any_subject_goes_with_any_verb_and_degree(resources, text, value):
    """Who works, what is said of him and how far are parts that all clauses share; whose clause it is still counts."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Telework eligible: Yes", WorkMode.REMOTE),
        ("Able to telework? Yes/no", None),
        ("Telecommute: No", WorkMode.ONSITE),
        ("Remote Work: Not Available", WorkMode.ONSITE),
        ("This position does allow the ability to telework, but you live nearby.", WorkMode.REMOTE),
        ("Flexible hours and the option to work remotely.", WorkMode.REMOTE),
        ("Flexibla arbetstider med möjlighet till distansarbete.", WorkMode.REMOTE),
        ("Remote arrangements will remain an option.", WorkMode.REMOTE),
        ("Remote options are available under the right circumstances.", None),
        ("A device that allows you to remotely paint.", None),
        ("You have the opportunity to work remotely when it snows.", None),
        ("Perks: Remote work, flexible hours", WorkMode.REMOTE),
        ("Set your own hours and work from home!", WorkMode.REMOTE),
        ("Work remotely, on your own schedule", WorkMode.REMOTE),
        ("A quiet, dedicated home office is needed.", WorkMode.REMOTE),
        ("Our home office is in Oslo.", None),
    ],
)
def test_an_option_that_does_not_say_how_much_is_remote(resources, text, value):
    """So is what a list has, and `yes` behind a label; not what is possible under conditions."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A minimum of three days in our New York City office every week.", WorkMode.HYBRID),
        ("Two days in our Oslo office each month.", None),
        ("Two days of remote work per week.", WorkMode.HYBRID),
        ("On-site role, and you can work from home one day a week.", WorkMode.HYBRID),
        ("Work Schedule: 4 days per week (On-site)", WorkMode.ONSITE),
        ("We are onsite Mon-Wed, remote Thu-Fri.", WorkMode.HYBRID),
        ("Work from home every Friday.", WorkMode.HYBRID),
        ("Apply in person Monday through Friday.", None),
        ("Casual Fridays in the office.", None),
        ("This role works from our Oslo office full time.", WorkMode.ONSITE),
        ("This role works with our Oslo office.", None),
        ("A mix of remote and in-office work.", WorkMode.HYBRID),
        ("A mix of remote and on-site customers.", None),
        ("Limited remote work is available.", WorkMode.HYBRID),
    ],
)
def test_days_in_a_named_office_and_at_home_are_counted(resources, text, value):
    """Days at home beside work on site make it hybrid; the days of a job of four days on site don't."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Acme | Oslo, possibly REMOTE | paint", None),
        ("Acme | Oslo | REMOTE (maybe)", None),
        ("Acme | Oslo (REMOTE for the right candidate) | paint", None),
        ("Acme | Oslo | partial REMOTE", WorkMode.HYBRID),
        ("Acme | Oslo | ONSITE 1 day per week | paint", WorkMode.HYBRID),
        ("Acme | Oslo | non-remote", WorkMode.ONSITE),
        ("This role may require you to be on site at times", None),
    ],
)
def test_a_heading_that_only_considers_names_no_mode(resources, heading, value):
    """Nor does one that says what is asked at times; a part is hybrid."""
    assert mode(resources, description=f"{heading}\nWe paint.") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("title", "value"),
    [("Tutor (in-person at the school)", WorkMode.ONSITE), ("Painter (Hybrid: Onsite and Remote)", WorkMode.HYBRID)],
)
def test_a_title_explains_its_mode(resources, title, value):
    """A title is about the job: nobody applies in person there."""
    assert mode(resources, title=title) == (value, Origin.TITLE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Your week is split between your home and our Oslo office.", WorkMode.HYBRID),
        ("We ask for a 50/50 split of office and home working.", WorkMode.HYBRID),
        ("You spend three days in the clinic and two at home.", WorkMode.HYBRID),
        ("Home on Monday and Friday, workshop on the other days.", WorkMode.HYBRID),
        ("You are at home eight days a month: eight days a month at home.", WorkMode.HYBRID),
        ("Come into the shop or do it from home, it makes no difference.", WorkMode.REMOTE),
        ("Where you paint is up to you: our office, your home, or a mix.", WorkMode.REMOTE),
        ("We paint from the office or from home, whichever you like.", WorkMode.REMOTE),
        ("Our clients split their time between home and office.", None),
        ("You mix paint for home and office.", None),
        ("We deliver from our shop to every home three days a week.", None),
        ("You monitor remote sensors.", None),
        ("Drivers are home on Friday.", None),
        ("Alternating weekends between home and school.", None),
        ("We help people paint from home or the office, whichever they choose.", None),
        ("Take orders from home delivery customers.", None),
        ("You must be able to commute from home to the office.", None),
    ],
)
def test_home_and_a_place_of_work_in_one_sentence_are_a_mode(resources, text, value):
    """A week that has both is hybrid; of a free choice between them the freest is told; not of others' homes."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The first two months are on-site, then hybrid.", WorkMode.HYBRID),
        ("Training is onsite, followed by remote work.", WorkMode.REMOTE),
        ("Hybrid after two months on-site.", WorkMode.HYBRID),
        ("The first interview is remote, then in person.", None),
    ],
)
def test_the_mode_that_comes_to_stay_is_told(resources, text, value):
    """Of one for some time and another after it; those of an interview are none."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hybrid: Yes. Grade: 3.", WorkMode.HYBRID),
        ("Is this job remote?\nYes!", WorkMode.REMOTE),
        ("Remote percentage: 100\nTravel: none", WorkMode.REMOTE),
        ("Remote percentage: 40\nTravel: none", WorkMode.HYBRID),
        ("0% remote. Exempt.", WorkMode.ONSITE),
        ("Telecommuting: partial. Travel: none.", WorkMode.HYBRID),
        ("Painter | Hybrid Oslo | 50k", WorkMode.HYBRID),
        ("Painter | Remote within Norway is OK | 50k", None),
        ("Place of work: home. Hours: 20.", WorkMode.REMOTE),
        ("This is no hybrid role but an on-site one.", None),
        ("BenefitsRemote workMonthly lunch", WorkMode.REMOTE),
        ("Those who seek remote roles should not apply.", WorkMode.ONSITE),
    ],
)
def test_answers_and_shares_beside_a_mode_count(resources, text, value):
    """Yes and no, so many percent, and a place between the same bars."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Senior Painter telecommutes full time.", WorkMode.REMOTE),
        ("Our painters sell over the phone from home.", WorkMode.REMOTE),
        ("Paint portraits from home.", WorkMode.REMOTE),
        ("All 12 of us work remotely.", WorkMode.REMOTE),
        ("Our painters are all remote.", WorkMode.REMOTE),
        ("We do not have an office.", WorkMode.REMOTE),
        ("You'd be working remotely with the founders.", WorkMode.REMOTE),
        ("The job stays remote.", WorkMode.REMOTE),
        ("The agency allows telework for this position.", WorkMode.REMOTE),
        ("All shifts are in person.", WorkMode.ONSITE),
        ("We ask everyone to be in the office daily.", WorkMode.ONSITE),
        ("We require full-time presence in our Oslo office.", WorkMode.ONSITE),
        (
            "You report to our Oslo office every day, rain or shine: you must report to our Oslo office every day.",
            WorkMode.ONSITE,
        ),
        ("You'll be joining us in person in Oslo.", WorkMode.ONSITE),
        ("An in-office role three days a week.", WorkMode.HYBRID),
        ("It's a remote role with one day in our Oslo office every week.", WorkMode.HYBRID),
        ("Most of our staff work a hybrid schedule.", None),
        ("Classes were fully remote.", None),
        ("Hybrid and remote schedules vary by department.", None),
        ("You paint ten minutes from home.", None),
        ("Our customers are remote.", None),
        ("All vehicles are on site, and our sensors are remote.", None),
        ("Join us in our office in Oslo.", None),
        ("This could become remote one day.", None),
    ],
)
def test_more_subjects_and_verbs_make_a_mode(resources, text, value):
    """A title or a trade as the subject, what is done from home, and that one has to be somewhere each day."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In-office days: 5\nGrade: 3", WorkMode.ONSITE),
        ("In-office days: 2\nGrade: 3", WorkMode.HYBRID),
        ("Days in office: 0\nGrade: 3", WorkMode.REMOTE),
        ("Work model: Office\nGrade: 3", WorkMode.ONSITE),
        ("Remote 70%, onsite 30%.", WorkMode.HYBRID),
        ("Tuesday is our office day.", WorkMode.HYBRID),
        ("Whether you paint from home or our office is up to you.", WorkMode.REMOTE),
        ("Interns will work from our Oslo office.", WorkMode.ONSITE),
        ("Our whole team works together in our Oslo office.", WorkMode.ONSITE),
        ("The internship will be in our Oslo office.", None),
        ("We are a team with no central office.", WorkMode.REMOTE),
        ("This position is ineligible for telework.", WorkMode.ONSITE),
        ("Hybrid or remote work is not available for this role.", WorkMode.ONSITE),
        ("Distansarbete är inte möjligt.", WorkMode.ONSITE),
        ("Praca w trybie hybrydowym.", WorkMode.HYBRID),
        ("We looked back, not ahead: everyone works from home.", WorkMode.REMOTE),
    ],
)
def test_labels_of_days_and_refusals_tell_a_mode(resources, text, value):
    """How many days in the office, and that neither hybrid nor remote work is to be had."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("All positions ONSITE, one of them for painters of walls.", WorkMode.ONSITE),
        ("Oslo, Norway. Onsite, relocation available", WorkMode.ONSITE),
        ("# Painter | Onsite We're looking for one.", WorkMode.ONSITE),
        ("# Painter | Onsite or Remote The paint team supports all.", WorkMode.REMOTE),
        ("* Remote or on-site (Oslo, Norway)", WorkMode.REMOTE),
        ("Oslo and REMOTE (but Norway only)", WorkMode.REMOTE),
        ("We have people in Oslo and remote.", None),
        ("It can be based in Oslo, Bergen, or remote from Norway or Sweden.", WorkMode.REMOTE),
        ("The work model for the role is onsite/hybrid in Oslo.", WorkMode.HYBRID),
        ("You can work from our Oslo office or remotely.", WorkMode.REMOTE),
        ("This role can be remote or based in our Oslo office.", WorkMode.REMOTE),
        ("Remote or in Oslo", WorkMode.REMOTE),
        ("Location: Oslo - Remote Duration: 6 months", WorkMode.REMOTE),
        ("Location: Oslo Hybrid | Pay: 50k", WorkMode.HYBRID),
        ("Location: Fully RemoteDuration: 6 months", WorkMode.REMOTE),
        ("Location: Oslo. We help teams to be Remote.", None),
        ("We have no offices and everyone works from home.", WorkMode.REMOTE),
        ("Daily from 8:30, in person, you paint.", None),
        ("At least 50% of working hours are spent at the office.", WorkMode.HYBRID),
        ("Painter (remote), Chef (onsite)", WorkMode.REMOTE),
    ],
)
def test_lists_of_roles_and_places_have_modes(resources, text, value):
    """Each role may have its own; of several, and of a place or remote, the freest is told."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Telework up to 16 hours a week.", WorkMode.HYBRID),
        ("You have 8 hours of telework per week.", WorkMode.HYBRID),
        ("Telework up to 40 hours a week.", None),
        ("Remote work up to 40% of the time.", WorkMode.HYBRID),
        ("We offer snacks and a couple days per week work-from-home.", WorkMode.HYBRID),
        ("We are about 90% remote.", WorkMode.HYBRID),
        ("Visit clients at home and in office 3 days a week.", None),
        ("No remote, although some do work from home two days a week.", WorkMode.ONSITE),
        ("Du kan jobba hemifrån ett par dagar i veckan.", WorkMode.HYBRID),
        ("Med möjlighet till distansarbete två dagar i veckan.", WorkMode.HYBRID),
        ("Distansarbete upp till 50 procent.", WorkMode.HYBRID),
    ],
)
def test_parts_of_a_week_at_home_are_hybrid(resources, text, value):
    """In hours, shares and days, in English and Swedish; not the homes of clients, nor what some do."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The internship will be conducted virtually.", WorkMode.REMOTE),
        ("You support clients virtually.", None),
        ("Flexible working hours and home office", WorkMode.REMOTE),
        ("Benefits: Home office Lunch Canteen", WorkMode.REMOTE),
        ("Our home office is in Oslo.", None),
        ("Flexible hours + WFH, and trust", WorkMode.REMOTE),
        ("Flexible hours and remote work options", None),
        ("You'll have flexible hours, but we're not remote-first.", None),
        ("Telework eligible.", WorkMode.REMOTE),
        ("Telework: Not authorized", WorkMode.ONSITE),
        ("Telecommuting Permitted: No", WorkMode.ONSITE),
        ("We keep the team in Oslo rather than having remote employees.", WorkMode.ONSITE),
        ("Do not apply if you are looking for remote work.", WorkMode.ONSITE),
        ("We do not offer remote or hybrid working.", WorkMode.ONSITE),
        ("Arbetet kan utföras på distans.", WorkMode.REMOTE),
        ("Placering: Distans", WorkMode.REMOTE),
    ],
)
def test_virtual_work_and_home_offices_are_modes_in_their_clauses(resources, text, value):
    """As the work's place or beside free hours; what an employer has options of is none, and there are more refusals."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We prefer you work with us in-person in Oslo.", WorkMode.ONSITE),
        ("We need painters to be based full time from our offices in Oslo.", WorkMode.ONSITE),
        ("Work onsite with our team in Oslo.", WorkMode.ONSITE),
        ("Onsite presence at the Oslo plant", WorkMode.ONSITE),
        ("All employees work from our Oslo office.", WorkMode.ONSITE),
        ("We are an in-person team in Oslo.", WorkMode.ONSITE),
        ("Everyone at Acme works remotely.", WorkMode.REMOTE),
        ("The assistant will be working remotely for a client.", WorkMode.REMOTE),
        ("Join our remote monitoring team.", None),
        ("We help companies work remotely.", None),
        ("We use a fully remote interview process.", None),
        ("This role might follow a hybrid schedule.", None),
        ("Our other offices have a hybrid schedule.", None),
        ("Experience in a remote setting is a plus.", None),
        ("Our customers work on-site.", None),
        ("Our clients are fully remote.", None),
        ("Events will be in person.", None),
        ("This role might be fully remote.", None),
        ("This role may be performed from any location.", WorkMode.REMOTE),
        ("A hybrid schedule depends on the team.", None),
        ("On-site, subsidized gym", None),
        ("You are in the office three out of five days.", WorkMode.HYBRID),
        ("Many of our roles can be done remotely from Norway.", None),
        ("You typically work on-site.", WorkMode.ONSITE),
        ("Employees should plan to work remotely.", WorkMode.REMOTE),
        ("Interns work on-site during the summer.", WorkMode.ONSITE),
        ("You work from home every day.", WorkMode.REMOTE),
        ("This is a job that is hybrid.", WorkMode.HYBRID),
        ("Our team will be hybrid.", WorkMode.HYBRID),
        ("Remote employment cannot be offered.", WorkMode.ONSITE),
        ("It is an option to be fully remote some day.", None),
        ("This role can be done remotely from Norway.", WorkMode.REMOTE),
        ("A great opportunity for a painter to work on-site in Oslo.", WorkMode.ONSITE),
    ],
)
def test_whom_a_clause_is_about_decides(resources, text, value):
    """Who works so, with or for whom; not customers who are helped, other offices, or an interview."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


def test_a_heading_that_is_cut_is_read_on_for_doubts(resources):
    """`remote for the right fit` names no mode, wherever the heading is cut."""
    heading = f"Oslo | Acme | {'Painters of walls, houses and fences, ' * 3}| 98% Onsite, remote for the right fit"
    assert mode(resources, description=f"{heading}\nWe paint.") == (WorkMode.ONSITE, Origin.TEXT)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Du arbetar på plats i Malmö.", WorkMode.ONSITE),
        ("Uppdraget utförs på plats.", WorkMode.ONSITE),
        ("Du förväntas arbeta på distans.", WorkMode.REMOTE),
        ("Vi jobbar hemifrån.", WorkMode.REMOTE),
        ("Rollen är delvis på distans.", WorkMode.HYBRID),
        ("Du arbetar både på kontoret och hemifrån.", WorkMode.HYBRID),
        ("Möjlighet till arbete på distans en dag i veckan.", WorkMode.HYBRID),
        ("Möjlighet till hybridarbete.", WorkMode.HYBRID),
        ("Möjlighet till att arbeta hemifrån.", WorkMode.REMOTE),
        ("Ingen möjlighet till distansarbete.", WorkMode.ONSITE),
        ("Tjänsten kan inte utföras på distans.", WorkMode.ONSITE),
        ("Arbetet kräver närvaro på plats.", WorkMode.ONSITE),
        ("Endast begränsade möjligheter till hybridarbete.", None),
        ("Du är på plats hos kund ibland.", None),
        ("Vi är på plats i 20 länder.", None),
        ("Du möter kunder på plats och på distans.", None),
    ],
)
def test_swedish_clauses_have_their_own_subjects_and_verbs(resources, text, value):
    """Who works where, what is offered and what is refused."""
    assert mode(resources, description=f"Hej.\n{text}") == (value and (value, Origin.TEXT))
