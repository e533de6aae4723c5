"""Which kind of work a word speaks of ("back-end", "iOS"), and which words name who does it. Frozen with the verifier."""

from collections import defaultdict
from collections.abc import Mapping

from streams.dedupe.codes import beginning, bits

_KINDS = {
    "front": "front frontend ui", "back": "back backend", "stack": "stack fullstack", "ios": "ios iphone swift",
    "android": "android kotlin", "mobile": "mobile", "ops": "devops sre reliability sysadmin infrastructure operations ops",
    "data": "data", "science": "science scientist scientists", "ml": "machine ml ai nlp learning",
    "analyst": "analyst analysts analytics", "design": "designer designers design ux", "product": "product",
    "manager": "manager managers management", "sales": "sales account", "marketing": "marketing growth marketer",
    "support": "support customer success", "qa": "qa test tester testing sdet quality", "security": "security",
    "embedded": "embedded firmware", "hardware": "hardware electrical mechanical", "java": "java", "python": "python django",
    "ruby": "ruby rails", "js": "javascript js node nodejs react angular vue", "php": "php", "net": "net", "scala": "scala",
    "go": "golang go", "recruit": "recruiter recruiting hr", "finance": "finance accountant accounting",
    "intern": "intern interns internship internships",
    "engineer": "engineer engineers developer developers engineering dev programmer software", "nurse": "nurse rn",
    "teacher": "teacher instructor tutor", "writer": "writer content editor", "architect": "architect", "clojure": "clojure",
    "research": "research researcher", "consult": "consultant solutions", "lead": "lead head cto vp director",
}  # fmt: skip
KINDS = tuple(_KINDS)
# The number of each word's kind.
KIND_OF = {word.encode(): number for number, words in enumerate(_KINDS.values()) for word in words.split()}

_WORKERS = (
    "engineer engineers developer developers dev devs programmer programmers hacker hackers", "designer designers",
    "scientist scientists", "manager managers", "analyst analysts", "architect architects", "intern interns internship",
    "lead leads head vp cto director", "writer writers editor", "recruiter recruiters", "marketer marketing",
    "sales account representative executive", "sre devops sysadmin administrator", "researcher researchers",
    "consultant consultants", "support success", "tester qa sdet",
    "specialist coordinator associate technician assistant operator nurse",
)  # fmt: skip
# The number of each word that names who does the work.
WORKER_OF = {word.encode(): number for number, words in enumerate(_WORKERS) for word in words.split()}
# What stands before such a word and says nothing.
FILLERS = frozenset(
    b"end a an the and or of for to our we is are as with in on at junior senior sr jr staff principal software experienced"
    b" talented great good more other all your you team be hiring looking years remote strong several new full time".split()
)
_LEVELS = (
    "intern interns internship", "junior jr entry graduate", "senior sr snr", "lead principal staff head director vp cto",
)  # fmt: skip
# The number of each word that names a level.
LEVEL_OF = {word.encode(): number for number, words in enumerate(_LEVELS) for word in words.split()}
LEVELS = range(len(_LEVELS))
# A sentence with one of these says who is wanted.
ASKS = frozenset(
    b"looking hiring seeking need needs roles role positions position openings opening join wanted recruiting"
    b" search hire want".split()
)
# Kinds that go with any other, so that they tell no two jobs apart; the numbers of all others.
_GENERAL = frozenset(("engineer", "manager", "lead", "intern", "product", "architect"))
SPECIAL = tuple(number for number, kind in enumerate(KINDS) if kind not in _GENERAL)


def _special_by_beginning() -> Mapping[int, int]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for word, number in KIND_OF.items():
        found[beginning(word)].update({number}.intersection(SPECIAL))
    return {start: bits(numbers) for start, numbers in found.items()}


# A title is kept as the beginnings of its words: for each that may name a kind of work, a bit for every special one.
KINDS_OF_BEGINNING = _special_by_beginning()
# The beginnings of words by which a title names a job.
NAMES_A_JOB = frozenset(map(beginning, WORKER_OF)) | KINDS_OF_BEGINNING.keys()
