"""What made the revisions that a window of a replay only shows again."""

from datetime import datetime

import pytest

from pipeline.ops.makers import makers
from schemas.base import epoch_ms
from schemas.message import Incoming
from schemas.topics import changelog_of
from streams.normalize.books import Books, books_key
from streams.normalize.revision import History, Revision
from tests.builders import FEB, JAN, MAR, make_raw_posting

ID = "lever:acme:p1"


def record(*revised: datetime, key: str = ID, epoch: int = 1) -> Incoming:
    """What a worker of that epoch wrote of a posting with revisions of these times."""
    made = tuple(Revision(n, epoch_ms(at), f"hash {n}", "lever/1", 0, n) for n, at in enumerate(revised, 1))
    value = History(made, made[0].revised_ms, made[-1].revised_ms, 0, "acme").encode()
    return Incoming(changelog_of("normalize").name, 0, 0, key.encode(), value, (("epoch", str(epoch).encode()),))


@pytest.mark.parametrize(
    ("revised", "shown", "made"),
    [
        ((JAN,), (FEB, MAR), {ID: JAN}),
        ((JAN, FEB), (FEB, MAR), {}),
        ((JAN, MAR), (FEB, MAR), {ID: JAN}),
        ((JAN, MAR), (MAR,), {}),
        ((MAR,), (FEB,), {}),
    ],
)
def test_the_revision_in_force_as_the_window_begins_is_the_one_that_is_cut(revised, shown, made):
    """Where something in the window shows it again: what comes first there does."""
    found = makers([make_raw_posting(fetched_at=at) for at in reversed(shown)], [record(*revised)], epoch_ms(FEB))

    assert found == {posting_id: epoch_ms(at) for posting_id, at in made.items()}


def test_the_newest_record_of_the_owner_says_what_is_known():
    """Not an older one, not one of a worker that had lost the partition, nor those of other postings and the books."""
    books = Incoming("c", 0, 0, books_key(0).encode(), Books(0, 1).encode(), ())
    unread = make_raw_posting(source_id=None, fetched_at=MAR)
    changelog = [books, record(JAN, epoch=2), record(JAN, FEB, epoch=2), record(JAN), record(JAN, key="lever:acme:p2")]

    assert makers([make_raw_posting(fetched_at=MAR), unread], changelog, epoch_ms(MAR)) == {ID: epoch_ms(FEB)}


def test_what_another_version_wrote_is_not_read():
    """The posting is replayed by what the window has of it."""
    other = record(JAN)._replace(value=b"0{}")

    assert makers([make_raw_posting(fetched_at=MAR)], [other], epoch_ms(FEB)) == {}
