"""When a posting was posted, until when one may apply, and whether it is closed."""

from datetime import UTC, date, datetime

import pytest

from schemas.derived import Origin
from schemas.posting import Location
from streams.enrich.freshness import enrich
from tests.builders import make_posting

FETCHED = datetime(2025, 6, 10, 12, tzinfo=UTC)


def fresh(resources, text="", **fields):
    """What is derived from a posting fetched on 10 June 2025."""
    return enrich(make_posting(**({"description": text, "fetched_at": FETCHED, "posted_at": None} | fields)), resources)


def test_what_the_source_states_goes_first(resources):
    """Its instants, as days in UTC."""
    stated = {"posted_at": datetime(2025, 6, 1, 23, tzinfo=UTC), "valid_through": datetime(2025, 7, 1, 21, 59, tzinfo=UTC)}
    found = fresh(resources, "Posted: 3 June 2025\nDeadline: 9 July 2025", **stated)

    assert (found["posted_on"].value, found["posted_on"].origin) == (date(2025, 6, 1), Origin.FIELD)
    assert (found["apply_by"].value, found["apply_by"].confidence) == (date(2025, 7, 1), 1.0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted 3 days ago", date(2025, 6, 7)),
        ("Acme Inc\nPosted today", date(2025, 6, 10)),
        ("Date posted: 18-Mar-2025", date(2025, 3, 18)),
        ("Date Posted:\n2025-01-30\nCountry:", date(2025, 1, 30)),
        ("OPENING DATE:  12 May 2025", date(2025, 5, 12)),
        ("Publicerad den 1 juni 2025", date(2025, 6, 1)),
        ("Posted: 1 July 2025", None),
        ("Posted: 1 July 1999", None),
        ("Read our report, published on 3 March 2025.", None),
        ("We have posted 300 jobs.", None),
        ("Founded 3 days ago.", None),
    ],
)
def test_the_day_of_posting_is_read_behind_its_word(resources, text, day):
    """At the beginning of a line, or with an age; nothing is posted after it was fetched, or years before."""
    found = fresh(resources, text)["posted_on"]

    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("APPLICATION DEADLINE:  15 June 2025, 18:00", date(2025, 6, 15)),
        ("APPLICATION DEADLINE: 18:00, 23 July 2025", date(2025, 7, 23)),
        ("Deadline for the position is June, 30/2025.", date(2025, 6, 30)),
        ("Application deadline: 10am on Monday 7th July.", date(2025, 7, 7)),
        ("Sista ansökningsdag 2025-08-31", date(2025, 8, 31)),
        ("Skicka din ansökan senast den 31 augusti", date(2025, 8, 31)),
        ("Ansökan senast 22/6", date(2025, 6, 22)),
        ("Bewerbungsfrist: 31.08.2025", date(2025, 8, 31)),
        ("Apply by August 15th, 2025", date(2025, 8, 15)),
        ("Applications will be accepted until 08/25/2025", date(2025, 8, 25)),
        ("Applications close on Friday 27 June", date(2025, 6, 27)),
        ("Last date for application: 2025-06-30", date(2025, 6, 30)),
        ("Send your CV no later than 30 June 2025", date(2025, 6, 30)),
        ("Application Deadline:\n\n06/30/2025", date(2025, 6, 30)),
        ("Close date: June 26,2025", date(2025, 6, 26)),
        ("Application deadline-19th June", date(2025, 6, 19)),
        ("Applications will be accepted at least until June 12, 2025.", date(2025, 6, 12)),
        ("We anticipate the application window will close on: 06/28/2025", date(2025, 6, 28)),
        ("This job posting is anticipated to close on [06/28/2025].", date(2025, 6, 28)),
        ("Please submit your CV and cover letter by 20 June 2025", date(2025, 6, 20)),
        ("Send your CV to jobs@example.com before June 24, 2025", date(2025, 6, 24)),
        ("Application period: Monday, June 2nd, 2025 - Friday, June 27th, 2025", date(2025, 6, 27)),
        ("Sök tjänsten före den 30 juni, ansökan före 30 juni", date(2025, 6, 30)),
        (
            "Submit it as soon as possible, since interviews are held all the time, but no later than 15 July 2025",
            date(2025, 7, 15),
        ),
        ("Send CV and cover letter between 15 June 2025 and 28 July 2025", date(2025, 7, 28)),
        ("Apply as soon as possible, latest August 15", date(2025, 8, 15)),
        ("Ansökningstiden löper ut den 31 augusti", date(2025, 8, 31)),
        ("Vi tar emot ansökningar t.o.m. 31 augusti", date(2025, 8, 31)),
        ("Sista svarsdag 31 augusti", date(2025, 8, 31)),
        ("Bewerben Sie sich per Mail bis zum 31.08.2025", date(2025, 8, 31)),
        ("Envoyez votre candidature avant le 31 août 2025", date(2025, 8, 31)),
        ("Position closes: 15 August 2025", date(2025, 8, 15)),
        ("Applicants must be able to start no later than July 19, 2025", None),
        ("Die Stelle ist befristet bis zum 31.08.2025. Jetzt bewerben!", None),
        ("Our latest tools, 15 June 2025, are ours.", None),
        ("Application window: 06/02/2025", None),
        ("Able to close on 28 June 2025 what was begun", None),
        ("Internships start no later than 30 June 2025", None),
        ("Able to meet deadlines. 12 June 2025", None),
        ("Deadline: Open until filled", None),
        ("Deadline: Urgent\n\nBorn 15 June 2025", None),
        ("Deadline: 15 June 2019", None),
        ("Apply by 3/7", None),
    ],
)
def test_the_last_day_is_read_behind_its_word(resources, text, day):
    """In the same sentence, and not long before or after the posting; where the order of numbers is open, none."""
    found = fresh(resources, text)["apply_by"]

    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bitte bewirb dich bis zum 5. Juli 2025.", date(2025, 7, 5)),
        ("Ihre Bewerbungsunterlagen richten Sie bitte bis 05.07.2025 an uns.", date(2025, 7, 5)),
        ("Bewerbungszeitraum: 20.06.2025 - 05.07.2025", date(2025, 7, 5)),
        ("Candidatez jusqu'au 5 juillet 2025.", date(2025, 7, 5)),
        ("Clôture des candidatures le 5 juillet 2025", date(2025, 7, 5)),
        ("Date de fin de candidature : 05/07/2025", date(2025, 7, 5)),
        ("Envía tu CV antes del 5 de julio.", date(2025, 7, 5)),
        ("Fecha de cierre: 05/07/2025", date(2025, 7, 5)),
        ("Inscrições até 05/07/2025", date(2025, 7, 5)),
        ("As inscrições vão até o dia 5 de julho", date(2025, 7, 5)),
        ("Le domande devono essere presentate entro e non oltre il 05/07/2025", date(2025, 7, 5)),
        ("Invia la tua candidatura entro il 5 luglio", date(2025, 7, 5)),
        ("Sluitingsdatum: 05-07-2025", date(2025, 7, 5)),
        ("De vacature staat open tot en met 5 juli 2025", date(2025, 7, 5)),
        ("Termin składania ofert: 05.07.2025", date(2025, 7, 5)),
        ("Prosimy o przesyłanie CV do 5 lipca 2025 r.", date(2025, 7, 5)),
        ("Ansøgningsfristen er den 5. juli", date(2025, 7, 5)),
        ("Send søknad innen 5. juli 2025", date(2025, 7, 5)),
        ("Die Stelle ist befristet bis zum 31.12.2025.", None),
        ("Bewerbungsgespräche finden bis 31.07.2025 statt", None),
        ("Vous candidatez pour un CDD du 01/07/2025 jusqu'au 31/08/2025", None),
        ("Contrato hasta el 31/12/2025. Enviar CV.", None),
        ("Vaga temporária até 31/12/2025", None),
        ("Contratto fino al 31/12/2025; candidature tramite il sito", None),
        ("Tijdelijk contract tot en met 31-12-2025, solliciteren via de site", None),
        ("Umowa na czas określony do dnia 31.12.2025, prosimy o CV", None),
    ],
)
def test_the_last_day_is_read_in_the_ads_language(resources, text, day):
    """Bounds are of applying where their sentence is; contracts, courses and interviews end on a day, too."""
    found = fresh(resources, text)["apply_by"]

    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Veröffentlicht vor 2 Tagen", date(2025, 6, 8)),
        ("Stellenangebot\nVeröffentlicht: gestern", date(2025, 6, 9)),
        ("Publiée il y a 2 semaines", date(2025, 5, 27)),
        ("Offre publiée le 05/06/2025", date(2025, 6, 5)),
        ("Publicado hace 5 días", date(2025, 6, 5)),
        ("Publicada há 3 dias", date(2025, 6, 7)),
        ("Pubblicato 3 giorni fa", date(2025, 6, 7)),
        ("Geplaatst: 1 week geleden", date(2025, 6, 3)),
        ("Publicerad för 3 dagar sedan", date(2025, 6, 7)),
        ("Opublikowano 3 dni temu", date(2025, 6, 7)),
        ("Oprettet for 3 dage siden", date(2025, 6, 7)),
        ("Veröffentlicht hier", None),
        ("Notre rapport, publié le 3 mars 2025, le montre.", None),
    ],
)
def test_the_age_is_read_in_the_ads_language(resources, text, day):
    """As days before it was fetched."""
    found = fresh(resources, text)["posted_on"]

    assert (found and found.value) == day


