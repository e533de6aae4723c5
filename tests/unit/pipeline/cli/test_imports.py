"""A command imports what it needs: somebody waits for it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
# what takes a tenth of a second or more, and what brings such along
HEAVY = {
    "aiohttp", "asyncio", "chdb", "clickhouse_connect", "confluent_kafka", "dotenv", "faust", "numpy", "psutil", "psycopg",
    "pydantic", "rich", "safetensors", "scrapy", "structlog", "twisted", "urllib3",
}  # fmt: skip
NOT_FOR = {
    ("--help",): HEAVY | {"tokenizers"},
    ("--version",): HEAVY | {"tokenizers"},
    ("settings", "--help"): HEAVY | {"tokenizers"},
    ("similar", "--help"): HEAVY | {"tokenizers"},
    ("match", "--help"): HEAVY,
    ("query", "--help"): HEAVY,
    # the other stages pay for no enricher
    ("worker", "--help"): {"numpy", "py3langid", "rensa", "safetensors", "tokenizers"},
    ("replay", "--help"): HEAVY - {"confluent_kafka", "asyncio", "pydantic"} | {"tokenizers"},
}
_SHOW = "import sys; from pipeline.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("words", NOT_FOR, ids=" ".join)
def test_a_command_does_not_import_what_it_does_not_need(words: tuple[str, ...]):
    """`--help` stands for the command: its module, and all that imports, is there before it is asked anything."""
    done = subprocess.run([sys.executable, "-c", _SHOW, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {name.partition(".")[0] for name in done.stderr.split()}

    assert "click" in imported
    assert imported & NOT_FOR[words] == set()
