"""What the demo tells of its crawls."""

import sys

import pytest

from pipeline.demo import crawling
from pipeline.demo.crawling import DemoFailed, Reminder, crawl, summary
from pipeline.settings import Settings


def test_the_closing_table_in_a_line():
    """How many postings, how long, and how the boards ended."""
    boards = [{"outcome": "complete"}, {"outcome": "failed"}, {"outcome": "complete"}]
    told = summary({"published": 3015, "seconds": 4.25, "boards": boards})

    assert told == "3,015 postings published in 4.2 s; boards: 2 complete, 1 failed"


@pytest.mark.parametrize(
    ("every_s", "expected"),
    [
        (0.0, ["  1 of 2 boards; lever:a: unchanged, 0 postings", "  2 of 2 boards; lever:b: failed, 0 postings (HTTP 500)"]),
        (99.0, ["  2 of 2 boards; lever:b: failed, 0 postings (HTTP 500)"]),
    ],
)
def test_a_failed_board_is_always_told(monkeypatch, every_s, expected):
    """With its reason; of the others one now and then."""
    monkeypatch.setattr(crawling, "_FIRST_WORD_S", every_s)
    told: list[str] = []
    crawling._tell(["lever:a: unchanged, 0 postings (nothing)\n", "lever:b: failed, 0 postings (HTTP 500)\n"], 2, told.append)

    assert told == expected


def test_a_long_wait_is_told_of_more_and_more_rarely():
    """After 2 s, then each time half as much later, and at last every 15 s: a slow machine's demo stays short to read."""
    reminder = Reminder(100.0)

    assert [second for second in range(61) if reminder.due(100.0 + second)] == [2, 5, 10, 17, 28, 43, 58]


def test_a_crawl_that_breaks_fails_the_demo(monkeypatch, tmp_path):
    """Its last words and its log are named."""
    program = tmp_path / "broken"
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('Kafka does not answer')\n")
    program.chmod(0o755)
    monkeypatch.setattr(crawling, "JOBSTREAM", (str(program),))
    monkeypatch.setattr(crawling, "FINDING", -1)

    with pytest.raises(DemoFailed, match=r"code 1: Kafka does not answer. See .*crawl.log"):
        crawl(["lever:a"], Settings(var_dir=tmp_path), lambda _: None)