def test_the_country_orders_the_numbers(resources):
    """`3/7` is in July for Swedes, in March for Americans."""
    places = [[Location(raw="Lund, Sweden")], [Location(raw="Boston, MA, USA")]]

    assert [fresh(resources, "Apply by 7/8/2025", locations=place)["apply_by"].value for place in places] == [
        date(2025, 8, 7), date(2025, 7, 8),
    ]  # fmt: skip


def test_a_day_keeps_its_words_and_how_sure_it_is(resources):
    """A day whose year is not written is less sure."""
    dated, undated = (fresh(resources, text)["apply_by"] for text in ("Hi. Deadline: 15 June 2025.", "Hi. Deadline: 15 June."))

    assert (dated.raw, dated.origin, dated.confidence) == ("Deadline: 15 June 2025", Origin.TEXT, 0.9)
    assert (undated.raw, undated.confidence) == ("Deadline: 15 June", 0.7)


@pytest.mark.parametrize(
    ("text", "expired"),
    [
        ("We are no longer accepting applications.", True),
        ("This position has been filled.", True),
        ("UPDATE: the job has expired", True),
        ("Tjänsten är tillsatt.", True),
        ("Applications are accepted until the position has been filled.", None),
        ("You will be notified once the position has been filled.", None),
        ("If this job is no longer available, see our others.", None),
        ("Fresh food, nothing expired.", None),
        ("", None),
        ("Die Stelle wurde besetzt.", True),
        ("Vaga encerrada", True),
        ("Deze vacature is gesloten.", True),
        ("Oferta wygasła", True),
    ],
)
def test_words_say_that_it_is_closed(resources, text, expired):
    """Not that it will be; nothing says that it is open."""
    found = fresh(resources, text)["expired"]

    assert (found and found.value) == expired


@pytest.mark.parametrize(
    "piece",
    [
        "deadline: ",
        "apply by 1",
        "posted ",
        "1 ",
        "31 March ",
        "senast den ",
        "\n",
        "a week ago ",
        "apply before 31 ",
        "t.o.m. kl. 1 ",
    ],
)
def test_hostile_text_takes_no_time(resources, piece):
    """Only the first deadlines of a text are read."""
    assert fresh(resources, piece * (200_000 // len(piece)))["expired"] is None
