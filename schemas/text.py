"""Text without what databases refuse."""

import re

# C0 and C1 control characters but tab and newline, lone surrogates, zero-width marks and non-characters:
# databases refuse the first two, the rest makes equal texts look different.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` without NUL, control characters, lone surrogates and zero-width marks; line ends are newlines."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text)
