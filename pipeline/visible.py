"""What others wrote, as a terminal may show it: a posting must not move the cursor, colour a line or make one up."""

import re

# C0 and C1 control characters, and marks that turn the direction of what follows; tab and newline are left
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile("[\t\n\u2028\u2029]")


def visible(text: str) -> str:
    """Return `text` with what commands a terminal written out."""
    return text if text.isprintable() else _COMMANDS.sub(_written_out, text)


def on_one_line(text: str) -> str:
    """Return `text` so, its line ends written out too."""
    return text if text.isprintable() else _BREAKS.sub(_written_out, visible(text))


def visible_json(document: str) -> str:
    """Return a JSON document that says the same, its strings without what commands a terminal."""
    # JSON itself escapes C0; what is left is in strings
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
