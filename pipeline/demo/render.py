"""A job as each of the six systems answers it, escaped and dated the way that system does.

Source: the answers recorded in ../shared/data/fixtures/ats and ATS.md.
"""

import html
from collections.abc import Callable
from typing import Any

from pipeline.demo.world import Board, Job, source_id

Row = dict[str, Any]
TOO_LONG_WORDS = 60_000


def _text_html(job: Job) -> str:
    """Return the description as HTML."""
    bullets = "".join(f"<li>{html.escape(line)}</li>" for line in job.bullets)
    body = "".join(f"<p>{html.escape(line)}</p>" for line in job.paragraphs) + f"<ul>{bullets}</ul>"
    if job.broken == "too_long":
        return body + f"<p>{'endless ' * TOO_LONG_WORDS}</p>"
    return body.replace("</p>", "\x00</p>", 1) if job.broken == "nul" else body


def place(job: Job) -> str:
    """Return the city as a line of text."""
    return "Nowhereville-upon-Nothing" if job.broken == "place" else f"{job.city.name}, {job.city.country_name}"


def iso(job: Job, pattern: str = "%Y-%m-%dT%H:%M:%S+00:00") -> str:
    """Return the posting date; a broken one lies in the year 20260."""
    if job.broken == "date":
        return "20260-01-01T00:00:00+00:00"
    return job.posted_at.strftime(pattern)


def title(job: Job) -> str | None:
    """Return the title, None where it is broken."""
    return None if job.broken == "no_title" else job.title


def greenhouse(board: Board, job: Job) -> Row:
    """A row of `jobs[]`; `content` is HTML that is escaped once more."""
    return {
        "id": int(source_id("greenhouse", job.number)),
        "internal_job_id": 9_000_000 + job.number,
        "title": title(job),
        "updated_at": iso(job),
        "first_published": iso(job),
        "requisition_id": job.requisition,
        "location": {"name": place(job)},
        "absolute_url": f"https://boards.greenhouse.io/{board.slug}/jobs/{source_id('greenhouse', job.number)}?gh_src=demo",
        "metadata": [{"name": "Pay", "value": "competitive"}] if job.broken == "salary" else None,
        "departments": [{"id": 1, "name": job.department, "parent_id": None, "child_ids": []}],
        "offices": [],
        "company_name": board.employer,
        "content": html.escape(_text_html(job)),
    }


def lever(board: Board, job: Job) -> Row:
    """An item of the list; dates are epoch milliseconds."""
    low, high = job.salary
    pay = {"min": low, "max": high, "currency": job.city.currency, "interval": "per-year-salary"}
    key = source_id("lever", job.number)
    return {
        "id": key,
        "text": title(job),
        "categories": {
            "location": place(job),
            "commitment": "Full-time",
            "department": job.department,
            "allLocations": [place(job)],
        },
        "country": None if job.broken == "place" else job.city.country,
        "workplaceType": "on-site",
        "createdAt": 577_000_000_000_000 if job.broken == "date" else int(job.posted_at.timestamp() * 1000),
        "description": _text_html(job),
        "lists": [],
        "additional": "",
        "salaryRange": {"min": "competitive", "max": None, "currency": None, "interval": None} if job.broken == "salary" else pay,
        "hostedUrl": f"https://jobs.lever.co/{board.slug}/{key}?lever-source=demo",
        "applyUrl": f"https://jobs.lever.co/{board.slug}/{key}/apply",
    }


def ashby(board: Board, job: Job) -> Row:
    """A row of `jobs[]`."""
    low, high = job.salary
    part = {
        "compensationType": "Salary",
        "interval": "1 YEAR",
        "currencyCode": job.city.currency,
        "minValue": low,
        "maxValue": high,
    }
    tiers = [] if job.broken == "salary" else [{"components": [part]}]
    summary = "competitive" if job.broken == "salary" else f"{job.city.currency} {low // 1000}K - {high // 1000}K"
    address = {"addressLocality": job.city.name, "addressRegion": job.city.region, "addressCountry": job.city.country_name}
    key = source_id("ashby", job.number)
    return {
        "id": key,
        "title": None if job.broken == "no_title" else f"{job.title} ",
        "location": place(job),
        "secondaryLocations": [],
        "address": {"postalAddress": {} if job.broken == "place" else address},
        "department": job.department,
        "team": job.department,
        "isListed": True,
        "isRemote": False,
        "workplaceType": "OnSite",
        "employmentType": "FullTime",
        "publishedAt": iso(job, "%Y-%m-%dT%H:%M:%S.000+00:00"),
        "descriptionHtml": _text_html(job),
        "descriptionPlain": "",
        "compensation": {
            "compensationTierSummary": summary,
            "scrapeableCompensationSalarySummary": summary,
            "compensationTiers": tiers,
        },
        "jobUrl": f"https://jobs.ashbyhq.com/{board.slug}/{key}",
        "applyUrl": f"https://jobs.ashbyhq.com/{board.slug}/{key}/application",
    }


