"""Phrases that state work mode or kind of contract in running text, where a single word would say nothing."""

from collections.abc import Iterator

from schemas.posting import EmploymentType, WorkMode

_SENTENCES: dict[WorkMode | EmploymentType, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "fully remote", "100% remote", "remote position", "remote role", "remote job", "this is a remote",
        "work remotely from", "remote only", "remote first company", "work from anywhere", "position is remote",
        "role is remote", "completely remote", "work from home position", "location remote", "remote worldwide",
    ),
    WorkMode.HYBRID: (
        "hybrid role", "hybrid position", "hybrid work", "hybrid working", "hybrid schedule", "hybrid model",
        "location hybrid", "position is hybrid", "role is hybrid", "hybrid environment",
    ),
    WorkMode.ONSITE: (
        "onsite only", "on site only", "onsite position", "on site position", "position is onsite", "position is on site",
        "onsite role", "on site role", "no remote", "not a remote", "role is on site", "role is onsite", "location onsite",
        "remote is not an option",
    ),
    EmploymentType.FULL_TIME: (
        "full time position", "full time role", "full time job", "full time employment", "this is a full time",
        "job type full time",
    ),
    EmploymentType.PART_TIME: (
        "part time position", "part time role", "part time job", "this is a part time", "job type part time",
    ),
    EmploymentType.CONTRACT: (
        "contract position", "contract role", "this is a contract", "contract job", "job type contract",
    ),
    EmploymentType.TEMPORARY: ("temporary position", "temporary role", "this is a temporary", "job type temporary"),
    EmploymentType.INTERNSHIP: ("internship position", "this is an internship", "job type internship"),
}  # fmt: skip


def sentences() -> Iterator[tuple[str, WorkMode | EmploymentType]]:
    """Yield (phrase, what it states)."""
    for value, phrases in _SENTENCES.items():
        for phrase in phrases:
            yield phrase, value
