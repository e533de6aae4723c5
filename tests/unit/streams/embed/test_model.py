"""Texts become vectors."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from wordllama import WordLlama

from streams.embed.document import document
from streams.embed.recipe import MODEL, TEXT_CHARACTERS
from streams.embed.weights import NoWords
from tests.work import calls_of

PACKAGE = Path(find_spec("wordllama").origin).parent
WEIGHTS = "64b47a2d"
NURSE = ("Registered Nurse", "Care for patients on a surgical ward, give medication, keep records.")
NURSE_TOO = ("Staff nurse (nights)", "You look after patients after surgery and hand out their medication.")
DEVELOPER = ("Backend Developer", "Write services in Python and Go, review code, run them on Kubernetes.")
HOSTILE = [
    "1" * TEXT_CHARACTERS,
    "é" * TEXT_CHARACTERS,
    "\0" * TEXT_CHARACTERS,
    "😀" * TEXT_CHARACTERS,
    " " * 9 + "x",
    "\u0301" * 9,
]


def test_weights_are_those_that_the_model_names():
    """Other weights in a newer package need another name, so that vectors of the two are not compared."""
    digest = hashlib.sha256((PACKAGE / "weights" / "l2_supercat_256.safetensors").read_bytes()).hexdigest()

    assert (MODEL, digest[:8]) == ("l2_supercat_256/1", WEIGHTS)


def test_a_text_gets_the_vector_that_the_package_gives_it():
    """We read its files ourselves, and average as it does."""
    theirs = WordLlama.load(cache_dir=PACKAGE, disable_download=True)
    text = "Senior nurse in Zürich, 3 years\nof 😀 experience"

    np.testing.assert_allclose(document(text), theirs.embed(" ".join(text.split()), norm=True)[0], atol=1e-6)


@pytest.mark.parametrize("text", [NURSE[1], "Nurse. " * 200, *HOSTILE])
def test_a_document_and_an_ad_of_the_same_words_have_the_same_vector(model, text):
    """They are read by two ways, one for a command and one for a stage."""
    text = " ".join(text.split())[:TEXT_CHARACTERS]

    np.testing.assert_allclose(document(text), model.posting("", text), atol=1e-5)


def test_alike_jobs_are_near(model):
    """A nurse is nearer to a nurse than to a developer, whatever the words of the ads."""
    nurse, other, developer = (model.posting(*ad) for ad in (NURSE, NURSE_TOO, DEVELOPER))

    assert nurse @ other > 0.5
    assert nurse @ developer < 0.3


@pytest.mark.parametrize(("title", "text"), [NURSE, ("Nurse", ""), ("", "Nurse"), *((text, text) for text in HOSTILE)])
def test_a_vector_has_length_1(model, title, text):
    """Also where title or text is empty, or nobody would write it."""
    assert np.linalg.norm(model.posting(title, text)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_nothing_is_made_of_nothing(model, text):
    """No words, no vector."""
    with pytest.raises(NoWords):
        model.posting(text, text)
    with pytest.raises(NoWords):
        document(text)


def test_the_end_of_a_long_document_counts(model):
    """The mean of its parts: what stands behind the first one moves the vector."""
    begins = "Nurse. " * 400
    developer = model.posting(*DEVELOPER)

    assert np.dot(document(begins + DEVELOPER[1] * 40), developer) > np.dot(document(begins), developer) + 0.2


def test_only_the_beginning_of_an_ad_counts(model):
    """What stands behind it is about the employer, mostly."""
    begins = "Care for patients. " * 200
    assert len(begins) > TEXT_CHARACTERS
    np.testing.assert_array_equal(model.posting("Nurse", begins), model.posting("Nurse", begins + "Write code."))


def test_a_huge_text_costs_no_more():
    """A megabyte is no more calls than half a megabyte."""
    for text in HOSTILE:
        assert calls_of(lambda text=text: document(text * 600)) < 1.1 * calls_of(lambda text=text: document(text * 300)) + 100
