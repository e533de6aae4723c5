"""What the words beside an amount say: that it is pay, or other money (funding, revenue, bonuses, benefits, prices, quotas)."""

import re

from streams.enrich.pay import words_abroad as abroad
from streams.normalize.text import word_set

_PAY_IN_ENGLISH = word_set(
    "salary salaries pay pays paid paying compensation compensated comp wage wages base earn earns earning earnings rate rates"
    " income remuneration remunerated ote package ctc ደመወዝ ደሞዝ"
)
_PAY = abroad.PAY | _PAY_IN_ENGLISH
_NAMING = (_PAY_IN_ENGLISH - word_set("rate rates pays income")) | word_set("brutto netto bruto annum")
_RATES = word_set("rate rates range")
_RATE = word_set("rate rates payrate")
_OF_RATES = word_set("hourly hour day daily bill hiring starting pay")
# Texts that lost their line breaks say `DirectorSalary: $90k`.
_GLUED = ("alary", "Pay:", "ompensation")
# A word of these among the last four before an amount says what it is, unless a word for pay stands between.
_FAR = abroad.FAR | word_set(
    "raise raised raising reaised funded funding fundraising series seed revenue revenues value valued valuation valuations"
    " invested investment investments investor investors backed budget budgets bonus bonuses sign-on referral referrals"
    " stipend stipends save saves saved saving savings worth market markets prize prizes donate donated donation donations"
    " donating grant grants credit credits processed processes loan loans allowance allowances reimburse reimbursed"
    " reimbursement reimbursements tuition relocation quota quotas deal deals deductible deductibles premium premiums copay"
    " copays hsa fee fees fine fined fines deposit deposits discount discounts voucher vouchers price prices priced pricing cost"
    " costing costs spend spends spent cap exit exits charge charges charged withdrawal withdrawals rent rents rental transaction"
    " transactions contribution contributions match matches matching assets capital turnover portfolio aum arr gmv"
    " mrr acv sacrifice values incomes benefit mortgage mortgages penalty penalties friskvårdsbidrag ob-ersättning ob-tillägg"
)
# Parts of job titles too: with none but small words between.
_NEAR = abroad.NEAR | word_set(
    "manage manages managed managing processing investing learning education training conference conferences wellness"
    " equipment customer customers client clients account accounts lunch lunches meal meals travel commuter transit gym"
    " fitness phone internet office generate generates generated generating increase increases increased increasing project"
    " projects industry perk perks insurance coverage commission commissions incentive incentives excess less more greater"
    " product products user users plan plans sales equity go goes sell sells sold buy buys bought"
    " loss losses scholarship scholarships differential differentials giving gift gifts homes houses properties"
    " apartments condos tips gratuities"
)
_SMALL = word_set(
    "of by to for at is are up over about a an the with from worth between just than our your in on valued under and until"
    " approximately nearly almost around upto annual annually ranging average averaging averages"
)
_OTHER_AFTER = abroad.OTHER_AFTER | word_set(
    "raised funding funded revenue revenues series seed round bonus bonuses arr acv mrr valuation budget budgets investment"
    " investments stipend stipends match matching matched referral referrals credit credits sales assets venture company"
    " business market industry user users rsu rsus 401 401k worth gmv startup deal deals vc sign-on signing allowance"
    " allowances reimbursed reimbursement loan loans grant grants quota quotas discount gift deductible spend saved savings"
    " prize prizes donation donations transaction transactions tuition hsa portfolio book cash contribution sponsorship"
    " sponsorships relocation copay premium capital fund turnover tips gratuities commission commissions"
)
_PASSED = abroad.PASSED | word_set(
    "of in a an the annual annually yearly monthly your usd dollars on for to toward towards per each completed approved"
)
_ENDING = abroad.ENDING | word_set(
    "plus and with incl including base salary salaries depending depends dependent doe year years month months hour hours"
    " hr week annum day based"
)
# What money is paid for piece by piece, or spent on: `$300 per batch`.
_PIECES = word_set(
    "transaction transactions user seat click article batch session customer client project referral mile visit interview"
    " word lead appointment person employee child family room ticket video sample task sale"
)
_PER = word_set("per each")
_PURPOSES = word_set("training education equipment travel learning tuition college housing rent school development")
_TOWARDS = word_set("for toward towards in")
# Whose money a verb is about: `companies pay $100k for it`.
_PAYERS = word_set(
    "companies customers clients businesses users employers people merchants students patients guests tenants consumers shoppers"
    " households families borrowers homeowners americans kunden mandanten klanten kunder klienci clientes clienti"
)
# Pay for hours beside the usual ones: `on-call pay of $3 per hour`.
_BESIDE_PAY = word_set("on-call standby overtime holiday severance differential weekend")
_LINKS = word_set("who that with can will")
# Who is charged by a rate; a `client base` is none.
_CHARGED = word_set("client customer")
# One of these is in what `_OF_OTHERS` finds; to look for them costs a tenth of it.
_CUES_OF_OTHERS = ("averag", "ffers", "rad", "lumni", "inimum wage", "x ", "times ")
# What others charge or are paid, or the law asks for: `With rates averaging $300 / hour, few can pay a lawyer`, `our graduates
# earn $80k`, `the minimum wage is $15`; and insured sums: `life insurance of 2x base salary up to $300,000`.
_OF_OTHERS = re.compile(
    r"(?:(?<!hourly )(?<!pay )\brates averag\w+|\bjob offers\b[^.\n$€£]{0,20}"
    r"|\bour (?:\w+ )?(?:graduates|grads|alumni)\b[^.\n$€£]{0,40}|\bminimum wage (?:is|of|was|rate of|will be)"
    r"|\d\s?(?:x|times) (?:\w+ ){0,2}(?:salary|pay|earnings|compensation)\b[^.\n$€£:]{0,25})\s?$",
    re.IGNORECASE,
)
_CUT = re.compile(r"[.|\n\d+&!?;]")
_HEAD = re.compile(r"(?P<slash>/)?[^\w+&.,;?!|•\n(]{0,3}(?P<words>[\w-]+(?: [\w-]+){0,4})")
_IN_SHARES = re.compile(r"\s?(?:in|of) (?:equity|stock|options|shares)\b", re.IGNORECASE)
# `$5,000 one-time`, `contracts of $250,000 or less`, `a $150 daily hospital benefit`
_NO_PAY = re.compile(r"[\s(]*one[- ]time\b|\sor less\b|\s(?:\w+ )?benefit\b(?! (?:package|plan))", re.IGNORECASE)
# `Salary: 15,000 birr Commission: 4.5%` goes on with another field.
_FIELD = re.compile(r"\s[A-Z][\w ]{2,30}(?:\([^)]*\))?\s?[:=]")
# `18,000 ETB (Net)`, `£25,000 p.a.`, `£30K pro rata`
_NET = re.compile(
    r"[ (]{0,2}(?:net|gross|take[- ]home|(?-i:pa)|p\.a|basic|pro[- ]?rata|doe|fte)\b"
    r"(?! (?:revenue|income|profit|worth|sales|margin|merchandise|promoter|new|annual))",
    re.IGNORECASE,
)
# `30,000 birr basic salary`, but not the label of what follows: `$5,000 Salary: $80,000`
_SALARY_AFTER = re.compile(
    r" (?:(?:net|gross|base|basic|fixed|starting|monthly|annual) ){0,2}salary\b(?!\s?(?:[:=$\d-]|of|is|from|range))"
    r"| base(?=\s?(?:$|[,.;+&)\n]))",
    re.IGNORECASE,
)
# `Salary + commission: `, `Salary & benefit: `, `Base pay plus shift differential: `
_WITH_SALARY = re.compile(
    r"\b(?:salary|pay|wages?|hourly|base|rate|gehalt|grundgehalt|fixe|fijo|fisso|fixo|salaire|salario|sueldo|salário)\s?"
    r"(?:[+&]|and|plus|et|y|e|und)\s?(?:\w+ )?"
    r"(?:commissions?|differentials?|bonus(?:es)?|incentives?|benefits?|tips"
    r"|variable|primes?|comision(?:es)?|comiss(?:ão|ões))\W*$",
    re.IGNORECASE,
)
# `Salary (including training): $110,000`
_ASIDE = re.compile(r"\([^()\n]*\)")
# A dash of its own parts what it stands between: `data products - £50-60k`.
_WORD = re.compile(r"\w[\w-]*|-+")
_LOOKED_AT = 4


