"""Amounts in running text."""

import pytest

from schemas.derived import Period
from streams.enrich.pay.reading import find_pay


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("$120k-150k", 120_000, 150_000, "USD", None),
        ("$100-150k", 100_000, 150_000, "USD", None),
        ("$70k-90", 70_000, 90_000, "USD", None),
        ("$100k to $130k", 100_000, 130_000, "USD", None),
        ("€50.000", 50_000, 50_000, "EUR", None),
        ("€50.000 - €60.000 per year", 50_000, 60_000, "EUR", Period.YEAR),
        ("70–90k EUR", 70_000, 90_000, "EUR", None),
        ("80-110k€", 80_000, 110_000, "EUR", None),
        ("50,000 - 70,000 USD annually", 50_000, 70_000, "USD", Period.YEAR),
        ("104,900.00 - 179,500.00 USD annually", 104_900, 179_500, "USD", Period.YEAR),
        ("CHF 100'000 - 120'000", 100_000, 120_000, "CHF", None),
        ("12 000 - 18 000 PLN / month", 12_000, 18_000, "PLN", Period.MONTH),
        ("$15.50 per hour", 15.5, 15.5, "USD", Period.HOUR),
        ("$15-$20/hr", 15, 20, "USD", Period.HOUR),
        ("$20/hr - $25/hr", 20, 25, "USD", Period.HOUR),
        ("$23.00/hrBenefits: paid leave", 23, 23, "USD", Period.HOUR),
        ("$20 per hourHours: by agreement", 20, 20, "USD", Period.HOUR),
        ("between $23-28/hourly", 23, 28, "USD", Period.HOUR),
        ("Salary: $45,000 - $55,000Company car", 45_000, 55_000, "USD", None),
        ("How we invest in you: $50k-$70k/year", 50_000, 70_000, "USD", Period.YEAR),
        ("£450/day", 450, 450, "GBP", Period.DAY),
        ("£450 p/d", 450, 450, "GBP", Period.DAY),
        ("Earn $400 To $500 Extra Per Day", 400, 500, "USD", Period.DAY),
        ("Earn $350 to $450 everyday", 350, 450, "USD", Period.DAY),
        ("$60.00 - $65.00 (USD) per hour", 60, 65, "USD", Period.HOUR),
        ("500-1000 USD starting monthly earnings", 500, 1_000, "USD", Period.MONTH),
        ("Salary: 30 000 - 40 000 PLN gross UoP/net B2B per month", 30_000, 40_000, "PLN", Period.MONTH),
        ("miesięczne wynagrodzenie: 35–50k PLN", 35_000, 50_000, "PLN", Period.MONTH),
        ("stawka godzinowa 120-150 PLN netto", 120, 150, "PLN", Period.HOUR),
        ("Salaris tussen € 2.800 en € 3.500", 2_800, 3_500, "EUR", None),
        ("Monthly salary: £2,500 â€“ £3,500", 2_500, 3_500, "GBP", Period.MONTH),
        ("$80k-$110k CDN", 80_000, 110_000, "CAD", None),
        ("Base $60k + $20k bonus", 60_000, 60_000, "USD", None),
        ("roles up to around £35K", None, 35_000, "GBP", None),
        ("$500 bonus, $18/hr", 18, 18, "USD", Period.HOUR),
        ("Salary $57,118 to - $74,250 per year", 57_118, 74_250, "USD", Period.YEAR),
        ("$150,000/annually - $180,000/annually", 150_000, 180_000, "USD", Period.YEAR),
        ("Salary: £9.50 - £11.00", 9.5, 11, "GBP", Period.HOUR),
        ("5% commission, 10,000 ETB base", 10_000, 10_000, "ETB", None),
        ("Php 30K to 40K monthly", 30_000, 40_000, "PHP", Period.MONTH),
        ("Salary: 12,000 BIRR", 12_000, 12_000, "ETB", None),
        ("ደመወዝ፡ ከ 8000 እስከ 10000 ብር", 8_000, 10_000, "ETB", None),
        ("Salary & benefit: 15,000 birr", 15_000, 15_000, "ETB", None),
        ("ደሞዝ: 8000", 8_000, 8_000, "ETB", None),
        ("hourly rate: $35", 35, 35, "USD", Period.HOUR),
        ("EUR 60k-80k p.a.", 60_000, 80_000, "EUR", Period.YEAR),
        ("C$90,000", 90_000, 90_000, "CAD", None),
        ("Salary grade 12 ($55,000 - $75,000)", 55_000, 75_000, "USD", None),
        ("Level 5 ($150k - $180k)", 150_000, 180_000, "USD", None),
        ("Salary: $80\u00ad-$125k", 80_000, 125_000, "USD", None),
        ("Salary: $80k\u2011$125k", 80_000, 125_000, "USD", None),
        ("Salary: $120,000 thru $150,000", 120_000, 150_000, "USD", None),
        ("$80k (junior) - $120k", 80_000, 120_000, "USD", None),
        ("Pay range: $17.00 (min) to $21.00 (max)", 17, 21, "USD", Period.HOUR),
        ("Salary: $60,000 minimum to $80,000", 60_000, 80_000, "USD", None),
        ("Salary minimum: $60,000, midpoint: $75,000, maximum: $90,000", 60_000, 90_000, "USD", None),
        ("Hourly: $21.00 $25.00", 21, 25, "USD", Period.HOUR),
        ("Wage: $ 100 USD /one day", 100, 100, "USD", Period.DAY),
        ("The annual salary for this job is $19.00 - $31.00", 19, 31, "USD", None),
        ("$100k+ and equity", 100_000, None, "USD", None),
        ("Classification: STAFF ANALYST $4,784.00 - $5,988.00", 4_784, 5_988, "USD", Period.MONTH),
        ("Full-time | Onsite ($130-$250+ depending on experience)", 130_000, 250_000, "USD", None),
        ("Analyst - $120K ? Distinguished company", 120_000, 120_000, "USD", None),
        ("$5,000 sign-on bonus! $25.00-$30.00/hr", 25, 30, "USD", Period.HOUR),
        ("up to $150,000", None, 150_000, "USD", None),
        ("$150k+", 150_000, None, "USD", None),
        ("$1,500+ USD monthly", 1_500, None, "USD", Period.MONTH),
        ("USD 90,000+ annually", 90_000, None, "USD", Period.YEAR),
        ("€50.000+ p.a.", 50_000, None, "EUR", Period.YEAR),
        ("$25+ USD per hour", 25, None, "USD", Period.HOUR),
        ("$120K+ base", 120_000, None, "USD", None),
        ("$60,000 or more per year", 60_000, None, "USD", Period.YEAR),
        ("Base salary: minimum of $80,000 per year", 80_000, None, "USD", Period.YEAR),
        ("paying upwards of $30 per hour", 30, None, "USD", Period.HOUR),
        ("Salario: 1.500 € brutos/mes", 1_500, 1_500, "EUR", Period.MONTH),
        ("Salary: $1,500+ monthly bonus", 1_500, 1_500, "USD", None),
        ("$120k + bonus", 120_000, 120_000, "USD", None),
        ("$90k plus bonus", 90_000, 90_000, "USD", None),
        ("£60K – £70K • Offers Bonus", 60_000, 70_000, "GBP", None),
        ("10000 ETB monthly", 10_000, 10_000, "ETB", Period.MONTH),
        ("45000 euros a year", 45_000, 45_000, "EUR", Period.YEAR),
        ("£24-30,000", 24_000, 30_000, "GBP", None),
        ("$46,500 - $58,000 - $69,500 annual", 46_500, 69_500, "USD", Period.YEAR),
        ("CAD $20.50 \\- CAD $29.50 hourly", 20.5, 29.5, "CAD", Period.HOUR),
        ("$100k (AUD)", 100_000, 100_000, "AUD", None),
        ("USD$202,000 per year - USD$224,000 per year", 202_000, 224_000, "USD", Period.YEAR),
        ('<span>$77,000</span><span class="divider">&mdash;</span><span>$99,900 USD</span>', 77_000, 99_900, "USD", None),
        ("$25.00/hr.-$30.00/hr.", 25, 30, "USD", Period.HOUR),
        ("Pay: $16-/hr on w2", 16, 16, "USD", Period.HOUR),
        ("Hourly range for this position in the selected city is $35- $55.", 35, 55, "USD", Period.HOUR),
        ("Pay Rate: $34-$37", 34, 37, "USD", Period.HOUR),
        ("12-15 LPA", 1_200_000, 1_500_000, "INR", Period.YEAR),
        ("₹12,00,000 - ₹18,00,000 per annum", 1_200_000, 1_800_000, "INR", Period.YEAR),
        ("₹5 lakh per annum", 500_000, 500_000, "INR", Period.YEAR),
        ("₹12L - ₹18L", 1_200_000, 1_800_000, "INR", None),
        ("salary of 1.2 crore per annum", 12_000_000, 12_000_000, "INR", Period.YEAR),
        ("Rs. 50,000 per month", 50_000, 50_000, "INR", Period.MONTH),
        ("35 000 - 40 000 kr/mån", 35_000, 40_000, "SEK", Period.MONTH),
        ("45.000-55.000 DKK pr. måned", 45_000, 55_000, "DKK", Period.MONTH),
        ("CHF 80'000.- pro Jahr", 80_000, 80_000, "CHF", Period.YEAR),
        ("18 000 – 25 000 PLN netto (B2B) / month", 18_000, 25_000, "PLN", Period.MONTH),
        ("120-150 zł/h netto B2B", 120, 150, "PLN", Period.HOUR),
        ("45.000 € brutto im Jahr", 45_000, 45_000, "EUR", Period.YEAR),
        ("45k€ brut annuel", 45_000, 45_000, "EUR", Period.YEAR),
        ("€ 3.500 – € 4.500 bruto per maand", 3500, 4500, "EUR", Period.MONTH),
        ("R$ 5.000 por mês", 5000, 5000, "BRL", Period.MONTH),
        ("RM 5,000 - RM 7,000 per month", 5000, 7000, "MYR", Period.MONTH),
        ("от 100 000 руб в месяц", 100_000, 100_000, "RUB", Period.MONTH),
        ("HK$30,000 per month", 30_000, 30_000, "HKD", Period.MONTH),
        ("年収 500万円", 5_000_000, 5_000_000, "JPY", None),
        ("150 000 AMD monthly", 150_000, 150_000, "AMD", Period.MONTH),
        ("ደሞዝ : 6000 ብር በወር", 6_000, 6_000, "ETB", Period.MONTH),
        ("$120K/YR - $160K/YR + Equity", 120_000, 160_000, "USD", Period.YEAR),
        ("$20.00 hourly – $37.15 hourly depending on location", 20, 37.15, "USD", Period.HOUR),
        ("pay: $25/hr - $30", 25, 30, "USD", Period.HOUR),
        ("Salary offer is £40+k", 40_000, 40_000, "GBP", None),
        ("Pay Range: $ 60, 000 - $90, 000", 60_000, 90_000, "USD", None),
        ("$A120k - $A160k", 120_000, 160_000, "AUD", None),
        ("Remote, $US 130-200k", 130_000, 200_000, "USD", None),
        ("San Mateo, CA$80/hour", 80, 80, "USD", Period.HOUR),
        ("Starting at €45,000 and 0.25% equity", 45_000, None, "EUR", None),
        ("Minimum Salary: $42120\n\nMaximum Salary: $71552", 42_120, 71_552, "USD", None),
        ("Salary Low\n\nUSD $66,700.00/Yr.\n\nSalary High\n\nUSD $91,000.00/Yr.", 66_700, 91_000, "USD", Period.YEAR),
        ("Pay starts at $23.00 with progressions up to $24.00/hour", 23, 24, "USD", Period.HOUR),
        ("| $110-150 + Equity |", 110_000, 150_000, "USD", None),
        ("Pay: $18 - $20", 18, 20, "USD", Period.HOUR),
        ("Pay Range: $35-$40", 35, 40, "USD", Period.HOUR),
        ("Salary: $19\nBenefits", 19, 19, "USD", Period.HOUR),
        ("Salary: $40-$50", 40, 50, "USD", None),
        ("Salary: 15,000 birr Commission: 4.5%", 15_000, 15_000, "ETB", None),
        ("Base salary: 7,500 ETB per month Performance Bonuses (Monthly): 1.", 7_500, 7_500, "ETB", Period.MONTH),
        ("Wir zahlen 45k€ und 55k€", 45_000, 55_000, "EUR", None),
        ("entre 45k€ et 55k€", 45_000, 55_000, "EUR", None),
        ("c.£22,000 salary", 22_000, 22_000, "GBP", None),
        ("Salary (including training): $110,000+ per year", 110_000, None, "USD", Period.YEAR),
        ("Salary range: $105k+ depending on experience", 105_000, None, "USD", None),
        ("$135k+\nAconex is profitable", 135_000, None, "USD", None),
        ("$60k + Annual Bonus", 60_000, 60_000, "USD", None),
        ("The base salary range for this role is $46—$62 USD", 46, 62, "USD", Period.HOUR),
        ("Maryland Pay Range: $15 USD - $15 USD", 15, 15, "USD", Period.HOUR),
        ("Anticipated Salary Range: $0.00 - $32.76", None, 32.76, "USD", None),
        ("Pay Range Minimum: $22.00\n\nPay Range Maximum: $26.24", 22, 26.24, "USD", Period.HOUR),
        ("Stundenlohn: 15,50 €", 15.5, 15.5, "EUR", Period.HOUR),
        ("Monatsgehalt 3.200 EUR", 3_200, 3_200, "EUR", Period.MONTH),
        ("Compensation Package: Salary + Commission: 31,896 ETB", 31_896, 31_896, "ETB", None),
        ("Salary & Commission ETB 30,000 Base Salary", 30_000, 30_000, "ETB", None),
        ("data science products - GBP50-60k + equity", 50_000, 60_000, "GBP", None),
        ("base: $85K; bonus: 10%", 85_000, 85_000, "USD", None),
        ("£11.44ph", 11.44, 11.44, "GBP", Period.HOUR),
        ("Loss Prevention Officer $17.50 - $19.00/hr", 17.5, 19, "USD", Period.HOUR),
        ("Major Gifts Officer: $80,000 - $95,000", 80_000, 95_000, "USD", None),
        ("Base pay plus shift differential: $35 - $45/hr", 35, 45, "USD", Period.HOUR),
        ("grow our client base: $60,000 - $80,000", 60_000, 80_000, "USD", None),
        ("$1,000 a 40 hour week", 1_000, 1_000, "USD", None),
        ("de 20.000 a 25.000 €", 20_000, 25_000, "EUR", None),
        ("£12 - £14 p/h", 12, 14, "GBP", Period.HOUR),
        ("£25k p.a.", 25_000, 25_000, "GBP", Period.YEAR),
        ("$25.50/per hour", 25.5, 25.5, "USD", Period.HOUR),
        ("€80.000,- bis €100.000,-", 80_000, 100_000, "EUR", None),
        ("Bi-weekly salary of $2,300", 2_300, 2_300, "USD", None),
    ],
)
def test_pay_is_read(text, low, high, currency, period):
    """Ranges, scales, groupings, currencies by symbol and code, periods by word and stroke."""
    assert [(p.minimum, p.maximum, p.currency, p.period) for p in find_pay(text)] == [(low, high, currency, period)]


