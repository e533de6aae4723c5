"""A mode amid a sentence that is offered as the rule, or for which one comes: `you can work remotely`, `on site in Oslo`."""

import re

from schemas.derived import WorkMode
from streams.enrich.modes.alone import names_another
from streams.enrich.modes.clauses import DEGREE, STAFF
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

# Who may work where he likes, and for whom it is the rule.
_FREE = re.compile(
    r"(?:\b(?:you|candidates?|employees?|applicants?|interns?|contractors?)(?:['’]ll| will| can| may)(?: always| also)?"
    r"(?: be (?:able|free) to)? (?:work|operate)|\b(?:looking to|you get to|join (?:our|the|us)[^.!?\n]{0,30} and) work"
    r"|\b(?:flexibility"
    r"|freedom) (?:to work|of(?: working)?)"
    r"|(?:\b(?:roles?|positions?|jobs?|work|internship) |(?:^|[\n.•*])\W{0,3})(?:can|may|will) (?:sit|be (?:done|performed|held"
    r"|completed|conducted"
    r"|carried out|worked))"
    r"|(?<!of )\b(?:every(?:one|body)(?: here| at (?-i:[A-Z])\w+)?|we(?: all)?|(?:our|entire|whole) (?:team|company)"
    r"|(?:all )?interns|(?:all|our) (?:employees|staff)"
    r"|employees in this (?:role|position)) works?|\bwe offer|\bwe (?:only )?hire|\bjoin (?:our|the) team|\b(?:can|may) (?:do"
    r"|complete|earn)\b[^.!?\n]{0,25}|\b(?:earn|make money)\b[^.!?\n]{0,20})"
    r"(?: (?:fully|100%|entirely|completely|anywhere))?\s$",
    re.IGNORECASE,
)
# Who works so: before a verb, and before `work from home`, which has its own.
_WHO = (
    rf"(?<!if )(?<!some )(?<!many )(?<!most )(?<!of )(?<!who )(?<!when )(?<!our )(?<!the )\b(?:(?:(?:our|the|all|all of our"
    rf"|entire|whole) )?{STAFF}|(?:this|the) (?:role|position|job)"
    r"|(?:our|the|whole|entire) company"
    r"|(?-i:[Tt]he|[Tt]his)(?: (?-i:[A-Z])[\w/-]{1,20}){1,3}(?<! team)(?<! department)(?<! office)"
    r"|(?:all (?:of )?)?our (?:[\w-]{1,15} ){0,2}(?:agents|reps|people|colleagues|nurses|representatives|therapists|assistants"
    r"|(?!customers|users|partners|members|learners|buyers|sellers|others|visitors|sponsors|donors|investors)[a-z]{2,12}(?:ers"
    r"|ors|ists)))"
    r"(?:(?:['’]ll| will| can| may| must)?(?: always| also| all| typically| usually| generally| normally| primarily| mainly"
    r"| mostly| currently)?)"
)
_WORKS = re.compile(rf"{_WHO} (?:works?|operates?)(?: {DEGREE}){{0,2}} $", re.IGNORECASE)
# `Our agents sell over the phone from home`
_DOES = re.compile(
    rf"(?:{_WHO} (?!not |never )[a-z][^.!?\n:;]{{0,45}}|\b(?:done|performed|carried out|handled|completed)(?: [a-z]+){{0,4}}"
    rf"|(?:^|[\n.!?•])\W{{0,4}}(?!if |commut|deliver|order|relocat|travel|away|far "
    rf"|work)[a-z]+(?<!ing)(?<!ed)(?<!s)\b[^.!?\n:;]{{0,40}})"
    r"(?<! minutes)(?<! miles)(?<! hours)(?<! hour)(?<! away)(?<! far)(?<! close)(?<! km) $",
    re.IGNORECASE,
)
_WHO_ALONE = re.compile(rf"{_WHO} $", re.IGNORECASE)
# Where one can be, so that nobody has to be at an office.
_ANYWHERE = re.compile(
    r"\b(?:can|may|could|to) (?:sit|be|work|live|reside|be (?:based|located|done|performed))(?: from)? $"
    r"|\bcandidates?(?: (?:located|based))? $",
    re.IGNORECASE,
)
_ABLE = re.compile(r"\b(?:able|ability|you get|wants?|looking) to $", re.IGNORECASE)
_COUNTRY = re.compile(r"(?: the)? (?:continental |lower )?(?:[A-Z]|country|world|state|nation|\d)")
# What one needs at home.
_NEEDED = re.compile(
    r"\b(?:internet|connection|wi-?fi|space|workspace|place|environment|equipment|set-?up)\b[^.!?\n:;]{0,30} to $", re.IGNORECASE
)
_NEEDED_FOR = re.compile(
    r"\b(?:internet|connection|wi-?fi|laptop|computer|workspace|set-?up)\b[^.!?\n:;]{0,30} for $", re.IGNORECASE
)
_AT_HOME = frozenset(("work from home", "work at home", "telecommute", "telework", "telecommutes", "teleworks"))
# One commutes from home, and orders come from home delivery.
_NOT_DONE = re.compile(r"\b(?:commut|travel|driv|deliver|order|collect|distance)", re.IGNORECASE)
_DONE_ENDS = re.compile(
    r" ?(?:$|[.,;:!)\n•|]|(?:and|or|with|on|in|using|for|by|as|at|under|while|full|part|during|via|over|every"
    r"|each)\b)",
    re.IGNORECASE,
)
_FROM_HOME = ("from home", "from your home", "from their home")
_NOT_FREE = re.compile(
    r"[\s,(?-]{0,3}(?:up to|yes\b|as needed|as necessary|when|if|sometimes|occasional|part|one|two|for the|and (?:fall|from)|\d)"
    r"|[^.\n]{0,60}(?:on[- ]site|\bonce\b(?! (?:a|per|every|each) (?:quarter|year))|\bweek(?!s\b)"
    r"|(?<!\ball )(?<!\bevery )(?<!\beach )\bdays?\b|\bmonth"
    r"|\bor (?:from|at|in|on|our)\b)",
    re.IGNORECASE,
)
# `As a remote painter, you paint`
_AS_YOU_ARE = re.compile(r"(?: [\w-]{1,20}){1,4}, you\b")
# Who has to be good in a remote environment works in one.
_ENVIRONMENT = re.compile(r"[ -](?:work(?:ing)? |office )?(?:environment|setting|workplace)\b", re.IGNORECASE)
_SURROUNDED = re.compile(r"\b(?:in an?(?: [a-z-]{1,12})?|a suitable)\s$", re.IGNORECASE)
# That he knows it is only liked.
_IS_PLUS = re.compile(
    r"[ \w-]{0,30} (?:is|are) (?:an? )?(?:strong |big |huge )?(?:plus|bonus|asset|advantage|prefer|desir)", re.IGNORECASE
)
# Where one works on site, and for what one comes.
_CITY = re.compile(r" (?:in (?:our )?|at (?:our|the) )[A-Z]")
_AT_OURS = re.compile(
    r" (?:at|in|from) (?:our|the) (?:[\w.,’'-]{1,20} ){0,4}(?:office|headquarters|hq|lab|campus|facility|location|plant"
    r"|warehouse|showroom|cent(?:er|re)|branch|clinic|shop|school"
    r"|studio|store|site)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:we|our [a-z]{3,12}|(?:our|the|whole|entire) team|everyone|(?:employees|interns)(?: in this (?:role|position))?)"
    r"(?: all)? works?(?: together| full[- ]time)?\s$",
    re.IGNORECASE,
)
_COMES = re.compile(r"\b(?:come|join)\b[^.!?\n]{0,25}\bus,?\s$", re.IGNORECASE)
_REQUIRED = re.compile(
    r"(?: work| presence| attendance| (?:in|at) (?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?(?:, (?-i:[A-Z]{2}))?)? (?:is "
    r"|are )?(?:required|preferred|mandatory|expected|a must|necessary|(?:an )?essential"
    r"|critical)\b",
    re.IGNORECASE,
)
_AT_TIMES = re.compile(r"\b(?:if|when|may|some|occasional\w*|only|periodic\w*|limited|no|not)\b[^.!?\n]{0,40}$", re.IGNORECASE)
_FOR_OTHERS = re.compile(
    r"\b(?:interview|customer|client|visit|event|meeting|training|team|colleague|support|option|(?:or|if|may|when|some)\b)",
    re.IGNORECASE,
)
_COMES_FOR = re.compile(r"\b(?:relocat|commut|require|must|expect|available)[^.!?\n:;]{0,50}\s$", re.IGNORECASE)
_WORK = re.compile(r" (?:work|presence|attendance)\b(?! experience)", re.IGNORECASE)
_BEFORE = 95


