"""Labelled pairs of ads: one JSON object a line, and a split of them that no employer crosses."""

import ast
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from streams.dedupe.content import Ad, Content, contents_of
from streams.dedupe.reader import Label
from streams.normalize.employer import employer_name_key
from streams.normalize.text import word_set

_LISTED = re.compile(r"\s*[;|•]\s*")
# What a scrape put where the name would be.
_NO_NAME = re.compile(r"Refreshed \w+ \d+")
_MONTH = re.compile(r"\d{4}-\d{2}")
_HEAD = 60
_WORD = re.compile(r"[^\W_]+")
_FORMS = word_set("ab and co company corp corporation inc limited llc lp ltd plc")
_NOBODY = word_set("company privateclient") | {""}


class PairUnreadable(Exception):  # noqa: N818 - noun and condition
    """A line is no labelled pair; the message names line and field. The file is not evaluated."""


@dataclass(frozen=True, slots=True)
class Side:
    """One ad of a pair, as its file has it.

    `company` is empty where the name is that of a system or of nobody; `posted_at` the first of a month where only that is known.
    """

    id: str
    title: str
    company: str
    places: tuple[str, ...]
    text: str
    requisition_id: str | None = None
    links: tuple[str, ...] = ()
    posted_at: datetime | None = None

    def content(self) -> Content:
        """Return what the verifier compares."""
        key = employer_name_key(self.company) if self.company else None
        ad = Ad(self.title, self.text, self.company, key or "", self.places, self.requisition_id, self.links, self.posted_at)
        return contents_of([ad])[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ads with the label that a reader gave them; `sure` is 3 certain, 2 likely, 1 guess."""

    name: str
    label: Label
    sure: int
    a: Side
    b: Side
    data_set: str = ""
    band: str = ""
    why: str = ""


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a JSONL file, which may be xz-compressed.

    Raises PairUnreadable for the first line that is none.
    """
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        return [_pair(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _pair(number: int, line: str) -> Pair:
    try:
        row = json.loads(line)
        return Pair(
            name=str(row.get("pair") or f"line {number}"),
            label=Label(row["label"]),
            sure=int(row["sure"]),
            a=_side(row["a"]),
            b=_side(row["b"]),
            data_set=str(row.get("set") or ""),
            band=str(row.get("band") or ""),
            why=str(row.get("why") or ""),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PairUnreadable(f"Line {number} is no labelled pair: {type(error).__name__} {error}.") from error


def _side(row: Mapping[str, Any]) -> Side:
    id_, company = str(row.get("id") or ""), str(row.get("company") or "")
    # JSON may hold halves of characters, which no text is made of
    json.dumps(row, ensure_ascii=False).encode()
    named = not (id_.lower().startswith(f"{company.lower()}-") or _NO_NAME.match(company))
    return Side(
        id=id_,
        title=str(row.get("title") or ""),
        company=company if named else "",
        places=tuple(_places(row.get("location"))),
        text=str(row["text"] or ""),
        requisition_id=row.get("requisition_id"),
        links=tuple(link for link in (row.get("url"), row.get("apply_url")) if link),
        posted_at=_posted_at(row.get("posted_at") or row.get("month")),
    )


def _posted_at(stated: str | None) -> datetime | None:
    """Return the instant of an ISO date or of a month, "2016-12"."""
    if not stated:
        return None
    found = datetime.fromisoformat(f"{stated}-01" if _MONTH.fullmatch(stated) else stated)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _places(location: Any) -> Iterator[str]:
    """Yield each place of a wording, a list, or the printed form of a list."""
    if isinstance(location, str) and location.startswith("["):
        try:
            location = ast.literal_eval(location)
        except (SyntaxError, ValueError):
            location = location.strip("[]")
    if isinstance(location, Mapping):
        location = location.get("location")
    if isinstance(location, list):
        for one in location:
            yield from _places(one)
    elif location:
        yield from (part for part in _LISTED.split(str(location)) if part)


def of_two_employers(pair: Pair) -> bool:
    """Return whether both employers are named, and are not one by their names."""
    one, other = (employer_name_key(side.company) if side.company else None for side in (pair.a, pair.b))
    return one is not None and other is not None and one != other


def groups_of(pairs: Sequence[Pair]) -> list[str]:
    """Return each pair's group: pairs that share an ad or an employer, or a beginning of text where none is known."""
    parents: dict[str, str] = {}

    def root(key: str) -> str:
        while parents.setdefault(key, key) != key:
            key = parents[key]
        return key

    for pair in pairs:
        first, *others = (root(key) for side in (pair.a, pair.b) for key in _keys(pair, side))
        for other in others:
            low, high = sorted((root(first), root(other)))
            parents[high] = low
    return [root(_keys(pair, pair.a)[0]) for pair in pairs]


def _keys(pair: Pair, side: Side) -> tuple[str, str]:
    employer = _spelled(side.company or "")
    return f"i{pair.data_set}{side.id or side.text[:_HEAD]}", f"c{employer or side.text[:_HEAD]}"


def _spelled(company: str) -> str | None:
    """Return a company as groups are named by it; frozen, since another name may be of the other half."""
    words = _WORD.findall(company.casefold().replace("&", " and ").replace(".", ""))
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    name = "".join(words)
    return None if name in _NOBODY else name


def halves_of(groups: Iterable[str]) -> list[int]:
    """Return 0 or 1 for each group, by a fixed hash: half 0 is tuned on, half 1 is reported."""
    return [sha256(group.encode()).digest()[0] & 1 for group in groups]


def by_group(groups: Sequence[str]) -> list[list[int]]:
    """Return the positions of each group's pairs."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, group in enumerate(groups):
        found[group].append(position)
    return list(found.values())
