"""Visas and security clearances in other languages than English."""

import pytest

from streams.enrich import clearance, visa
from tests.builders import make_posting
from tests.unit.streams.enrich.tables import each

VISAS = {
    "offered": (
        "Wir unterstützen dich bei Visum und Umzug.", "Wir übernehmen die Kosten für dein Visum.",
        "Visa-Sponsoring ist möglich.", "Unterstützung bei Visum und Arbeitserlaubnis",
        "Nous vous accompagnons dans vos démarches de visa.", "Nous prenons en charge le visa et la relocalisation.",
        "Ofrecemos patrocinio de visa.", "Te ayudamos con el visado y la mudanza.", "Oferecemos patrocínio de visto.",
        "Apoio com o visto e a relocalização", "Supporto per il visto e il trasferimento",
        "Offriamo la sponsorizzazione del visto.", "Wij regelen je visum en werkvergunning.", "Hulp bij visum en verhuizing",
        "Visumsponsoring is mogelijk.", "Vi hjälper dig med visum och arbetstillstånd.", "Vi erbjuder visumsponsring.",
        "Zapewniamy wsparcie w uzyskaniu wizy i pozwolenia na pracę.", "Pomagamy w uzyskaniu wizy.",
        "Oferujemy sponsorowanie wizy.", "Vi hjælper med visum og arbejdstilladelse.",
        "Vi hjelper deg med visum og arbeidstillatelse.",
        "Wir helfen dir bei der Beantragung deines Visums und beim Umzug nach Berlin.",
        "Nous vous aidons pour votre visa et votre installation en France.",
        "Ofrecemos apoyo con el visado y la reubicación en Barcelona.", "Oferecemos apoio no processo de visto.",
        "Offriamo supporto per l'ottenimento del visto.", "We regelen jouw visum als je van buiten de EU komt.",
        "Vi hjälper till med arbetstillstånd och flytt.", "Oferujemy pomoc w uzyskaniu wizy pracowniczej.",
        "Vi hjelper til med visum og flytting.",
    ),
    "not_offered": (
        "Wir bieten kein Visa-Sponsoring an.", "Eine Visumsunterstützung ist leider nicht möglich.",
        "Wir können keine Visa sponsern.", "Nous ne proposons pas de parrainage de visa.",
        "Nous ne sommes pas en mesure de sponsoriser des visas.", "No ofrecemos patrocinio de visado.",
        "La empresa no patrocina visas.", "Não oferecemos patrocínio de visto.", "Não patrocinamos vistos de trabalho.",
        "Non offriamo la sponsorizzazione del visto.", "Non è prevista la sponsorizzazione di visti.",
        "Wij bieden geen visumsponsoring.", "Visumsponsoring is niet mogelijk.", "Vi erbjuder inte visumsponsring.",
        "Vi kan tyvärr inte sponsra visum eller arbetstillstånd.", "Nie oferujemy sponsorowania wizy.",
        "Nie zapewniamy sponsoringu wizowego.", "Vi tilbyder ikke visumsponsorering.", "Vi tilbyr ikke visumsponsing.",
        "Bitte beachte, dass wir aktuell keine Visa-Unterstützung anbieten können.",
        "Nous ne pouvons pas sponsoriser de visa pour ce poste.", "No se ofrece patrocinio de visa para esta posición.",
        "Vi kan ikke sponse visum.",
    ),
    None: (
        "Eine gültige Arbeitserlaubnis für Deutschland ist erforderlich.",
        "Sie bearbeiten Anträge auf Visa und Aufenthaltstitel.", "Visa, Mastercard und PayPal als Zahlungsarten.",
        "Vous devez être autorisé à travailler en France.", "Vous gérez les demandes de visa des collaborateurs.",
        "Imprescindible permiso de trabajo en España.", "Gestión de visados y permisos de trabajo de expatriados.",
        "É necessário ter autorização de residência em Portugal.", "O produto foi bem visto pelo mercado.",
        "Hai visto la nostra offerta?", "Permesso di soggiorno valido richiesto.",
        "Je beschikt over een geldige werkvergunning.", "Du behöver ha giltigt arbetstillstånd i Sverige.",
        "Wymagane pozwolenie na pracę w Polsce.", "Du skal have gyldig arbejdstilladelse i Danmark.",
        "Gyldig arbeidstillatelse i Norge er et krav.", "Bewerber aus Drittstaaten benötigen ein gültiges Visum.",
        "Titre de séjour ou visa de travail en cours de validité exigé.",
        "Es imprescindible contar con visado de trabajo en vigor.", "Dar visto aos processos de pagamento.",
        "Hai mai visto un prodotto simile?", "Je hebt een geldig visum of werkvergunning.",
        "Du måste ha arbetstillstånd i Sverige.", "Wymagana ważna wiza lub karta pobytu.",
    ),
}  # fmt: skip
CLEARANCES = {
    "required": (
        "Voraussetzung ist die Bereitschaft zur Sicherheitsüberprüfung (Ü2) nach SÜG.",
        "Eine Sicherheitsüberprüfung nach dem SÜG ist erforderlich.",
        "Bereitschaft, sich einer Sicherheitsüberprüfung zu unterziehen",
        "Sie verfügen über eine gültige Sicherheitsüberprüfung (Ü3).", "Habilitation secret défense requise.",
        "Poste soumis à habilitation Secret Défense.", "Vous êtes habilitable secret défense.",
        "Se requiere habilitación personal de seguridad (HPS).", "Acreditación de seguridad NATO Secret imprescindible.",
        "Necessária credenciação de segurança nacional.", "È richiesto il Nulla Osta di Sicurezza (NOS).",
        "Disponibilità a conseguire il NOS.", "Een veiligheidsonderzoek door de AIVD maakt deel uit van de procedure.",
        "Voor deze vertrouwensfunctie is een verklaring van geen bezwaar (VGB) vereist.",
        "Een veiligheidsmachtiging is vereist.", "Tjänsten är placerad i säkerhetsklass 2 och kräver säkerhetsprövning.",
        "Tjänsten är säkerhetsklassad.", "Säkerhetsprövning med registerkontroll kommer att genomföras.",
        'Wymagane poświadczenie bezpieczeństwa do klauzuli "poufne".',
        "Du skal kunne sikkerhedsgodkendes til niveau HEMMELIGT.", "Ansættelse forudsætter, at du kan sikkerhedsgodkendes.",
        "Stillingen krever sikkerhetsklarering på nivå HEMMELIG.", "Du må kunne sikkerhetsklareres.",
        "Die Tätigkeit setzt eine erweiterte Sicherheitsüberprüfung mit Sicherheitsermittlungen (Ü3) voraus.",
        "Bereitschaft zur Durchführung einer Sicherheitsüberprüfung gemäß § 9 SÜG",
        "Nationalité française exigée, habilitation Secret Défense en cours ou à obtenir.",
        "Poste nécessitant une habilitation confidentiel défense",
        "Imprescindible contar con Habilitación Personal de Seguridad (HPS) en vigor.",
        "Possesso del Nulla Osta di Sicurezza in corso di validità.",
        "Voor deze functie is een veiligheidsonderzoek niveau B van de AIVD verplicht.",
        "För tjänsten krävs att du genomgår säkerhetsprövning enligt säkerhetsskyddslagen.",
        "Du kommer att säkerhetsprövas innan anställning.", "Konieczne poświadczenie bezpieczeństwa o klauzuli tajne",
        "Stillingen kræver, at du kan sikkerhedsgodkendes.",
        "Krav om norsk statsborgerskap og sikkerhetsklarering for STRENGT HEMMELIG.",
    ),
    "preferred": (
        "Eine Sicherheitsüberprüfung nach SÜG ist von Vorteil.", "Se valorará disponer de habilitación personal de seguridad.",
        "Il possesso del NOS costituisce titolo preferenziale.", "Mile widziane poświadczenie bezpieczeństwa.",
        "Une habilitation secret serait un atout.", "Se valorará positivamente la acreditación de seguridad OTAN.",
        "Gyldig sikkerhetsklarering er en fordel.",
    ),
    None: (
        "Sie führen Sicherheitsüberprüfungen der Anlagen durch.", "Durchführung von Sicherheitsüberprüfungen an Maschinen",
        "Habilitation électrique B2V exigée.", "Habilitations CACES 1, 3 et 5", "Een VOG is onderdeel van de procedure.",
        "Du ansvarar för säkerhetsprövningar av personal.", "Du arbetar med säkerhetsskydd och säkerhetsklassning.",
        "Du behandler søknader om sikkerhetsklarering.", "Vous possédez une habilitation électrique BR.",
        "Je voert veiligheidsonderzoek uit naar machines.", "Befattningen kan komma att placeras i säkerhetsklass.",
        "Du jobber med saksbehandling av sikkerhetsklareringer.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "value"), each(VISAS))
def test_sentences_say_who_sponsors_a_visa(resources, sentence, value):
    """A permit that one must have already says nothing of it, nor do those whose work visas are."""
    found = visa.enrich(make_posting(title="Acme", description=f"Acme Acme.\n\nAcme.\n{sentence}\nAcme.\n"), resources)["visa"]
    assert (found and found.value) == value


@pytest.mark.parametrize(("sentence", "value"), each(CLEARANCES))
def test_sentences_ask_for_a_clearance(resources, sentence, value):
    """Machines are checked too, and electricians have permits of another kind."""
    posting = make_posting(title="Acme", description=f"Acme Acme.\n\nAcme.\n{sentence}\nAcme.\n")
    found = clearance.enrich(posting, resources)["clearance"]
    assert (found and found.value) == value
