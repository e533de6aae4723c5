"""Ads carry the addresses and numbers of people, which no output repeats."""

import re

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d ()/.-]{7,}\d")


def without_contacts(text: str) -> str:
    """Return `text` with … for each mail address and telephone number."""
    return _CONTACT.sub("…", text)
