"""Compressed bodies."""

import gzip
import os
import zlib
from collections.abc import Callable

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
        ("lz4", lz4.frame.compress(BODY[:60]) + lz4.frame.compress(BODY[60:90]) + lz4.frame.compress(BODY[90:])),
        ("zstd", zstandard.compress(BODY)),
        ("zstd", zstandard.compress(BODY[:60]) + zstandard.compress(BODY[60:])),
        ("gzip", gzip.compress(BODY[:60]) + gzip.compress(BODY[60:])),
        ("GZIP", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
    ],
    ids=["none", "identity", "lz4", "lz4 frames", "zstd", "zstd frames", "gzip members", "GZIP", "deflate"],
)
def test_a_body_is_what_was_sent(encoding: str, body: bytes) -> None:
    """Frames in a row are one body."""
    assert decoded(body, encoding) == BODY


@pytest.mark.parametrize("encoding", ["lz4", "zstd", "gzip", "deflate"])
def test_a_broken_body_is_refused(encoding: str) -> None:
    """It is the client's fault, not the engine's."""
    with pytest.raises(Fault, match=f"encoding {encoding}"):
        decoded(b"not compressed", encoding)


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("lz4", lz4.frame.compress), ("zstd", zstandard.compress), ("gzip", gzip.compress), ("deflate", zlib.compress)],
)
def test_a_body_that_was_cut_off_is_refused(encoding: str, compress: Callable[[bytes], bytes]) -> None:
    """A part of an insert must never be taken for the whole."""
    with pytest.raises(Fault, match=f"encoding {encoding}"):
        decoded(compress(os.urandom(1000))[:-20], encoding)


def test_an_unknown_encoding_is_refused() -> None:
    """Its name is in the message."""
    with pytest.raises(Fault, match="Unknown compression method: rar"):
        decoded(BODY, "rar")
