"""JobSpy's columns as ours: a row of any of the sites that it searches.

The library guesses: pay that it read out of a text is left out, and so is "remote" where it is a word in the text.
Source: python-jobspy 1.4, model.py.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = False
_STATED = "direct_data"
_GUESSES_REMOTE = ("google", "linkedin")


def normalize(job: Fields) -> Content:
    """Return what a posting found by a search says."""
    job.of_employer(industry=job.get("company_industry"), size=job.get("company_num_employees"))
    is_stated = job.get("salary_source") == _STATED
    pay = [job.get(name) for name in ("min_amount", "max_amount", "currency", "interval")] if is_stated else [None] * 4
    remote = job.flag("is_remote") and job.get("site") not in _GUESSES_REMOTE
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company", sites=("company_url_direct",)),
        description=html_text(job.get("description")),
        locations=unique([place(job.get("location"))]),
        department=job.text("department", "job_function"),
        stated_salary=job.salary_of(*pay),
        stated_work_mode=job.text("stated_work_mode", "work_from_home_type") or ("remote" if remote else None),
        stated_employment_type=job.text("stated_employment_type", "job_type"),
        stated_seniority=job.text("stated_seniority", "job_level"),
        posted_at=job.instant("posted_at", "date_posted"),
        url=job.url("url", "job_url"),
        apply_url=job.url("apply_url", "job_url_direct"),
    )
