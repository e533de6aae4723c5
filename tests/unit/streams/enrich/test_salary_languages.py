"""Pay as ads in other languages than English tell it, and the money beside it that is none."""

from datetime import UTC, datetime

import pytest

from schemas.derived import Period
from schemas.posting import Location
from streams.enrich.salary import enrich
from streams.normalize.money import salary_text
from tests.builders import make_posting

HOUR, DAY, WEEK, MONTH, YEAR = Period
FETCHED = datetime(2026, 2, 27, tzinfo=UTC)
PLACES = {
    "AT": "Wien, Austria", "BR": "São Paulo, Brazil", "CA": "Montréal, Canada", "CH": "Zürich, Switzerland",
    "CO": "Bogotá, Colombia", "DE": "Berlin, Germany", "DK": "København, Denmark", "ES": "Madrid, Spain",
    "FI": "Helsinki, Finland", "FR": "Paris, France", "IT": "Milano, Italy", "MX": "Ciudad de México, Mexico",
    "NL": "Amsterdam, Netherlands", "NO": "Oslo, Norway", "PL": "Warszawa, Poland", "PT": "Lisboa, Portugal",
    "SE": "Stockholm, Sweden",
}  # fmt: skip


def paid(resources, text, country):
    """What a text in a posting of `country` says of pay: least, most, currency, period."""
    description = f"Acme\n{text}\nLorem ipsum."
    places = [Location(raw=PLACES[country], country=country)]
    salary = enrich(make_posting(description=description, locations=places, fetched_at=FETCHED), resources)["salary"]
    return salary and (salary.minimum, salary.maximum, salary.currency, salary.period)


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("DE", "Du erhältst ein Fixgehalt von 70.000 € p. a. bei 30 Tagen Urlaub.", (70_000, 70_000, "EUR", YEAR)),
        ("DE", "Jahreszielgehalt ab 65.000 EUR", (65_000, None, "EUR", YEAR)),
        ("DE", "Verdiene bis zu 80.000 Euro im Jahr.", (None, 80_000, "EUR", YEAR)),
        ("DE", "Wir zahlen 3.000 € bis 3.500 € im Monat", (3_000, 3_500, "EUR", MONTH)),
        ("DE", "Gehalt: 55-65 T€ im Jahr", (55_000, 65_000, "EUR", YEAR)),
        ("AT", "Das Mindestgehalt beträgt EUR 3.200,- brutto monatlich.", (3_200, None, "EUR", MONTH)),
        ("AT", "Wir bieten ein Monatsbruttogehalt ab EUR 3.500,- (14 x p.a.)", (3_500, None, "EUR", MONTH)),
        ("CH", "Jahreslohn CHF 80'000.- bis CHF 100'000.- (100%)", (80_000, 100_000, "CHF", YEAR)),
        ("FR", "Rémunération : 14,50 € brut de l'heure.", (14.5, 14.5, "EUR", HOUR)),
        ("FR", "Salaire : à partir de 1 801,80 € par mois", (1_801.8, None, "EUR", MONTH)),
        ("FR", "Salaire brut mensuel : 2500 euros", (2_500, 2_500, "EUR", MONTH)),
        ("FR", "Fourchette : entre 45 000 et 55 000 euros bruts annuels", (45_000, 55_000, "EUR", YEAR)),
        ("FR", "2000 à 2500 euros brut/mois selon expérience", (2_000, 2_500, "EUR", MONTH)),
        ("FR", "Un salaire de 2 100 € brut", (2_100, 2_100, "EUR", MONTH)),
        ("FR", "TJM : 400 - 500 € HT par jour", (400, 500, "EUR", DAY)),
        ("FR", "Fixe + variable : 45 - 50 K€", (45_000, 50_000, "EUR", YEAR)),
        ("FR", "Rémunération : 30/35K€ selon expérience", (30_000, 35_000, "EUR", YEAR)),
        ("CA", "Entre 22,50 $ et 28,00 $ de l'heure", (22.5, 28, "CAD", HOUR)),
        ("ES", "Ofrecemos un salario desde 24.000€ bruto/año según experiencia.", (24_000, None, "EUR", YEAR)),
        ("MX", "Sueldo de $3,000 a $3,500 semanales", (3_000, 3_500, "MXN", WEEK)),
        ("MX", "Sueldo mensual: $12,000 netos", (12_000, 12_000, "MXN", MONTH)),
        ("CO", "Salario entre $1.800.000 y $2.200.000 COP más comisiones", (1_800_000, 2_200_000, "COP", MONTH)),
        ("BR", "Salário: R$ 5.000,00", (5_000, 5_000, "BRL", MONTH)),
        ("BR", "Faixa salarial: R$ 5.000,00 a R$ 7.000,00 por mês", (5_000, 7_000, "BRL", MONTH)),
        ("BR", "Salário até R$ 9.000,00 mensais", (None, 9_000, "BRL", MONTH)),
        ("BR", "Salário fixo R$ 2.200,00 + comissão", (2_200, 2_200, "BRL", MONTH)),
        ("PT", "Salário base entre 1.200 € e 1.500 € brutos por mês", (1_200, 1_500, "EUR", MONTH)),
        ("IT", "RAL 30-35k in base all'esperienza.", (30_000, 35_000, "EUR", YEAR)),
        ("IT", "Range retributivo 28-33k RAL", (28_000, 33_000, "EUR", YEAR)),
        ("IT", "RAL 32.000/38.000 euro", (32_000, 38_000, "EUR", YEAR)),
        ("IT", "Offriamo una RAL tra 26k e 30k più buoni pasto", (26_000, 30_000, "EUR", YEAR)),
        ("IT", "Paga oraria: 10,00 € lordi all'ora", (10, 10, "EUR", HOUR)),
        ("NL", "Salarisschaal 8: minimaal € 2.981,- en maximaal € 4.069,- bruto per maand", (2_981, 4_069, "EUR", MONTH)),
        ("NL", "Salaris vanaf 3200 euro bruto p/m", (3_200, None, "EUR", MONTH)),
        ("NL", "Uurloon van €15 - €17 bruto, exclusief toeslagen", (15, 17, "EUR", HOUR)),
        ("SE", "Garantilön 25 000 SEK/månad", (25_000, 25_000, "SEK", MONTH)),
        ("SE", "Månadslönen ligger mellan 35.000 och 42.000 kr", (35_000, 42_000, "SEK", MONTH)),
        ("SE", "Lönespann: 40–60 tkr/mån", (40_000, 60_000, "SEK", MONTH)),
        ("PL", "Widełki: 9–11 tys. zł brutto", (9_000, 11_000, "PLN", MONTH)),
        ("DK", "Månedsløn på 38.000 kr. inkl. pension", (38_000, 38_000, "DKK", MONTH)),
        ("DK", "Du får 145,50 kr./time plus tillæg", (145.5, 145.5, "DKK", HOUR)),
        ("NO", "Årslønn fra kr 550 000,- til kr 620 000,-", (550_000, 620_000, "NOK", YEAR)),
        ("NO", "Lønn inntil kr 700 000 brutto pr. år", (None, 700_000, "NOK", YEAR)),
        ("FI", "Palkka: 2 800 - 3 200 €/kk", (2_800, 3_200, "EUR", MONTH)),
    ],
)
def test_pay_is_read_in_the_ads_language(resources, country, text, expected):
    """Its words for pay, ends, thousands and periods; compounds by their end."""
    assert paid(resources, text, country) == expected


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("DE", "Sonderzahlung von 3.500 Euro im Jahr zusätzlich zum Gehalt"),
        ("DE", "Überdurchschnittliche Vergütung sowie eine Erfolgsprämie von bis zu 6.000 € jährlich"),
        ("DE", "Attraktive Vergütung. Kredite von 10.000 bis 50.000 € bearbeitest du selbst."),
        ("DE", "Verkauf von Immobilien ab 300.000 € bis 900.000 €, faire Vergütung"),
        ("DE", "Investitionen von 40.000 bis 60.000 € pro Jahr planst du eigenständig"),
        ("DE", "Unsere Kunden zahlen 500 bis 1.000 € im Monat."),
        ("DE", "Lohnabrechnung für Mandanten mit Umsätzen von 100.000 bis 500.000 € jährlich"),
        ("DE", "Ein Gehaltszuschlag von 164 € brutto pro Monat"),
        ("FR", "Aide à l'installation de 6 000 € par an et salaire attractif"),
        ("FR", "Une prime annuelle pouvant aller jusqu'à 3 000 € brut."),
        ("FR", "Nos annonces vont de 1 000 à 3 000 € par mois"),
        ("FR", "Un portefeuille de 500 à 800 K€"),
        ("FR", "Variable non plafonné de 10 à 15 K€ par an."),
        ("FR", "Projets de 50 K€ à 300 K€ pour des grands comptes"),
        ("FR", "Rémunération fixe + variable, carte titres-restaurant de 11 € par jour"),
        ("ES", "Salario: 10.000 € anuales en acciones."),
        ("ES", "Acciones por valor de 90.000 € brutos anuales."),
        ("ES", "Ayuda bruta anual de 6.000 € para transporte."),
        ("ES", "Una cartera de clientes de 300.000 a 500.000 euros anuales."),
        ("ES", "Ticket restaurante de 11 € al día y cheque guardería."),
        ("ES", "Salario fijo + variable de hasta 6.000 € anuales"),
        ("MX", "Sueldo base más bonos semanales de $3,000 a $5,000"),
        ("BR", "Vendas de R$ 100.000,00 a R$ 200.000,00 por mês"),
        ("BR", "Salário compatível com o mercado, vale-refeição de R$ 1.000,00 por mês"),
        ("IT", "Obiettivi tra 300.000 e 500.000 euro annui"),
        ("IT", "Auto aziendale, RAL commisurata, welfare di 3.000 euro all'anno"),
        ("IT", "Verniciatura in RAL 9010, RAL 7016 e altri colori"),
        ("NL", "Goed salaris, tekenbonus van € 2.500 en leaseauto van € 700 per maand"),
        ("NL", "Een salaris conform cao en een eindejaarsuitkering van € 3.500 per jaar"),
        ("SE", "Lön enligt avtal. Projekt på 100 000 - 500 000 kr."),
        ("SE", "Ålderspension från 30 000 kr i månadslön och uppåt"),
        ("PL", "Towary o wartości od 50 000 do 100 000 zł miesięcznie"),
        ("NO", "Forsikring med dekning inntil kr 2 000 000, og god lønn"),
    ],
)
def test_other_money_is_no_pay_in_any_language(resources, country, text):
    """Bonuses, allowances, turnover, projects; and what no word calls pay and is more than people are paid."""
    assert paid(resources, text, country) is None


