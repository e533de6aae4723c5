"""Copy, variant or different, and why."""

from dataclasses import replace

import pytest

from streams.dedupe.reader import DIFFERENCES, UNTITLED_POSTS, Label, Told, judge, load_reader, tell
from tests.unit.streams.dedupe.ads import DUTIES, LAW, content, nurse

POST = content(places=("Berlin",), text=f"Acme | Nurse | Berlin\n{DUTIES}")


def test_the_same_ad_with_another_frame_is_a_copy():
    """What the law demands may come and go."""
    verdict = judge(nurse(), nurse("Nurse (m/f/d)", "Berlin", f"{DUTIES}\n{LAW}"))

    assert verdict.label is Label.COPY
    assert verdict.reason == "100% of what is said about the role is the same, the title is the same, a place is shared."


@pytest.mark.parametrize(
    ("other", "differences"),
    [
        ({"place": "Paris, France"}, ("place",)),
        ({"title": "Head Nurse"}, ("level",)),
        ({"requisition_id": "R2"}, ("requisition",)),
        ({"place": "Paris, France", "title": "Senior Nurse"}, ("place", "level")),
    ],
)
def test_one_text_for_another_opening_is_a_variant_that_names_the_difference(other: dict[str, str], differences: tuple[str, ...]):
    """Place, level and requisition make another opening of one template."""
    verdict = judge(nurse(requisition_id="R1"), nurse(**{"requisition_id": "R1"} | other))

    assert (verdict.label, verdict.told.differences) == (Label.VARIANT, differences)
    assert all(f"another {name}" in verdict.reason for name in differences)


def test_what_only_shares_the_frame_is_different():
    """Boilerplate makes no job."""
    driver = nurse("Driver", text=f"You drive lorries to Oslo, load freight, keep the log and wash the cab.\n{LAW}")

    assert judge(nurse(text=f"{DUTIES}\n{LAW}"), driver).label is Label.DIFFERENT


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"title": "", "place": ""}, Label.VARIANT),
        ({"title": "", "place": "Berlin"}, Label.COPY),
        ({"title": "Care Nurse", "place": ""}, Label.COPY),
        ({"title": "", "place": "", "links": ["https://acme.com/jobs/1"]}, Label.COPY),
    ],
)
def test_a_teaser_is_never_a_copy_by_its_text_alone(fields: dict[str, str], label: Label):
    """A short text needs a title, a place, a link or a requisition in common."""
    one, other = nurse(text=DUTIES[:240], **fields), nurse(text=DUTIES[:240], **fields)

    assert judge(one, other).label is label


def test_board_posts_are_judged_by_a_model_of_their_own():
    """Where both begin with a heading."""
    reader = load_reader()

    assert (judge(POST, POST).model, judge(POST, nurse()).model) == (reader.heading, reader.single)


def test_more_is_asked_for_posts_of_which_one_names_no_job():
    """Their headings tell nothing, so their texts have to be surer."""
    untitled = content("Acme", "Acme", text=f"Acme | Berlin\n{DUTIES}")
    named, other = (judge(POST, post) for post in (POST, untitled))

    assert other.model is named.model is load_reader().heading
    assert named.believed_from <= load_reader().heading.believed_from < other.believed_from == UNTITLED_POSTS


def test_the_terms_of_a_verdict_add_up_to_its_probability():
    """Whoever explains a verdict shows all of it, strongest first."""
    verdict = judge(nurse(), nurse(place="Paris"))
    whole = replace(verdict.model, weights=dict.fromkeys(verdict.terms, 1.0))
    sizes = [abs(term) for term in verdict.terms.values()]

    assert whole.probability(verdict.terms) == pytest.approx(verdict.probability)
    assert sizes == sorted(sizes, reverse=True)


def test_a_copy_is_believed_from_its_models_threshold_on():
    """The models may be others than those that ship."""
    shipped = load_reader()
    strict = replace(shipped, single=replace(shipped.single, believed_from=0.99))
    one, other = nurse(), nurse(text=f"{DUTIES} {LAW}")

    assert shipped.single.believed_from <= judge(one, other).probability < 0.99
    assert (judge(one, other).label, judge(one, other, strict).label) == (Label.COPY, Label.VARIANT)


def test_a_model_weighs_only_parts_that_there_are():
    """The names in its file are those of a comparison."""
    reader = load_reader()
    single, heading = judge(nurse(), nurse()).parts, judge(POST, POST).parts

    assert {*reader.single.weights, *reader.variant.weights} <= set(single) & set(heading)
    assert set(reader.heading.weights) <= set(heading)


@pytest.mark.parametrize("differences", [("place",), DIFFERENCES])
def test_a_variant_s_sentence_names_all_differences(differences: tuple[str, ...]):
    """In their order."""
    sentence = tell(Label.VARIANT, 0.5, Told(differences=differences))

    assert (
        sentence
        == f"50% of what is said about the role is the same, but another {' and another '.join(differences)} is advertised."
    )
