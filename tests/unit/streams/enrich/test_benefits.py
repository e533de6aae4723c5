"""What the employer gives beside pay."""

import pytest

from schemas.derived import Origin
from streams.enrich.benefits import enrich
from tests.builders import make_posting


def named(resources, text):
    """The benefits of a text, in its order."""
    return [found.value.value for found in enrich(make_posting(description=text), resources)["benefits"]]


@pytest.mark.parametrize(
    ("text", "benefits"),
    [
        ("Medical, dental, and vision coverage.", ["health_insurance", "dental_insurance", "vision_insurance"]),
        ("Health insurance, 401(k) and life insurance.", ["health_insurance", "retirement", "life_insurance"]),
        ("Salary + equity, stock options.", ["equity"]),
        ("An annual bonus and 25 vacation days.", ["bonus", "paid_leave"]),
        ("Paid parental leave, unlimited PTO.", ["parental_leave", "paid_leave"]),
        ("Flexible working hours and a home office budget.", ["flexible_hours", "remote_stipend"]),
        ("Tuition reimbursement; relocation assistance; gym membership.", ["education", "relocation", "wellness"]),
        ("Flexible Arbeitszeiten und 30 Urlaubstage.", ["flexible_hours", "paid_leave"]),
        ("Benefits: 401k, equity, bonus.", ["retirement", "equity", "bonus"]),
        ("PTO. PTO. PTO.", ["paid_leave"]),
        (
            "Medical, dental, life insurance and vision.",
            ["health_insurance", "dental_insurance", "life_insurance", "vision_insurance"],
        ),
        ("We pay for health/dental/vision.", ["health_insurance", "dental_insurance", "vision_insurance"]),
        ("401k, health.", ["retirement", "health_insurance"]),
        ("Unlimited holidays, a wellness allowance, paid paternity leave.", ["paid_leave", "wellness", "parental_leave"]),
        ("We offer 0.5-1.0% equity.", ["equity"]),
        ("$120k + options, $90k + bonus.", ["equity", "bonus"]),
        ("VISA/Relocation. We cover relocation expenses.", ["relocation"]),
        ("30 dagars semester, tjänstepension och friskvårdspeng.", ["paid_leave", "retirement", "wellness"]),
        ("A conference allowance and educational benefits.", ["education"]),
    ],
)
def test_each_benefit_is_named_once(resources, text, benefits):
    """In the order of the text."""
    assert named(resources, text) == benefits


@pytest.mark.parametrize(
    ("text", "benefits"),
    [
        ("13. Monatsgehalt, Weiterbildungsbudget, Hilfe beim Umzug", ["bonus", "education", "relocation"]),
        ("Mutuelle d'entreprise, horaires flexibles, RTT", ["health_insurance", "flexible_hours", "paid_leave"]),
        ("13ème mois et intéressement, BSPCE, abonnement Gymlib", ["bonus", "equity", "wellness"]),
        ("Seguro de gastos médicos mayores, seguro de vida", ["health_insurance", "life_insurance"]),
        ("23 días laborables de vacaciones y horario flexible", ["paid_leave", "flexible_hours"]),
        (
            "Plano de Saúde; Plano Odontológico; Seguro de Vida; Previdência Privada; TotalPass",
            ["health_insurance", "dental_insurance", "life_insurance", "retirement", "wellness"],
        ),
        ("Premio di risultato, fondo pensione, orario flessibile", ["bonus", "retirement", "flexible_hours"]),
        ("25 vakantiedagen en een goede pensioenregeling", ["paid_leave", "retirement"]),
        ("26 dni urlopu, budżet szkoleniowy", ["paid_leave", "education"]),
        ("Sundhedsforsikring, pensionsordning og 6 ugers ferie", ["health_insurance", "retirement", "paid_leave"]),
        ("God pensjonsordning og fleksibel arbeidstid", ["retirement", "flexible_hours"]),
        ("Wir beraten zu betrieblicher Altersvorsorge.", []),
        ("Sie verkaufen Krankenversicherungen.", []),
        ("Gestion des congés payés et de la paie", []),
        ("Venta de seguro de vida", []),
    ],
)
def test_benefits_are_read_in_the_ads_language(resources, text, benefits):
    """What is sold or administered, too, counts only among others."""
    assert named(resources, text) == benefits


@pytest.mark.parametrize(
    "text",
    [
        "Work in private equity.", "Diversity, equity and inclusion.", "Python is a bonus. Bonus points for Go.",
        "You assist our dental patients.", "A vision for the company.", "Mental health services and health care.",
        "Must be able to work a flexible schedule, weekends and holidays.", "We run retirement communities.",
        "A referral bonus program.", "Good color vision. Health & safety is yours.", "Bonus eligible: No",
        "A team. Bonus points: Go.",
        "No relocation assistance. Without paid leave.", "Requires relocation to Boston.", "Our vision: better healthcare.",
        "Medical, life sciences and finance.", "Internal equity is considered.", "No relocation. Relocation is not offered.",
        "Stock management.",
    ],
)  # fmt: skip
def test_words_of_trades_and_duties_are_no_benefits(resources, text):
    """They give nothing."""
    assert named(resources, text) == []


def test_lines_that_are_glued_together_are_told_apart(resources):
    """Some boards lose the breaks of a list."""
    text = "Benefits:401(k)401(k) matchingDental insuranceHealth insurancePaid time offTuition reimbursementPTOParental leave"

    assert named(resources, text) == [
        "retirement", "dental_insurance", "health_insurance", "paid_leave", "education", "parental_leave",
    ]  # fmt: skip


def test_a_name_with_a_capital_within_is_no_glued_line(resources):
    """The text is read as it is."""
    assert named(resources, "JavaScript, TypeScript and a PTO.") == ["paid_leave"]


def test_the_words_are_kept(resources):
    """As they stand in the text."""
    (found,) = enrich(make_posting(description="We have a Pension Plan."), resources)["benefits"]

    assert (found.raw, found.origin) == ("Pension Plan", Origin.TEXT)
