"""Lists of the names that many companies have, and of those that few have in two forms; see README.md."""

from importlib.resources import files


def rows_of(name: str) -> list[list[str]]:
    """Return the words of each line of `<name>.txt`; lines with `#` say what they are."""
    lines = files("streams.normalize.data").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def listed(name: str) -> frozenset[str]:
    """Return all words of `<name>.txt`."""
    return frozenset(word for row in rows_of(name) for word in row)
