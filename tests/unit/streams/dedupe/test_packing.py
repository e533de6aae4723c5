"""A content survives as bytes, few of them."""

import random
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from streams.dedupe.codes import MOST_CODES
from streams.dedupe.content import Ad, Content, contents_of
from streams.dedupe.packing import Packed, pack_content
from tests.unit.streams.dedupe.ads import DUTIES, LAW

TITLES = ["", "Nurse", "Sr. Nurse II (m/f/d)", "VP, Intern & iOS Developer 3 JR4711", "看護師"]
TEXTS = [
    "", "A teaser.", f"{DUTIES}\n{LAW}",
    "Acme | Nurse | Berlin\nRails engineers, iOS, 5+ years, https://acme.com/jobs/4711 or me@acme.com",
    "data " * 300,
]  # fmt: skip
ADS = st.builds(
    Ad,
    st.sampled_from(TITLES) | st.text(max_size=30),
    st.sampled_from(TEXTS) | st.text(max_size=60),
    st.sampled_from(["", "Acme", "Globex GmbH & Co."]),
    st.sampled_from(["", "acme"]),
    st.lists(st.sampled_from(["Berlin, Germany", "Remote", "Paris", ""]) | st.text(max_size=10), max_size=4),
    st.sampled_from([None, "", "R-1"]),
    st.lists(st.sampled_from(["https://acme.com/jobs/1", "https://acme.com/apply/2"]), max_size=2),
    st.sampled_from([None, datetime(2016, 3, 1, tzinfo=UTC), datetime(1969, 7, 20, tzinfo=UTC)]),
)


def packed_and_read(content: Content) -> Content:
    """The content, once as bytes among others and read again."""
    packed = pack_content(content)
    return Packed(b"before" + packed + b"behind", len(b"before"), len(b"before") + len(packed)).content


@settings(max_examples=100, deadline=None)
@given(ad=ADS)
def test_a_content_read_again_is_what_was_written(ad: Ad):
    """Every part of it, of the same type; and it ends where the next thing begins."""
    [content] = contents_of([ad])

    assert packed_and_read(content) == content
    assert pack_content(packed_and_read(content)) == pack_content(content)


def long_ad(words: int) -> Ad:
    """An ad of so many different words, with 20 places, two links and a number for each hundred words."""
    text = " ".join(f"word{number} engineer" if number % 5 == 0 else f"word{number}" for number in range(words))
    numbers = " ".join(str(4000 + number) for number in range(words // 100))
    places = [f"City{chr(97 + number)}, Land" for number in range(20)]
    return Ad(
        "Nurse for the care of patients on the ward", f"{text} {numbers}", "Acme", "acme", places, "R1", ["https://a.b/cdefgh/1"]
    )


def test_an_ordinary_ad_takes_less_than_a_kibibyte():
    """Of a few hundred words and a place."""
    chance = random.Random(1)
    text = ". ".join(" ".join(chance.choices(f"{DUTIES} {LAW}".split(), k=12)) for _ in range(40))
    [content] = contents_of([Ad("Senior Nurse", text, "Acme", "acme", ["Berlin, Germany"], "R1", ["https://acme.com/jobs/1"])])

    assert len(pack_content(content)) < 1024


def test_a_long_ad_takes_a_bounded_number_of_bytes():
    """Whatever it is filled with, every sort of codes is cut at a thousand, and it is kept whole otherwise."""
    [long, longest] = contents_of([long_ad(2_000), long_ad(120_000)])

    assert len(pack_content(long)) < 4 * 1024
    assert packed_and_read(longest) == longest
    assert len(longest.text.workers) == len(longest.requisitions) * 4 == 4 * MOST_CODES
    assert len(pack_content(longest)) < 12 * 1024
