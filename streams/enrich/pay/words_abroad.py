"""Words beside amounts in German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian and Polish.

What is also an English word of job titles (`prime`, `welfare`, `assurance`) is left out or only near the amount.
"""

import re

from streams.normalize.text import word_set

PAY = word_set(
    "gratification wynagrodzenie wynagrodzenia salaire salario sueldo lohnspanne lohnband zahlen zahlt entgelt verdienst"
    " verdienen verdiene bezahlung entlohnung gehaltsrahmen gehaltsspanne gehaltsband gehaltsbereich salaires rémunération"
    " rémunérations rémunéré fourchette tjm salarial salariales salarios sueldos remuneración renta salari retribución"
    " retribució salário salários remuneração vencimento bolsa-auxílio ral retribuzione stipendio paga compenso verdien verdient"
    " salarisrange salarisschaal salarisindicatie stagevergoeding uurtarief lønn lønnes lönespann tjäna tjänar widełki stawka"
    " uposażenie palkka tuntipalkka"
)
# Right behind an amount: `38.000 a 46.000 euros brutos`.
_GROSS = word_set("brut bruts brute brutos brutas lordi lordo netti netto neto netos nets")
# Germans, Dutch and Scandinavians call it by one word: `Jahreszielgehalt`, `uurloon`, `garantilön`.
PAY_ENDINGS = ("gehalt", "lohn", "vergütung", "loon", "salaris", "lön", "lönen", "løn", "lønn", "lønnen", "einkommen", "salär")
# And what is no pay: `Willkommensprämie`, `friskvårdsbidrag`, `reiskostenvergoeding`.
OTHER_ENDINGS = (
    "prämie", "prämien", "zuschuss", "zuschüsse", "budget", "bonus", "umsatz", "umsatzes", "geld", "gutschein", "gutscheine",
    "zulage", "pauschale", "rabatt", "volumen", "förderung", "sachbezug", "zahlung", "zahlungen", "vorsorge", "bidrag",
    "tillägg", "tillæg", "tillegg", "støtte", "tilskudd", "tilskud", "pension", "vergoeding", "toeslag", "premie", "cheques",
    "omzet", "uitkering", "wohnung", "wohnungen",
)  # fmt: skip
FAR = word_set(
    "cooptation indemnité indemnités remboursement affaires intéressement abondement chèque chèques forfait portefeuille"
    " portefeuilles levé levée investissement subvention dotation titres-restaurant loyer loyers couverture presupuesto"
    " presupuestos cartera comisiones comisión incentivos incentivo seguro facturación facturamos auxilio ayuda bono bonos vales"
    " vale subsidio premio inversión alquiler cobertura vale-refeição vale-alimentação vale-transporte auxílio auxílio-creche"
    " bônus bonificação faturamento verba orçamento subsídio prêmio prémio comissão comissões investimento aluguel fatturato"
    " buoni aziendale portafoglio provvigioni rimborso affitto premia premii bony obrót obroty obrotów budżet budżetu budżecie"
    " wynajem mieszkań dofinansowanie dofinansowania ubezpieczenie ubezpieczenia dodatek dodatku nagroda nagrody prowizja"
    " prowizji czynsz omsätter omsättning omsætter omsætning omsetter omsetning provision dekning hyra deckung umsätze umsätzen"
    " miete mieten huur kunden mandanten klanten kunder klienci clientes clienti dietas dieta diárias spesen auslöse traktamente"
)
NEAR = word_set(
    "prime primes variable ticket tickets projet projets projekt projekte projekten projekty projecten projekter proyecto"
    " proyectos progetti projetos ventas vendas vendite ventes sprzedaż welfare acciones accions azioni ações aktien aandelen"
    " valor valeur wert wartości waarde värde værdi verdi valore"
)
SMALL = word_set(
    "de du des d à da di del von zu bis van tot om på jusqu non plafonné hasta até fino entre zwischen tussen mellan mellem"
    " mellom från fra od annuel annuelle mensuelle pouvant aller"
)
OTHER_AFTER = word_set(
    "umsatz jahresumsatz prämie affaires prime primes fatturato facturación faturamento omzet omsättning omsetning obrotu"
    " premii comisiones comisión provvigioni vales acciones accions azioni ações aktien aandelen"
)
PASSED = word_set("de d di i w em en")
ENDING = word_set("más mais più oltre con com avec und mit och med met z")
_WORD = re.compile(r"\w[\w-]*")
# What stands in front belongs to something else: another sentence, or the amount before.
_BREAK = re.compile(r"[a-zß-öø-ÿ]{3}[.!?]\s+(?=[A-ZÀ-Þ])|€|\b(?:kr|zł|EUR|PLN|SEK|NOK|DKK|CHF)\b")
# `60.000 € Jahresgehalt`, but not `6 000 € par an et salaire attractif`.
_RIGHT_BEHIND = re.compile(r"\s?(?:(?!(?:et|y|e|en|und|och|og|i|oraz|sowie)\b)[^\W\d]+\s?){0,3}")


def names_pay(words: list[str]) -> bool:
    """Return whether a word in lower case is one for pay."""
    return not PAY.isdisjoint(words) or any(word.endswith(PAY_ENDINGS) for word in words)


def clause(before: str) -> str:
    """Return the end of the words before an amount: what is about the amount."""
    return _BREAK.split(before)[-1]


def is_called_behind(following: list[str], after: str) -> bool:
    """Return whether one of the words that follow an amount is for pay, or says gross or net, and belongs to the amount."""
    if _GROSS.isdisjoint(following) and not names_pay(following):
        return False
    found = _RIGHT_BEHIND.match(after)
    words = _WORD.findall(found[0].lower()) if found else []
    return not _GROSS.isdisjoint(words) or names_pay(words)
