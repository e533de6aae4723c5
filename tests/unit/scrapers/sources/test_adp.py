"""By what number a posting is asked for."""

from typing import Any

import pytest

from scrapers.sources import load_source

ADP = load_source("adp")
NUMBERED = {
    "stringFields": [{"nameCode": {"codeValue": "Other"}, "stringValue": "x"}, {"nameCode": {"codeValue": "ExternalJobID"}}]
}
EXTERNAL = {"stringFields": [{"nameCode": {"codeValue": "ExternalJobID"}, "stringValue": "498"}]}


@pytest.mark.parametrize(("custom", "number"), [(None, "9200_1"), ({}, "9200_1"), (NUMBERED, "9200_1"), (EXTERNAL, "498")])
def test_a_posting_is_asked_for_by_its_number_outside_adp(custom: Any, number: str) -> None:
    """Where it has none, its own id stands for it."""
    assert ADP.detail_request is not None
    asked = ADP.detail_request("acme-0001/19000101_000001", {"itemID": "9200_1", "customFieldGroup": custom})

    assert asked.url.rpartition("/")[2] == number
    assert asked.query["cid"] == "acme-0001"