def says_pay(before: str, after: str) -> bool:
    """Return whether a word beside an amount says that it is pay: `base salary: `, ` gross salary`."""
    words = _WORD.findall(before.lower())
    following = _WORD.findall(after.lower())
    named = not (_NAMING.isdisjoint(words) and _NAMING.isdisjoint(following)) or _is_rate(words)
    named = named or any(label in before for label in _GLUED) or _NET.match(after) is not None
    return named or _says_pay_abroad(before, after, words, following)


def _says_pay_abroad(before: str, after: str, words: list[str], following: list[str]) -> bool:
    """Whether a word of another language does: in the same sentence behind other money, or right behind the amount."""
    if abroad.names_pay(words):
        return abroad.names_pay(_WORD.findall(abroad.clause(before).lower()))
    return abroad.is_called_behind(following, after)


def is_other_money(before: str, after: str) -> bool:
    """Return whether the words right before an amount, or after it and its period, say that it is no pay.

    What is glued to the amount begins another line: `$55,000Company car`.
    """
    if _SALARY_AFTER.match(after):
        return False
    if any(cue in before for cue in _CUES_OF_OTHERS) and _OF_OTHERS.search(before):
        return True
    if _is_other_by(before):
        return True
    return _NO_PAY.match(after) is not None or (not after[:1].isupper() and _is_other_after(after))


