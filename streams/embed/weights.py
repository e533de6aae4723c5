"""Where the weights of the model lie: in the package `wordllama`.

The package itself is not imported: it loads what fetches weights from the network, and takes half a second for that.
"""

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from schemas.vector import DIMENSIONS

NAME = "embedding.weight"


class NoWords(ValueError):  # noqa: N818 - the condition
    """There is nothing to make a vector of."""


def weights_file() -> Path:
    """Return the safetensors file that holds one row of DIMENSIONS half floats per word piece, as NAME."""
    return _folder() / "weights" / f"l2_supercat_{DIMENSIONS}.safetensors"


def load_tokenizer() -> Tokenizer:
    """Return the tokenizer that cuts a whole text into the pieces that rows stand for."""
    tokenizer = Tokenizer.from_file(str(_folder() / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _folder() -> Path:
    """Return the package's folder. Raises ModuleNotFoundError where it is not installed."""
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'wordllama'", name="wordllama")
    return Path(found.origin).parent
