"""The parts of a clause that says how one works, and the clauses that need no verb of duty: `our team is fully remote`.

Who it is about, what he or the job is, how far: these lists are shared, so that a wording of one kind of sentence is one of all.
"""

import re

from schemas.derived import WorkMode
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord

JOB = (
    r"(?:positions?|roles?|jobs?|internships?|opportunit(?:y|ies)|vacanc(?:y|ies)|contracts?|assignments?|engagement|posts?"
    r"|(?:working|work) (?:model|arrangement|schedule|set-?up|environment|policy)|workplace|program(?:me)?|fellowship"
    r"|apprenticeship|co-?op|schedule|hours|(?:working |work )?pattern|duties|tasks|shifts|work)"
)
STAFF = (
    r"(?:you|we|everyone|everybody|employees?|staff|candidates?|applicants?|interns?|contractors?|consultants?|associates?"
    r"|individuals?|incumbents?|agents?|representatives?|reps|hires?|persons?|team members?|team|(?:all|each)(?: \d+)? of us)"
)
DEGREE = (
    r"(?:fully|full|complete|100 ?%|full[- ]?time|fulltime|part[- ]?time|entirely|completely|totally|primarily|predominantly"
    r"|mainly|mostly"
    r"|strictly|exclusively|solely|only|currently|permanent(?:ly)?|physically|regularly|daily|all|based|both|always|typically"
    r"|back|proudly"
    r"|generally|essentially|temporary|paid|unpaid|online|anywhere)"
)
DONE = (
    r"(?:done|performed|conducted|carried out|completed|held|worked|executed|fulfilled|delivered|based|located|situated|offered"
    r"|designated|categori[sz]ed|classified|considered|listed|deemed|structured|defined|set up|posted|advertised|available"
    r"|approved|authori[sz]ed)"
)
_BE = (
    r"(?:is|are|stays?|remains?|['’]re|['’]s|will be|would be|must be|shall be|has to be|needs to be|has (?:always )?been|to be)"
)
# `The role is based in Oslo and is fully on-site`, `the internship takes place on-site`.
_JOB_IS = re.compile(
    rf"\b(?:(?<!many )(?<!some )(?<!most )(?<!hard )(?<!not all ){JOB}\b(?! that)[^.!?\n:;]{{0,60}}(?:\b{_BE}|\btakes? place"
    rf"|\bsits"
    rf"|\boperates?)"
    r"|this (?:one )?is(?: an? [^.!?\n]{0,40}(?:position|role|job|internship|opportunity)(?: that(?:['’]s| is))?)?|this will be"
    r"|it is|it['’]s"
    r"|(?:arbetet?|jobbet|tjänsten|rollen|uppdraget)(?: [^.!?\n]{0,40})? (?:sker|utförs|bedrivs|är(?: på (?:heltid|deltid) och)?"
    r"|kan (?:ske|utföras|göras))"
    r"|\b(?:du|vi)(?: (?:kommer|förväntas|behöver|ska|får|kan|måste)(?: att)?)? (?:arbetar?|jobbar?)"
    r"|\bdu (?:är|(?:behöver|ska|måste) vara))"
    rf",?(?: (?:{DONE}(?: as| to be| for)?|an?|on an?|and|{DEGREE}),?){{0,4}} [\"“'(]?$",
    re.IGNORECASE,
)
_WORK_IS_DONE = re.compile(
    rf"\b(?<!some )(?<!most )(?:(?:the|all|this|your) work|this (?:job|role|position)) (?:is|will be|must be|has to be|is to be)"
    rf" (?:(?:usually|{DEGREE}) )?(?:done|performed|conducted|carried out|completed|executed) $",
    re.IGNORECASE,
)
# `Our team is fully remote`; not most of it.
_WE_ARE = re.compile(
    r"(?<!of )\b(?:we(?: all)?|(?:our|the|this|whole|entire)(?: [\w-]{1,15}){0,2} (?:team|company|staff|workforce|organi[sz]ation"
    r"|startup|firm)|every(?:one|body)(?: (?:on|in) (?:the|our) (?:team|company)| here| at (?-i:[A-Z])\w+)?"
    r"|our (?!sensors|servers|computers|monitors|doctors|centers|customers|users|partners|members|buyers|sellers|visitors|donors"
    r"|investors)[^.!?\n]{0,40}(?<!custom)(?<!\bus)(?<!memb)(?:ers|ors|ists|agents)"
    r"|all (?!sensors|servers|computers|monitors|printers|orders|papers|interviews|meetings|classes|events|sessions|visits"
    r"|clients|customers|services|users|students|patients|items|goods)"
    r"[a-z]{2,12}(?:ers|ors|ists|ants|ees|ates|ians|nurses|colleagues|hires|interns|agents)(?: (?:in|on) [\w ]{2,25})?"
    r"|all (?:of us|(?:of )?(?:our )?(?:employees|staff|team members)))"
    rf"(?: is| are|['’]re| will be| has (?:always )?been| have (?:always )?been|['’]ve (?:always )?been)(?: (?:an?|and"
    rf"|{DEGREE}),?){{0,3}} $",
    re.IGNORECASE,
)
# `Work Environment: Primarily office-based with some travel`, also where lines are lost.
_LABEL = re.compile(
    r"\b(?:location|place|arrangement|modality|model|set-?up|type|mode|environment|setting|style|status|workplace|conditions?"
    r"|availability|title)"
    rf" ?[:–-] ?(?:(?:{DEGREE}|permanent|contract)[, ]{{1,2}}){{0,2}}(?:work(?:ing)? )?$",
    re.IGNORECASE,
)
_VALUE_ENDS = re.compile(r" ?(?:$|[\n.,;(|/–-]|(?:with|in|at|from|only|full|part|role|position|work|job|and)\b|[A-Z])")
# `A remote, full-time role`: what stands between a mode and the job, and what the job is called.
_THE_JOB = re.compile(
    r"(?:[ ,/-]{1,3}(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|paid|unpaid|seasonal|salaried|hourly|freelance|w2"
    r"|1099|c2c|summer|flexible|long[- ]term|short[- ]term|entry[- ]level|non-?exempt|exempt|and|volunteer|direct[- ]hire"
    r"|u\.?s\.?"
    r"|based|only|first)){0,4}[ ,/-]{1,3}(?:position|role|job|opportunity|internship|vacancy|employment|assignment)\b"
    r"(?! (?:support|consider|fairs?\b|interview|train|shadow))",
    re.IGNORECASE,
)
_NO_JOB = re.compile(
    r"\b(?:no|not|non|any|other|some|many|most|former|previous|prior|similar|or)[ -](?:an? |in )?$", re.IGNORECASE
)
# `Join our growing on-site team`, `a 5-day on-site role`
_JOIN = re.compile(r"\b(?:join(?:ing)?|part of) (?:our|a|an|the)(?: [\w-]{1,15},?){0,3} $", re.IGNORECASE)
_TEAM = re.compile(
    r"(?! (?:monitor|sens|support|access|patient|control|care|desktop|infrastructure))(?:[ ,-]{1,2}[\w-]{1,15}){0,2} (?:team"
    r"|company|startup)\b",
    re.IGNORECASE,
)
_FIVE_DAYS = re.compile(r"\b(?:5|five)[ -]days?(?:[ -](?:per|a)[ -]week)?,? $", re.IGNORECASE)
# Whose mode a noun behind remote makes it, where somebody is sought: of `seeking a remote customer agent` the agent's.
_SOUGHT = re.compile(
    r"\b(?:(?:looking for|seeking|seeks|hiring|recruiting|searching for|in search of|(?:listing|ad|posting|position|role"
    r"|job) is for):?(?: (?:an?|our|several|multiple|\d+))?"
    r"|(?:we need|(?:will|['’]ll) be|(?:join us|(?:^|[\n.;•])\W{0,3}) ?as) an?)"
    rf"(?: (?:{DEGREE}|new|experienced|talented|motivated|dedicated|skilled"
    rf"|us-based),?){{0,2}} $",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r" (?!teams?\b|sens|monitor|access|patient|control|support|desktop|work\b|opportunit|locations?\b|sites?\b|infrastructure"
    r"|systems?\b|areas?\b"
    r"|offices?\b|communit|working (?:environment|setting))[a-z]",
    re.IGNORECASE,
)
_VERBS = (
    "is", "are", "’", "'", " be", "take", "sit", "operate", "stay", "remain", "turn", "sker", "ske ", "utför", "göras", "är",
    "arbeta", "jobba", "bedriv", "vara ",
)  # fmt: skip
_LONGEST_IS, _LONGEST_ARE, _LONGEST_SOUGHT, _LONGEST_NO = 115, 75, 60, 20


