"""The last day on which one may apply, in the wordings and forms that ads have."""

from datetime import UTC, date, datetime

import pytest

from schemas.posting import Location
from streams.enrich.freshness import enrich
from tests.builders import make_posting

POSTED = datetime(2025, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def due(resources):
    """Return what reads the last day of a Swedish ad of 2 June 2025."""

    def read(text):
        lund = [Location(raw="Lund, Sverige")]
        found = enrich(make_posting(description=text, posted_at=POSTED, fetched_at=POSTED, locations=lund), resources)
        return found["apply_by"] and found["apply_by"].value

    return read


@pytest.mark.parametrize(
    "wording",
    [
        "Sista ansökningsdag är dock {}",
        "Sista dag du kan ansöka är {}",
        "Välkommen med din ansökan, sista dag {}",
        "Sök tjänsten innan {}",
        "Du kan söka tjänsten till och med den {}",
        "Ansök t.o.m. {}",
        "Vi tar emot ansökningar t. o. m. {}",
        "Vi tar emot ansökningar tom {}",
        "Annonsen ligger ute t.o.m. {}",
        "Tjänsten ligger ute till den {}, men sök gärna tidigare",
        "Ansökan är öppen till {}",
        "Ansökan är öppen mellan 2 juni och {}",
        "Ansökningsperioden pågår till och med {}",
        "Förlängd ansökningstid till {}",
        "Anmäl ditt intresse senast {}",
        "Varmt välkommen att söka senast {}",
        "Skicka in din ansökan, dock inte senare än {}",
        "Ansökan ska vara oss tillhanda den {}",
        "Senaste ansökningsdag: {}",
        "Den {} är sista ansökningsdag",
        "{} is the last day to apply",
        "Please apply as soon as possible but before {}",
        "Send your CV to ann@acme.se by {}",
        "Apply up to and including {}",
        "Applications should be sent to Acme, Lund by {}",
        "Final day to apply is {}",
        "The application window is open until {}",
        "This job listing expires on {}",
    ],
)
@pytest.mark.parametrize("day", ["30 juni", "2025-06-30"])
def test_a_wording_is_read_with_any_day(due, wording, day):
    """The day stands behind it, or in front of `is the last day`."""
    assert due(wording.format(day)) == date(2025, 6, 30)


@pytest.mark.parametrize(
    "day",
    [
        "söndagen 30/6", "sön. 30/6", "30/6 2025", "30/6 -25", "30 / 6", "30e juni", "30:de juni", "d. 30 juni", "250630",
        "20250630", "25-06-30", "30-06-25", "kl. 23.59 den 30 juni", "kl 12 den 30 juni", "June the 30th", "30 juniVi ses",
        "\n30 juni 2025", "(30 juni)", "[2025-06-30]", "måndagen den 30 juni kl 23.59", "30.6.2025", "30 Jun-25",
    ],
)  # fmt: skip
def test_a_day_is_read_in_any_form(due, day):
    """As Swedes and others write it."""
    assert due(f"Sista ansökningsdag: {day}") == date(2025, 6, 30)


@pytest.mark.parametrize(
    "window", ["2/6-30/6", "2 - 30 juni 2025", "mellan den 2 och 30 juni", "2025-06-02 - 2025-06-30", "2 juni till den 30 juni"]
)
def test_of_a_window_the_second_day_counts(due, window):
    """Whichever of both has the month."""
    assert due(f"Ansökningsperiod {window}") == date(2025, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Tjänsten är ett vikariat t.o.m. 30 juni 2025 med start snarast. Ansök nu!",
        "Anställningen varar till och med 30 juni 2025. Sök tjänsten via länken.",
        "Tillträde senast 30 juni 2025.",
        "Vi återkopplar till alla som ansökt senast den 30 juni.",
        "Intervjuer med sökande hålls fram till 30 juni.",
        "Kontoret är stängt före 30 juni, ansökningar besvaras sedan.",
        "Urvalet börjar den 30 juni, ansök nu!",
        "The contract runs until 30 June 2025. Apply via the link.",
        "You will have completed your degree before 30 June 2025. Apply with CV.",
        "We are closed for holidays until 30 June and will review applications after that.",
        "We will get back to all applicants no later than 30 June.",
        "You can start before 30 June. Send your CV!",
        "Plans are submitted to the director by 30 June.",
        "Ansök senast 30 juniorer",
    ],
)
def test_starts_ends_and_the_employers_own_days_are_no_deadline(due, text):
    """Though the ad asks to apply beside them."""
    assert due(text) is None
