"""A browser for pages that only scripts fill in: which one there is, what it does not load, what Scrapy is told of it.

Nothing here needs the extra `browser`; scrapers/drawing.py does.
"""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HANDLERS = dict.fromkeys(("http", "https"), "scrapers.drawing.Drawing")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_NAVIGATION_MS = 20_000
_HEAP_MIB = 512
# what a page looks like, not what it says
_FOR_THE_EYE = frozenset({"image", "media", "font", "texttrack", "manifest", "ping"})
# who watches visitors; no posting comes from there
_TRACKERS = frozenset(
    {
        "google-analytics.com",
        "googletagmanager.com",
        "googlesyndication.com",
        "googleadservices.com",
        "doubleclick.net",
        "facebook.net",
        "facebook.com",
        "snap.licdn.com",
        "px.ads.linkedin.com",
        "bat.bing.com",
        "clarity.ms",
        "hotjar.com",
        "analytics.tiktok.com",
        "segment.com",
        "segment.io",
        "mixpanel.com",
        "cdn.amplitude.com",
        "api.amplitude.com",
        "fullstory.com",
        "nr-data.net",
        "newrelic.com",
        "sentry-cdn.com",
        "hs-analytics.net",
        "criteo.com",
        "criteo.net",
        "adnxs.com",
        "taboola.com",
        "outbrain.com",
        "quantserve.com",
        "scorecardresearch.com",
    }
)


class BrowserMissing(Exception):  # noqa: N818 - a condition
    """Boards ask for a browser and there is none; the message says how to get one."""


def find_browser(given: Path | None) -> str:
    """Return the path of the Chromium to use: `given`, else the first one installed here, else Playwright's own.

    Raises BrowserMissing.
    """
    if importlib.util.find_spec("scrapy_playwright") is None:
        raise BrowserMissing("A board asks for a browser, and the extra `browser` is not installed. `make browser` installs it.")
    if given is not None:
        if not os.access(given, os.X_OK) or given.is_dir():
            raise BrowserMissing(f"{given}, set by JOBSTREAM_BROWSER_PATH, is no program. Give the path of a Chromium.")
        return str(given)
    found = next(filter(None, map(shutil.which, PROGRAMS)), None) or _own()
    if found is None:
        raise BrowserMissing(
            "A board asks for a browser, and there is no Chromium. `make browser` installs one, and so does"
            " `.venv/bin/python -m playwright install chromium`; or set JOBSTREAM_BROWSER_PATH to the path of one."
        )
    return found


def browser_settings(program: str) -> dict[str, Any]:
    """Return the settings by which Scrapy's `HANDLERS` draw the requests that ask for it in `program`, a Chromium."""
    return {
        "PLAYWRIGHT_LAUNCH_OPTIONS": {
            "executable_path": program,
            # root has no sandbox
            "chromium_sandbox": os.geteuid() != 0,
            # a page's calls and streams would go past the proxy
            "args": [f"--js-flags=--max-old-space-size={_HEAP_MIB}", "--webrtc-ip-handling-policy=disable_non_proxied_udp"],
            # Ctrl-C is the crawl's, which lets the pages at hand end
            "handle_sigint": False,
            "handle_sigterm": False,
            "handle_sighup": False,
        },
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": _NAVIGATION_MS,
        # the browser's own headers, which say what it takes; the user agent is its context's
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
        "PLAYWRIGHT_ABORT_REQUEST": "scrapers.browser.is_unwanted",
    }


def is_unwanted(request: Any) -> bool:
    """Whether a page's `request` (Playwright's) is for an image, a font, a film or a tracker."""
    if request.is_navigation_request() and request.frame.parent_frame is None:
        return False
    host = urlsplit(request.url).hostname or ""
    return request.resource_type in _FOR_THE_EYE or any(name in _TRACKERS for name in _with_parents(host))


def _with_parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]


def _own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it is an extra

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
