"""Whether the words around what a text asks for say that it is required or only preferred."""

import re

_REACH = 90
_END = re.compile(r"[.;\n•·●➢✓]|\s[-*–]\s|(?<=[a-z])(?=[A-Z][a-z])")
_WISHES = (
    "prefer", "plus", "desir", "nice to have", "nice-to-have", "advantag", "ideal", "bonus", "beneficial", "an asset", "optional",
    "would be great", "gärna", "merit", "von vorteil", "wünsch", "mile widzian", "not required", "welcome",
    "souhait", "apprécié", "idéal", "desea", "desej", "valorable", "se valora", "gradit", "voorkeur", "önsk", "ønsk", "fördel",
    "fordel", "atut", "optionnel",
    "opzional", "optioneel",
)  # fmt: skip
_PREFERRED = re.compile("|".join(rf"\b{wish}\b(?! d[e'’])" if wish in {"plus", "bonus"} else wish for wish in _WISHES))
_REQUIRED = re.compile(r"(?<!not )(?:requir|must|minimum|at least|mandatory|zwingend|exigé|imprescindible|obrigat|obbligat)")


def is_preferred(text: str, start: int, end: int, until: int | None = None) -> bool:
    """Return whether the words around `text[start:end]` in its sentence, and before `until`, say that it is only preferred."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH if until is None else min(until, end + _REACH)]
    around = f"{before} {after}".lower()
    if not any(wish in around for wish in _WISHES):
        return False
    before, after = _END.split(before)[-1].lower(), _END.split(after, 1)[0].lower()
    wished, asked = _PREFERRED.search(after), _REQUIRED.search(after)
    if wished and asked:
        return wished.start() < asked.start()
    return bool(wished) or (not (asked or _REQUIRED.search(before)) and _PREFERRED.search(before) is not None)
