"""What `--help` of the commands prints."""

import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli


@pytest.mark.parametrize("words", [("similar",), ("match",), ("erase",), ("evaluate", "enrich")], ids=" ".join)
def test_examples_are_a_line_each(words: tuple[str, ...]):
    r"""Click is told by the character `\b`, not by two characters, that it must not wrap them."""
    printed = CliRunner().invoke(cli, [*words, "--help"]).output
    examples = [line for line in printed.splitlines() if "./jobstream" in line and line.startswith("  ")]

    assert r"\b" not in printed
    assert any(f"./jobstream {' '.join(words)} " in line for line in examples)
