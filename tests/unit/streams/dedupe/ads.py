"""Ads in tests: what a nurse is wanted for, what the law demands, and their contents."""

from streams.dedupe.content import Ad, Content, contents_of

ROLE = "You will write Python, design interfaces and debug distributed systems with the team."
LAW = "All applicants receive consideration regardless of race, religion, sex, age, disability or veteran status."
DUTIES = (
    "You will plan the care of patients on the ward, prepare medication, keep their records and explain treatment to families. "
    "You assist physicians during rounds, train new colleagues, order supplies and watch over hygiene. You hold a licence, know "
    "intensive care, calculate doses, read monitors and stay calm when several alarms ring at once during the night shift."
)


def content(
    title: str = "Nurse", employer: str = "Acme", places: tuple[str, ...] = (), text: str = ROLE, **fields: object
) -> Content:
    """The content of an ad of Acme."""
    return contents_of([Ad(title, text, employer, places=places, **fields)])[0]  # type: ignore[arg-type]


def nurse(title: str = "Nurse", place: str = "Berlin, Germany", text: str = DUTIES, **fields: object) -> Content:
    """A nurse wanted by Acme."""
    return content(title, places=(place,) if place else (), text=text, **fields)