@pytest.mark.parametrize(
    "text",
    [
        "We raised $10M in Series A",
        "raised $10,000,000 from investors",
        "$1.5M ARR",
        "a $5k signing bonus",
        "referral bonus: $10,000",
        "401k matching up to $5,000",
        "a $130B market",
        "We process $2 billion in payments",
        "$100,000 - $50,000",
        "0.5-1% equity, 50 people, 24/7",
        "$1,000 per month health stipend",
        "$500/month housing stipend",
        "a quota of $800k",
        "managing budgets of $100k-$500k",
        "companies pay $100K+ to solve it",
        "customers pay $50k-$100k per year",
        "relocation assistance up to $7,500",
        "rates of loans up to $500,000, loans from $5,000",
        "a $50-100k deal size",
        "$300 per batch of interviews",
        "€300,000 in equity",
        "homes go for $100,000 to $400,000",
        "$500-$1000+ a month in tips",
        "Competitive salary + 401k",
        "10k-50k users, a team of 50-100k, since 2015-2017, 100-150k requests",
        "7,000 keystrokes per hour",
        "Top pay • 12 hour shifts",
        "Payment: 1,000 birr per completed video",
        "Payment: 70k – 100k ETB (one-time)",
        "a commission of 10,000 ETB per sale",
        "Night differential $1.50 - $3.00/hour",
        "a scholarship of $3,000 - $5,000 per year",
        "Salary sacrifice up to £15,000",
        "donors giving $10,000-$25,000 annually",
        "client rates of $150-$250/hour",
        "friskvårdsbidrag på 5000kr/år",
        "With rates averaging $300 / hour, few can pay a lawyer",
        "Our graduates earn $95k per year",
        "Candidates had several job offers and $100k+ salaries",
        "ACV of $30k - $100k",
        "projects ranging from $100,000 - $500,000",
        "an outage is costing shops $60k-$80k a year",
        "Salary code: 12345-67890",
        "The minimum wage is $15 per hour",
        "Life insurance of 2x your salary up to $300,000",
        "a $150.00 daily hospital benefit",
        "On-call pay of $3 per hour",
        "Compensation plan for contracts of $250,000 or less",
        "households earning under $50,000 per year",
        "families with incomes of $30,000-$60,000",
        "Tips average $20 per hour",
        "contract values of $25k-$75k",
        "penalties of $500 a day",
        "mortgages of $200,000 - $400,000",
        "OB-ersättning 50 kr/timme",
        "We pay a relocation package of up to €8,000 per year",
        "ደመወዝ: 5,000 (በየ7 ቀኑ)",
        "room R540-660k/year",
        "",
    ],
)
def test_other_money_is_no_pay(text):
    """Funding, revenue, bonuses, retirement plans, markets, and ranges that run backwards."""
    assert list(find_pay(text)) == []


