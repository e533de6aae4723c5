"""Labels right before an amount, which say that it is pay whatever its size: `Salary: `, `Sueldo mensual: `."""

import re

from streams.enrich.pay.hours import TOLD_BY_SIZE

# Right before an amount that is pay whatever it is for: `Salary of $4,200`.
_LABEL = re.compile(r"(?i:salary|wages?|\bpay)(?: is| of)?[\s:]{1,3}(?i:(?:starts?|starting|begins?) (?:at|from)\s)?$")
_LABEL_ABROAD = re.compile(
    r"(?:gehalt|lohn|vergütung|salaire|salario|salário|sueldo|salaris|loon|stipendio|retribuzione|rémunération)"
    r"(?: (?:base|fijo|fixe|fisso|fixo))?(?: (?:brut[oe]?|brutto|net[oe]?|netto|lord[oa]))?(?: (?:de|di|von|van))?\s?[\s:]{1,3}$",
    re.IGNORECASE,
)
# Right before pay of a month that nobody lives on everywhere: `Compensation: 100 USD / month`.
_FIELD = re.compile(r"(?i:salary|wages?|\bpay|compensation)\s?:\s?$")


def is_labelled(before: str, mark: str | None) -> bool:
    """Return whether a label stands right before an amount with that currency mark: that it is pay needs no period."""
    # where pay is in dollars or pounds, labels are in English
    return _LABEL.search(before) is not None or (mark not in TOLD_BY_SIZE and _LABEL_ABROAD.search(before) is not None)


def is_in_field(before: str) -> bool:
    """Return whether the amount is told as in a field, right behind `Salary:`."""
    return _FIELD.search(before) is not None
