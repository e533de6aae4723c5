"""Which browser draws pages, and what it does not load."""

import importlib.util
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from scrapers import browser
from scrapers.browser import BrowserMissing, browser_settings, find_browser, is_unwanted
from scrapers.crawl import Manners, scrapy_settings


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra `browser` is installed, and nothing else is."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(browser, "_own", lambda: None)


def asked(url: str, kind: str = "script", *, page: bool = False, frame: bool = False) -> SimpleNamespace:
    """A request of a page as Playwright shows it: for the page itself, for a frame in it, or for what these load."""
    parent = SimpleNamespace(parent_frame=object() if frame else None)
    return SimpleNamespace(url=url, resource_type=kind, is_navigation_request=lambda: page or frame, frame=parent)


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else is installed."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(BrowserMissing, match="`make browser`"):
        find_browser(None)


@pytest.mark.usefixtures("extra")
def test_without_a_browser_the_remedies_are_named() -> None:
    """Two commands and a setting."""
    with pytest.raises(BrowserMissing, match=r"`make browser`.*playwright install chromium.*JOBSTREAM_BROWSER_PATH"):
        find_browser(None)


@pytest.mark.usefixtures("extra")
def test_the_browser_that_is_set_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the one on the PATH."""
    program = tmp_path / "chrome"
    program.touch(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    assert find_browser(program) == str(program)


@pytest.mark.usefixtures("extra")
@pytest.mark.parametrize("name", ["", "nothing", "text"])
def test_a_setting_that_names_no_program_is_told(tmp_path: Path, name: str) -> None:
    """A folder, nothing, or a file that can't be run."""
    (tmp_path / "text").touch(0o644)
    with pytest.raises(BrowserMissing, match="is no program"):
        find_browser(tmp_path / name)


@pytest.mark.usefixtures("extra")
def test_an_installed_chromium_is_found_before_playwright_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the first of its names that is there."""
    monkeypatch.setattr(browser, "_own", lambda: "/own/chrome")
    assert find_browser(None) == "/own/chrome"

    monkeypatch.setattr(shutil, "which", {"google-chrome": "/usr/bin/google-chrome"}.get)
    assert find_browser(None) == "/usr/bin/google-chrome"


@pytest.mark.parametrize(
    ("request_", "unwanted"),
    [
        (asked("https://acme.test/logo.png", "image"), True),
        (asked("https://acme.test/a.woff2", "font"), True),
        (asked("https://acme.test/film", "media"), True),
        (asked("https://www.google-analytics.com/g/collect", "fetch"), True),
        (asked("https://stats.g.doubleclick.net/frame", "document", frame=True), True),
        (asked("https://acme.test/app.js"), False),
        (asked("https://api.acme.test/jobs", "xhr"), False),
        (asked("https://notfacebook.com/app.js"), False),
        (asked("https://www.facebook.com/careers/jobs/7", "document", page=True), False),
        (asked("about:blank", "document", page=True), False),
    ],
    ids=lambda value: value.url if isinstance(value, SimpleNamespace) else None,
)
def test_what_says_nothing_of_a_posting_is_not_loaded(request_: SimpleNamespace, unwanted: bool) -> None:
    """The page that was asked for always is, whoever's it is."""
    assert is_unwanted(request_) is unwanted


def test_scrapy_knows_of_a_browser_only_where_there_is_one() -> None:
    """A crawl that asks for none starts none."""
    drawn = scrapy_settings(Manners("x", 0, browser="/usr/bin/chromium"))

    assert scrapy_settings(Manners("x", 0))["DOWNLOAD_HANDLERS"]["https"] == "scrapers.fetching.Fetching"
    assert drawn["DOWNLOAD_HANDLERS"]["https"] == "scrapers.drawing.Drawing"
    assert drawn.items() >= browser_settings("/usr/bin/chromium").items()
    assert drawn["PLAYWRIGHT_LAUNCH_OPTIONS"]["executable_path"] == "/usr/bin/chromium"
