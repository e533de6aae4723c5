"""Words for benefits. A weak one is also a word of trades and counts only among others."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.derived import Benefit


@dataclass(frozen=True, slots=True)
class BenefitWord:
    """A word for `benefit`; `weak`: only beside another."""

    benefit: Benefit
    weak: bool = False


_STRONG: dict[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: (
        "health insurance", "healthcare benefits", "health care benefits", "health benefits", "health coverage",
        "health plan", "health plans", "medical insurance", "medical coverage", "medical plan", "medical plans",
        "medical benefits", "private medical care", "private medical", "private health care", "private healthcare",
        "healthcare coverage", "health/dental", "medical/dental", "prywatna opieka medyczna",
    ),
    Benefit.DENTAL_INSURANCE: (
        "dental insurance", "dental coverage", "dental plan", "dental plans", "dental benefits",
    ),
    Benefit.VISION_INSURANCE: (
        "vision insurance", "vision coverage", "vision plan", "vision plans", "vision benefits",
    ),
    Benefit.LIFE_INSURANCE: (
        "life insurance", "life and disability", "life & disability", "life assurance", "life and ad&d", "vision, life",
        "vision, disability, life", "dental, life", "vision & life", "vision, & life", "vision and life", "disability, life",
        "life, and disability", "life, disability", "life & long term", "life and long term", "life & accidental",
        "life and accidental",
    ),
    Benefit.RETIREMENT: (
        "401k", "401 k", "401(k)", "401 (k)", "pension plan", "pension scheme", "pension matching", "company pension",
        "pension", "pensions", "retirement plan", "retirement plans", "retirement savings", "retirement benefits",
        "retirement package", "retirement program", "retirement options", "retirement system", "retirement matching",
        "health and retirement", "simple ira", "403b", "403(b)", "superannuation", "tjänstepension", "defined benefit",
    ),
    Benefit.EQUITY: (
        "stock option", "stock options", "stock grant", "stock grants", "rsu", "rsus", "restricted stock units",
        "restricted stock", "espp", "stock purchase plan", "employee stock purchase", "esop", "stock ownership",
        "equity package", "equity compensation", "equity grant", "equity grants", "equity plan", "equity awards",
        "meaningful equity", "competitive equity", "salary and equity", "salary & equity", "salary plus equity",
        "salary + equity", "salary, equity", "+ equity", "+equity", "& equity", "plus equity", "startup equity",
        "start up equity", "early stage equity", "eligible for equity", "appreciating equity", "market equity",
        "share options", "cash & stock",
    ),
    Benefit.BONUS: (
        "bonus program", "bonus programs", "bonus structure", "bonus plan", "bonus potential", "bonus opportunity",
        "bonus opportunities", "bonus eligible", "bonus target", "annual bonus", "annual bonuses", "quarterly bonus",
        "quarterly bonuses", "yearly bonus", "performance bonus", "performance bonuses", "performance based bonus",
        "performance based bonuses", "discretionary bonus", "discretionary bonuses", "signing bonus", "sign on bonus",
        "sign on bonuses", "cash bonus", "company bonus", "bonuses", "plus bonus", "salary + bonus", "eligible for bonus",
        "profit sharing", "profit share", "holiday bonus", "year end bonus", "based bonus",
    ),
    Benefit.PAID_LEAVE: (
        "pto", "paid time off", "paid vacation", "paid vacations", "paid holidays", "paid company holidays",
        "company holidays", "paid leave", "days paid leave", "holiday pay", "unlimited vacation", "unlimited time off",
        "unlimited pto", "flexible time off", "flexible pto", "flexible vacation", "vacation policy", "generous vacation",
        "vacation days", "days of vacation", "days vacation", "weeks vacation", "weeks of vacation", "weeks paid vacation",
        "paid days off", "paid sick", "sick leave", "sick days", "time off policy", "generous time off", "annual leave",
        "days holiday", "holidays and vacation", "vacation and sick", "vacation time", "paid us holidays", "days leave",
        "discretionary time off", "paid volunteer", "urlaubstage", "wochen ferien", "wochen urlaub", "semesterdagar",
        "vacation anytime",
    ),
    Benefit.PARENTAL_LEAVE: (
        "parental leave", "maternity leave", "paternity leave", "paternity and maternity leave",
        "maternity and paternity leave", "paid family leave", "family leave programs", "föräldraledighet", "adoption leave",
        "maternity and parental leave",
    ),
    Benefit.FLEXIBLE_HOURS: (
        "flexible hours", "flexible working hours", "flexible work hours", "flexible work schedule",
        "flexible work schedules", "flexible schedule", "flexible schedules", "flexible scheduling", "flextime", "flex time",
        "flexitime", "flexible work arrangements", "flexible arbeitszeiten", "flexiblen arbeitszeiten", "gleitzeit",
        "flextid", "flexibla arbetstider", "elastyczne godziny", "work hours flexibility", "flexible hours/days",
    ),
    Benefit.REMOTE_STIPEND: (
        "home office stipend", "home office budget", "home office allowance", "work from home stipend", "wfh stipend",
        "remote stipend", "remote work stipend", "stipend for remote work", "technology stipend", "internet stipend",
        "internet reimbursement", "equipment stipend", "equipment budget",
    ),
    Benefit.EDUCATION: (
        "tuition reimbursement", "tuition assistance", "tuition remission", "tuition support", "education assistance",
        "educational assistance", "education reimbursement", "educational reimbursement", "education budget",
        "learning budget", "learning stipend", "training budget", "conference budget", "professional development budget",
        "ceu reimbursement", "education stipend", "student loan", "continuing education reimbursement", "development stipend",
        "foreign language courses",
    ),
    Benefit.RELOCATION: (
        "relocation assistance", "relocation package", "relocation packages", "relocation provided", "relocation is provided",
        "relocation may be provided", "relocation available", "relocation is available", "relocation benefits",
        "relocation support", "relocation bonus", "relocation reimbursement", "relocation costs", "relocation allowance",
        "offer relocation", "offers relocation", "offering relocation", "paid relocation", "relocation to",
        "help with relocation", "assist with relocation", "based on candidate eligibility relocation",
    ),
    Benefit.WELLNESS: (
        "gym membership", "gym memberships", "fitness membership", "wellness program", "wellness programs",
        "wellness stipend", "wellness stipends", "wellness reimbursement", "fitness stipend", "fitness reimbursement",
        "multisport", "friskvård", "friskvårdsbidrag", "wellness benefits", "on site gym", "onsite gym", "free gym",
        "access to the gym", "sport card",
    ),
}  # fmt: skip
_WEAK: dict[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: ("medical", "health", "healthcare", "health care"),
    Benefit.DENTAL_INSURANCE: ("dental",),
    Benefit.VISION_INSURANCE: ("vision", "visions"),
    Benefit.RETIREMENT: ("retirement", "ira"),
    Benefit.EQUITY: ("equity", "stock"),
    Benefit.BONUS: ("bonus",),
    Benefit.PAID_LEAVE: ("vacation", "holidays", "time off"),
    Benefit.EDUCATION: ("tuition",),
    Benefit.WELLNESS: ("gym", "fitness"),
}
# Trades, and what is asked of the applicant.
_NO_BENEFIT = (
    "dental services", "dental care", "dental practice", "dental office", "dental hygienist", "dental assistant",
    "dental procedures", "dental software", "dental ethics", "dental school", "dental program", "dental x rays",
    "health care services", "health services", "healthcare services", "healthcare industry", "healthcare team",
    "health care provider", "healthcare providers", "medical assistant", "medical coding", "medical billing",
    "medical center", "medical equipment", "private equity", "diversity, equity", "diversity & equity",
    "equity and inclusion", "equity, and inclusion", "equity & inclusion", "equity, inclusion", "internal equity",
    "internal peer equity", "peer equity", "pay equity", "health equity", "equity research", "equity financing",
    "equity and bond", "employment equity", "brand equity", "racial equity", "commitment to equity", "is a bonus", "a bonus",
    "bonus points", "bonus skills", "bonus if", "referral bonus", "referral bonuses", "major bonus", "strong bonus",
    "big bonus", "life insurance license", "life insurance company", "life & health insurance license", "sell life insurance",
    "health insurance industry", "health insurance company", "health insurance license", "mental health", "public health",
    "health and safety", "behavioral health", "health department", "work life", "work/life", "life balance",
    "retirement community", "retirement communities", "retirement home", "retirement homes", "retirement planning",
    "pension fund", "pension funds", "pension plans", "vacation rentals", "family and medical leave act", "family leave act",
    "family medical leave act", "work a flexible schedule", "able to work flexible hours", "ability to work flexible hours",
    "work flexible hours", "willing to work flexible", "ability to work a flexible schedule", "flexible schedule required",
    "flexible to work", "no relocation", "relocation is not", "relocation not", "not offer relocation",
    "relocation assistance is not", "relocation assistance not", "without relocation", "electronic medical records",
    "medical records", "medical conditions", "medical condition", "medical device", "medical devices",
    "weekends and holidays", "evenings and holidays", "weekends, holidays", "time off requests", "stock exchange", "in stock",
    "stock management", "stock control", "nasdaq stock", "unpaid time off", "health insurance marketplace",
    "home office budget process", "malpractice insurance",
)  # fmt: skip


def benefit_words() -> Iterator[tuple[str, BenefitWord | None]]:
    """Yield (phrase, the benefit that it names); None for what names none, whatever shorter phrase is in it."""
    for phrase in _NO_BENEFIT:
        yield phrase, None
    for words, weak in ((_WEAK, True), (_STRONG, False)):
        for benefit, phrases in words.items():
            for phrase in phrases:
                yield phrase, BenefitWord(benefit, weak)
