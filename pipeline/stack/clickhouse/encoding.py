"""Compressed request bodies."""

import gzip
import zlib
from collections.abc import Callable

import lz4.frame  # type: ignore[import-untyped]
import zstandard

from pipeline.stack.clickhouse.faults import Fault


def _zstd(body: bytes) -> bytes:
    with zstandard.ZstdDecompressor().stream_reader(body, read_across_frames=True) as reader:
        return reader.read()


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "zstd": _zstd,
    "lz4": lz4.frame.decompress,
    "gzip": gzip.decompress,
    "deflate": zlib.decompress,
}


def decoded(body: bytes, encoding: str) -> bytes:
    """Return `body` without its Content-Encoding.

    Raises Fault when the encoding is unknown or the body is not what it says.
    """
    decoder = _DECODERS.get(encoding.lower())
    if decoder is None:
        raise Fault(f"Unknown compression method: {encoding}", 89)
    try:
        return decoder(body)
    except (zlib.error, OSError, EOFError, RuntimeError, zstandard.ZstdError) as error:
        raise Fault(f"Cannot decompress a body of encoding {encoding}: {error}", 271) from error
