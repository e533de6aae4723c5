"""Which fields two other packages fill from our recorded answers; writes the second table of docs/source-fields.md.

Run by hand, with the shared data at hand and the packages in an environment of their own:
    uv venv /tmp/peers && uv pip install -p /tmp/peers/bin/python ats-scrapers python-jobspy
    python -m bench.peers_fields [/tmp/peers/bin/python]
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.common import ROOT
from bench.peer_ats_scrapers import BOARD
from scrapers.sources import load_source
from tests.recorded import Recorded, payload_of, recorded
from tests.source_fields import FIELDS, PAGE, PEERS, Filled, filled

# ours -> theirs: any of them is as good
THEIRS = {
    "employer": ("company",), "description": ("description",), "locations": ("location",), "department": ("department", "team"),
    "requisition_id": ("requisition_id",), "stated_salary": ("salary_min", "salary_max", "salary_summary"),
    "stated_work_mode": ("is_remote",), "stated_employment_type": ("employment_type", "commitment"),
    "stated_seniority": ("experience",), "stated_language": ("language",), "posted_at": ("posted_at",), "updated_at": (),
    "valid_through": ("application_deadline",), "url": ("url",), "apply_url": ("apply_url",),
}  # fmt: skip
INTRO = """
Made by hand with `python -m bench.peers_fields` on {day}: ats-scrapers {ats} and python-jobspy {jobspy} beside Jobstream, on the
same recorded answers, served in place of the network. A cell is "postings read: fields filled in at least one of them", of the
{fields} fields above; `none`: there is a reader, and it read no posting; `no`: there is no reader of the source. python-jobspy
searches {sites}.
ats-scrapers has no field for when a posting was updated, and says of a posting that is not remote that it is not; an employer
that is but the board's word repeated does not count, and neither does our boards file's name for one.

| source | recorded | Jobstream | ats-scrapers | python-jobspy | Jobstream only | ats-scrapers only |
|---|---|---|---|---|---|---|
"""
REFUSED = """
Where ats-scrapers read none, it asks another address than the recorded one, or refuses an answer that was cut before it was
recorded, or a listing whose details were not recorded:
"""


@dataclass
class Peer:
    """What ats-scrapers made of a source's answers; `has` = it has a reader of the source."""

    has: bool = True
    filled: Filled = field(default_factory=Filled)
    refused: list[str] = field(default_factory=list)


def main(python: str) -> None:
    """Let the packages of `python` read every recorded answer, and write the table."""
    ats = Path(os.environ.get("JOBSTREAM_SHARED_DATA", ROOT.parent / "shared" / "data")) / "fixtures" / "ats"
    answers = recorded()
    given = json.dumps([_given(answer, ats) for answer in answers])
    command = [python, str(ROOT / "bench" / "peer_ats_scrapers.py")]
    found = json.loads(subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout)
    whole = PAGE.read_text().partition(PEERS)[0] + PEERS + section(found, filled(answers, ats), _peers(answers, found["answers"]))
    PAGE.write_text(whole)
    print(f"written to {PAGE}")


def section(found: Mapping[str, Any], ours: Mapping[str, Filled], peers: Mapping[str, Peer]) -> str:
    """Return the part of the page that is about other packages."""
    versions, sites = found["versions"], ", ".join(found["sites"])
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    intro = INTRO.format(day=day, ats=versions["ats-scrapers"], jobspy=versions["python-jobspy"], sites=sites, fields=len(FIELDS))
    lines = [_line(source, ours[source], peers[source], jobspy=source in found["sites"]) for source in sorted(ours)]
    refused = [
        f"- `{source}`: {'; '.join(dict.fromkeys(peers[source].refused))}" for source in sorted(peers) if peers[source].refused
    ]
    return intro + "\n".join(lines) + "\n" + REFUSED + "\n" + "\n".join(refused) + "\n"


def _given(answer: Recorded, ats: Path) -> dict[str, Any]:
    source = load_source(answer.source)
    asked = source.first_page(answer.board.partition(":")[2])
    listing = payload_of(asked, ats / answer.listing)
    # a detail per posting is of sources that the package does not read
    detail = (ats / answer.detail).read_text() if answer.detail and "{" not in answer.detail else None
    text = asked.reads == "text"
    return {"source": answer.source, "listing": listing if text else json.dumps(_whole(listing)), "detail": detail, "text": text}


def _whole(listing: Any) -> Any:
    """Return a listing that says it is all there is: who is told of more asks for it in pieces."""
    total = listing.get("total") if isinstance(listing, dict) else None
    return {**listing, "total": {"value": len(listing["hits"])}} if isinstance(total, dict) else listing


def _peers(answers: Sequence[Recorded], found: Sequence[Mapping[str, Any]]) -> dict[str, Peer]:
    peers: dict[str, Peer] = {}
    for answer, read in zip(answers, found, strict=True):
        peer = peers.setdefault(answer.source, Peer())
        if read["jobs"] is None:
            peer.has = False
            continue
        for job in read["jobs"]:
            peer.filled.postings += 1
            peer.filled.counts.update(name for name in FIELDS if any(_says(job, theirs) for theirs in THEIRS[name]))
        if not read["jobs"]:
            peer.refused.append(read["error"] or f"it asks for `{read['asked'][0].replace(BOARD, '…')}`")
    return peers


def _says(job: Mapping[str, Any], name: str) -> bool:
    value = job.get(name)
    return value not in (None, "", [], {}) and not (name == "company" and BOARD in str(value))


def _line(source: str, ours: Filled, peer: Peer, *, jobspy: bool) -> str:
    mine, theirs = ours.counts.keys(), peer.filled.counts.keys()
    only = (_named(mine - theirs), _named(theirs - mine)) if peer.filled.postings else ("", "")
    cells = (ours.postings, _cell(ours), _cell(peer.filled) if peer.has else "no", "yes" if jobspy else "no", *only)
    return f"| `{source}` | " + " | ".join(map(str, cells)) + " |"


def _cell(of: Filled) -> str:
    return f"{of.postings}: {len(of.counts)}" if of.postings else "none"


def _named(names: Any) -> str:
    return ", ".join(name.removeprefix("stated_").replace("_", " ") for name in FIELDS if name in names)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/tmp/peers/bin/python")
