"""What a posting says moves no cursor and makes up no line."""

import json

import pytest

from pipeline.visible import on_one_line, visible, visible_json

COMMANDS = "\x1b[2J\x1b]0;root\x07\x9b1m\x08\u202e"


def test_what_commands_a_terminal_is_written_out() -> None:
    """Escapes of both kinds, bells, steps back and marks that turn the direction; letters of any script stay."""
    assert visible(f"Nurse{COMMANDS}") == r"Nurse\x1b[2J\x1b]0;root\x07\x9b1m\x08\u202e"
    assert visible("Pflegekräfte\t(m/w/d)\n看護師 👩‍⚕️") == "Pflegekräfte\t(m/w/d)\n看護師 👩‍⚕️"


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028"])
def test_a_line_stays_one(end: str) -> None:
    """None is made up by what a posting holds."""
    assert on_one_line(f"Nurse{end}ERROR all is lost").splitlines() == [
        f"Nurse{end.encode('unicode_escape').decode()}ERROR all is lost"
    ]


def test_a_json_document_says_the_same() -> None:
    """JSON escapes only some of them by itself."""
    shown = visible_json(json.dumps({"title": COMMANDS}, ensure_ascii=False))

    assert json.loads(shown) == {"title": COMMANDS}
    assert shown.isprintable()
