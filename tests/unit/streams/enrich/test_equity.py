"""The share of the company that comes with the work."""

import pytest

from schemas.derived import Origin
from schemas.posting import StatedSalary
from streams.enrich.equity import enrich
from tests.builders import make_posting


def shared(resources, **fields):
    """The share that a posting names."""
    return enrich(make_posting(**fields), resources)["equity"]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("$110k + 0.5% - 1.0% equity", 0.5, 1),
        ("Equity: .25 - 1.0%", 0.25, 1),
        ("0.1–0.5 % equity", 0.1, 0.5),
        ("£40k + 0,5-1,25% Equity", 0.5, 1.25),
        ("0.0% – 2.0% (equity)", 0, 2),
        ("up to 1% equity", None, 1),
        ("up to 33% of the founding equity", None, 33),
        ("equity (.75%+) and benefits", 0.75, None),
        (">=0.3% equity", 0.3, None),
        ("1% equity (EMI options)", 1, 1),
        ("0.1% - 0.3% stock options", 0.1, 0.3),
        ("30-40% co-founder equity", 30, 40),
        ("Salary: 100k-125k (0.5%-1% equity)", 0.5, 1),
        ("Equity is .05%+\nWe hire", 0.05, None),
        ("a substantial (>=3%) stake in the company", 3, None),
        ("a generous equity package, (1.0% - 4.0%)", 1, 4),
        (".5 to 1% on the equity side", 0.5, 1),
        ("0,5 – 1 % virtuelle Anteile (VSOP)", 0.5, 1),
        ("BSPCE : 0,1 % à 0,5 %", 0.1, 0.5),
        ("un 0,25 % de participación en la empresa (stock options)", 0.25, 0.25),
        ("Participação de 1% na empresa (equity)", 1, 1),
        ("Aandelen: 1-2% in het bedrijf", 1, 2),
    ],
)
def test_a_share_is_read_beside_its_word(resources, text, least, most):
    """Ranges, open ends, before and after `equity`, `options`, `shares`."""
    found = shared(resources, description=f"Acme hires.\n{text}")

    assert (found.minimum, found.maximum, found.origin) == (least, most, Origin.TEXT)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Engineer - $110K - $160K · 0.5 - 4.0% https://acme.io", 0.5, 4),
        ("Acme | Paris | $90 - $140K, 0.02% - 0.04%", 0.02, 0.04),
        ("Pay is competitive ($115K-$150K / 0.2+%).", 0.2, None),
    ],
)
def test_a_share_right_behind_pay_needs_no_word(resources, text, least, most):
    """It has a point, and is less sure."""
    found = shared(resources, description=text)

    assert (found.minimum, found.maximum, found.confidence) == (least, most, 0.6)


@pytest.mark.parametrize(
    "text",
    [
        "$100k, 10% bonus", "$100k + 0.5% bonus", "$100k and 7% of travel", "100k, 5% match", "a rate of 2.5%",
        "equity, 100% paid health insurance", "4% 401k matching, stock options", "performance bonus (10-13%), equity",
        "share options, 10% of salary pension contribution", "stock purchase plan (15% discount)",
        "1% of our time, equity, product",
        "equity 100% remote", "private equity returned 1200% equity", "0% equity", "5% - 2% equity", "competitive equity", "",
    ],
)  # fmt: skip
def test_other_percentages_are_no_share(resources, text):
    """Bonuses, matches, discounts, cover; nothing, everything, and ranges that run backwards."""
    assert shared(resources, description=f"Acme hires.\n{text}") is None


def test_field_and_title_go_before_the_text(resources):
    """What the source states as pay may name the share, too."""
    stated = shared(
        resources, stated_salary=StatedSalary(raw="$100k, 0.5% equity"), title="CTO, 3% equity", description="1% equity"
    )
    titled = shared(resources, title="CTO, 3% equity", description="1% equity")

    assert (stated.minimum, stated.origin, stated.confidence) == (0.5, Origin.FIELD, 1.0)
    assert (titled.minimum, titled.origin, titled.raw) == (3, Origin.TITLE, "3%")


@pytest.mark.parametrize("piece", ["1%", "equity ", "1 - ", "of ", "% equity 1", "(", " "])
def test_hostile_text_takes_no_time(resources, piece):
    """What is read grows with the text, whatever is in it."""
    assert shared(resources, description=piece * (200_000 // len(piece))) is None or "equity" in piece
