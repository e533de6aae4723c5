"""The buckets that are seen most."""

from itertools import starmap

from streams.held import AT_LEAST, HeldGroups
from streams.mirror.bucket import Bucket
from streams.mirror.sighting import unpack

# A posting takes about 1 KB: 100 MB in all.
POSTINGS = 100_000


def held_buckets(postings: int = POSTINGS, at_least: int = AT_LEAST) -> HeldGroups[Bucket]:
    """Return what holds buckets of so many postings."""
    return HeldGroups(lambda entries: Bucket(starmap(unpack, entries)), limit=postings, at_least=at_least)
