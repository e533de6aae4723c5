"""In which countries a posting's places rather are, where nothing but its employer's address and its language tells."""

from schemas.posting import NameOrigin, Posting
from streams.enrich import language
from streams.enrich.resources import Resources

_SPOKEN = {
    "de": "DE AT CH", "fr": "FR BE CH", "es": "ES MX AR CO CL PE", "it": "IT CH", "pt": "BR PT", "nl": "NL BE", "pl": "PL",
    "sv": "SE FI", "da": "DK", "no": "NO", "fi": "FI", "cs": "CZ", "sk": "SK", "hu": "HU", "ro": "RO", "tr": "TR", "ja": "JP",
    "ru": "RU", "uk": "UA", "el": "GR", "he": "IL",
}  # fmt: skip
_COUNTRIES = {code: frozenset(countries.split()) for code, countries in _SPOKEN.items()}
# National ends of domains that anybody has.
_ANYBODYS_WORDS = "ac ai cc co fm gg io is la ly me sh so st to tv vc ws"
_ANYBODYS = frozenset(_ANYBODYS_WORDS.split())
_LABEL = 2


def countries_of_domains(posting: Posting) -> frozenset[str]:
    """Return the countries of the national domains of the posting's employer."""
    sites = (each.name for each in posting.employer_alternatives if each.origin in (NameOrigin.SITE, NameOrigin.CONTACT))
    ends = {site.rpartition(".")[2].lower() for site in sites}
    return frozenset("GB" if end == "uk" else end.upper() for end in ends if len(end) == _LABEL and end not in _ANYBODYS)


def countries_of_language(posting: Posting, resources: Resources) -> frozenset[str]:
    """Return the countries where most postings in the posting's language are from; none for English, which is everywhere."""
    found = language.enrich(posting, resources)["language"]
    return _COUNTRIES.get(found.value, frozenset()) if found else frozenset()
