"""Text without what databases refuse."""

from schemas.text import clean


def test_line_ends_are_newlines():
    """Windows' and old Mac's line ends are read as ours."""
    assert clean("a\r\nb\rc") == "a\nb\nc"