def smartrecruiters(board: Board, job: Job) -> Row:
    """An item of `content[]`; the text comes with the detail."""
    nowhere = job.broken == "place"
    return {
        "id": source_id("smartrecruiters", job.number),
        "uuid": f"{job.number:08x}-1111-4000-8000-000000000000",
        "name": title(job),
        "refNumber": job.requisition,
        "company": {"identifier": board.slug, "name": board.employer},
        "releasedDate": iso(job, "%Y-%m-%dT%H:%M:%S.000Z"),
        "location": {
            "city": place(job) if nowhere else job.city.name,
            "region": None if nowhere else job.city.region,
            "country": None if nowhere else job.city.country.lower(),
            "remote": False,
            "fullLocation": place(job),
        },
        "department": {"label": job.department},
        "typeOfEmployment": {"label": "Full-time"},
        "experienceLevel": {"label": "Mid-Senior Level"},
    }


def smartrecruiters_detail(board: Board, job: Job) -> Row:
    """The answer of `/postings/{id}`."""
    page = f"https://jobs.smartrecruiters.com/{board.slug}/{source_id('smartrecruiters', job.number)}"
    pay = "<p>Pay: competitive</p>" if job.broken == "salary" else ""
    sections = {"jobDescription": {"title": "Job Description", "text": _text_html(job) + pay}}
    return {**smartrecruiters(board, job), "postingUrl": page, "applyUrl": f"{page}?oga=true", "jobAd": {"sections": sections}}


def workable(_: Board, job: Job) -> Row:
    """A row of `jobs[]`; dates without a time."""
    where = {"country": None, "city": place(job), "region": None} if job.broken == "place" else None
    where = where or {"country": job.city.country_name, "city": job.city.name, "region": job.city.region}
    key = source_id("workable", job.number)
    return {
        "title": title(job),
        "shortcode": key,
        "code": job.requisition,
        "employment_type": "Full-time",
        "telecommuting": False,
        "department": job.department,
        "url": f"https://apply.workable.com/j/{key}",
        "shortlink": f"https://apply.workable.com/j/{key}",
        "application_url": f"https://apply.workable.com/j/{key}/apply",
        "published_on": iso(job, "%Y-%m-%d"),
        "created_at": iso(job, "%Y-%m-%d"),
        "country": where["country"],
        "city": where["city"],
        "state": where["region"],
        "locations": [{**where, "countryCode": None if job.broken == "place" else job.city.country}],
        "description": _text_html(job) + ("<p>Pay: competitive</p>" if job.broken == "salary" else ""),
    }


def recruitee(board: Board, job: Job) -> Row:
    """A row of `offers[]`; dates as "2026-08-05 10:10:39 UTC"."""
    low, high = job.salary
    pay = {"min": str(low), "max": str(high), "period": "year", "currency": job.city.currency}
    nowhere = job.broken == "place"
    return {
        "id": int(source_id("recruitee", job.number)),
        "guid": f"g{job.number}",
        "slug": f"offer-{job.number}",
        "title": title(job),
        "company_name": board.employer,
        "location": place(job),
        "city": place(job) if nowhere else job.city.name,
        "state_code": None,
        "country_code": None if nowhere else job.city.country,
        "remote": False,
        "hybrid": False,
        "on_site": True,
        "department": job.department,
        "employment_type_code": "fulltime_permanent",
        "salary": {"min": "competitive", "max": None, "period": None, "currency": None} if job.broken == "salary" else pay,
        "published_at": iso(job, "%Y-%m-%d %H:%M:%S UTC"),
        "created_at": iso(job, "%Y-%m-%d %H:%M:%S UTC"),
        "description": _text_html(job),
        "requirements": "",
        "careers_url": f"https://{board.slug}.recruitee.com/o/offer-{job.number}",
        "careers_apply_url": f"https://{board.slug}.recruitee.com/o/offer-{job.number}/c/new",
    }


ROWS: dict[str, Callable[[Board, Job], Row]] = {
    "greenhouse": greenhouse,
    "lever": lever,
    "ashby": ashby,
    "smartrecruiters": smartrecruiters,
    "workable": workable,
    "recruitee": recruitee,
}
