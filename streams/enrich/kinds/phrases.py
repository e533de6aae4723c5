"""Phrases of running text that state the kind of contract, and words that do where they stand by themselves."""

from collections.abc import Mapping

from schemas.derived import EmploymentType
from streams.enrich.forms import FULL, PART
from streams.enrich.words import joined

LABELS = (
    "type:", "types:", "type of employment:", "type of position:", "type of contract:", "employment:", "status:",
    "position status:", "schedule:", "classification:", "commitment:", "category:", "time type:", "work hours:",
    "working hours:", "hours:", "working conditions:", "terms:", "contract:", "job:", "workload:", "working time:",
    "engagement:", "engagement type:", "mode of employment:", "type of hire:", "mode:", "term:", "duration:",
    *(f"{either}:" for either in ("full time/part time", "full/part time", "full time or part time", "full time / part time")),
    "full time/part time", "ft/pt:",
)  # fmt: skip
LEADS = (
    "is a", "is", "are", "will be", "be a", "as a", "as our", "seeking a", "seeking", "looking for a", "looking for",
    "searching for a", "hiring a", "hire a", "hiring", "recruiting a", "recruit a", "need a", "needs a", "want a", "add a",
    "is currently a", "currently seeking a", "will work", "you will work", "join us as a", "join our team as a",
    "available for a", "applications for a", "applications for", "in a",
)  # fmt: skip
BETWEEN = (
    "", "permanent", "regular", "exempt", "non exempt", "hourly", "salaried", "paid", "direct hire", "w2", "day shift",
    "entry level",
)  # fmt: skip
NOUNS = (
    "position", "role", "job", "opportunity", "vacancy", "assignment", "engagement", "appointment", "basis", "capacity",
    "post", "commitment",
)  # fmt: skip
# Who is called when there is work takes part of the week.
ON_CALL = ("per diem", "prn")
PARTS: tuple[str, ...] = ("10", "20", "30", "40", "50", "60", "70", "75", "80", "90")
SHIFTS = ("day", "days", "night", "nights", "evening", "evenings", "weekend", "weekends")
WHOLE = "100"
# A job's share of the whole week stands behind who is looked for.
SHARED = (
    "pensum", "pensum:", "pensum von", "arbeitspensum", "arbeitspensum:", "beschäftigungsgrad", "beschäftigungsgrad:",
    "stellenprozent:", "festanstellung", "quota:", "m/w", "(m/w)", "(m/w),", "m/w,", "w/m", "(w/m)", "(w/m),", "w/m,",
    "m/w/d", "(m/w/d)", "(m/w/d),", "m/f", "(m/f)", "(m/f),", "f/m", "(f/m)", "(f/m),", "workload", "workload:", "(w/m/d)",
    "m/w -", "(m/w) -", "sysselsättningsgrad", "sysselsättningsgrad:", "omfattning:", "stillingsprosent", "stillingsprosent:",
    "stillingsstørrelse:", "taux d'activité:", "taux d’activité:", "taux d'activité :", "taux d’activité :",
    "grado di occupazione:",
)  # fmt: skip
MORE: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: (
        "type: full time employee", "type: fte", "status: fte", "is full time employment", "a full time employment",
        "status: full time employee",
        "in vollzeit", "vollzeit, 100%", "100% heltid", "on site full time", "onsite full time", "in office full time",
        "work full time in an office", "be the full time", "following full time positions", "vollzeit/festanstellung",
        "festanstellung vollzeit", "must be available for full time", "available for full time schedule",
        "these full time positions", "pensum vollzeit", "vollzeitstelle", "heltid, tillsvidare",
        "heltid, tillsvidareanställning", "tillsvidareanställning, heltid", "tillsvidareanställning på heltid",
        "heltid anställningstid", "omfattning: heltid", "omfattning heltid", "på heltid", "heltidstjänst", "heltidsjobb",
        "heltidsanställning", "arbetstid: heltid", "heltid 100%", "heltid 100 %", "är heltid", "tjänsten är på 100%",
        "tjänsten är på 100 %", "omfattning: 100%", "omfattning: 100 %", "omfattning 100%", "sysselsättningsgrad: 100%",
        "sysselsättningsgrad: 100 %", "tjänstgöringsgrad: heltid", "tjänstgöringsgrad heltid", "tjänstgöringsgrad: 100%",
        "jobbtyp: heltid", "pełny etat", "pełnym etacie", "full time, exempt", "join our team full time", "join us full time",
        "full time regular", "full time, long term basis", "full time / exempt", "non exempt: full time",
        "full time, permanent", "permanent, full time", "regular full time", "regular, full time", "permanent full time",
        "permanent / full time", "full time / permanent", "full time, monday", "full time (monday", "full time w2",
        "full time, w2", "fulltime/ w2", "fulltime w2", "work full time onsite", "work fulltime onsite",
        "work full time on site", "work full time at", "work full time in our", "work full time in the office",
        *joined(("able to", "available to", "ability to", "must", "willing to"), ("work full time", "work fulltime")),
        "full time direct hire", "full time permanent employment", "full time hours, monday", "work full time hours",
        "join us remotely full time", "full time equity position", "exempt/full time", "exempt/fulltime", "commit to full time",
        "percent time: 100%", "100%. tillträde", "ft non exempt", "ft exempt", "festanstellung, 100%", "anstellungsgrad: 100%",
        "art der stelle vollzeit", "beschäftigungsart: vollzeit", "anstellungsart: vollzeit", "anstellung: vollzeit",
        "arbeitszeit: vollzeit", "arbeitsverhältnis: vollzeit", "job type full time",
    ),
    EmploymentType.PART_TIME: (
        "part time only", "minijob", "mini job", "minijobber",
        "in teilzeit", "art der stelle teilzeit", "beschäftigungsart: teilzeit", "anstellungsart: teilzeit",
        "arbeitszeit: teilzeit", "teilzeitstelle", "deltid, tillsvidare", "deltid anställningstid", "omfattning: deltid",
        "omfattning deltid", "på deltid", "deltidstjänst", "deltidsanställning", "deltidsuppdrag", "är deltid",
        "currently part time", "part time (20 hours", "part time, 20 hours", "part time hours", "willing to work part time",
        "per diem position", "prn position", "position is prn", "on call / per diem", "flexible part time schedule",
        "half time position", "half time role", "this is a per diem", "type: per diem", "type: prn",
        "part time with", "per diem rn", "prn rn", "rn per diem",
        "rn (per diem",
    ),
    EmploymentType.CONTRACT: (
        "contract duration", "contract length", "type: contract", "type: contract to hire", "type: independent contractor",
        "type: freelance", "type: contractual", "duration: contract", "month contract", "months contract", "month+ contract",
        "months+ contract", "week contract", "weeks contract", "long term contract", "short term contract",
        "full time contract", "contract w2", "contract to hire", "contract to perm", "contract to permanent",
        "contract to full time", "contract (w2", "contract w 2", "contract - w2", "w2 contract", "model: b2b", "type: b2b",
        "form: b2b", "contract only", "a contracted", "contract through", "seeking freelance", "hiring freelance",
        "looking for freelance", "seeking a freelance", "looking for a freelance", "for freelance", "seeking freelancers",
        "looking for freelancers", "type: contractor", "1099 contractor", "contract with possible", "b2b contract via",
        "a b2b contract", "long term b2b contract", "b2b contract only", "1099 position", "contract with potential",
        "contract with possibility", "year contract position", "hiring mode: contract", "order contract",
        "contract employment", "as an independent contractor", "as independent contractors", "an independent contractor to",
        "independent contractors to", "independent subcontractor", "independent subcontractors", "as a freelancer", "months w2",
        "months on w2", "months c2c", "months on c2c", "month w2", "w2 only",
        "hr w2", "hour w2", "hr on w2", "hour on w2", "on w2 basis", "rate: w2", "contract: w2", "w2 contractor", "contractor w2",
        "contractor - w2", "contractors only", "type: multiyear contract", "contract to start", "ongoing contract",
    ),
    EmploymentType.TEMPORARY: (
        "contrat à durée déterminée", "en cdd", "cdd de", "contrat cdd",
        "temp to hire", "fixed term & temporary", "fixed term and temporary", "temp to perm", "temporary to permanent",
        "temp to permanent", "temporary to hire", "befristet auf", "befristet bis", "befristet für", "befristete stelle",
        "befristete anstellung", "jahre befristet", "jahr befristet", "monate befristet", "visstidsanställning",
        "tidsbegränsad anställning", "vikariat", "sommarvikariat", "säsongsanställning", "temporäre stelle",
        "fixed term appointment", "this is a temporary", "position is temporary", "role is temporary",
        *joined(("needs a", "need a", "seeking a", "hiring a", "looking for a"), ("temporary",)), "seasonal full time",
        "full time temporary",
        "temporary full time", "duration: seasonal", "temporary employment for", "temporary employment of",
        "a temporary contract", "fixed term contract", "limited term",
    ),
    EmploymentType.INTERNSHIP: (
        "stagiaire", "en alternance", "contrat d'alternance", "contrat en alternance", "stage de fin d'études",
        "convention de stage",
        "this internship", "this paid internship", "this summer internship", "the internship will", "the internship is",
        "internship will be", "unpaid internship position", "internship duration", "internship dates", "internship details",
        "internship description", "week internship", "week paid internship", "week summer internship", "month internship",
        "months internship", "month paid internship", "type: internship", "type: intern", "intern will", "interns will",
        "intern, you will", "intern, you'll", "intern, you’ll", "intern you will", "intern, your", "intern, you may",
        "intern in", "interns in this", "seek interns", "our internship program, you", "intern you'll", "intern at",
        "intern with", "intern to join", "intern to support", "intern to help", "intern to assist", "seeking interns",
        "hiring interns", "looking for interns", "an internship for", "remote internship", "hybrid internship",
        "on site internship", "onsite internship", "in person internship", "intern position", "intern role", "an intern to",
        "seeking an intern", "looking for an intern", "hiring an intern", "as an intern you", "as an intern, you",
        "our intern you", "paid internship", "co op will", "co op student will", "this co op", "month co op",
        "co op position", "co op role", "co op, you will", "co op to", "co op student to", "the co op", "praktikumsstelle",
        "praktikant", "praktikantin", "praktikant/in", "praktikant/-in", "praktikantenstelle", "praktikplats", "werkstudent",
        "working student", "for an internship", "this is an internship", "this is an unpaid internship",
        "this is a paid internship", "einen praktikanten", "internship lasts",
        "unpaid internship", "duration of the internship", "duration of your internship", "throughout the internship",
        *joined(("during", "throughout"), ("your", "this", "the"), ("internship",)),
    ),
    EmploymentType.VOLUNTEER: (
        "is a volunteer", "volunteer position", "volunteer role", "this volunteer", "unpaid volunteer",
        "volunteer opportunity", "type: volunteer", "on a volunteer basis", "voluntary (unpaid) basis", "unpaid voluntary",
        "volunteers needed", "looking for volunteers", "seeking volunteers", "position is voluntary", "unpaid position",
        "unpaid role", "as a volunteer, you", "as a volunteer you", "pro bono basis", "pro bono role", "pro bono position",
    ),
}  # fmt: skip


