"""Wordings of benefits that are made of parts: what it is for, and how it is given (`tuition reimbursement`)."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.derived import Benefit
from streams.enrich.words import joined


def _of(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("; "))


_MONEY = _of("reimbursement; reimbursements; stipend; stipends; allowance; allowances; subsidy; subsidies")
_COVER = _of("insurance; insurances; coverage; cover; plan; plans; benefits; package")
_TIMES = _of("vacation; holiday; holidays; leave; annual leave; pto; paid time off; paid vacation; paid holiday")
_BONUSES = _of(
    "annual; quarterly; yearly; monthly; weekly; performance; performance based; discretionary; signing; sign on; cash; "
    "company; holiday; year end; christmas; retention; spot; merit; hiring; joining; welcome; incentive; attendance; "
    "target"
)
_OWNED = _of(
    "meaningful; competitive; significant; generous; substantial; startup; start up; early stage; non trivial; "
    "appreciating; market; eligible for; salary and; salary &; salary with; salary plus; offer; offers; real; salary,; "
    "salary /; cash and; cash &; +; plus; &"
)
# One or more patterns of each, as the parts that follow one another.
_FORMS: Mapping[Benefit, Sequence[Sequence[Sequence[str]]]] = {
    Benefit.HEALTH_INSURANCE: ((_of("health; medical; healthcare; health care"), _COVER),),
    Benefit.DENTAL_INSURANCE: ((_of("dental"), _COVER),),
    Benefit.VISION_INSURANCE: ((_of("vision"), _COVER),),
    Benefit.RETIREMENT: (
        (
            _of("retirement"),
            _of(
                "plan; plans; saving; savings; benefits; package; program; programs; option; options; system; match; "
                "matching; fund; contribution; contributions"
            ),
        ),
    ),
    Benefit.EQUITY: (
        (
            _of("equity"),
            _of(
                "package; compensation; grant; grants; plan; award; awards; stake; rewards; participation; incentive; "
                "incentives; component; benefits; upside"
            ),
        ),
        (_of("stock"), _of("option; options; grant; grants; units; award; awards; ownership; purchase plan")),
        (_OWNED, _of("equity")),
    ),
    Benefit.BONUS: (
        (_BONUSES, _of("bonus; bonuses")),
        (
            _of("bonus"),
            _of(
                "program; programs; structure; plan; plans; potential; opportunity; opportunities; eligible; target; "
                "pay; scheme; package; system; incentive; incentives; compensation; payments"
            ),
        ),
    ),
    Benefit.PAID_LEAVE: (
        (
            _of("paid; payed"),
            _of(
                "time off; vacation; vacations; holiday; holidays; company holidays; us holidays; leave; days off; "
                "sick; volunteer; volunteering"
            ),
        ),
        (
            _of("unlimited; generous; flexible; discretionary"),
            _of("vacation; time off; pto; paid time off; holiday; holidays; annual leave"),
        ),
        (_of("days; weeks"), _of("; of"), _TIMES),
    ),
    Benefit.PARENTAL_LEAVE: (
        (
            _of(
                "parental; maternity; paternity; maternity and paternity; paternity and maternity; maternity & "
                "paternity; maternity/paternity; paternity/maternity; maternity and parental"
            ),
            _of("leave; leaves; pay; benefits"),
        ),
    ),
    Benefit.REMOTE_STIPEND: (
        (
            _of(
                "home office; home internet; internet; remote; remote work; remote office; wfh; work from home; "
                "technology; tech; equipment; office setup"
            ),
            _MONEY,
        ),
        (_of("home office; remote work; wfh; work from home; equipment"), _of("budget")),
    ),
    Benefit.EDUCATION: (
        (
            _of("tuition; education; educational"),
            (*_MONEY, *_of("assistance; benefit; benefits; budget; remission; discount; discounts")),
        ),
        (
            _of(
                "learning; learning and development; learning & development; training; conference; professional "
                "development; personal development; development; book; certification"
            ),
            _of("stipend; stipends; allowance; reimbursement"),
        ),
        (
            _of(
                "learning; learning and development; learning & development; training; conference; conferences; "
                "professional development; personal development; book; books"
            ),
            _of("budget"),
        ),
    ),
    Benefit.RELOCATION: (
        (
            _of("relocation"),
            (
                *_MONEY,
                *_of(
                    "assistance; package; packages; provided; available; offered; covered; paid; benefits; support; "
                    "help; aid; bonus; budget; costs; expenses; compensation"
                ),
            ),
        ),
    ),
    Benefit.WELLNESS: (
        (
            _of("gym; wellness; wellbeing; well being"),
            (
                *_MONEY,
                *_of(
                    "membership; memberships; program; programs; programme; budget; discount; discounts; benefits; perks; access"
                ),
            ),
        ),
        (_of("fitness"), (*_MONEY, *_of("membership; discount; discounts; benefits; perks"))),
    ),
}


def forms() -> Iterator[tuple[str, Benefit]]:
    """Yield (phrase, benefit)."""
    for benefit, patterns in _FORMS.items():
        for parts in patterns:
            yield from ((phrase, benefit) for phrase in joined(*parts))
