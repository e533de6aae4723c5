"""The dashboard shows what the processes export. Grafana runs in no test: the file is read, its expressions are parsed."""

import json
import re
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.exported import DECLARED, OF_A_PROCESS, SERIES, labels_of, names
from tests.promql import parsed

BOARD = json.loads((ROOT / "infra" / "grafana" / "jobstream.json").read_text("utf-8"))
PANELS = [panel for panel in BOARD["panels"] if panel["type"] != "row"]
SOURCE = {"type": "prometheus", "uid": "${datasource}"}


def tree(expr: str) -> Any:
    """The expression, with a duration where Grafana puts one."""
    return parsed(expr.replace("$__rate_interval", "1m"))


@pytest.mark.parametrize("panel", PANELS, ids=[panel["title"] for panel in PANELS])
def test_a_panel_asks_for_what_there_is(panel):
    """Series, labels and types, also those of its legend; from the data source that is chosen."""
    assert panel["datasource"] == SOURCE
    for target in panel["targets"]:
        assert target["datasource"] == SOURCE
        assert set(re.findall(r"{{(\w+)}}", target["legendFormat"])) <= labels_of(tree(target["expr"]))


def test_every_metric_is_shown():
    """A metric that nobody looks at is not needed."""
    shown = {name for panel in PANELS for target in panel["targets"] for name in names(tree(target["expr"]))}
    whole = {re.sub("_bucket$", "", name) for name in shown}
    assert whole == {metric._name + "_total" * (f"{metric._name}_total" in SERIES) for metric in DECLARED} | set(OF_A_PROCESS) | {
        "up"
    }


def test_the_data_source_is_chosen_and_nothing_is_fetched_from_elsewhere():
    """No address, no id of another Grafana."""
    assert [(one["name"], one["type"], one["query"]) for one in BOARD["templating"]["list"]] == [
        ("datasource", "datasource", "prometheus")
    ]
    assert "://" not in json.dumps(BOARD)
    assert "id" not in BOARD


def test_panels_have_a_number_and_a_place_of_their_own():
    """Rows fill the width, and none lies on another."""
    assert len({panel["id"] for panel in BOARD["panels"]}) == len(BOARD["panels"])
    taken = [
        (x, y)
        for place in (panel["gridPos"] for panel in BOARD["panels"])
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(set(taken)) == len(taken)
    assert {x for x, _ in taken} == set(range(24))
