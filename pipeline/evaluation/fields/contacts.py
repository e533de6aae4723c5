"""Truths about `contacts`: how many of each kind a text has. The labels hold no contact, so only their numbers are compared."""

import re
from collections import Counter
from collections.abc import Mapping

from pipeline.evaluation.base import Field, Marks
from pipeline.evaluation.read import read_truth
from schemas.posting import DeduplicatedPosting
from streams.enrich import contacts
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

Numbers = Mapping[str, int]
_EMAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}")
_PHONE = re.compile(r"\+?\d[\d ()/.-]{7,20}\d")


def read_numbers(words: list[str]) -> Numbers:
    """Return what a line of the labels says: `email:1`, `phone:2`."""
    return {kind: int(number) for kind, _, number in (word.partition(":") for word in words)}


def answer(fields: Fields) -> Numbers | None:
    """Return how many of each kind were found, None where there are none."""
    return Counter(contact.kind.value for contact in fields["contacts"]) or None


def mark(truth: Numbers, said: Numbers | None) -> Marks:
    """Compare numbers: as many are right as there are."""
    right = sum(min(number, truth.get(kind, 0)) for kind, number in (said or {}).items())
    return Marks(sum(truth.values()), right, sum((said or {}).values()), right)


def plain(posting: DeduplicatedPosting, _: Resources) -> Numbers | None:
    """Return how many words look like a mail address or a number of ten digits and more."""
    found = {"email": len(set(_EMAIL.findall(posting.description))), "phone": len(set(_PHONE.findall(posting.description)))}
    return {kind: number for kind, number in found.items() if number} or None


FIELD = Field(
    name="contacts",
    of="contacts",
    enricher=contacts.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(read_truth("contacts", read_numbers),),
    plain=plain,
    plain_is="patterns for addresses and long numbers, no names",
    score="F1",
)
