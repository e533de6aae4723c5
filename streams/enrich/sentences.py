"""Phrases that show that a sentence of running text says from where one may work."""

from collections.abc import Iterator
from enum import StrEnum


class ScopeCue(StrEnum):
    """What shows that a sentence says from where one may work: words around an area, or around time zones.

    Of another language than English where remote work is named in that sentence.
    """

    AREA = "area"
    ABROAD = "abroad"
    ZONE = "zone"


_CUES = {
    ScopeCue.AREA: (
        "us only", "u.s. only", "usa only", "united states only", "uk only", "eu only", "europe only", "canada only",
        "na only", "north america only", "latam only", "emea only", "india only", "us based", "u.s. based", "anywhere in",
        "anywhere within", "remote within", "remote in", "remote from", "remotely from", "remotely within", "remotely in",
        "remote across", "must be located in", "must be based in", "must reside in", "must live in", "must be residing in",
        "must currently live in", "must currently reside in", "be located in the", "be based in the", "located anywhere in",
        "based anywhere in", "reside in the", "us citizen", "u.s. citizen", "us citizens", "u.s. citizens", "us citizenship",
        "u.s. citizenship", "us residents", "u.s. residents", "remote us", "remote usa", "remote uk", "remote eu",
        "remote europe", "remote canada", "us remote", "wherever in the world", "anywhere in the world",
    ),
    ScopeCue.ABROAD: (
        "innerhalb deutschlands", "innerhalb der eu", "innerhalb europas", "deutschlandweit", "europaweit", "weltweit",
        "partout en", "depuis la", "desde cualquier lugar de", "desde españa", "residentes en", "de qualquer lugar do",
        "binnen nederland", "binnen europa", "inom sverige", "inom eu", "z dowolnego miejsca w", "z terenu", "dall'italia",
        "dall’italia", "depuis l'union", "depuis l’union",
    ),
    ScopeCue.ZONE: (
        "time zone", "time zones", "timezone", "timezones", "business hours", "working hours", "work hours", "core hours",
        "hours of est", "hours of pst", "hours of cet", "hours of gmt", "hours of utc", "hours of eastern", "hours of pacific",
    ),
}  # fmt: skip


def sentences() -> Iterator[tuple[str, ScopeCue]]:
    """Yield (phrase, what it shows)."""
    return ((phrase, cue) for cue, phrases in _CUES.items() for phrase in phrases)


def remote_areas() -> Iterator[str]:
    """Yield the phrases that name remote work beside an area, as `remote us` and `remotely from`."""
    return (phrase for phrase in _CUES[ScopeCue.AREA] if "remote" in phrase)
