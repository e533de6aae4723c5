"""Words for benefits. A weak one is also a word of trades and counts only among others."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.derived import Benefit
from streams.enrich import benefit_abroad as abroad
from streams.enrich.benefit_forms import forms


@dataclass(frozen=True, slots=True)
class BenefitWord:
    """A word for `benefits`; `weak`: only beside another."""

    benefits: tuple[Benefit, ...]
    weak: bool = False


# Beside those that are made of parts (`benefit_forms`).
_STRONG: dict[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: (
        "private medical care", "private medical", "private health care", "private healthcare", "healthcare options",
        "healthcare benefit", "healthcare premiums", "health premiums", "health and welfare benefits", "medical is covered",
        "full medical", "medical aid",
        "opieka medyczna", "opieki medycznej", "pakiet medyczny", "sjukvårdsförsäkring",
    ),
    Benefit.LIFE_INSURANCE: (
        "life insurance", "life and disability", "life & disability", "life assurance", "life and ad&d", "life & ad&d",
        "life, ad&d", "life/ad&d", "disability, life", "disability and life", "disability & life", "disability, and life",
        "life, and disability", "life, disability", "life & long term", "life and long term", "life & accidental",
        "life and accidental", "life coverage", "group life", "basic life", "death in service", "ubezpieczenie na życie",
        "livförsäkring",
    ),
    Benefit.RETIREMENT: (
        "401k", "401 k", "401(k)", "401 (k)", "pension plan", "pension scheme", "pension matching", "company pension",
        "pension", "pensions", "simple ira", "403b", "403(b)", "457(b)", "thrift savings plan", "rrsp", "superannuation",
        "+ super", "plus super", "provident fund", "tjänstepension", "pensionsavsättning", "pensionsavsättningar",
        "pensionsförmåner", "altersvorsorge", "altersversorgung", "defined benefit",
    ),
    Benefit.EQUITY: (
        "rsu", "rsus", "restricted stock units", "restricted stock", "espp", "employee stock purchase", "esop", "share options",
        "share scheme", "phantom stock", "virtual shares", "vsop", "options package", "option package", "option grants",
        "cash & stock", "+ stock", "+ options", "optionsprogram", "aktieprogram",
    ),
    Benefit.BONUS: (
        "bonuses", "plus bonus", "+ bonus", "salary + bonus", "eligible for bonus", "profit sharing", "profit share",
        "based bonus", "13th salary", "bonusprogram", "bonusmodell",
    ),
    Benefit.PAID_LEAVE: (
        "pto", "company holidays", "days paid leave", "holiday pay", "vacation policy", "vacation days", "vacation package",
        "sick leave", "sick days", "sick time", "time off policy", "annual leave", "annual vacation", "holidays and vacation",
        "vacation and holidays", "vacation and sick", "vacation, sick", "vacation time", "floating holidays", "personal days",
        "bank holidays", "holiday allowance", "leave benefits", "sabbatical", "urlaubstage", "wochen ferien", "wochen urlaub",
        "tage urlaub", "semesterdagar", "dagars semester", "veckors semester", "vacation anytime",
    ),
    Benefit.PARENTAL_LEAVE: (
        "paid parental", "paid maternity", "paid paternity", "paid family leave", "family leave programs",
        "parental bonding leave", "adoption leave", "föräldraledighet", "föräldralön", "elternzeit",
    ),
    Benefit.FLEXIBLE_HOURS: (
        "flexible hours", "flexible working hours", "flexible work hours", "flexible work schedule",
        "flexible work schedules", "flexible working schedule", "flexible schedule", "flexible schedules",
        "flexible scheduling", "schedule flexibility", "flexibility in working hours", "flextime", "flex time", "flex hours",
        "flexitime",
        "flexible work arrangements", "flexible working arrangements", "choose your own hours", "set your own hours",
        "set your own schedule", "make your own schedule", "flexible arbeitszeit",
        "flexible arbeitszeiten", "flexiblen arbeitszeiten", "flexible arbeitszeitmodelle", "gleitzeit", "flextid",
        "flexibla arbetstider", "flexibel arbetstid", "förtroendearbetstid", "elastyczne godziny", "elastycznych godzin",
        "elastyczny czas pracy", "work hours flexibility", "flexible hours/days",
    ),
    Benefit.REMOTE_STIPEND: ("stipend for remote work", "home office setup", "home office set up"),
    Benefit.EDUCATION: (
        "tuition support", "continuing education reimbursement", "ceu reimbursement", "student loan",
        "foreign language courses",
    ),
    Benefit.RELOCATION: (
        "relocation is provided", "relocation may be provided", "relocation is available", "relocation is offered",
        "offer relocation", "offers relocation", "offering relocation", "provide relocation", "provides relocation",
        "paid relocation", "pay relocation", "cover relocation", "arrange relocation", "support relocation", "relocation to",
        "+ relocation", "help with relocation", "assist with relocation", "assistance with relocation", "visa and relocation",
        "visa/relocation", "visa & relocation", "help you relocate", "help relocating",
        "based on candidate eligibility relocation",
        "moving expenses", "umzugskosten",
    ),
    Benefit.WELLNESS: (
        "multisport", "friskvård", "friskvårdsbidrag", "friskvårdsersättning", "friskvårdspeng", "friskvårdstimme",
        "on site gym", "onsite gym", "in house gym", "free gym", "access to the gym", "employee wellness", "yoga classes",
        "urban sports club", "sport card", "sports card", "karta sportowa",
    ),
}  # fmt: skip
_WEAK: dict[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: ("medical", "health", "healthcare", "health care"),
    Benefit.DENTAL_INSURANCE: ("dental", "dental care"),
    Benefit.VISION_INSURANCE: ("vision", "visions", "vision care", "eye care"),
    Benefit.RETIREMENT: ("retirement", "ira"),
    Benefit.EQUITY: ("equity", "stock"),
    Benefit.BONUS: ("bonus",),
    Benefit.PAID_LEAVE: ("vacation", "vacations", "holidays", "time off"),
    Benefit.EDUCATION: (
        "tuition",
        "continuing education",
        "language classes",
        "language lessons",
        "english classes",
        "english lessons",
    ),
    Benefit.WELLNESS: ("gym", "fitness", "fitness center", "wellness"),
}
# What is told in one breath: of a phrase the parts are not found.
_SEVERAL: dict[tuple[Benefit, ...], tuple[str, ...]] = {
    (Benefit.HEALTH_INSURANCE, Benefit.DENTAL_INSURANCE): ("health/dental", "medical/dental", "medical & dental",
        "health & dental"),
    (Benefit.HEALTH_INSURANCE, Benefit.DENTAL_INSURANCE, Benefit.VISION_INSURANCE): (
        "health/dental/vision", "medical/dental/vision",
    ),
    (Benefit.HEALTH_INSURANCE, Benefit.LIFE_INSURANCE): ("medical, life", "health, life", "health and life insurance",
        "health & life insurance"),
    (Benefit.HEALTH_INSURANCE, Benefit.RETIREMENT): ("health and retirement", "health & retirement"),
    (Benefit.DENTAL_INSURANCE, Benefit.LIFE_INSURANCE): ("dental, life", "dental and life", "dental & life"),
    (Benefit.VISION_INSURANCE, Benefit.LIFE_INSURANCE): (
        "vision, life", "vision, disability, life", "vision & life", "vision, & life", "vision and life", "vision, and life",
    ),
}  # fmt: skip
# Trades, and what is asked of the applicant.
_NO_BENEFIT = (
    "dental services", "medical and dental care", "dental practice", "dental office", "dental hygienist", "dental assistant",
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
    "home office budget process", "malpractice insurance", "health, life sciences", "health, life science",
    "basic life support", "medical, life science", "medical, life sciences", "mental wellness", "referral bonus program",
    "referral bonus programs", "referral bonus scheme", "referral bonus plan", "color vision", "close vision",
    "distance vision", "peripheral vision", "vision abilities",
    "health & safety", "health plan industry", "bonus eligible: no", "relocation to a", "relocation to our", "relocation to the",
    "but relocation to", "requires relocation to", "require relocation to", "relocation required", "relocation is required",
    "relocation expenses are not",
    "relocation costs are not", "relocation assistance will not", "equity market", "equity markets",
)  # fmt: skip


def benefit_words() -> Iterator[tuple[str, BenefitWord | None]]:
    """Yield (phrase, the benefit that it names); None for what names none, whatever shorter phrase is in it."""
    yield from ((phrase, BenefitWord((benefit,))) for phrase, benefit in forms())
    for words, weak in ((_WEAK, True), (abroad.WEAK, True), (_STRONG, False), (abroad.STRONG, False)):
        for benefit, phrases in words.items():
            for phrase in phrases:
                yield phrase, BenefitWord((benefit,), weak)
    for benefits, phrases in _SEVERAL.items():
        for phrase in phrases:
            yield phrase, BenefitWord(benefits)
    # the last word on a phrase is the one that counts
    yield from ((phrase, None) for phrase in (*_NO_BENEFIT, *abroad.NO_BENEFIT))
