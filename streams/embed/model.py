"""What makes a text a vector: static vectors of word pieces, averaged. Their weights lie in the package `wordllama`.

The package itself is not imported: it loads what fetches weights from the network, and takes half a second for that.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from schemas.embedded import DIMENSIONS
from streams.embed.recipe import PARTS, TEXT_CHARACTERS, TITLE_CHARACTERS, TITLE_WEIGHT

Vector = NDArray[np.float32]


class NoWords(ValueError):  # noqa: N818 - the condition
    """There is nothing to make a vector of."""


class Model:
    """Turns texts into vectors of length 1: the same text gives the same vector, wherever and whenever."""

    def __init__(self, weights: NDArray[np.floating[Any]], tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._weights = weights.astype(np.float32)
        self._tokenizer = tokenizer

    def posting(self, title: str, text: str) -> Vector:
        """Return the vector of an ad: half its title, half the beginning of its text. Raises NoWords."""
        return _unit(
            TITLE_WEIGHT * self._mean(title[:TITLE_CHARACTERS]) + (1 - TITLE_WEIGHT) * self._mean(text[:TEXT_CHARACTERS])
        )

    def document(self, text: str) -> Vector:
        """Return the vector of a text without a title, a résumé say: the mean of its parts, each as long as that of an ad.

        Raises NoWords.
        """
        text = " ".join(text.split())
        starts = range(0, len(text), TEXT_CHARACTERS)[:PARTS]
        return _unit(sum((self._mean(text[at : at + TEXT_CHARACTERS]) for at in starts), start=_zero()))

    def _mean(self, text: str) -> Vector:
        """Return the direction of a text; zero where it has no words."""
        if not text.strip():
            return _zero()
        pieces = self._tokenizer.encode(text, add_special_tokens=False).ids
        found: Vector = self._weights[pieces].sum(axis=0)
        return found / np.linalg.norm(found)


def load_model() -> Model:
    """Return the model with its weights: 0.2 s, and about 60 MB.

    Raises ModuleNotFoundError where `wordllama` is not installed.
    """
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'wordllama'", name="wordllama")
    folder = Path(found.origin).parent
    weights = load_file(folder / "weights" / f"l2_supercat_{DIMENSIONS}.safetensors")["embedding.weight"]
    return Model(weights, Tokenizer.from_file(str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json")))


def _zero() -> Vector:
    return np.zeros(DIMENSIONS, np.float32)


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    if not length:
        raise NoWords("there are no words")
    return vector / np.float32(length)
