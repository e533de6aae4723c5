"""Copy, variant or different, and why."""

import pytest

from streams.dedupe.ad import Ad
from streams.dedupe.reader import Label, Model, judge
from tests.unit.streams.dedupe.test_ad import LAW, ad

DUTIES = (
    "You will plan the care of patients on the ward, prepare medication, keep their records and explain treatment to families. "
    "You assist physicians during rounds, train new colleagues, order supplies and watch over hygiene. You hold a licence, know "
    "intensive care, calculate doses, read monitors and stay calm when several alarms ring at once during the night shift."
)


def nurse(title: str = "Nurse", place: str = "Berlin, Germany", text: str = DUTIES, **fields: object) -> Ad:
    """A nurse wanted by Acme."""
    return ad(title, places=(place,) if place else (), text=text, **fields)


def test_the_same_ad_with_another_frame_is_a_copy():
    """What the law demands may come and go."""
    verdict = judge(nurse(), nurse("Nurse (m/f/d)", "Berlin", f"{DUTIES}\n{LAW}"))

    assert verdict.label is Label.COPY
    assert verdict.reason == "100% of what is said about the role is the same, the title is the same, a place is shared."


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        ({"place": "Paris, France"}, "place"),
        ({"title": "Head Nurse"}, "level"),
        ({"requisition_id": "R2"}, "requisition"),
    ],
)
def test_one_text_for_another_opening_is_a_variant_that_names_the_difference(other: dict[str, str], difference: str):
    """Place, level and requisition make another opening of one template."""
    verdict = judge(nurse(requisition_id="R1"), nurse(**{"requisition_id": "R1"} | other))

    assert (verdict.label, verdict.differences) == (Label.VARIANT, (difference,))
    assert f"another {difference}" in verdict.reason


def test_what_only_shares_the_frame_is_different():
    """Boilerplate makes no job."""
    driver = nurse("Driver", text=f"You drive lorries to Oslo, load freight, keep the log and wash the cab.\n{LAW}")

    assert judge(nurse(text=f"{DUTIES}\n{LAW}"), driver).label is Label.DIFFERENT


@pytest.mark.parametrize(("titles", "label"), [(("", ""), Label.VARIANT), (("Care Nurse", "Care Nurse"), Label.COPY)])
def test_a_teaser_is_never_a_copy_by_its_text_alone(titles: tuple[str, str], label: Label):
    """A short text needs a title, a place, a link or a requisition in common."""
    one, other = (nurse(title, "Berlin" if title else "", DUTIES[:240]) for title in titles)

    assert judge(one, other).label is label


def test_the_terms_of_a_verdict_add_up_to_its_probability():
    """Whoever explains a verdict shows all of it."""
    one, other = nurse(), nurse(place="Paris")
    verdict = judge(one, other)
    model = Model(verdict.bias, dict.fromkeys(verdict.terms, 1.0))

    assert model.probability(dict(verdict.terms)) == pytest.approx(verdict.probability)
