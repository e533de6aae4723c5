"""The network over the words of a title."""

from math import sqrt

import numpy as np
import pytest

from streams.enrich.occupations.model import BUCKETS, TitleModel, key_of, known_bits, length_of, pair_features, word_features

BAKER, FLYER = 0, 1


@pytest.fixture
def model() -> TitleModel:
    """A network of two groups and two vectors' parts, that has learnt `bake` speaks for the first, `fly` for the second.

    What words mean it knows of one that it has not learnt: an aviator is near a flyer.
    """
    rows = np.zeros((BUCKETS, 2), np.int8)
    for word, side in (("baker", BAKER), ("flyer", FLYER)):
        rows[word_features(word)[0][0], side] = 127
    return TitleModel({
        "rows": rows,
        "scales": np.full(BUCKETS, 1 / 127, np.float16),
        "words": np.array([key_of("aviator")], np.uint32),
        "vectors": np.array([[0, 127]], np.int8),
        "middle": np.vstack([np.eye(2), np.eye(2)]) / 254,
        "middle_bias": np.zeros(2),
        "heads": np.vstack([np.eye(2), np.eye(2)]) * 10,
        "bias": np.zeros(2, np.float16),
        "known": known_bits({"baker", "flyer"}),
    })  # fmt: skip


def test_words_speak_for_groups(model):
    """Their shares add up to one; both words together say nothing."""
    assert model.likelihoods(["baker"]).argmax() == BAKER
    assert model.likelihoods(["flyer"]).argmax() == FLYER
    assert model.likelihoods(["baker", "flyer"]).tolist() == pytest.approx([0.5, 0.5], abs=0.01)
    assert model.likelihoods(["sailor"]).sum() == pytest.approx(1)


def test_a_word_that_was_not_learnt_is_read_by_what_it_means(model):
    """Beside one without a meaning, and that one itself, letters alone count."""
    assert model.likelihoods(["sailor"]).tolist() == pytest.approx([0.5, 0.5], abs=0.01)
    assert model.likelihoods(["aviator"])[FLYER] > 0.9
    assert model.likelihoods(["aviator", "sailor"]).tolist() == pytest.approx([0.5, 0.5], abs=0.01)


def test_shares_are_kept_for_the_next_title_of_these_words(model):
    """Nobody can change them in between."""
    shares = model.likelihoods(["baker"])

    assert model.likelihoods(["baker"]) is shares
    with pytest.raises(ValueError, match="read-only"):
        shares += 1


def test_a_word_is_known_or_not(model):
    """It is looked up by its hash alone; who does something with a known one is known."""
    assert model.knows("baker")
    assert model.knows("flyerman")
    assert not model.knows("sailor")
    assert not model.knows("man")


def test_a_title_is_as_long_as_its_features_together():
    """So that long titles are no louder than short ones."""
    for words in (["baker"], ["night", "baker"], ["a", "night", "baker"]):
        weights = [weight for word in words for weight in word_features(word)[1]] + [1.0 for _ in pair_features(words)]

        assert length_of(len(words)) == pytest.approx(sqrt(sum(weight**2 for weight in weights)))
