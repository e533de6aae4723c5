"""`jobstream evaluate enrich`: how often derived fields agree with what boards and people say of real postings."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

import click
import numpy as np

from pipeline.cli.contacts import without_contacts
from pipeline.cli.exits import Refused
from pipeline.cli.show import echo_json, echo_table
from pipeline.evaluation.against import UNNAMED, FieldChanges, PostingUnreadable, changes_of, read_enriched
from pipeline.evaluation.fields import FIELDS
from pipeline.evaluation.page import HEAD, cells, document, in_words, page, said
from pipeline.evaluation.score import HALVES, Error, Material, Row, measure
from pipeline.settings import Settings
from runtime.clock import utc_now
from schemas.posting import EnrichedPosting
from streams.enrich.chain import VERSIONS, EnricherFailed
from streams.enrich.plugins import with_plugins
from streams.enrich.resources import load_resources
from streams.step import PluginRefused

PAGE = Path(__file__).parent.parent.parent / "docs" / "accuracy.md"
SEED = 20_261_126
_SHOWN = 70
_LONGEST = 300
_TOLD_EVERY = 10_000
AGAINST_HEAD = ("field", "enricher", "was", "is", "postings", "same", "other", "new", "gone")


@click.command()
@click.option("--field", "name", type=click.Choice([field.name for field in FIELDS]), help="This field only.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Folder of the data sets [default: the setting].")
@click.option(
    "--half", type=click.Choice(sorted(HALVES)), default="reported", show_default=True, help="Postings of one half only."
)
@click.option("--errors", "most", type=click.IntRange(0), default=0, show_default=True, help="Errors to list per data set.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Of the bootstrap.")
@click.option("--write", is_flag=True, help="Write docs/accuracy.md, and JSON below the folder of everything started from here.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day that the page names [default: today].")
@click.option(
    "--against",
    "old",
    type=click.File(encoding="utf-8"),
    metavar="OLD",
    help="Postings that another version has enriched, one JSON object a line: tell what changes. - is standard input. "
    "Places are read from their wordings: where a source states a city beside them, they change without a new version.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def enrich(
    *,
    name: str | None,
    data: Path | None,
    half: str,
    most: int,
    seed: int,
    write: bool,
    day: datetime | None,
    old: IO[str] | None,
    as_json: bool,
) -> None:
    """Tell how often each derived field is right, beside a plain method, with 95 % bootstrap intervals.

    The structured field is taken from the posting, the enricher reads the rest. Postings are split in halves by a fixed hash of
    their ids: enrichers are tuned on one, `--half reported` is the other.

    Before a new version is rolled out by a replay, see what it changes on the postings that are there:

    \b
      ./jobstream topics tail jobs.posting.current --from beginning --json | ./jobstream evaluate enrich --against - --errors 5
    """  # noqa: D301 - click's mark of lines to be left as they are
    if old is not None:
        if name or write or data or half != "reported":
            raise click.UsageError("--against compares postings of its own: give it --errors and --json only.")
        _against(old, most, as_json=as_json)
        return
    settings = Settings()
    halves = ["reported", "tuned"] if write else [half]
    if write and (name or half != "reported"):
        raise click.UsageError("--write takes all fields and both halves.")
    wanted = [field for field in FIELDS if name in (None, field.name)]
    material = Material(data or settings.shared_data, load_resources(contacts=True), partial(np.random.default_rng, seed))
    measured = measure(wanted, halves, material)
    rows = list(_told_of(measured) if write else measured)
    found = {"enriched_by": VERSIONS, "seed": seed, "rows": [{**document(row), **_errors(row, most)} for row in rows]}
    if write:
        _write(rows, day.date() if day else utc_now().date(), found, settings.var_dir / "evaluate" / "enrich.json")
    elif as_json:
        echo_json(found)
    else:
        _print(rows, most)


def _against(old: IO[str], most: int, *, as_json: bool) -> None:
    """Print what these enrichers change on the postings of `old`."""
    try:
        enrichers = with_plugins(Settings().enricher_plugins)
        found = changes_of(_told(read_enriched(old)), load_resources(), most, enrichers)
    except (EnricherFailed, PluginRefused) as error:
        raise Refused(str(error)) from error
    except (PostingUnreadable, UnicodeDecodeError) as error:
        raise Refused(f"{old.name}: {error}. `./jobstream topics tail jobs.posting.current --json` prints them.") from error
    if as_json:
        echo_json({"against": old.name, "fields": list(map(_against_document, found))})
        return
    echo_table(AGAINST_HEAD, map(_against_row, found))
    for changes in found:
        for change in changes.changes:
            click.echo(f"\n{changes.name}, {change.posting_id}: {without_contacts(change.title)}")
            click.echo(f"  before {_short(change.before)}\n  now    {_short(change.now)}")


def _told_of(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        click.echo(f"{row.field.name}, {row.truth.data_set}: measured", err=True)


def _told(postings: Iterable[EnrichedPosting]) -> Iterator[EnrichedPosting]:
    for number, posting in enumerate(postings, 1):
        yield posting
        if number % _TOLD_EVERY == 0:
            click.echo(f"{number:,} postings compared", err=True)


def _against_row(changes: FieldChanges) -> Sequence[Any]:
    was = ", ".join(sorted(changes.was)) or UNNAMED
    counts = changes.counts
    return (
        changes.name, changes.enricher, was, changes.version, counts.total(),
        *(counts[kind] for kind in ("same", "other", "new", "gone")),
    )  # fmt: skip


def _against_document(changes: FieldChanges) -> Mapping[str, Any]:
    counted = {"was": dict(changes.was), "counts": dict(changes.counts)}
    listed = [asdict(replace(change, title=without_contacts(change.title))) for change in changes.changes]
    return {"name": changes.name, "enricher": changes.enricher, "version": changes.version, **counted, "changes": listed}


def _short(value: Any) -> str:
    text = without_contacts(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _write(rows: Sequence[Row], day: date, found: Mapping[str, Any], path: Path) -> None:
    PAGE.write_text(page(rows, day, VERSIONS), "utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        echo_json(found, file)
    click.echo(f"Wrote {PAGE.relative_to(PAGE.parent.parent)} and {path}.")


def _print(rows: Sequence[Row], most: int) -> None:
    echo_table(HEAD, [cells(row) for row in rows])
    for row in rows:
        for error in _first(row.errors, most):
            click.echo("\n" + "\n".join(_lines(row, error)))


def _first(errors: Sequence[Error], most: int) -> list[Error]:
    """What was said wrongly tells more than what was missed."""
    return sorted(errors, key=lambda error: error.said is None)[:most]


def _lines(row: Row, error: Error) -> Iterator[str]:
    posting = error.case.posting
    yield f"{row.field.name}, {row.truth.data_set}: {in_words(error.case.truth)}, and the enricher said {said(error)}"
    places = "; ".join(place.raw for place in posting.locations)
    yield without_contacts(f"  {posting.title or 'no title'} | {places or 'no place'}")
    yield without_contacts(f"  {' '.join(posting.description.split())[:_SHOWN] or 'no text'}")


def _errors(row: Row, most: int) -> Mapping[str, Any]:
    if not most:
        return {}
    listed = [
        {"id": error.case.id, "truth": in_words(error.case.truth), "said": said(error),
         "title": without_contacts(error.case.posting.title)}
        for error in _first(row.errors, most)
    ]  # fmt: skip
    return {"errors": listed}
