"""Currencies by code, sign and name; a mark that several countries share stands for one currency in each."""

from collections.abc import Iterator, Mapping

from streams.normalize.text import word_set

CODES = word_set(
    "AED AMD ARS AUD AZN BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CRC CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HUF IDR ILS INR ISK"
    " JOD JPY KES KRW KWD KZT LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB RWF SAR SEK SGD THB TND TRY TWD"
    " TZS UAH UGX USD UYU UZS VND ZAR ZMW"
)
# Signs that are no letters: they may stand glued to a word.
SIGNS: Mapping[str, str] = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₪": "ILS", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₦": "NGN", "₱": "PHP",
    "฿": "THB", "₫": "VND", "₸": "KZT", "₾": "GEL", "֏": "AMD", "₵": "GHS", "₼": "AZN", "৳": "BDT", "円": "JPY", "¥": "JPY",
    "$": "USD",
}  # fmt: skip
# Written before or after an amount, as a word of its own.
_WORDS: Mapping[str, str] = {
    "US$": "USD", "CA$": "CAD", "C$": "CAD", "CDN": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL",
    "MX$": "MXN", "NT$": "TWD", "$US": "USD", "$CA": "CAD", "$A": "AUD", "$AU": "AUD", "$NZ": "NZD",
    "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "RM": "MYR", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "Br": "ETB", "br": "ETB", "BIRR": "ETB", "Php": "PHP", "kr": "SEK",
    "kr.": "SEK", "Kr": "SEK", "Rs": "INR", "Rs.": "INR",
    "Dhs": "AED", "RMB": "CNY", "NIS": "ILS",
    "ብር": "ETB", "руб": "RUB", "грн": "UAH", "лв": "BGN", "din": "RSD",
}  # fmt: skip
# Only in lower case or as a title: `POUNDS` are weighed, `Rand` is a company.
_NAMES: Mapping[str, str] = {
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "rupees": "INR", "birr": "ETB",
    "zloty": "PLN", "zlotys": "PLN", "złotych": "PLN", "francs": "CHF",
    "franken": "CHF", "yen": "JPY", "yuan": "CNY", "shekels": "ILS",
    "dirhams": "AED", "riyals": "SAR", "kronor": "SEK", "crowns": "CZK", "forints": "HUF", "hryvnia": "UAH", "rubles": "RUB",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN", "drams": "AMD", "dram": "AMD", "taka": "BDT",
    "shillings": "KES", "pesos": "MXN", "reais": "BRL", "soles": "PEN",
}  # fmt: skip
_LOWER = ("usd", "eur", "gbp", "inr", "cad", "aud", "chf", "sek", "pln", "etb")
_KRONA = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
_PESO = {"MX": "MXN", "CL": "CLP", "CO": "COP", "AR": "ARS", "UY": "UYU"}
_SHARED: Mapping[str, Mapping[str, str]] = {
    "$": {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", **_PESO},
    "kr": _KRONA,
    "¥": {"JP": "JPY", "CN": "CNY"},
    "Rs": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR"},
    "pesos": {**_PESO, "PH": "PHP"},
    "shillings": {"KE": "KES", "UG": "UGX", "TZ": "TZS"},
}
_ALIASES = {"dollars": "$", "dollar": "$", "Rs.": "Rs", "rupees": "Rs", "kr.": "kr"}
# Elsewhere than in the countries named above, such a mark says nothing.
_LOCAL_ONLY = frozenset({"kr", "¥", "pesos", "shillings"})


def words() -> Iterator[tuple[str, str]]:
    """Yield (mark, ISO 4217) of every mark that is a word of its own: codes, signs of letters, names."""
    yield from ((code, code) for code in sorted(CODES))
    yield from ((code, code.upper()) for code in _LOWER)
    yield from _WORDS.items()
    yield from _NAMES.items()
    yield from ((name.title(), code) for name, code in _NAMES.items())


_MARKS: Mapping[str, str] = {**SIGNS, **dict(words())}


def code_of(mark: str) -> str | None:
    """Return the ISO 4217 code that `mark` most often stands for; None when it is no mark."""
    return _MARKS.get(mark)


def is_shared(mark: str) -> bool:
    """Return whether the country says which currency `mark` is."""
    return _key(mark) in _SHARED


def local_code(mark: str, country: str | None) -> tuple[str | None, bool]:
    """Return what a shared mark stands for in `country`, and whether that is another currency than the one it usually means.

    Null where it stands for none there, or the country is unknown, and nothing is usual.
    """
    key = _key(mark)
    local = _SHARED[key].get(country or "")
    usual = None if key in _LOCAL_ONLY else _MARKS[key]
    return local or usual, local is not None and local != usual


def _key(mark: str) -> str:
    lowered = mark if mark in _SHARED or mark in _ALIASES else mark.lower()
    return _ALIASES.get(lowered, lowered)