def names_rate(before: str) -> bool:
    """Return whether the last word before an amount is a rate: `Pay Rate: $34-$37`."""
    return not _RATE.isdisjoint(_WORD.findall(before.lower())[-1:])


def _is_rate(words: list[str]) -> bool:
    """`Rate: $50`, `hourly rate for this role is $50`, but no `fixed rate loans`."""
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _RATES), None)
    return at is not None and (at >= len(words) - 2 or words[at - 1] in _OF_RATES)


def _is_other_by(before: str) -> bool:
    before = _ASIDE.sub(" ", before) if ")" in before else before
    words = [word for word in _WORD.findall(_CUT.split(before)[-1].lower()) if word not in abroad.SMALL]
    only_small = True
    for at in range(len(words) - 1, max(-1, len(words) - 1 - _LOOKED_AT), -1):
        if words[at] in _PAY:
            return at > 0 and _is_of_others(words, at)
        if words[at].endswith(abroad.PAY_ENDINGS):
            return False
        if words[at] in _FAR or words[at].endswith(abroad.OTHER_ENDINGS) or (only_small and words[at] in _NEAR):
            return _WITH_SALARY.search(before) is None
        only_small = only_small and words[at] in _SMALL
    return False


def _is_of_others(words: list[str], at: int) -> bool:
    """Whether the word for pay at `at` is about others' money, other hours or none.

    `families earning`, `on-call pay`, `relocation package`.
    """
    subject = words[at - 2] if at > 1 and words[at - 1] in _LINKS else words[at - 1]
    if words[at] in _RATES:
        return words[at - 1] in _PAYERS | _CHARGED
    if words[at] == "package":
        return words[at - 1] in _FAR
    return subject in _PAYERS or (words[at] == "pay" and words[at - 1] in _BESIDE_PAY)


def _is_other_after(after: str) -> bool:
    head = None if _FIELD.match(after) else _HEAD.match(after)
    if head is None or _IN_SHARES.match(after):
        return head is not None
    counted, passed, last = bool(head["slash"]), 0, ""
    for word in head["words"].lower().split():
        if word in _ENDING or passed > 1:
            return False
        if word in _OTHER_AFTER or (counted and word in _PIECES) or (last in _TOWARDS and word in _PURPOSES):
            return True
        counted, last = counted or word in _PER, word
        passed += word not in _PASSED
    return False
