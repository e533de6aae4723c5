"""A sample of the real sets goes through normalize."""

from collections import Counter
from itertools import islice

import pytest

from schemas.posting import Posting
from streams.normalize.step import build_step
from tests.harness import Harness
from tests.real_rows import FILES, raw_postings


@pytest.mark.parametrize("source", FILES)
def test_a_sample_is_read_or_lacks_a_title(shared_data, source):
    """Real rows give postings; what can't be used lacks a title, and nothing fails."""
    harness = Harness(build_step())
    harness.cut(list(islice(raw_postings(shared_data, source), 0, None, 61)), [])

    assert {d.reason for d in harness.dead} <= {"missing_title"}
    assert len(harness.outputs) + len(harness.dead) > 50


def test_headings_of_real_posts_are_taken_apart(shared_data):
    """Most posts name employer and place in their first line, and their title is not their text."""
    harness = Harness(build_step())
    harness.cut(list(islice(raw_postings(shared_data, "hn"), 0, None, 61)), [])
    posts = [event for _, event in harness.outputs if isinstance(event, Posting)]
    found = Counter(employer=0, locations=0, short_title=0)
    for post in posts:
        found.update(employer=bool(post.employer), locations=bool(post.locations), short_title=post.title != post.description)

    assert found["employer"] / len(posts) > 0.8
    assert found["locations"] / len(posts) > 0.7
    assert found["short_title"] / len(posts) > 0.98