def is_offered(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether one may work remotely as a rule, or works on site in a place that is named."""
    window = max(0, hit.start - _BEFORE)
    return _is_free(text, hit, window) if hit.payload.value is WorkMode.REMOTE else _is_there(text, hit, window)


def _is_free(text: str, hit: Hit[ModeWord], window: int) -> bool:
    if text[hit.start : hit.end].lower() in _AT_HOME:
        free = (
            _ABLE.search(text, window, hit.start)
            or _WHO_ALONE.search(text, window, hit.start)
            or _NEEDED.search(text, window, hit.start)
        )
        return free is not None and _NOT_FREE.match(text, hit.end) is None
    if text.startswith(_FROM_HOME, hit.start) and _is_done_at_home(text, hit, window):
        return True
    return _is_free_to_be(text, hit, window)


def _is_done_at_home(text: str, hit: Hit[ModeWord], window: int) -> bool:
    does = _DOES.search(text, window, hit.start)
    if does is None or _NOT_DONE.search(does[0]) or _NOT_FREE.match(text, hit.end) or not _DONE_ENDS.match(text, hit.end):
        return False
    return _AT_TIMES.search(text, window, hit.start) is None


def _is_free_to_be(text: str, hit: Hit[ModeWord], window: int) -> bool:
    if "nywhere i" in text[hit.start : hit.end]:
        return _ANYWHERE.search(text, window, hit.start) is not None and _COUNTRY.match(text, hit.end) is not None
    if _AS_YOU_ARE.match(text, hit.end) and text.endswith("s a ", 0, hit.start):
        return True
    if text.startswith(" work", hit.end) and _NEEDED_FOR.search(text, window, hit.start):
        return True
    if _ENVIRONMENT.match(text, hit.end):
        if _IS_PLUS.match(text, hit.end):
            return False
        return _SURROUNDED.search(text, window, hit.start) is not None or text.startswith(" work", hit.end)
    free = _FREE.search(text, window, hit.start) or _WORKS.search(text, window, hit.start)
    return free is not None and _NOT_FREE.match(text, hit.end) is None


def _is_there(text: str, hit: Hit[ModeWord], window: int) -> bool:
    if _REQUIRED.match(text, hit.end):
        return _AT_TIMES.search(text, window, hit.start) is None
    # whom one invites to `join us in our office` one tells where it is
    comes = _COMES.search(text, window, hit.start) and not text.endswith("ffice", 0, hit.end)
    if comes or _TOGETHER.search(text, window, hit.start) or _WORKS.search(text, window, hit.start):
        return True
    if _WORK.match(text, hit.end):
        return _COMES_FOR.search(text, window, hit.start) is not None and _AT_TIMES.search(text, window, hit.start) is None
    # `in person at the hospital` one applies, and `in our office` there are plants
    if text[hit.start] not in "oO" or not (_CITY.match(text, hit.end) or _AT_OURS.match(text, hit.end)):
        return False
    begins = max(text.rfind(sign, window, hit.start) for sign in ".:!?\n")
    return _FOR_OTHERS.search(text, max(window, begins), hit.start) is None and not names_another(text, hit)
