"""Columns find every posting that may match, and postings come and go in them."""

from itertools import product

from streams.dedupe.columns import Columns
from streams.dedupe.content import Content, content_of
from streams.dedupe.decide import verify
from tests.unit.streams.dedupe.group import posting, text


def columns_of(contents: dict[str, Content]) -> Columns:
    """Columns that hold these contents, none of them canonical."""
    columns = Columns()
    for name, content in contents.items():
        columns.put(name, content)
    return columns


def test_whatever_verifies_is_found():
    """Among 240 postings of many kinds each finds at least all that it verifies against."""
    titles, places = ["Nurse", "Nurse, Night", "Nurse, Intensive Care", "Driver", "New!"], ["Berlin", "Paris", None, "Rome"]
    texts, requisitions = [text(), text(changed=9), text(changed=30), "Short."], ["R1", "R2", None]
    fields = list(product(titles, places, texts, requisitions))
    contents = {
        f"p{n}": content_of(posting(title=t, place=p, description=d, requisition_id=r)) for n, (t, p, d, r) in enumerate(fields)
    }
    columns = columns_of(contents)

    for name, content in contents.items():
        verified = {other for other, theirs in contents.items() if verify(content, theirs, other)}
        assert verified <= set(columns.alike(name, canonical=False))


def test_a_posting_that_was_dropped_is_not_found_and_its_row_is_used_again():
    """Who comes next finds the rest, and is found."""
    content = content_of(posting())
    columns = columns_of(dict.fromkeys("abc", content))

    columns.drop("b")
    columns.put("d", content)

    assert sorted(columns.alike("d", canonical=False)) == ["a", "c", "d"]


def test_only_canonical_postings_are_found_where_they_are_asked_for():
    """Followers found no cluster."""
    columns = columns_of(dict.fromkeys("abc", content_of(posting())))

    columns.mark("a", canonical=True)
    columns.mark("b", canonical=True)
    columns.mark("b", canonical=False)

    assert columns.alike("c", canonical=True) == ["a"]
