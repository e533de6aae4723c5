"""Truths about `salary`: the pay that boards keep in fields, and what was read in texts, against what wording and text tell.

An answer is (lower bound, upper bound, period, currency); a truth is any of several, or none. Bounds and, where the truth has
them, period and currency must be the same.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, Drawn, Field, Marks, Truth, mark_drawn
from pipeline.evaluation.postings import postings
from pipeline.evaluation.read import read_cases, unplaced
from pipeline.evaluation.sample import drawn_cases
from pipeline.evaluation.sets import rows, without_fields
from schemas.derived import Period, Salary
from schemas.posting import DeduplicatedPosting
from streams.enrich import salary
from streams.enrich.base import Fields
from streams.enrich.contract import posting_of
from streams.enrich.resources import Resources
from streams.normalize.money import salary_parts, salary_text

Answer = tuple[float | None, float | None, Period | None, str | None]
Pay = tuple[float | None, float | None, Period | None]
_PERIODS: Mapping[str, Period] = {"YEARLY": Period.YEAR, "HOURLY": Period.HOUR, "MONTHLY": Period.MONTH}
_NUMBER = re.compile(r"(?<![\d.,])(?P<whole>\d{1,3}(?:[,' ]\d{3})+|\d+)(?P<part>\.\d{1,2})?(?!\d)\s?(?P<k>[kK]\b)?")
_NOT_DIGIT = re.compile(r"\D")
_YEARLY_FROM = 20_000
# The rule that scrapers use: the first range in dollars, per hour where it is small.
_PLAIN = re.compile(
    r"\$\s?(?P<low>[\d,]+(?:\.\d+)?)\s?(?P<k>[kK])?\s*(?:-|–|—|to)\s*\$?\s?(?P<high>[\d,]+(?:\.\d+)?)\s?(?P<k2>[kK])?"
)
_HOURLY_TO = 350
# The sets of data/read_pay.jsonl; as many of each, so that no kind of source weighs more than another.
_SETS_READ = (
    "hn_2015_2017", "zapply_2026", "linkedin_arshka_2024", "newgrad2027", "afriworket_et_2026", "emscad_a", "se_jobtech_it",
    "linkedin_da_ca_2019",
)  # fmt: skip
_DRAWN_OF_EACH = 500


def _arshka(data: Path, *, in_text: bool) -> Iterator[Case]:
    for row, posting in postings(data, "linkedin_arshka_2024"):
        low, high = row["min_salary"] or row["med_salary"], row["max_salary"] or row["med_salary"]
        if low and high and in_text <= states(row["description"], float(low), float(high)):
            yield Case(posting.posting_id, unplaced(posting), (float(low), float(high), _PERIODS[row["pay_period"]]))


def _glassdoor(data: Path) -> Iterator[Case]:
    for at, row in enumerate(rows(data, "glassdoor_ds_us_2020")):
        wording = row["Salary Estimate"]
        if "$" in wording:
            scale, period = (1, Period.HOUR) if "Per Hour" in wording else (1000, None)
            low, high = (float(_NOT_DIGIT.sub("", part)) * scale for part in wording.partition("(")[0].split("-"))
            posting = posting_of(f"glassdoor:{at}", title=row["Job Title"], stated_salary=salary_text(wording))
            yield Case(posting.posting_id, posting, (low, high, period or (Period.YEAR if low >= _YEARLY_FROM else None)))


def _afriworket(data: Path) -> Iterator[Case]:
    for row in rows(data, "afriworket_et_2026"):
        amount = str(row["salary"] or "").replace(",", "")
        if amount.isdigit() and row["salary_period"] in ("Monthly", "Hourly"):
            posting = posting_of(row["detail_url"], title=row["title"], stated_salary=salary_text(row["salary_raw"]))
            yield Case(row["detail_url"], posting, (float(amount), float(amount), _PERIODS[row["salary_period"].upper()]))


def _nofluff(data: Path) -> Iterator[Case]:
    for at, row in enumerate(rows(data, "nofluffjobs_pl_2022")):
        low, high = sorted((float(row["salary_lower"]), float(row["salary_upper"])))
        stated = salary_parts(low, high, "PLN", "month")
        yield Case(f"nofluffjobs:{at}", posting_of(f"nofluffjobs:{at}", stated_salary=stated, title=row["position"]),
                   (low, high, Period.MONTH))  # fmt: skip


def _recorded(data: Path) -> Iterator[Case]:
    for _, posting in postings(data, "ats_recorded"):
        pay = posting.stated_salary
        if pay and pay.minimum and pay.maximum and states(posting.description, pay.minimum, pay.maximum):
            yield Case(posting.posting_id, without_fields(posting), (pay.minimum, pay.maximum, pay.period))


def _read(data: Path, *, paid: bool) -> Iterator[Case]:
    def form(said: list[Any]) -> tuple[Answer, ...] | None:
        told = _told(said)
        return told if bool(told) == paid else None

    return read_cases(data, name="pay", form=form, shown=unplaced)


def _told(said: list[Any]) -> tuple[Answer, ...]:
    """Return the answers of a label."""
    return tuple((low, high, period and Period(period), currency) for low, high, currency, period in said)


def _natural(data: Path) -> Iterator[Case]:
    return drawn_cases(data, name="pay", most=dict.fromkeys(_SETS_READ, _DRAWN_OF_EACH), form=_told, shown=unplaced)


def states(text: str, low: float, high: float) -> bool:
    """Return whether `text` has both amounts, one right after the other; of a single amount, whether it has that."""
    found = [_amount(match) for match in _NUMBER.finditer(text)]
    return low in found if low == high else (low, high) in pairwise(found)


def _amount(match: re.Match[str]) -> float:
    return float(_NOT_DIGIT.sub("", match["whole"]) + (match["part"] or "")) * (1000 if match["k"] else 1)


def answer(fields: Fields) -> Answer | None:
    """Return the pay that was derived."""
    found: Salary | None = fields["salary"]
    return (found.minimum, found.maximum, found.period, found.currency) if found else None


def mark(truth: Pay | tuple[Answer, ...] | Drawn, said: Answer | None) -> Marks:
    """Compare bounds, period and currency with any of the truths; one amount may stand as either bound or both."""
    if isinstance(truth, Drawn):
        return mark_drawn(truth, said, _agrees)
    truths = truth if not truth or isinstance(truth[0], tuple) else ((*truth, None),)
    if said is None:
        return Marks(int(bool(truths)), 0, 0, 0)
    right = int(any(_agrees(one, said) for one in truths))
    return Marks(int(bool(truths)), right, 1, right)


def _agrees(truth: Answer, said: Answer) -> bool:
    same = (truth[0] or truth[1], truth[1] or truth[0]) == (said[0] or said[1], said[1] or said[0])
    return same and truth[2] in (None, said[2]) and truth[3] in (None, said[3])


def plain(posting: DeduplicatedPosting, _: Resources) -> Answer | None:
    """Return the first range in dollars, per hour where it is small."""
    stated = posting.stated_salary.raw if posting.stated_salary else ""
    found = _PLAIN.search(f"{stated}\n{posting.title}\n{posting.description}")
    if found is None:
        return None
    scale = 1000 if found["k"] or found["k2"] else 1
    low, high = (float(found[end].replace(",", "") or 0) * scale for end in ("low", "high"))
    return low, high, Period.HOUR if high <= _HOURLY_TO else Period.YEAR, "USD"


FIELD = Field(
    name="salary",
    of="salary",
    enricher=salary.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(
        Truth("read in texts, pay", "pay that a language model read in texts of eight sets; of several any is right",
              partial(_read, paid=True)),
        Truth("read in texts, none", "texts of the same sets with money or thousands, and no pay: whatever is said is false",
              partial(_read, paid=False)),
        Truth("a natural sample", "texts of the same sets, drawn by their hashes alone and read where the enricher says pay: "
              "false is of all of them; what it misses was not read, nor what the plain method says", _natural, beside=False),
        Truth("linkedin_arshka_2024, in the text", "LinkedIn's pay, where the text has both bounds side by side",
              partial(_arshka, in_text=True)),
        Truth("linkedin_arshka_2024, all", "LinkedIn's pay, whatever the text says: text and field often differ by themselves",
              partial(_arshka, in_text=False)),
        Truth("ats_recorded, in the text", "structured pay of Ashby and Recruitee, where the text has both bounds", _recorded),
        Truth("glassdoor_ds_us_2020, wording", "the ends of `$53K-$91K (Glassdoor est.)`", _glassdoor),
        Truth("afriworket_et_2026, wording", "the amount of `10,000 ETB Monthly`", _afriworket),
        Truth("nofluffjobs_pl_2022, parts", "the structured bounds, per month in zloty", _nofluff),
    ),
    plain=plain,
    plain_is="the first range in dollars; hourly up to 350",
)  # fmt: skip
