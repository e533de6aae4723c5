"""How two other packages read recorded answers, for bench.peers_fields; run by the Python of an environment that has them.

Standard input is a JSON list of {source, listing, detail, text}: a recorded listing as text, a detail answer where one was
recorded, and whether they are markup. Each is served in place of the network: the listing to the first request, an empty one to
further requests for its address, the detail to all others, 404 where there is none. Standard output is {versions, sites,
answers}: the sites that python-jobspy reads, and per answer {jobs, error, asked} of ats-scrapers.
"""

import importlib
import json
import os
import sys
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qs

# ours -> theirs, where the words differ
CALLED = {"jobtech": "arbetsformedlingen"}
# seen again where it is only echoed as the employer's name
BOARD = "echoed"
BOARDS = {
    "oracle": f"https://{BOARD}.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1",
    "paylocity": "00000000-0000-4000-8000-000000000007",
    "phenom": f"https://{BOARD}.example",
    "workday": f"https://{BOARD}.wd5.myworkdayjobs.com/site",
}


class Served:
    """Answers requests from one recorded answer."""

    def __init__(self, httpx: Any, answer: dict[str, Any]) -> None:
        self._httpx = httpx
        self._answer = answer
        self._path: str | None = None
        self.asked: list[str] = []

    def __call__(self, request: Any) -> Any:
        """Return the response to `request`."""
        self.asked.append(f"{request.method} {request.url.host}{request.url.path}")
        status, content = self._content(request.url.path, parse_qs(request.url.query.decode()))
        return self._httpx.Response(status, text=content, request=request)

    def _content(self, path: str, query: dict[str, list[str]]) -> tuple[int, str]:
        # who asks for no postings asks how many there are, to cut what it asks for next
        if self._path is None and query.get("limit") != ["0"]:
            self._path = path
            return 200, self._answer["listing"]
        if path == self._path or query.get("limit") == ["0"]:
            return 200, "<html></html>" if self._answer["text"] else json.dumps(emptied(json.loads(self._answer["listing"])))
        detail = self._answer["detail"]
        return (404, "{}") if detail is None else (200, detail)


def emptied(value: Any) -> Any:
    """Return an answer of the same shape without postings."""
    if isinstance(value, list):
        return []
    return {name: emptied(part) for name, part in value.items()} if isinstance(value, dict) else 0


def read(answer: dict[str, Any], registry: Any, httpx: Any) -> dict[str, Any]:
    """Return what ats-scrapers makes of one answer."""
    name = CALLED.get(answer["source"], answer["source"])
    if not registry.has_scraper(name):
        return {"jobs": None, "error": None, "asked": []}
    served = Served(httpx, answer)

    async def asynchronous(_: Any, request: Any) -> Any:
        return served(request)

    httpx.AsyncHTTPTransport.handle_async_request = asynchronous
    httpx.HTTPTransport.handle_request = lambda _, request: served(request)
    try:
        jobs = registry.get(name)(BOARDS.get(name, BOARD)).fetch()
    except Exception as error:  # noqa: BLE001 - that it can't read it is the finding
        return {"jobs": [], "error": f"{type(error).__name__}: {error}", "asked": served.asked}
    return {"jobs": [job.model_dump(mode="json") for job in jobs], "error": None, "asked": served.asked}


def main() -> None:
    """Read the answers on standard input, print what came of each."""
    os.environ["USAJOBS_API_KEY"] = "none is asked for here"
    base, httpx = importlib.import_module("ats_scrapers.scrapers.base"), importlib.import_module("httpx")
    importlib.import_module("ats_scrapers.scrapers")
    # what is not served will not be served the next time
    vars(importlib.import_module("ats_scrapers.fetch"))["DEFAULT_RETRIES"] = 1
    sites = [site.value for site in importlib.import_module("jobspy.model").Site]
    versions = {name: version(name) for name in ("ats-scrapers", "python-jobspy")}
    found = [read(answer, base.ScraperRegistry, httpx) for answer in json.load(sys.stdin)]
    print(json.dumps({"versions": versions, "sites": sites, "answers": found}))


if __name__ == "__main__":
    main()