def is_of_job(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the job is said to be so, or all who work there: `this role is on-site`, `we are a fully remote team`."""
    before = text[max(0, hit.start - _LONGEST_IS) : hit.start].lower()
    # looked for before the patterns, which cost more
    if not any(verb in before for verb in _VERBS):
        return False
    if _JOB_IS.search(text, max(0, hit.start - _LONGEST_IS), hit.start):
        return True
    return _WE_ARE.search(text, max(0, hit.start - _LONGEST_ARE), hit.start) is not None


def is_done(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether all of the work is done so, at whosever site that is: `the work will be carried out on site`."""
    if not text.endswith(("ed ", "out ", "done "), 0, hit.start):
        return False
    return _WORK_IS_DONE.search(text, max(0, hit.start - _LONGEST_ARE), hit.start) is not None


def is_value(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the word is what a label about the work has: `Work Environment: Primarily office-based with some travel`."""
    if _VALUE_ENDS.match(text, hit.end) is None:
        return False
    return _LABEL.search(text, max(0, hit.start - _LONGEST_SOUGHT), hit.start) is not None


def is_before_job(text: str, hit: Hit[ModeWord]) -> bool:
    """Return whether the job is called so, or whom one seeks: `a remote, full-time role`, `seeking a remote customer agent`."""
    if _THE_JOB.match(text, hit.end):
        return _NO_JOB.search(text, max(0, hit.start - _LONGEST_NO), hit.start) is None
    if hit.payload.value is WorkMode.HYBRID:
        return False
    window = max(0, hit.start - _LONGEST_SOUGHT)
    if _TEAM.match(text, hit.end) and _JOIN.search(text, window, hit.start):
        return True
    if hit.payload.value is WorkMode.ONSITE and _FIVE_DAYS.search(text, window, hit.start):
        return True
    return _PERSON.match(text, hit.end) is not None and _SOUGHT.search(text, window, hit.start) is not None
