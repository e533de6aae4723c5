"""Which spellings of an ESCO skill are looked for, and with which mark."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from streams.enrich.text import words_of

# Nobody writes "keep digital records of railway operations" word for word: of 186,000 found, 450 had more than three words.
_LONGEST_NAME, _LONGEST_OTHER = 5, 3
# A form is matched in this spelling only …
_CASED = (
    "Ruby Eclipse SAS Sass STAF Groovy Scala Vagrant Prolog Smalltalk MDX ODI OWB POS CFD Irish Greek Georgian Malay "
    "HR ETL UX SMT GIS PPC CBT HCI LMS"
)
# … and these, words of every language, only close to another skill around computers.
_IN_CONTEXT = "R APL Swift LESS Chef Puppet Salt Lisp ML Pascal Ada Unity"
# Verbs that say no more than that something is done: `perform data cleansing` is `data cleansing` as well.
_EMPTY_VERBS = frozenset(["perform", "conduct", "use", "execute", "apply", "provide", "implement"])
_DOUBLED = frozenset(["plan", "set", "run", "cut", "get", "stop", "fit", "control", "ship", "program"])

CASED, IN_CONTEXT = frozenset(_CASED.split()), frozenset(_IN_CONTEXT.split())


def lines_of(name: str) -> list[str]:
    """Return the lines of a word list beside this file, without its headings."""
    text = files("streams.enrich.data").joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


# Spellings of ESCO that mean something else in postings, and alternatives of one word that mean their skill.
DROPPED = frozenset(words_of(form) for line in lines_of("dropped.txt") for form in line.split("|"))
_ONE_WORD = frozenset(words_of(form) for line in lines_of("one_word.txt") for form in line.split())


def names_of(label: str) -> list[str]:
    """Return a preferred label with and without what ESCO adds in brackets: `Java (computer programming)`."""
    return [name for name in dict.fromkeys((label, label.partition(" (")[0])) if _is_sought(name, _LONGEST_NAME)]


def alternatives_of(label: str, alternatives: Iterable[str], *, is_action: bool) -> Iterator[str]:
    """Yield the alternatives worth looking for: ESCO's, and the inflections of the label of an action or of a thing."""
    known = (form for form in alternatives if " " in words_of(form) or words_of(form) in _ONE_WORD)
    first, _, rest = label.partition(" (")[0].partition(" ")
    inflected = (_of_action if is_action else _of_thing)(first, rest) if rest else ()
    return (form for form in (*known, *inflected) if _is_sought(form, _LONGEST_OTHER))


def marked(form: str) -> str:
    """Return `form` with its mark: `=` exact spelling, `?` exact and beside another skill."""
    if form in IN_CONTEXT:
        return "?" + form
    return "=" + form if form in CASED else form


def _is_sought(form: str, longest: int) -> bool:
    words = words_of(form)
    return bool(words) and words not in DROPPED and not words.isdigit() and len(words.split()) <= longest


def _of_action(verb: str, rest: str) -> Iterator[str]:
    if verb in _EMPTY_VERBS and " " in rest:
        yield rest
    yield f"{_ing(verb)} {rest}"


def _of_thing(first: str, rest: str) -> Iterator[str]:
    singular = rest.endswith("s") and not rest.endswith(("ss", "ics"))
    yield f"{first} {rest[:-1] if singular else rest + 's'}"


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
