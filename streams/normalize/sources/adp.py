"""ADP's fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a posting of an ADP career center says; the detail, where there is one, over its listing."""
    posting = row.with_row(_merged(row.row))
    pay = "payGradeRange"
    return Content(
        title=posting.text("title", "requisitionTitle"),
        employer=posting.employer(),
        description=html_text(posting.get("requisitionDescription")),
        locations=unique(map(_place, posting.rows("requisitionLocations"))),
        department=_custom(posting, "HomeDepartment"),
        requisition_id=posting.text("requisition_id", "clientRequisitionID"),
        stated_salary=posting.salary_of(
            posting.get(f"{pay}.minimumRate.amountValue"),
            posting.get(f"{pay}.maximumRate.amountValue"),
            posting.get(f"{pay}.minimumRate.currencyCode") or posting.get(f"{pay}.maximumRate.currencyCode"),
            _custom(posting, "SalaryType", "codeFields"),
        )
        or posting.salary_in(_custom(posting, "SalaryRange")),
        stated_employment_type=posting.text("stated_employment_type", "workLevelCode.shortName"),
        posted_at=posting.instant("posted_at", "postDate"),
        url=_public_url(posting),
    )


def _merged(row: Mapping[str, Any]) -> Mapping[str, Any]:
    parts = (row.get("listing"), row.get("detail"))
    return {name: value for part in parts if isinstance(part, Mapping) for name, value in part.items() if value is not None}


def _place(item: Mapping[str, Any]) -> Location | None:
    address = item.get("address")
    parts = address if isinstance(address, Mapping) else {}
    country = parts.get("countryCode")
    code = country.get("codeValue") if isinstance(country, Mapping) else country
    return place(
        _short(item.get("nameCode")),
        city=parts.get("cityName"),
        region=_short(parts.get("countrySubdivisionLevel1")),
        country=code,
        code=code,
    )


def _short(value: Any) -> Any:
    return value.get("shortName") or value.get("codeValue") if isinstance(value, Mapping) else None


def _custom(posting: Fields, name: str, kind: str = "stringFields") -> str | None:
    """Return what a field that the client named holds; one of a list of codes by its words."""
    fields = (field for field in posting.rows(f"customFieldGroup.{kind}") if _code(field) == name)
    return next((text_of(field.get("stringValue") or _short(field)) for field in fields), None)


def _code(field: Mapping[str, Any]) -> Any:
    name = field.get("nameCode")
    return name.get("codeValue") if isinstance(name, Mapping) else None


def _public_url(posting: Fields) -> str | None:
    cid, _, center = posting.board.partition("/")
    number = _custom(posting, "ExternalJobID")
    page = "https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html"
    return canonical_url(f"{page}?cid={cid}&ccId={center}&lang=en_US&jobId={number}") if number and center else None
