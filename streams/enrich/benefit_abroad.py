"""Words for benefits in other languages than English; those that are trades, too, count only among others."""

from collections.abc import Mapping

from schemas.derived import Benefit

STRONG: Mapping[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: (
        "betriebliche krankenversicherung", "krankenzusatzversicherung", "mutuelle prise en charge", "mutuelle d entreprise",
        "mutuelle santé", "mutuelle familiale", "mutuelle avantageuse",
        "bonne mutuelle", "seguro médico", "seguro de gastos médicos",
        "seguro de salud", "plano de saúde", "seguro de saúde", "assistência médica", "convênio médico", "prepaga",
        "assicurazione sanitaria", "assistenza sanitaria integrativa", "polizza sanitaria", "sanità integrativa",
        "hospitalisatieverzekering", "collectieve zorgverzekering", "opiekę medyczną", "sundhedsforsikring", "sundhedsordning",
        "helseforsikring", "behandlingsforsikring",
    ),
    Benefit.DENTAL_INSURANCE: ("plano odontológico", "assistência odontológica", "convênio odontológico", "seguro dental"),
    Benefit.RETIREMENT: (
        "betriebsrente", "plan d épargne retraite", "plan de pensiones", "previdência privada", "previdência complementar",
        "plano de pensões", "fundo de pensões", "fondo pensione", "previdenza complementare", "pensioenregeling",
        "pensioenopbouw", "goed pensioen", "pensionsordning", "pensionsordninger", "firmapension", "pensjonsordning",
        "pensjonsordninger", "tjenestepensjon", "innskuddspensjon", "pracowniczy program emerytalny",
    ),
    Benefit.EQUITY: (
        "bspce", "actionnariat salarié", "actions gratuites", "mitarbeiterbeteiligung", "mitarbeiterbeteiligungsprogramm",
        "mitarbeiteraktien", "belegschaftsaktien", "opciones sobre acciones", "participação acionária", "aandelenplan",
        "aksjeprogram", "aksjespareprogram", "medarbejderaktier",
    ),
    Benefit.BONUS: (
        "weihnachtsgeld", "urlaubsgeld", "13 monatsgehalt", "13. monatsgehalt", "13 gehalt", "13. gehalt", "bonuszahlung",
        "bonuszahlungen", "jahresbonus", "erfolgsprämie", "erfolgsbeteiligung", "gewinnbeteiligung", "jahressonderzahlung",
        "13ème mois", "13e mois", "treizième mois", "prime annuelle", "primes sur objectifs", "intéressement", "bono anual",
        "bono por desempeño", "bonus anual", "plr", "participação nos lucros", "bônus anual", "bónus anual",
        "premio di risultato", "premi di risultato", "premio di produzione", "quattordicesima", "14 mensilità",
        "dertiende maand", "13e maand", "eindejaarsuitkering", "winstuitkering", "winstdeling", "bonusregeling",
        "bonusordning", "premia roczna", "premie roczne", "premia kwartalna", "premie kwartalne", "system premiowy",
    ),
    Benefit.PAID_LEAVE: (
        "sonderurlaub", "tage jahresurlaub", "tage erholungsurlaub", "jours de congés", "semaines de congés", "jours de rtt",
        "días de vacaciones", "días laborables de vacaciones", "días hábiles de vacaciones", "vacaciones pagadas",
        "dias de férias", "giorni di ferie", "permessi retribuiti", "vakantiedagen", "vakantieuren", "adv dagen",
        "ugers ferie", "feriefridage", "ukers ferie", "dni urlopu", "płatny urlop",
    ),
    Benefit.PARENTAL_LEAVE: (
        "congé parental étendu", "congé parental rémunéré", "licença maternidade estendida", "licença paternidade estendida",
        "licença parental", "föräldralönetillägg", "föräldrapenningtillägg", "løn under barsel", "barselsordning",
    ),
    Benefit.FLEXIBLE_HOURS: (
        "flexible arbeitszeitgestaltung", "horaires flexibles", "horaires aménageables", "flexibilité horaire",
        "flexibilité des horaires", "horario flexible", "flexibilidad horaria", "jornada flexible", "horário flexível",
        "horários flexíveis", "flexibilidade de horário", "orario flessibile", "orari flessibili", "flessibilità oraria",
        "flexibele werktijden", "flexibele werkuren", "flexibele uren", "glijdende werkuren", "fleksible arbejdstider",
        "fleksibel arbejdstid", "flekstid", "fleksibel arbeidstid", "fleksible arbeidstider", "fleksitid", "elastyczny grafik",
        "ruchomy czas pracy",
    ),
    Benefit.REMOTE_STIPEND: ("auxílio home office", "thuiswerkvergoeding", "indemnité télétravail", "prime télétravail"),
    Benefit.EDUCATION: (
        "weiterbildungsbudget", "fortbildungsbudget", "budget formation", "presupuesto para formación",
        "presupuesto de formación", "auxílio educação", "bolsa de estudos", "opleidingsbudget",
        "persoonlijk ontwikkelingsbudget", "studiekostenvergoeding", "scholingsbudget", "utbildningsbudget",
        "budżet szkoleniowy", "dofinansowanie do studiów", "dofinansowanie szkoleń", "dofinansowanie nauki",
    ),
    Benefit.RELOCATION: (
        "umzugshilfe", "beim umzug", "aide au déménagement", "prise en charge du déménagement", "ayuda para reubicación",
        "paquete de reubicación", "auxílio mudança", "verhuisvergoeding", "verhuiskostenvergoeding", "flytteutgifter",
        "flyttegodtgjørelse", "flyttbidrag", "pakiet relokacyjny",
    ),
    Benefit.WELLNESS: (
        "wellpass", "wellhub", "gympass", "totalpass", "total pass", "gymlib", "firmenfitness", "fitnesszuschuss",
        "sportabonnement", "bedrijfsfitness", "treningsstøtte", "treningsavtale", "firmafitness", "zuschuss zum fitnessstudio",
    ),
}  # fmt: skip
WEAK: Mapping[Benefit, tuple[str, ...]] = {
    Benefit.HEALTH_INSURANCE: ("krankenversicherung", "mutuelle", "assurance santé", "zorgverzekering", "obra social"),
    Benefit.LIFE_INSURANCE: ("seguro de vida", "assurance vie", "assicurazione vita", "lebensversicherung"),
    Benefit.RETIREMENT: ("pensioen", "pensjon"),
    Benefit.PAID_LEAVE: ("congés payés", "rtt", "vacaciones", "férias", "ferie", "ferie e permessi"),
    Benefit.WELLNESS: ("fitnessstudio", "gimnasio", "salle de sport", "sportschool"),
}  # fmt: skip
# What is sold, administered, or stood in for.
NO_BENEFIT = (
    "beratung zur altersvorsorge", "zu betrieblicher altersvorsorge", "betrieblichen altersvorsorge beraten",
    "gestion de la mutuelle", "gestion des congés payés", "venta de seguro de vida", "venda de plano de saúde",
    "venda de planos de saúde", "operadora de plano de saúde", "operadora de planos de saúde",
)  # fmt: skip
