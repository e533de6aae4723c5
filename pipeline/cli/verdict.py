"""How a verdict on two ads is printed: what they are to one another, and what each part of the comparison adds to it."""

from collections.abc import Mapping
from typing import Any

import click

from pipeline.cli.show import echo_json, echo_table
from pipeline.visible import on_one_line
from streams.dedupe.compare import is_near
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER, relate
from streams.dedupe.reader import Label, judge


def show_verdict(known: Mapping[str, Any], one: Content, other: Content, *, beside: str, as_json: bool) -> None:
    """Print what two ads are to one another, after what is `known` of them; the other one is called `beside`."""
    kin, verdict, close = relate(one, other, beside), judge(one, other), is_near(one, other)
    label = kin.label if kin else Label.DIFFERENT
    if as_json:
        echo_json({
            **known, "verifier": VERIFIER, "verdict": label, "exact": bool(kin and kin.exact), "near": close,
            "similarity": verdict.similarity, "reason": kin.reason if kin else verdict.reason,
            "differences": kin.told.differences if kin else (), "against": verdict.against,
            "copy_probability": verdict.probability, "believed_from": verdict.believed_from,
            "variant_probability": verdict.variant_probability, "bias": verdict.model.bias, "log_odds": verdict.terms,
            "parts": verdict.parts,
        })  # fmt: skip
        return
    for name, value in known.items():
        click.echo(on_one_line(f"{name}: {value}"))
    click.echo(f"{label} by {VERIFIER}: {kin.reason if kin else verdict.reason}")
    if not close:
        click.echo("Their words about the role are too different for the stage to compare them at all.")
    if verdict.against:
        click.echo(f"Never a copy, whatever the rest says, by: {', '.join(verdict.against)}.")
    model = verdict.model
    click.echo(
        f"Copy with probability {verdict.probability:.2f}, believed from {verdict.believed_from:.2f} on; "
        f"a bias of {model.bias:+.2f} and these add up to its log-odds "
        f"(variant, if no copy, with {verdict.variant_probability:.2f}):"
    )
    rows = [(part, f"{verdict.parts[part]:.2f}", f"{term:+.2f}") for part, term in verdict.terms.items() if term]
    echo_table(("part", "value", "log-odds"), rows)
