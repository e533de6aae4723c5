"""What makes ads vectors: static vectors of word pieces, averaged."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from schemas.vector import DIMENSIONS
from streams.embed.pieces import Pieces
from streams.embed.recipe import TEXT_CHARACTERS, TITLE_CHARACTERS, TITLE_WEIGHT
from streams.embed.weights import NAME, NoWords, load_tokenizer, weights_file

Vector = NDArray[np.float32]


class Model:
    """Turns texts into vectors of length 1: the same text gives the same vector, wherever and whenever."""

    def __init__(self, weights: NDArray[np.floating[Any]], tokenizer: Tokenizer) -> None:
        self._weights = weights.astype(np.float32)
        self._pieces = Pieces(tokenizer)

    def posting(self, title: str, text: str) -> Vector:
        """Return the vector of an ad: half its title, half the beginning of its text. Raises NoWords."""
        return _unit(
            TITLE_WEIGHT * self._mean(title[:TITLE_CHARACTERS]) + (1 - TITLE_WEIGHT) * self._mean(text[:TEXT_CHARACTERS])
        )

    def _mean(self, text: str) -> Vector:
        """Return the direction of a text; zero where it has no words."""
        if not text.strip():
            return _zero()
        found: Vector = self._weights[self._pieces(text)].sum(axis=0)
        return found / np.linalg.norm(found)


def load_model() -> Model:
    """Return the model with its weights: 0.2 s, and about 60 MB.

    Raises ModuleNotFoundError where `wordllama` is not installed.
    """
    return Model(load_file(weights_file())[NAME], load_tokenizer())


def _zero() -> Vector:
    return np.zeros(DIMENSIONS, np.float32)


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    if not length:
        raise NoWords("there are no words")
    return vector / np.float32(length)