def test_pay_stands_where_it_says():
    """The span holds the amounts and the period."""
    text = "Good place. Salary: $90,000 - $100,000 per year, and lunch."

    (pay,) = find_pay(text)

    assert (text[pay.start : pay.end], pay.named, pay.is_range) == ("$90,000 - $100,000 per year", True, True)


def test_all_amounts_of_a_text_are_found():
    """Far apart or side by side, each once."""
    text = "Junior: $50k-$60k. Senior: $90k-$120k." + " lunch" * 30 + " Lead: $150k."

    assert [p.minimum for p in find_pay(text)] == [50_000, 90_000, 150_000]


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("SALARY: 110k-160k, Philadelphia", 110_000, 160_000, None),
        ("Full TimePay: 120 – 150k", 120_000, 150_000, None),
        ("60-80K salary", 60_000, 80_000, None),
        ("Engineer | 120K-160K | ONSITE", 120_000, 160_000, None),
        ("Roles: Instructor (75k-105k)", 75_000, 105_000, None),
        ("base pay will be between 90,000 and 150,000 per year", 90_000, 150_000, Period.YEAR),
        ("Pay: 25-35 hr", 25, 35, Period.HOUR),
        ("payrate: 50 - 75 /hr", 50, 75, Period.HOUR),
        ("Salary: 16,000/month + commission", 16_000, 16_000, Period.MONTH),
        ("Web engineer, Brisbane [40-70k negotiable]", 40_000, 70_000, None),
        ("We're offering 75K-120K and .5-2% equity", 75_000, 120_000, None),
        ("Salary range: 70000 - 90000", 70_000, 90_000, None),
        ("Hourly pay: 22.50-30.00", 22.5, 30, Period.HOUR),
        ("Hourly range: 22.50-30.00", 22.5, 30, Period.HOUR),
        ("Pay range: 17.00 - 21.00", 17, 21, Period.HOUR),
    ],
)
def test_pay_without_a_currency_is_read_where_it_is_called_so(text, low, high, period):
    """Or where nothing else is said of a range of thousands; the currency stays open."""
    assert [(p.minimum, p.maximum, p.mark, p.period) for p in find_pay(text)] == [(low, high, None, period)]


