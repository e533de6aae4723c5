"""The language of the text."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from schemas.derived import Origin
from streams.enrich.language import enrich
from streams.enrich.resources import LANGUAGES
from tests.builders import make_posting

ENGLISH = "We are looking for a nurse who will work with our team and care for patients in the city hospital."
GERMAN = "Wir suchen eine Pflegekraft, die unser Team verstärkt und sich um die Patienten im Krankenhaus kümmert."
POLISH = "Szukamy pielęgniarki, która dołączy do naszego zespołu i będzie opiekować się pacjentami w szpitalu."
AMHARIC = "ነርስ እንፈልጋለን። በሆስፒታሉ ውስጥ ታካሚዎችን የምትንከባከብ እና ከቡድናችን ጋር የምትሰራ ባለሙያ እንፈልጋለን። ያመልክቱ።"


def spoken(resources, text="", stated=None):
    """(language, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(description=text, stated_language=stated), resources)["language"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (POLISH, "pl"), (AMHARIC, "am")])
def test_the_language_is_that_of_the_text(resources, text, code):
    """As ISO 639-1."""
    assert spoken(resources, text) == (code, Origin.TEXT)


@pytest.mark.parametrize(
    ("stated", "code"), [("de", "de"), ("en-US", "en"), ("pt_BR", "pt"), ("Deutsch", "de"), ("English", "en")]
)
def test_a_stated_language_counts(resources, stated, code):
    """By code or name, whatever the text is in."""
    assert spoken(resources, POLISH, stated) == (code, Origin.FIELD)


@pytest.mark.parametrize("text", ["", "Nurse wanted", "C++ SQL AWS GCP K8S " * 20, "1234567890 " * 20])
def test_an_unsure_answer_is_none(resources, text):
    """Short texts and lists of tools are in no language."""
    assert spoken(resources, text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Systems Engineer at Next Big Sound.\nNYC or Remote.\nhttps://jobs.example.com/afa4ffe1-c1bc-4867-bc75-b0", "en"),
        ("Acme | Boston\nhttps://acme.example.com/jobs/" + "1234567890-engineer-" * 20 + f"\n{ENGLISH}", "en"),
        ("Pflegekraft gesucht, Vollzeit 100%", "de"),
        ("Acme Labs is hiring Data Engineers.\nhttps://acme.example.com/careers/New", "en"),
        ("See job description for details.", "en"),
        ("Acme Growing very fast.\nSenior Dev (Python, Django), Frontend Dev (Angular)\nhttps://acme.example.com/New", "en"),
        ("Acme | Software Engineer | Boston | https://acme.example.com", None),
        ("Acme | Several open positions | Utrecht, The Netherlands | ONSITE", "en"),
        ("Company: Acme\nLocation: Lund, Sweden\nRole: Nurse / carer\nPM: @ann", "en"),
        ("Sr. Nurse at Acme Care. Superb Salary and Bonus. JS, Angular.\nann@acme.example.com", "en"),
        ("Acme | Director of Nursing | New York, US\nhttps://acme.example.com/jobs/1", None),
        ("Team Lead Customer Support (w/m/d) in Hamburg, Start: sofort", None),
        ("Entwickler (m/w/d) | Acme | Zürich | Festanstellung 100%", "de"),
        ("Programista Java, Kraków, B2B, praca zdalna", "pl"),
    ],
)
def test_addresses_are_in_no_language(resources, text, code):
    """What stands beside them tells, though it is short or at an end; names and titles alone don't."""
    found = spoken(resources, text)

    assert (found and found[0]) == code


def test_title_and_text_tell_together(resources):
    """Each alone is too short."""
    found = enrich(make_posting(title="Nurse for the night shift", description="Call Ann"), resources)["language"]

    assert (found.value, spoken(resources, "Call Ann")) == ("en", None)


def test_a_stated_language_that_is_none_is_ignored(resources):
    """The text decides then."""
    assert spoken(resources, GERMAN, "xx") == ("de", Origin.TEXT)


def languages(resources, text, stated=None):
    """The main language and the others of a posting."""
    found = enrich(make_posting(description=text, stated_language=stated), resources)
    return found["language"] and found["language"].value, [other.value for other in found["other_languages"]]


