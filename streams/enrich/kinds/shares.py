"""How much of the week a job takes, as its title or a label says: `Ladenleiter 100%`, `Köchin 60 Prozent`, `Pensum: 80%`."""

import re

_OPENING, _GERMAN_OPENING = 600, 1200
# A line that ends with the whole week, and names no range or place.
_WHOLE_WEEK = re.compile(
    r"^(?![^\n]*(?:remote|zdaln|onsite))[^\n.:!?]{5,80}[^\W\d][)]? [(]?(100 ?(?:%|Prozent))[)]?\s*$", re.MULTILINE | re.IGNORECASE
)
# In German ads it also stands before who may apply, where the work is, and what follows the title.
_SHARE = re.compile(r"(?<![\d–.-])([1-9]0|100) ?(?:%|Prozent\b)", re.IGNORECASE)
_ROLE_BEFORE = re.compile(r"[^\n.!?]{4}[a-zäöüéA-Z)](?<!bis)(?<!von)(?<!zu)(?<!ca)(?<!um)(?<!über)(?<!oder)[,:]? ?[(–-]{0,2} ?$")
_ROLE_AFTER = re.compile(
    r"[).]*,?\s*(?:$|\n|[(]|[mwfd] ?/|[|/–]|(?:im|in|als|für|per|ab|mit|Ihr|Ihre|Was|Wir|Job-ID|Festanstellung)\b)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:pensum|beschäftigung in %|beschäftigungsgrad|anstellungsgrad|stellenprozente?|omfattning|tjänstgöringsgrad"
    r"|sysselsättningsgrad|stillingsprosent|taux d['’](?:activité|occupation)|grado di occupazione)"
    r"(?: ca[.]?)?\s{0,2}:?\s{0,6}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:[-–+]|bis|oder|och|till)\s?\d", re.IGNORECASE)
# A line of its own, too, is of the role above it.
_LINE_END, _BULLETS = re.compile(r"[)]?\s*(?:$|\n)"), " \t\r•-("
_LONGEST_LABEL = 40
_NO_ROLE = re.compile(
    r"reise|reisen|travel|lohn|rabatt|zuschlag|remote|home|anteil|beitrag|umsatz|kunde[nr]? |mindestens|range|%", re.IGNORECASE
)
_TITLE_SHARE = re.compile(r"(?<![\d–.-])([1-9][05]|100) ?(?:%|Prozent\b)", re.IGNORECASE)
# What may follow the share at the end of a title: `Sykepleier 100 % fast stilling`.
_TITLE_ENDS = re.compile(
    r"[)]?[ ,;:–-]{0,3}(?:$|[(|]|fast\b|(?:fast |ledig |vakant )?(?:stilling|tjänst|anställning|vikariat)\b|[mwfd] ?/)",
    re.IGNORECASE,
)
_NO_WEEK = re.compile(
    r"bonus|commission|provis|equity|\boff\b|rabat|\bote\b|discount|zdaln|onsite|on-site|office|büro", re.IGNORECASE
)


def share_in_title(title: str) -> re.Match[str] | None:
    """Return what has the one share of the week, as its first group, with which a title ends: `Pflegefachfrau 60 %`."""
    if "%" not in title and "rozent" not in title:
        return None
    found = list(_TITLE_SHARE.finditer(title))
    if len(found) != 1 or _RANGE.match(title, found[0].end()) or not _TITLE_ENDS.match(title, found[0].end()):
        return None
    before = title[: found[0].start()]
    return found[0] if before.strip() and not (_NO_ROLE.search(before) or _NO_WEEK.search(title)) else None


def share_of_week(text: str) -> re.Match[str] | None:
    """Return what has the one share of the week, as its first group, that the opening of `text` gives a job."""
    opening = text[:_GERMAN_OPENING]
    if "%" not in opening and "rozent" not in opening:
        return None
    whole = _WHOLE_WEEK.search(opening, 0, _OPENING) if "100" in opening[:_OPENING] else None
    return whole or _the_one(opening)


def _the_one(text: str) -> re.Match[str] | None:
    german = " und " in text or "suchen" in text
    found = [share for share in _SHARE.finditer(text) if _is_labelled(text, share) or (german and _is_of_role(text, share))]
    return found[0] if len({share[1] for share in found}) == 1 else None


def _is_labelled(text: str, share: re.Match[str]) -> bool:
    label = _LABEL.search(text, max(0, share.start() - _LONGEST_LABEL), share.start())
    return label is not None and _RANGE.match(text, share.end()) is None


def _is_of_role(text: str, share: re.Match[str]) -> bool:
    line = text[max(text.rfind("\n", 0, share.start()) + 1, share.start() - 90) : share.start()]
    if not line.strip(_BULLETS):
        return share.start() > 0 and _LINE_END.match(text, share.end()) is not None
    return (
        _ROLE_BEFORE.search(line) is not None
        and _ROLE_AFTER.match(text, share.end()) is not None
        and _NO_ROLE.search(line) is None
    )
