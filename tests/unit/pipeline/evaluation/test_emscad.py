"""EMSCAD's ads: masks, and ads that are alike."""

from pipeline.evaluation.base import Case
from pipeline.evaluation.emscad import grouped
from pipeline.evaluation.fields.quality import ads
from streams.enrich.contract import posting_of

ROW = {
    "title": " Clerk ", "company_profile": "", "description": "Write to #EMAIL_0ab1# &amp; call\xa0us.", "requirements": "None.",
    "benefits": "", "fraudulent": "1",
}  # fmt: skip
LONG = " ".join(f"word{at}" for at in range(60))


def case(id_, text):
    """A case of a text."""
    return Case(id_, posting_of(id_, description=text), truth=False)


def test_a_mask_is_what_it_stands_for(write):
    """And the parts of an ad are its text."""
    data = write("postings/emscad_subset_a.csv.xz", [ROW, ROW | {"fraudulent": "0"}])

    scam, sound = ads(data, names=["emscad_a"])

    assert (scam.truth, sound.truth) == (True, False)
    assert scam.posting.title == "Clerk"
    assert scam.posting.description == "Write to jobs@example.com & call us.\nNone."


def test_ads_that_are_alike_are_one_group():
    """A rewritten ad has the id of the first; another one has its own."""
    cases = [case("a", LONG), case("b", LONG.replace("word10 ", "")), case("c", "Something else altogether, and short.")]

    assert [each.id for each in grouped(cases)] == ["a", "a", "c"]