@pytest.mark.parametrize(
    ("text", "called"),
    [("Salary: $90k", True), ("DirectorSalary: $90k", True), ("$90k base", True), ("hourly rate of $35", True), ("$35/hr", False),
     ("fixed rate offers up to $500,000", False), ("we take a part of their income above $50,000", False),
     ("starting at $45,000 and 0.25% equity", True), ("learn in a database: $90,000", False),
     ("monthly; 18,000 ETB (Net)", True), ("it was $80,000 net income", False), ("-Salary: $90k", True),
     ("\n$65,000 a year\n", True), ("Engineers (Portland); $140K+\n", True), ("Designer (~$90K).", True),
     ("Nobody said $90K, and", False), ("Hired: Senior £40k Mid-Level", True), ("Clerk £30,000 + benefits", True),
     ("Clerk £30,000 and benefits", False), ("Payment: 10,000 ETB/month", True), ("We sent 10,000 ETB/month", False)],
)  # fmt: skip
def test_pay_is_called_so_by_a_word_beside_it(text, called):
    """Also where a lost line break glued the word to another."""
    assert [p.called for p in find_pay(text)] == [called]


@pytest.mark.parametrize("piece", ["1", " ", "a,", "$1", "$1-", "1,000", "$1k-$2k ", "salary ", "1 - ", "1 000 ", "(", "per "])
def test_hostile_text_takes_no_time(piece):
    """What is read grows with the text, whatever is in it."""
    text = piece * (100_000 // len(piece))

    assert sum(1 for _ in find_pay(text)) <= len(text)
