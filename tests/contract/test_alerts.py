"""The alert rules ask for what there is, help whoever is woken, and fire when they should.

Prometheus runs in no test: `tests.promql` evaluates the rules. What the cases expect was held against Prometheus's promtool.
"""

import re
from pathlib import Path
from typing import Any

import click
import promql_parser as promql
import pytest
import yaml
from prometheus_client import generate_latest

from pipeline.cli.main import cli
from pipeline.ops.run import programs
from pipeline.settings import Settings
from runtime.metrics import Metrics
from tests.conftest import ROOT, missing
from tests.exported import OF_A_PROCESS, SERIES, TARGET, Misused, labels_of
from tests.promql import NAME, Rule, Series, parsed, scrape, written

FOLDER = ROOT / "infra" / "prometheus"
RULES = [rule for group in yaml.safe_load((FOLDER / "alerts.yml").read_text("utf-8"))["groups"] for rule in group["rules"]]
CASES = yaml.safe_load((FOLDER / "alerts.test.yml").read_text("utf-8"))["tests"]
SCRAPED_EVERY_S = 15.0


def seconds(duration: str) -> float:
    """How long `1h30m` is."""
    return promql.parse_duration(duration).total_seconds()


def a_rule(name: str) -> Rule:
    """The rule that is called `name`."""
    rule = next(rule for rule in RULES if rule["alert"] == name)
    return Rule(name, rule["expr"], seconds(rule["for"]), rule["labels"])


def each_rule(function: Any) -> Any:
    """Run a test for every rule."""
    return pytest.mark.parametrize("rule", RULES, ids=[rule["alert"] for rule in RULES])(function)


@each_rule
def test_a_rule_asks_for_what_there_is(rule):
    """Its series, their labels and their types; what its text names is in the result."""
    labels = labels_of(parsed(rule["expr"]))
    shown = " ".join(rule["annotations"].values())
    assert set(re.findall(r"\$labels\.(\w+)", shown)) <= labels


@each_rule
def test_a_rule_says_how_urgent_it_is_and_what_to_do(rule):
    """Every command and every section that it names is there, and it names at least one."""
    assert re.fullmatch(r"Jobstream[A-Za-z]+", rule["alert"])
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert seconds(rule["for"]) >= 60
    assert set(rule["annotations"]) == {"summary", "description"}
    text = rule["annotations"]["description"]
    commands, sections = re.findall(r"\./jobstream ([^`]+)`", text), re.findall(r"docs/(\w+\.md), \*([^*]+)\*", text)
    assert commands or sections
    for command in commands:
        assert_is_a_command(command.split())
    for page, section in sections:
        assert re.search(f"^##+ {re.escape(section)}$", (ROOT / "docs" / page).read_text("utf-8"), re.MULTILINE)


def assert_is_a_command(words: list[str]) -> None:
    """The words are a command's, then its arguments and options."""
    command: click.Command | None = cli
    options = {word for word in words if word.startswith("--")}
    while isinstance(command, click.Group) and words:
        command, words = command.get_command(click.Context(command), words[0]), words[1:]
    assert command not in (None, cli)
    assert options <= {option for parameter in command.params for option in parameter.opts}


