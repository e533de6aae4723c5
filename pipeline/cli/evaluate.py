"""`jobstream evaluate`: how well a stage does on data that people have labelled."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import numpy as np

from pipeline.cli import evaluate_enrich
from pipeline.cli.contacts import without_contacts
from pipeline.cli.exits import Refused
from pipeline.cli.show import echo_json, echo_table
from pipeline.cli.verdict import show_verdict
from pipeline.evaluation.score import HALVES
from streams.dedupe.evaluate import METHODS, Error, Rate, Report, Scores, evaluate
from streams.dedupe.pairs import Pair, PairUnreadable, groups_of, halves_of, of_two_employers, read_pairs
from streams.dedupe.reader import Label

SEED = 20_260_801
_HEAD = ("", "pairs", "precision", "recall", "F1", "different merged", "variants linked")


@click.group()
def command() -> None:
    """Measure a stage against what people have labelled."""


command.add_command(evaluate_enrich.enrich)


@command.command()
@click.option(
    "--pairs", "path", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Labelled pairs: JSON lines, plain or .xz, each with label, sure, a and b.",
)  # fmt: skip
@click.option("--method", type=click.Choice(sorted(METHODS)), default="stage", show_default=True, help="Which verifier.")
@click.option("--half", type=click.Choice(sorted(HALVES)), default="all", show_default=True, help="Employers of one half only.")
@click.option("--sure", type=click.IntRange(1, 3), default=2, show_default=True, help="Pairs of at least this certainty.")
@click.option(
    "--employers",
    type=click.Choice(["any", "two"]),
    default="any",
    show_default=True,
    help="two: pairs of two named employers only, as the method `across` always has them.",
)
@click.option("--seed", type=int, default=SEED, show_default=True, help="Of the bootstrap.")
@click.option("--errors/--no-errors", default=True, show_default=True, help="List each error with what only one text says.")
@click.option("--explain", "name", metavar="PAIR", help="Show the parts of the verdict on one pair instead.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of tables.")
def dedupe(
    path: Path, *, method: str, half: str, sure: int, employers: str, seed: int, errors: bool, name: str | None, as_json: bool
) -> None:
    """Tell how well copies, variants and different jobs are told apart, with 95 % bootstrap intervals.

    Employers are split in halves by a fixed hash: the verifier was tuned on one, `--half reported` is the other.
    """
    pairs, groups = _read(path, half, sure, of_two=employers == "two" or method == "across")
    if name is not None and method != "stage":
        raise click.UsageError("--explain shows the verdict of the stage; leave --method out.")
    if name is not None:
        _explain(next((pair for pair in pairs if pair.name == name), None), as_json=as_json)
        return
    report = evaluate(pairs, METHODS[method], groups, np.random.default_rng(seed))
    if as_json:
        echo_json({"method": method, "half": half, "sure": sure, **_document(report, errors=errors)})
    else:
        _print(report, errors=errors)


def _explain(pair: Pair | None, *, as_json: bool) -> None:
    if pair is None:
        raise Refused("The file holds no pair of this name, half and certainty.")
    show_verdict(
        {"pair": pair.name, "label": pair.label}, pair.a.content(), pair.b.content(), beside="the other one", as_json=as_json
    )


def _read(path: Path, half: str, sure: int, *, of_two: bool) -> tuple[list[Pair], list[str]]:
    try:
        pairs = read_pairs(path)
    except PairUnreadable as error:
        raise Refused(f"{path.name}: {error}") from error
    groups = groups_of(pairs)
    rows = zip(pairs, groups, halves_of(groups), strict=True)
    wanted = [(pair, group) for pair, group, at in rows if pair.sure >= sure and at in HALVES[half]]
    kept = [(pair, group) for pair, group in wanted if not of_two or of_two_employers(pair)]
    if not kept:
        raise Refused(f"{path.name} holds no pair of this half, certainty and number of employers.")
    return [pair for pair, _ in kept], [group for _, group in kept]


def _print(report: Report, *, errors: bool) -> None:
    named = {"all": report.all, **report.by_set, **report.by_band}
    echo_table(_HEAD, [(name, scores.pairs, *map(_text, _rates(scores))) for name, scores in named.items()])
    click.echo("\nLabel against answer:")
    labels = list(Label)
    counts = report.all.confusion
    echo_table(("label", *labels), [(label, *(counts.get((label, answer), 0) for answer in labels)) for label in labels])
    for error in report.errors if errors else ():
        click.echo("\n" + "\n".join(_lines(error)))


def _rates(scores: Scores) -> tuple[Rate, ...]:
    return scores.precision, scores.recall, scores.f1, scores.merged, scores.linked


def _text(rate: Rate) -> str:
    if rate.value is None or rate.interval is None:
        return "-"
    return f"{rate.value:.2f} ({rate.interval[0]:.2f} to {rate.interval[1]:.2f})"


def _lines(error: Error) -> Iterator[str]:
    pair = error.pair
    yield f"{pair.name} {pair.data_set} {pair.band}: {pair.label} (sure {pair.sure}: {pair.why}), judged {error.judged.label}"
    if error.judged.reason:
        yield f"  {error.judged.reason}"
    for mark, side, runs in (("-", pair.a, error.only_a), ("+", pair.b, error.only_b)):
        yield f"  {mark} {side.title or 'no title'} | {side.company or 'no employer'} | {'; '.join(side.places) or 'no place'}"
        yield from (f"    {mark} {without_contacts(run)}" for run in runs)


def _document(report: Report, *, errors: bool) -> Mapping[str, Any]:
    document = {
        "all": _scores(report.all),
        "by_set": {name: _scores(scores) for name, scores in report.by_set.items()},
        "by_band": {name: _scores(scores) for name, scores in report.by_band.items()},
    }
    return document | ({"errors": [_described(error) for error in report.errors]} if errors else {})


def _scores(scores: Scores) -> Mapping[str, Any]:
    names = ("precision", "recall", "f1", "different_merged", "variants_linked")
    rates = {name: {"value": rate.value, "interval": rate.interval} for name, rate in zip(names, _rates(scores), strict=True)}
    confusion = {label: {answer: scores.confusion.get((label, answer), 0) for answer in Label} for label in Label}
    return {"pairs": scores.pairs, **rates, "confusion": confusion}


def _described(error: Error) -> Mapping[str, Any]:
    pair = error.pair
    return {
        "pair": pair.name, "set": pair.data_set, "band": pair.band, "label": pair.label, "sure": pair.sure, "why": pair.why,
        "judged": error.judged.label, "reason": error.judged.reason, "differences": error.judged.differences,
        "only_a": [without_contacts(run) for run in error.only_a], "only_b": [without_contacts(run) for run in error.only_b],
    }  # fmt: skip
