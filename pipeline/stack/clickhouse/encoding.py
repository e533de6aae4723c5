"""Compressed request bodies."""

import gzip
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import lz4.frame  # type: ignore[import-untyped]
import zstandard

from pipeline.stack.clickhouse.faults import Fault


# a client compresses block by block, so a body is many frames; `lz4.frame.decompress` would read the first and drop the rest
def _each_frame(decompressor: Callable[[], Any], body: bytes) -> bytes:
    parts = []
    while body:
        frame = decompressor()
        parts.append(frame.decompress(body))
        if not frame.eof:
            raise EOFError("it ends in the middle")
        body = frame.unused_data or b""
    return b"".join(parts)


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "zstd": partial(_each_frame, lambda: zstandard.ZstdDecompressor().decompressobj()),
    "lz4": partial(_each_frame, lz4.frame.LZ4FrameDecompressor),
    "gzip": gzip.decompress,
    "deflate": partial(_each_frame, zlib.decompressobj),
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
