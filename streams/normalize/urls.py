"""URLs that stay the same between fetches and give no secret away."""

from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

from streams.normalize.text import text_of, word_set

LONGEST = 2048
_PORTS = {"http": 80, "https": 443}
_TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "hsa_", "_hs")
_TRACKING = word_set(
    "gh_src lever-source lever-source[] lever-origin lever-via oga dcr_ci in_iframe refid trackingid trk trkinfo ref referrer"
    " gclid fbclid msclkid dclid yclid igshid twclid _ga _gl _ke jobboardsource iis iisn"
)  # fmt: skip
_SECRETS = word_set(
    "token access_token api_key apikey auth authorization password passwd secret session sessionid sid jsessionid"
)
# On Greenhouse's embedded boards `token` is the posting's id.
_TOKEN_IS_AN_ID = ("greenhouse.io",)


def canonical_url(value: Any) -> str | None:
    """Return an absolute http(s) URL without tracking parameters, secrets, credentials and anchors; None if it is none.

    What chooses the content (`gh_jid`, `id`, a `#/` route) stays, in its order.
    """
    text = text_of(value)
    if text is None or len(text) > LONGEST or " " in text:
        return None
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        return None
    scheme, host = url.scheme.lower(), url.hostname or ""
    if scheme not in _PORTS or "." not in host:
        return None
    at = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, at, url.path, _query(url, host), _fragment(url)))


def _query(url: SplitResult, host: str) -> str:
    return "&".join(pair for pair in url.query.split("&") if pair and not _dropped(pair, host)) if url.query else ""


def _dropped(pair: str, host: str) -> bool:
    name = pair.partition("=")[0].lower()
    if name == "token" and host.endswith(_TOKEN_IS_AN_ID):
        return False
    return name in _TRACKING or name in _SECRETS or name.startswith(_TRACKING_PREFIXES)


def _fragment(url: SplitResult) -> str:
    return url.fragment if url.fragment.startswith(("/", "!")) else ""
