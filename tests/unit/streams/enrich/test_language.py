"""The language of the text."""

import pytest

from schemas.posting import Origin
from streams.enrich.language import enrich
from tests.builders import make_posting

ENGLISH = "We are looking for a nurse who will work with our team and care for patients in the city hospital."
GERMAN = "Wir suchen eine Pflegekraft, die unser Team verstärkt und sich um die Patienten im Krankenhaus kümmert."
POLISH = "Szukamy pielęgniarki, która dołączy do naszego zespołu i będzie opiekować się pacjentami w szpitalu."
AMHARIC = "ነርስ እንፈልጋለን። በሆስፒታሉ ውስጥ ታካሚዎችን የምትንከባከብ እና ከቡድናችን ጋር የምትሰራ ባለሙያ እንፈልጋለን። ያመልክቱ።"


def spoken(resources, text="", stated=None):
    """(language, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(description=text, stated_language=stated), resources)["language"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (POLISH, "pl"), (AMHARIC, "am")])
def test_the_language_is_that_of_the_text(resources, text, code):
    """As ISO 639-1."""
    assert spoken(resources, text) == (code, Origin.TEXT)


@pytest.mark.parametrize(
    ("stated", "code"), [("de", "de"), ("en-US", "en"), ("pt_BR", "pt"), ("Deutsch", "de"), ("English", "en")]
)
def test_a_stated_language_counts(resources, stated, code):
    """By code or name, whatever the text is in."""
    assert spoken(resources, POLISH, stated) == (code, Origin.FIELD)


@pytest.mark.parametrize("text", ["", "Nurse wanted", "C++ SQL AWS GCP K8S " * 20, "1234567890 " * 20])
def test_an_unsure_answer_is_none(resources, text):
    """Short texts and lists of tools are in no language."""
    assert spoken(resources, text) is None


def test_a_stated_language_that_is_none_is_ignored(resources):
    """The text decides then."""
    assert spoken(resources, GERMAN, "xx") == ("de", Origin.TEXT)
