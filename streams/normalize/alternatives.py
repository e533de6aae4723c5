"""What else an employer is called than by its name as advertised."""

import re
from collections.abc import Iterator
from functools import lru_cache

from schemas.posting import EmployerName, NameOrigin
from streams.normalize.domains import employer_domain, is_address
from streams.normalize.employer import LONGEST_NAME, employer_name_key
from streams.normalize.fields import Content, Fields, named

_MOST = 8
# A tenant that only a system names so: `211e692d-c45a-4e3a-ae01-3e497af97929`.
_NUMBER = re.compile(r"[0-9a-fA-F-]{32,}")


def other_names(content: Content, fields: Fields, *, one_employer: bool) -> list[EmployerName]:
    """Return the names that were read and, where a board is one employer's, its tenant and the domain of its pages.

    The tenant is what the board's id begins with, `acme` of `acme.wd5/Jobs`. Each names somebody, none is the advertised one,
    and none comes twice, whatever its case; they are eight at most, each of 200 characters at most.
    """
    found = [*fields.employer_alternatives, *(_of_board(content, fields.board) if one_employer else ())]
    seen = {content.employer.casefold()} if content.employer else set[str]()
    kept = list[EmployerName]()
    for other in found:
        if len(other.name) <= LONGEST_NAME and other.name.casefold() not in seen and employer_name_key(other.name):
            seen.add(other.name.casefold())
            kept.append(other)
    return kept[:_MOST]


def _of_board(content: Content, board: str) -> Iterator[EmployerName]:
    tenant, own = _told(board)
    pages = employer_domain(content.url) or own
    if tenant:
        yield named(tenant, NameOrigin.TENANT)
    if pages:
        yield named(pages, NameOrigin.SITE)


@lru_cache(maxsize=8192)
def _told(board: str) -> tuple[str | None, str | None]:
    """Return the tenant and the domain that a board's id tells."""
    place = board.partition("/")[0]
    if is_address(place) or _NUMBER.fullmatch(place):
        return None, employer_domain(place)
    return place.partition(".")[0], None
