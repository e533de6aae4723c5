"""`jobstream explain`: why two postings are in one cluster, or are not."""

import click

from pipeline.cli.verdict import show_verdict
from pipeline.ops.explain import Side, UnknownPosting, read_side
from pipeline.settings import Settings
from streams.dedupe.reading import SENTENCES
from streams.dedupe.sketch import sketch_of
from streams.mirror.across import ACROSS, MINIMUM_TEXT, Verdict, judge
from warehouse.contract import RowsRefused, WarehouseMisconfigured
from warehouse.table import CLICKHOUSE, ENGINES


@click.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--engine", type=click.Choice(ENGINES), default=CLICKHOUSE, show_default=True, help="Where to read them.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def command(*, one: str, other: str, engine: str, as_json: bool) -> None:
    """Show whether two postings advertise the same job, and what each part of the comparison adds to that.

    It compares their newest revisions as the stage dedupe does, and those of two employers also as the stage mirror does.
    A posting joins the oldest cluster of its employer whose canonical posting it is a copy of: two copies of a third posting
    need not be copies of one another. A mirror is of the oldest canonical posting of another employer.
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
    across = None if compared else judge(sketch_of(one.content), sketch_of(other.content))
    if as_json:
        return {
            "a": _fields(one),
            "b": _fields(other),
            "same_employer": compared,
            "same_cluster": one.cluster_id == other.cluster_id,
            "across": across and {"verifier": ACROSS, **across._asdict()},
        }
    keys = f"no: {one.employer_key} and {other.employer_key}, so the stage dedupe does not compare them"
    clusters = f"no: {one.cluster_id} and {other.cluster_id}"
    return {
        one.posting_id: _line(one),
        other.posting_id: _line(other),
        "same employer": "yes" if compared else keys,
        "same cluster": "yes" if one.cluster_id == other.cluster_id else clusters,
        **({"across employers": _across(across)} if across else {}),
    }


def _across(verdict: Verdict) -> str:
    """Return in a sentence what the stage mirror says of two employers' postings, and why."""
    said = f"about {verdict.share:.0%} of what the shorter ad says about the role is in both"
    needed = "the titles have no word in common" if verdict.needed is None else f"{verdict.needed:.0%} needed by these titles"
    reasons = [f"{verdict.sentences} of the {SENTENCES} sentences kept of each in common", f"{said}, {needed}"]
    if verdict.too_short:
        reasons.append(f"one has fewer than {MINIMUM_TEXT} bytes of text")
    if verdict.contradictions:
        reasons.append(f"other {' and '.join(verdict.contradictions)}")
    return f"{'a copy' if verdict.is_copy else 'other jobs'} by {ACROSS}: {'; '.join(reasons)}"


def _fields(side: Side) -> dict[str, object]:
    names = ("posting_id", "title", "employer", "employer_key", "places", "cluster_id", "is_canonical", "variant_of", "mirror_of")
    return {name: getattr(side, name) for name in names}


def _line(side: Side) -> str:
    variant = f", a variant of {side.variant_of}" if side.variant_of else ""
    mirror = f", a copy of {side.mirror_of} of another employer" if side.mirror_of else ""
    role = "canonical" if side.is_canonical else f"in the cluster of {side.cluster_id}"
    return f"{side.title} | {side.employer or 'no employer'} | {'; '.join(side.places) or 'no place'} | {role}{variant}{mirror}"