def test_the_page_names_every_rule_with_its_severity():
    """And no other."""
    page = (ROOT / "docs" / "metrics.md").read_text("utf-8")
    assert re.findall(r"^\| `(Jobstream\w+)` \| (\w+) \|", page, re.MULTILINE) == [
        (rule["alert"], rule["labels"]["severity"]) for rule in RULES
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case_fires_what_it_says(case):
    """At each time exactly the alerts that promtool saw."""
    every_s = seconds(case["interval"])
    series = {key_of(one["series"]): written(one["values"], every_s) for one in case["input_series"]}
    for moment in case["promql_expr_test"]:
        asked = {matcher.name: matcher for matcher in parsed(moment["expr"]).matchers.matchers}["alertname"]
        rules = [rule["alert"] for rule in RULES if re.fullmatch(asked.value, rule["alert"])]
        firing = [
            {NAME: "ALERTS", "alertname": name, "alertstate": "firing"} | labels
            for name in rules
            for labels in a_rule(name).firing(series, seconds(moment["eval_time"]), 60.0)
        ]
        assert {frozenset(labels.items()) for labels in firing} == {key_of(one["labels"]) for one in moment["exp_samples"]}


def test_the_cases_use_series_that_are_there_and_every_rule_fires_in_one():
    """A case with a series that nobody exports would show nothing."""
    for one in (one for case in CASES for one in case["input_series"]):
        labels = dict(key_of(one["series"]))
        name = labels.pop(NAME)
        assert set(labels) <= SERIES[name][1] | TARGET
        # all of its own, or the case shows less than a process does
        assert set(labels) >= SERIES[name][1]
    fired = {
        dict(key_of(sample["labels"]))["alertname"]
        for case in CASES
        for moment in case["promql_expr_test"]
        for sample in moment["exp_samples"]
    }
    assert fired == {rule["alert"] for rule in RULES}


def key_of(selector: str) -> frozenset[tuple[str, str]]:
    """The labels and the name that a series is written with."""
    found = parsed(selector)
    return frozenset([(NAME, found.name), *((matcher.name, matcher.value) for matcher in found.matchers.matchers)])


@pytest.mark.parametrize(
    "expr",
    [
        "jobstream_nothing > 0",
        'jobstream_lag_messages{sink="clickhouse"} > 0',
        "sum by (topic) (jobstream_lag_messages)",
        "jobstream_events_total > 0",
        "rate(jobstream_lag_messages[5m])",
        "jobstream_paused == 1 and on (stage) jobstream_lag_messages",
        "jobstream_retries_total unless jobstream_dead_letters_total offset 5m",
    ],
)
def test_what_is_not_exported_so_is_noticed(expr):
    """Names, labels, counters as values, gauges as counters."""
    with pytest.raises(Misused):
        labels_of(parsed(expr))


class Process:
    """One process's real metrics, scraped every fifteen seconds while a test says what happens to it."""

    def __init__(self, name: str) -> None:
        self.metrics = Metrics(name)
        self.series: Series = {}
        self.now = 0.0
        self._target = {"job": "jobstream", "instance": "127.0.0.1:9100", "program": name}

    def lives(self, minutes: float) -> float:
        """Let so much time pass; return what time it is then."""
        until = self.now + minutes * 60
        while self.now < until:
            self.now += SCRAPED_EVERY_S
            scrape(self.series, generate_latest(self.metrics.registry).decode(), self.now, **self._target)
        return self.now

    def fires(self, name: str) -> bool:
        """Whether the rule fires now."""
        return bool(a_rule(name).firing(self.series, self.now, 60.0))


def test_a_worker_that_stops_committing_is_told_from_its_own_metrics():
    """It reads on; what it committed stands."""
    worker = Process("dedupe")
    events, committed = (
        worker.metrics.events.labels("dedupe", "jobs.posting.normalized"),
        worker.metrics.committed.labels("dedupe"),
    )
    for _ in range(20):
        events.inc(50)
        committed.inc(50)
        worker.lives(1)
    assert not worker.fires("JobstreamNothingCommitted")
    for _ in range(20):
        events.inc(50)
        worker.lives(1)
    assert worker.fires("JobstreamNothingCommitted")


def test_the_first_dead_letter_of_a_process_is_told():
    """Its series begins at 1: `increase` alone would never see it."""
    worker = Process("normalize")
    worker.lives(20)
    worker.metrics.dead_letters.labels("normalize", "not_json").inc()
    worker.lives(3)
    assert worker.fires("JobstreamDeadLetters")
    worker.lives(20)
    assert not worker.fires("JobstreamDeadLetters")


def test_a_process_that_finds_itself_not_ready_is_told():
    """The gauge follows the check that `/ready` answers with."""
    worker = Process("dedupe")
    found: list[str | None] = [None]
    worker.metrics.follow(lambda: found[0])
    worker.lives(15)
    assert not worker.fires("JobstreamNotReady")
    found[0] = "partitions are not assigned"
    worker.lives(12)
    assert worker.fires("JobstreamNotReady")


def test_what_a_process_is_known_by_is_exported():
    """Memory, start and processor time; only Linux tells them."""
    if not Path("/proc/self/stat").exists():
        missing("/proc, which tells memory and start,")
    text = generate_latest(Metrics("a").registry).decode()
    assert {name for name in OF_A_PROCESS if f"\n{name} " in text} == set(OF_A_PROCESS)


def test_the_ports_are_those_that_run_gives():
    """In its order, by its names."""
    config = yaml.safe_load((FOLDER / "scrape.yml").read_text("utf-8"))
    (job,) = config["scrape_configs"]
    assert job["job_name"] == "jobstream"
    assert {"job", "instance"} | set(job["static_configs"][0]["labels"]) == TARGET
    started = programs(Settings(_env_file=None), {}, schedule=True)
    assert [(one["labels"]["program"], one["targets"]) for one in job["static_configs"]] == [
        (program.name, [f"127.0.0.1:{program.env['JOBSTREAM_METRICS_PORT']}"]) for program in started
    ]
