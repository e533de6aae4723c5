"""docs/adding-an-enricher.md quotes the code."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "adding-an-enricher.md").read_text("utf-8")
QUOTES = re.findall(r"```python\n# (\S+)\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize(("path", "code"), QUOTES)
def test_quoted_code_is_the_code(path, code):
    """Every block stands word for word in the file that it names."""
    assert code in (ROOT / path).read_text("utf-8")


def test_named_files_exist():
    """Every path in the guide is one."""
    named = set(re.findall(r"`((?:streams|tests|schemas|warehouse)/[\w/]+\.py)`", GUIDE))

    assert [path for path in named if not (ROOT / path).exists()] == []