@pytest.mark.parametrize(
    ("country", "raw", "expected"),
    [
        ("BR", "R$ 5.000,00", (5_000, 5_000, "BRL", MONTH)),
        ("BR", "R$ 5.000,00 a R$ 7.000,00", (5_000, 7_000, "BRL", MONTH)),
        ("CA", "De 20,00 $ à 25,00 $ de l'heure", (20, 25, "CAD", HOUR)),
        ("DE", "45.000 – 55.000 € brutto/Jahr", (45_000, 55_000, "EUR", YEAR)),
        ("ES", "9€-11€ la hora", (9, 11, "EUR", HOUR)),
        ("FR", "À partir de 1 801,80 € par mois", (1_801.8, None, "EUR", MONTH)),
        ("FR", "Jusqu'à 60 000 € par an", (None, 60_000, "EUR", YEAR)),
        ("IT", "RAL 30-35k", (30_000, 35_000, "EUR", YEAR)),
        ("PL", "30,50 zł - 35 zł za godzinę", (30.5, 35, "PLN", HOUR)),
        ("DE", "nach Vereinbarung", None),
        ("BR", "A combinar", None),
    ],
)
def test_fields_are_read_in_their_language(resources, country, raw, expected):
    """As a source states them, in words."""
    places = [Location(raw=PLACES[country], country=country)]
    posting = make_posting(locations=places, fetched_at=FETCHED, stated_salary=salary_text(raw))
    salary = enrich(posting, resources)["salary"]

    assert (salary and (salary.minimum, salary.maximum, salary.currency, salary.period)) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("AT", "Das Mindestgrundgehalt startet gemäß Vertrag bei EUR 3.348,62 brutto pro Monat.", (3_348.62, None, "EUR", MONTH)),
        ("DE", "ab 60.000 € brutto im Jahr", (60_000, None, "EUR", YEAR)),
        ("DE", "Jahresgehalt ab 55 TEUR", (55_000, None, "EUR", YEAR)),
        ("DE", "Stundensatz: 90 € die Stunde", (90, 90, "EUR", HOUR)),
        ("DE", "Tagessatz: 700 € pro Tag", (700, 700, "EUR", DAY)),
        ("CH", "Lohn: 110.000 Franken im Jahr", (110_000, 110_000, "CHF", YEAR)),
        ("ES", "Salari brut anual 20.184,34 euros (12 pagues)", (20_184.34, 20_184.34, "EUR", YEAR)),
        ("FR", "Salaire ENTRE 24 100 EUR ET 29 200 EUR brut annuel", (24_100, 29_200, "EUR", YEAR)),
        ("NL", "max € 1.250 per dag", (None, 1_250, "EUR", DAY)),
    ],
)
def test_pay_is_read_in_wordings_that_others_collected(resources, country, text, expected):
    """Contractors are paid more by the day than any quota a reader would suppose."""
    assert paid(resources, text, country) == expected


def test_lunch_is_no_pay_by_the_day(resources):
    """Nobody works for fifteen dollars a day who is paid by the day."""
    assert paid(resources, "Gym, food ($15/day), travel", "DE") is None
