"""Which normalizer reads which source, and what makes its answer a posting's content."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import orjson

from schemas.posting import EmployerName, Location, NameOrigin
from schemas.raw import LONGEST_ID_BYTES, RawPosting
from schemas.text import clean
from streams.normalize import sources
from streams.normalize.alternatives import other_names
from streams.normalize.domains import domain_name, is_address
from streams.normalize.employer import employer_key
from streams.normalize.fields import Content, Fields
from streams.step import Rejected

_HAS = ("VERSION", "normalize", "ONE_EMPLOYER")
LONGEST_DESCRIPTION_BYTES = 256 * 1024
LONGEST_REST_BYTES = 64 * 1024
# Raise it when a shared reader reads something differently: the version of every normalizer rises with it.
READERS = 14


@dataclass(frozen=True, slots=True)
class Normalizer:
    """One source's mapping. `one_employer`: a board of the source is one employer's, so its name is a name of the employer."""

    source: str
    version: int
    normalize: Callable[[Fields], Content]
    one_employer: bool

    @property
    def name(self) -> str:
        """Name and version, `greenhouse/1`: two hashes made by the same one can be compared."""
        return f"{self.source}/{self.version + READERS}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A raw posting as read by a normalizer: what it says, whose it is, and what could not be read."""

    posting_id: str
    source_id: str
    content: Content
    content_hash: str
    employer_key: str
    employer_alternatives: list[EmployerName]
    industry: str | None
    company_size: str | None
    unreadable: dict[str, str]


class NormalizerIncomplete(Exception):  # noqa: N818 - a condition
    """The file of a normalizer lacks what one has to have; the message names it."""


def load_normalizers() -> dict[str, Normalizer]:
    """Return the normalizer of every module in `sources`, by source. Raises NormalizerIncomplete."""
    names = sorted(module.name for module in pkgutil.iter_modules(sources.__path__))
    return {name: _load(name) for name in names}


def read(raw: RawPosting, normalizers: Mapping[str, Normalizer]) -> Reading:
    """Return what `raw` says.

    Raises Rejected: unknown_source, missing_id, not_a_row, missing_title or too_long.
    """
    normalizer = normalizers.get(raw.source)
    if normalizer is None:
        raise Rejected("unknown_source", f"no normalizer reads {raw.source!r}")
    posting_id = raw.posting_id
    if posting_id is None:
        raise Rejected("missing_id", f"the row of {raw.subject} holds no id, or one of over {LONGEST_ID_BYTES:,} bytes")
    if not isinstance(raw.row, Mapping):
        raise Rejected("not_a_row", f"the row is {type(raw.row).__name__}, not an object")
    fields = Fields(raw.row, board=raw.board, fetched_at=raw.fetched_at, context=raw.context)
    content = normalizer.normalize(fields)
    _check(content)
    alternatives = other_names(content, fields, one_employer=normalizer.one_employer)
    return Reading(
        posting_id=posting_id,
        source_id=clean(raw.source_id or "").strip(),
        content=content,
        content_hash=content_hash(content),
        employer_key=_employer_key(posting_id, content, raw.board if normalizer.one_employer else None, alternatives),
        employer_alternatives=alternatives,
        industry=fields.industry,
        company_size=fields.company_size,
        unreadable=fields.unreadable,
    )


def content_hash(content: Content) -> str:
    """Return the digest of what `content` means: not of when it was posted or updated."""
    meaning = [
        content.title, content.employer, content.description, [_place(place) for place in content.locations], content.department,
        content.requisition_id, content.stated_salary.model_dump() if content.stated_salary else None, content.stated_work_mode,
        content.stated_employment_type, content.stated_seniority, content.stated_language, content.valid_through, content.url,
        content.apply_url,
    ]  # fmt: skip
    return blake2b(orjson.dumps(meaning), digest_size=16).hexdigest()


def _employer_key(posting_id: str, content: Content, board: str | None, alternatives: Sequence[EmployerName]) -> str:
    """Return the key of the name; else of the board, unless that is only an address; else of a domain; else of the board."""
    domains = [domain_name(each.name) for each in alternatives if each.origin in (NameOrigin.SITE, NameOrigin.CONTACT)]
    return employer_key(posting_id, content.employer, None if board and is_address(board) else board, *domains, board)


def _place(place: Location) -> list[object]:
    return [place.raw, place.city, place.region, place.country, place.latitude, place.longitude]


def _load(name: str) -> Normalizer:
    module = importlib.import_module(f"{sources.__name__}.{name}")
    lacking = [word for word in _HAS if not hasattr(module, word)]
    if lacking:
        raise NormalizerIncomplete(
            f"streams/normalize/sources/{name}.py lacks {', '.join(lacking)}: docs/adding-a-source.md, section 2."
        )
    return Normalizer(name, module.VERSION, module.normalize, module.ONE_EMPLOYER)


def _check(content: Content) -> None:
    if not content.title:
        raise Rejected("missing_title", "the row holds no title")
    if len(content.description.encode()) > LONGEST_DESCRIPTION_BYTES:
        raise Rejected("too_long", f"the description is over {LONGEST_DESCRIPTION_BYTES // 1024} KiB")
    rest = orjson.dumps([content.title, content.employer, *_other_text(content)])
    if len(rest) > LONGEST_REST_BYTES:
        raise Rejected("too_long", f"what is beside the description is over {LONGEST_REST_BYTES // 1024} KiB")


def _other_text(content: Content) -> list[object]:
    return [
        [_place(place) for place in content.locations], content.department, content.requisition_id,
        content.stated_salary.raw if content.stated_salary else None, content.stated_work_mode, content.stated_employment_type,
        content.stated_seniority, content.stated_language, content.url, content.apply_url,
    ]  # fmt: skip
