"""Pages that keep a visitor out, recognised so that they are never taken for a listing or a posting."""

import re

_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
# all that such a page is called, beside the name of a site: "captcha" is also a word in the title of a job
_KEPT_OUT = re.compile(
    r"(?:captcha|robot check|access (?:to this page )?(?:has been )?denied|are you a (?:robot|human)|just a moment"
    r"|request blocked|(?:please )?verify (?:that )?you are (?:a )?human|attention required"
    r"|pardon our interruption|security check required)\W*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s[|–—-]\s")
# what a guard puts into its own page, and into no page behind it
_GUARDS = (
    ("Cloudflare", "/cdn-cgi/challenge-platform/h/"),
    ("DataDome", "captcha-delivery.com"),
    ("PerimeterX", "px-captcha"),
    ("Imperva", "Incapsula incident ID"),
    ("Akamai", "errors.edgesuite.net"),
)
_SHORT = 64 * 1024


def block_in(text: str) -> str | None:
    """Return who keeps visitors out by the page `text`, in words; None for any other page.

    A real page may carry a guard's script as well, so a guard counts only on a short page, and a title always.
    """
    title = _TITLE.search(text)
    if title is not None and any(_KEPT_OUT.fullmatch(part.strip()) for part in _BESIDE.split(title[1])):
        return f"a page that keeps visitors out: {' '.join(title[1].split())!r}"
    guard = next((name for name, mark in _GUARDS if mark in text), None) if len(text) < _SHORT else None
    return f"a page by which {guard} keeps visitors out" if guard else None