FRENCH = "Nous recherchons une infirmière pour notre équipe. Vous travaillez avec des patients dans les hôpitaux de la ville."
SWEDISH = (
    "Vi söker dig som är sjuksköterska och vill arbeta hos oss. Tjänsten är på heltid, och vi ser att du inte är ny i yrket."
)
SWEDISH_NOTE = (
    "Åt en kund har vi publicerat denna annons, vill du komma i kontakt med den arbetsgivaren kan du klicka dig vidare dit."
)
GERMAN_TEAM = "Du arbeitest in einem interdisziplinären Team in einem internationalen Netzwerk und bist im regen Austausch."
JAPANESE = "私たちのチームで一緒に働く看護師を募集しています。市内の病院で患者のケアを担当していただきます。経験者を歓迎します。"
ENGLISH_PARAGRAPH = f"{ENGLISH} You will report to the head of the ward and work in shifts with people from many countries."


@pytest.mark.parametrize(
    ("paragraphs", "main", "others"),
    [
        ([ENGLISH_PARAGRAPH] * 3 + [FRENCH], "en", ["fr"]),
        ([ENGLISH_PARAGRAPH] * 3 + [SWEDISH], "en", ["sv"]),
        ([ENGLISH_PARAGRAPH] * 3 + [JAPANESE], "en", ["ja"]),
        ([ENGLISH_PARAGRAPH] * 3 + [AMHARIC], "en", ["am"]),
        ([SWEDISH] * 3 + [ENGLISH_PARAGRAPH], "sv", ["en"]),
        ([AMHARIC] * 3 + [ENGLISH_PARAGRAPH], "am", ["en"]),
        ([AMHARIC * 2, ENGLISH_PARAGRAPH], "am", ["en"]),
        ([ENGLISH_PARAGRAPH] + [FRENCH] * 5, "fr", ["en"]),
        ([SWEDISH] + [ENGLISH_PARAGRAPH] * 5, "en", ["sv"]),
        ([ENGLISH_PARAGRAPH] * 4 + [FRENCH, JAPANESE], "en", ["fr", "ja"]),
        ([ENGLISH_PARAGRAPH] * 3, "en", []),
        ([SWEDISH] * 3, "sv", []),
        ([GERMAN] * 3 + [GERMAN_TEAM], "de", []),
        ([ENGLISH_PARAGRAPH] * 3 + [SWEDISH_NOTE], "en", ["sv"]),
    ],
)
def test_the_main_language_is_that_of_most_of_the_text_and_the_others_are_named(resources, paragraphs, main, others):
    """A board's English opening makes no French ad English."""
    found, named = languages(resources, "\n".join(paragraphs))

    assert (found, sorted(named)) == (main, others)


@pytest.mark.parametrize(
    "passage",
    [
        "Nous recherchons une infirmière.",
        "Work for Médecins Sans Frontières, Los Angeles County and the Universidad de los Andes: names are in no language.",
        "• … – “quoted” ’ € " * 30,
        "Python, Kotlin, Kubernetes, Terraform, Grafana, Datadog, Jenkins, PostgreSQL, Redis, Kafka, RabbitMQ, Elasticsearch",
        "看護師",
    ],
)
def test_names_signs_and_lists_of_tools_are_no_passage(resources, passage):
    """Nor is one short sentence."""
    assert languages(resources, f"{ENGLISH_PARAGRAPH * 3}\n{passage}\n{ENGLISH_PARAGRAPH}") == ("en", [])


def test_a_stated_language_stays_and_what_the_text_is_in_is_beside_it(resources):
    """A Polish site with an English ad."""
    assert languages(resources, ENGLISH_PARAGRAPH * 2, "pl") == ("pl", ["en"])


@pytest.mark.parametrize("piece", ["a", "a-", "@", "a.", "www.", "1 "])
def test_hostile_text_takes_no_time(resources, piece):
    """Only the first letters are looked at."""
    assert spoken(resources, piece * (200_000 // len(piece))) in (None, spoken(resources, piece * 2_000))


def test_the_package_tells_the_same(resources):
    """Its model is held in less memory, and that is all."""
    theirs = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    theirs.set_languages(LANGUAGES)
    texts = [ENGLISH, GERMAN, POLISH, AMHARIC, "", "Nurse", "123 \U0001f600"]

    assert list(map(resources.identify, texts)) == list(map(theirs.classify, texts))
