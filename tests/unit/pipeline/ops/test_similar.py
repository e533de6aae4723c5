"""What a search starts from, without a warehouse."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from pipeline.ops import match, similar
from pipeline.ops.similar import NotSearchable
from pipeline.settings import Settings
from streams.embed.recipe import MODEL
from tests.builders import JAN
from warehouse.nearest import Embedded, Near, Wanted

COPY = Embedded("Nurse", "Acme", "lever:acme:p1", [1.0])
FOUND = [Near(0.9, True, "lever:acme:p3", "Nurse", None, None, None, JAN, None)]
KNOWN = {"lever:acme:p2": COPY, "lever:acme:bare": Embedded("Nurse", None, "lever:acme:bare", None)}


class _Vectors:
    """Vectors of two postings; `asked` is what was searched for."""

    def __init__(self, found: list[Near], there: int) -> None:
        self.found, self.there = found, there
        self.asked: list[tuple[Sequence[float], Wanted]] = []

    def embedded(self, posting_id: str) -> Embedded | None:
        """Return it."""
        return KNOWN.get(posting_id)

    def count(self) -> int:
        """Return how many there are."""
        return self.there

    def nearest(self, vector: Sequence[float], wanted: Wanted) -> list[Near]:
        """Return what there is."""
        self.asked.append((vector, wanted))
        return self.found


@pytest.fixture
def vectors(monkeypatch: pytest.MonkeyPatch) -> _Vectors:
    """What the searches ask."""
    there = _Vectors(FOUND, 7)

    @contextmanager
    def opened(_config: object, model: str) -> Iterator[_Vectors]:
        assert model == MODEL
        yield there

    monkeypatch.setattr(similar, "vectors_of", opened)
    monkeypatch.setattr(match, "vectors_of", opened)
    return there


def test_the_postings_own_job_is_no_answer(vectors: _Vectors):
    """Its cluster is left out, whichever of it is asked about."""
    asked, found = similar.similar(Settings(_env_file=None), "lever:acme:p2", Wanted(3, country="SE"))

    assert (asked, found) == (COPY, FOUND)
    assert vectors.asked == [([1.0], Wanted(3, country="SE", beside="lever:acme:p1"))]


@pytest.mark.parametrize(
    ("posting_id", "said"), [("lever:acme:no", "query freshest-postings"), ("lever:acme:bare", "jobstream replay")]
)
def test_what_can_not_be_searched_from_is_said_with_the_remedy(vectors: _Vectors, posting_id: str, said: str):
    """An unknown posting, and one that has no vector yet."""
    with pytest.raises(NotSearchable, match=said):
        similar.similar(Settings(_env_file=None), posting_id, Wanted(3))


def test_a_resume_is_searched_by_its_vector(vectors: _Vectors):
    """What goes to the warehouse is numbers."""
    assert match.match(Settings(_env_file=None), "night nurse", Wanted(3)) == FOUND
    [(vector, wanted)] = vectors.asked
    assert (len(vector), wanted) == (256, Wanted(3))


def test_no_vectors_at_all_is_an_error_and_no_answer_is_none(vectors: _Vectors):
    """The first has a remedy."""
    vectors.found = []
    assert match.match(Settings(_env_file=None), "night nurse", Wanted(3)) == []

    vectors.there = 0
    with pytest.raises(NotSearchable, match="embed"):
        match.match(Settings(_env_file=None), "night nurse", Wanted(3))
