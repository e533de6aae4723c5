"""`jobstream explain`: why two postings are in one cluster, or are not."""

import click

from pipeline.cli.verdict import show_verdict
from pipeline.ops.explain import Side, UnknownPosting, read_side
from pipeline.settings import Settings
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.table import CLICKHOUSE, ENGINES


@click.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--engine", type=click.Choice(ENGINES), default=CLICKHOUSE, show_default=True, help="Where to read them.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def command(*, one: str, other: str, engine: str, as_json: bool) -> None:
    """Show whether two postings advertise the same job, and what each part of the comparison adds to that.

    It compares their newest revisions as the stage dedupe does. A posting joins the oldest cluster of its employer whose
    canonical posting it is a copy of: two copies of a third posting need not be copies of one another.
    """
    if one == other:
        raise click.UsageError("Give two different postings.")
    settings = Settings()
    try:
        sides = [read_side(settings, engine, posting_id) for posting_id in (one, other)]
    except (UnknownPosting, WarehouseMisconfigured, RowsRefused) as error:
        raise click.UsageError(str(error)) from error
    mine, theirs = sides
    show_verdict(_known(mine, theirs, as_json=as_json), mine.content, theirs.content, beside=theirs.posting_id, as_json=as_json)


def _known(one: Side, other: Side, *, as_json: bool) -> dict[str, object]:
    compared = one.employer_key == other.employer_key
    if as_json:
        return {
            "a": _fields(one),
            "b": _fields(other),
            "same_employer": compared,
            "same_cluster": one.cluster_id == other.cluster_id,
        }
    keys = f"no: {one.employer_key} and {other.employer_key}, so the stage does not compare them"
    clusters = f"no: {one.cluster_id} and {other.cluster_id}"
    return {
        one.posting_id: _line(one),
        other.posting_id: _line(other),
        "same employer": "yes" if compared else keys,
        "same cluster": "yes" if one.cluster_id == other.cluster_id else clusters,
    }


def _fields(side: Side) -> dict[str, object]:
    names = ("posting_id", "title", "employer", "employer_key", "places", "cluster_id", "is_canonical", "variant_of")
    return {name: getattr(side, name) for name in names}


def _line(side: Side) -> str:
    variant = f", a variant of {side.variant_of}" if side.variant_of else ""
    role = "canonical" if side.is_canonical else f"in the cluster of {side.cluster_id}"
    return f"{side.title} | {side.employer or 'no employer'} | {'; '.join(side.places) or 'no place'} | {role}{variant}"
