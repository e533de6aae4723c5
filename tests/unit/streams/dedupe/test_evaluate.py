"""Scores, their intervals, and the errors."""

import json
import os
from dataclasses import replace

import numpy as np

from streams.dedupe.decide import VERIFIER
from streams.dedupe.evaluate import METHODS, Judged, differences, evaluate, scores_of
from streams.dedupe.pairs import Pair, Side, groups_of, halves_of, read_pairs
from streams.dedupe.reader import Label, judge
from tests.conftest import ROOT, missing
from tests.unit.streams.dedupe.group import text

C, V, D = Label.COPY, Label.VARIANT, Label.DIFFERENT
FOLDER = ROOT / "tests" / "fixtures" / "pairs"
PAIRS = read_pairs(FOLDER / "synthetic.jsonl")
VERDICTS = FOLDER / "verdicts.json"


def generator() -> np.random.Generator:
    """The same draws every time."""
    return np.random.default_rng(7)


def test_scores_count_what_was_called_a_copy():
    """Three called copies, two of them rightly, of four: precision 2/3, recall 1/2; one of two different jobs merged."""
    answers = [(C, C), (C, C), (C, D), (C, V), (D, C), (D, D), (V, V)]

    scores = scores_of(answers, list("abcdefg"), generator(), rounds=200)

    assert [round(rate.value or 0, 3) for rate in (scores.precision, scores.recall, scores.f1)] == [0.667, 0.5, 0.571]
    assert (scores.merged.value, scores.linked.value) == (0.5, 1.0)
    assert scores.confusion[C, D] == 1


def test_an_interval_holds_its_value_and_is_the_same_again():
    """The bootstrap is seeded."""
    answers = [(C, C)] * 30 + [(C, D)] * 10 + [(D, C)] * 5 + [(D, D)] * 40
    one, other = (scores_of(answers, [str(n) for n in range(85)], generator(), rounds=300) for _ in range(2))

    assert one == other
    assert one.f1.interval is not None
    assert one.f1.interval[0] < (one.f1.value or 0) < one.f1.interval[1]


def test_pairs_of_one_employer_widen_the_interval():
    """Ten groups of ten alike pairs tell less than a hundred pairs."""
    answers = ([(C, C)] * 10 + [(C, D)] * 10) * 5
    apart = scores_of(answers, [str(n) for n in range(100)], generator(), rounds=500).recall.interval
    together = scores_of(answers, [str(n // 10) for n in range(100)], generator(), rounds=500).recall.interval

    assert apart
    assert together
    assert together[1] - together[0] > 2 * (apart[1] - apart[0])


def test_what_was_not_there_has_no_rate():
    """No copy, no precision: a dash is not a zero."""
    assert scores_of([(D, D)], ["a"], generator(), rounds=10).precision.value is None


def test_a_report_has_sets_bands_and_errors():
    """Each pair is judged once; who is judged otherwise than labelled is an error with the reason."""
    report = evaluate(PAIRS, lambda _: Judged(C, "so it seems"), groups_of(PAIRS), generator(), rounds=10)

    assert {name: scores.pairs for name, scores in report.by_set.items()} == {"hospital": 3, "software": 3}
    assert list(report.by_band) == ["1:.3-.5", "4:.8-.95", "5:.95-1"]
    assert [(error.pair.name, error.judged.reason) for error in report.errors] == [(f"p{n}", "so it seems") for n in (2, 3, 4, 5)]


def test_differences_are_what_only_one_text_says():
    """Runs of words, long ones cut; a lone word in common does not interrupt them."""
    one, other = differences("We pay in Berlin the best of all wages", "We pay in Rome the worst of all wages")

    assert (one, other) == (("Berlin the best",), ("Rome the worst",))
    assert len(differences("x" * 500, "")[0][0]) == 161


def test_the_stage_judges_the_plain_cases():
    """Copies in another frame, one template in another city or level, two jobs of one employer; each with its reason."""
    judged = [METHODS["stage"](pair) for pair in PAIRS[:5]]

    assert [found.label for found in judged] == [C, C, V, V, D]
    assert [found.differences for found in judged] == [(), (), ("place",), ("level",), ()]
    assert [bool(found.reason) for found in judged] == [True, True, True, True, False]


def test_the_verdicts_of_this_verifier_are_frozen():
    """Another table, list, weight or threshold makes others, and needs another name: entries of old are compared with new ones.

    With the name changed, `JOBSTREAM_WRITE_GOLDEN=1 pytest` with this file's path writes them anew.
    """
    found = {"verifier": VERIFIER, "pairs": {pair.name: _verdict_of(pair) for pair in PAIRS}}
    if os.environ.get("JOBSTREAM_WRITE_GOLDEN") == "1":
        VERDICTS.write_text(json.dumps(found, indent=1) + "\n")

    assert json.loads(VERDICTS.read_text()) == found


def _verdict_of(pair: Pair) -> dict[str, object]:
    verdict = judge(pair.a.content(), pair.b.content())
    parts = {name: round(value, 4) for name, value in verdict.parts.items() if value}
    return {"label": verdict.label, "probability": round(verdict.probability, 4), "parts": parts}


def test_the_verifier_across_employers_judges_copies_only():
    """An agency's copy of an ad is one, and says how much of the text is the same; another title is another job."""
    ad, repost = Side("1", "Nurse", "Acme", ("Berlin",), text()), Side("2", "Nurse", "Agency", ("Berlin",), text(changed=3))
    judged = METHODS["across"](Pair("p", C, 3, ad, repost))

    assert judged.label is C
    assert judged.reason.startswith("About 9")
    assert METHODS["across"](Pair("p", D, 3, ad, replace(repost, title="Driver"))) == Judged(D)


def reported(path_to_pairs: list[Pair]) -> tuple[list[Pair], list[str]]:
    """The half that nothing was tuned on, without guesses."""
    groups = groups_of(path_to_pairs)
    rows = zip(path_to_pairs, groups, halves_of(groups), strict=True)
    kept = [(pair, group) for pair, group, half in rows if half == 1 and pair.sure > 1]
    return [pair for pair, _ in kept], [group for _, group in kept]


def test_the_figures_in_the_documentation_are_those_of_the_code(shared_data):
    """What docs/dedupe-accuracy.md says of the half that nothing was tuned on, to the percent."""
    path = shared_data / "labels" / "dedupe_pairs_dev.jsonl.xz"
    if not path.exists():
        missing(str(path))
    pairs, groups = reported(read_pairs(path))

    scores = evaluate(pairs, METHODS["stage"], groups, generator(), rounds=1).all

    rates = (scores.precision, scores.recall, scores.f1, scores.merged, scores.linked)
    assert [round(rate.value or 0, 2) for rate in rates] == [0.98, 0.81, 0.89, 0.01, 0.84]
