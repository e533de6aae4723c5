"""Forms of kinds of contract and of work modes that stand beside each other: `full time, on-site only`.

Of phrases inside one another only the longest is found, whatever list it is of. So both lists have all of these pairs: a pair
of one list alone would hide what the other says.
"""

from collections.abc import Mapping

from schemas.derived import EmploymentType, WorkMode

FULL, PART = ("full time", "fulltime"), ("part time", "parttime")
FREELANCE = ("freelance", "freelancer", "independent contractor", "1099")
CONTRACTS = ("contract", "contractor", *FREELANCE)
TEMPORARY = ("temporary", "seasonal", "fixed term", "interim", "temp")
KINDS: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: FULL,
    EmploymentType.PART_TIME: PART,
    EmploymentType.CONTRACT: CONTRACTS,
    EmploymentType.TEMPORARY: TEMPORARY,
}
MODES: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "remote", "fully remote", "100% remote", "completely remote", "entirely remote", "work from home", "wfh",
        "home based", "remote (work from home)", "remote – work from home", "telecommute", "telecommuter", "telecommuting",
        "work at home",
        "virtual/remote",
    ),
    WorkMode.HYBRID: ("hybrid", "hybrid remote", "partially remote", "partly remote"),
    WorkMode.ONSITE: (
        "onsite", "on site", "in person", "in office", "office based", "fully onsite", "fully on site", "100% onsite",
        "100% on site", "100% in office", "fully in office", "fully in person", "complete onsite", "complete on site",
        "onsite only", "on site only",
    ),
}  # fmt: skip
KIND_NAMES = tuple(name for names in KINDS.values() for name in names)
MODE_NAMES = tuple(name for names in MODES.values() for name in names)