def _apart(times: tuple[str, ...]) -> tuple[str, ...]:
    """Return what `full - time` and `full- time` are when signs are spaces."""
    return tuple(time.replace(" ", sign) for time in times for sign in ("  ", "   "))


BARE: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: (
        *FULL,
        *_apart(FULL),
        "full time permanent",
        "full time employment",
        "festanstellung 100%",
    ),
    EmploymentType.PART_TIME: (
        *PART,
        *_apart(PART),
        "part time employment",
        "prn",
    ),
    EmploymentType.CONTRACT: (
        "contract",
        "contract work",
        "longterm contract",
        "contractor",
        "freelance",
        "independent contractor",
        "contractual",
        "contract based",
    ),
    EmploymentType.TEMPORARY: ("temporary", "seasonal", "fixed term", "temp"),
    EmploymentType.INTERNSHIP: ("internship", "co op"),
}
NOTHING = (
    *joined(("full/", "full /", "full or", "full and", "full- or", "full- and", "full &"), ("part time", "parttime")),
    *joined(("part/", "part /", "part or", "part and", "part- or", "part- and", "part &"), ("full time", "fulltime")),
    "ft/pt", "ft/pt position", "pt, prn", "ft, prn", "ft/prn", "pt/prn",
    "full time, permanent employees", "full time, permanent positions",
    "seasonal or temporary employment",
    "part time basis and", "non internship", "non temporary position", "non temporary role",
    "experience as an intern", "worked as an intern",
    "previous internship position", "prior to this internship", "contract position holders", "not a contract position",
    "full time position after", "full time role after", "full time job after", "a full time job offer",
    "volunteer opportunity for our", "contracted services", "contracted out", "contracted by", "contracted with",
    "average contract length", "average contract duration", "benefit from a full time", "previous full time position",
    "not a full time", "is a full time benefit", "be contracted", "full time position in the future", "part time jobs",
)  # fmt: skip
