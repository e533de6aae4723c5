"""A search, from its words to what is published; only the library's public function is not the real one."""

from pathlib import Path

import pytest

from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Vendor

LIBRARY = """
class Found:
    attrs = {"errors": {}}

    def to_dict(self, orient):
        return [{"id": "in-1", "title": "Nurse"}, {"id": "in-2", "title": "Carer"}]

def scrape_jobs(**told):
    return Found()
"""


def test_a_search_is_published_as_postings_of_its_site(
    vendor: Vendor, run: Run, published: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The crawl is partial, for what it does not show may be open all the same; and that is no failure."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "jobspy.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(tmp_path / "library")
    monkeypatch.setenv("JOBSTREAM_JOBSPY", "true")
    monkeypatch.setenv("JOBSTREAM_SOURCE_BASE_URL", "")
    code, outcome = run("crawl", "jobspy:indeed/germany/nurse", "--json").finish()
    found = published("jobspy:indeed")

    assert (code, outcome["boards"][0]["outcome"]) == (0, "partial")
    assert {raw.posting_id: raw.row["title"] for raw in found.raw} == {
        "jobspy:indeed:in-1": "Nurse",
        "jobspy:indeed:in-2": "Carer",
    }
    assert [report.reason for report in found.reports] == ["a search shows some of what its site has"]
    assert vendor.asked == []
