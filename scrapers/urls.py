"""Addresses: without what must not be stored, and led to another server for tests and the demo."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_URL = re.compile(r"https?://[^\s\"'<>\\]+")
_SECRET = re.compile(r"(?:^|_)(?:token|key|apikey|secret|password|signature|sig|auth|app_id)$", re.IGNORECASE)


def without_secrets(url: str) -> str:
    """Return `url` without user, password and the parameters that hold a key."""
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _SECRET.search(name)]
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, urlencode(query), ""))


def without_secrets_in(text: str) -> str:
    """Return `text`, such as a library's message or log line, with every address in it without secrets."""
    return _URL.sub(lambda found: _without_secrets(found[0]) if "?" in found[0] or "@" in found[0] else found[0], text)


def _without_secrets(url: str) -> str:
    try:
        return without_secrets(url)
    except ValueError:
        # what is no address may hold a secret all the same
        return f"{url.partition('://')[0]}://…"


def led_to(base_url: str, url: str) -> str:
    """Return `url` on the server at `base_url`, its real host as the first segment of the path; `url` itself without one."""
    if not base_url:
        return url
    parts = urlsplit(url)
    return f"{base_url.rstrip('/')}/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")
