"""Words beside amounts in German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian and Polish.

What is also an English word of job titles (`prime`, `welfare`, `assurance`) is left out or only near the amount.
"""

from streams.normalize.text import word_set

PAY = word_set(
    "entgelt verdienst verdienen verdiene bezahlung entlohnung gehaltsrahmen gehaltsspanne gehaltsband gehaltsbereich"
    " salaires rémunération rémunérations rémunéré fourchette tjm salarial salariales salarios sueldos remuneración renta"
    " salari retribución retribució salário salários remuneração vencimento bolsa-auxílio ral retribuzione stipendio paga"
    " compenso verdien verdient salarisschaal salarisindicatie stagevergoeding uurtarief lønn lønnes lönespann tjäna tjänar"
    " widełki stawka uposażenie palkka tuntipalkka"
)
# Germans, Dutch and Scandinavians call it by one word: `Jahreszielgehalt`, `uurloon`, `garantilön`.
PAY_ENDINGS = ("gehalt", "lohn", "vergütung", "loon", "salaris", "lön", "lönen", "løn", "lønn", "lønnen", "einkommen")
# And what is no pay: `Willkommensprämie`, `friskvårdsbidrag`, `reiskostenvergoeding`.
OTHER_ENDINGS = (
    "prämie", "prämien", "zuschuss", "zuschüsse", "budget", "bonus", "umsatz", "umsatzes", "geld", "gutschein", "gutscheine",
    "zulage", "pauschale", "rabatt", "volumen", "förderung", "sachbezug", "zahlung", "zahlungen", "vorsorge", "bidrag",
    "tillägg", "tillæg", "tillegg", "støtte", "tilskudd", "tilskud", "pension", "vergoeding", "toeslag", "premie", "cheques",
    "omzet", "uitkering", "wohnung", "wohnungen",
)  # fmt: skip
FAR = word_set(
    "cooptation indemnité indemnités remboursement affaires intéressement abondement chèque chèques forfait portefeuille"
    " portefeuilles levé levée investissement subvention dotation titres-restaurant loyer loyers couverture"
    " presupuesto presupuestos cartera comisiones comisión incentivos incentivo seguro facturación facturamos auxilio ayuda"
    " bono bonos vales vale subsidio premio inversión alquiler cobertura"
    " vale-refeição vale-alimentação vale-transporte auxílio auxílio-creche bônus bonificação faturamento verba orçamento"
    " subsídio prêmio prémio comissão comissões investimento aluguel"
    " fatturato buoni aziendale portafoglio provvigioni rimborso affitto"
    " premia premii bony obrót obroty obrotów budżet budżetu dofinansowanie dofinansowania ubezpieczenie ubezpieczenia"
    " dodatek dodatku nagroda nagrody prowizja prowizji czynsz"
    " omsätter omsättning omsætter omsætning omsetter omsetning provision dekning hyra"
    " deckung umsätze umsätzen miete mieten huur"
)
NEAR = word_set(
    "prime primes variable ticket tickets projet projets projekt projekte projekten projekty projecten projekter proyecto"
    " proyectos progetti projetos ventas vendas vendite ventes sprzedaż welfare"
)
SMALL = word_set(
    "de du des d à da di del von zu bis van tot om på jusqu non plafonné hasta até fino entre zwischen tussen mellan mellem"
    " mellom från fra od annuel annuelle mensuelle"
)
OTHER_AFTER = word_set(
    "umsatz jahresumsatz prämie affaires prime primes fatturato facturación faturamento omzet omsättning omsetning obrotu"
    " premii comisiones comisión provvigioni vales"
)
PASSED = word_set("de d di i w em")
ENDING = word_set("más mais più oltre con com avec und mit och med met z")
