"""Compressed bodies."""

import gzip
import zlib

import lz4.frame
import pytest
import zstandard

from pipeline.stack.clickhouse.encoding import decoded
from pipeline.stack.clickhouse.faults import Fault

BODY = b"INSERT" * 1000


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("", BODY),
        ("identity", BODY),
        ("lz4", lz4.frame.compress(BODY)),
        ("zstd", zstandard.compress(BODY)),
        ("zstd", zstandard.compress(BODY[:60]) + zstandard.compress(BODY[60:])),
        ("GZIP", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
    ],
)
def test_a_body_is_what_was_sent(encoding: str, body: bytes) -> None:
    """Frames in a row are one body."""
    assert decoded(body, encoding) == BODY


@pytest.mark.parametrize("encoding", ["lz4", "zstd", "gzip", "deflate"])
def test_a_broken_body_is_refused(encoding: str) -> None:
    """It is the client's fault, not the engine's."""
    with pytest.raises(Fault, match=f"encoding {encoding}"):
        decoded(b"not compressed", encoding)


def test_an_unknown_encoding_is_refused() -> None:
    """Its name is in the message."""
    with pytest.raises(Fault, match="Unknown compression method: rar"):
        decoded(BODY, "rar")
