"""Phrases of running text that name a kind of contract in other languages than English: a job and its time, and statements."""

from collections.abc import Iterator, Mapping

from schemas.derived import EmploymentType
from streams.enrich.kinds.languages import EITHER, WORDS
from streams.enrich.words import KindWord, beside, joined

# Before and behind the English words, which other languages have as well.
_BEFORE: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("lavoro", "contratto", "orario", "posizione", "impegno", "tempo indeterminato", "tempo determinato",
        "orario di lavoro"),
        ("", "a"),
    ),
    (("vaga", "trabalho", "horário", "contrato", "regime", "efetivo", "clt", "trabalho em", "jornada"), ("", "em")),
    (("puesto", "contrato", "trabajo", "horario"), ("", "de", "a")),
    (("een", "contract", "dienstverband", "vast", "onze"), ("",)), (("poste", "contrat", "cdi"), ("", "à", "en")),
)  # fmt: skip
_BEHIND = (
    ("functie", "baan", "dienstverband", "contract", "collega", "medewerker"),
    ("stelle", "anställning", "tjänst", "stilling"),
)
_SAID: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: (
        "vollzeit zu besetzen", "in vollzeit", "jornada: completa", "jornada : completa", "tipo de jornada: completa",
        "jornada laboral: completa", "etat: pełny", "w pełnym wymiarze", "stillingsprosent: 100", "fast stilling 100",
        "100 % stilling", "100% stilling", "100 % fast stilling", "100% fast stilling", "stillingen er fast, 100",
        "i full stilling", "disponibilità full time", "disponibilità a tempo pieno", "wymiar etatu: pełny",
        "wymiar etatu: 1/1",
    ),
    EmploymentType.PART_TIME: (
        *joined(("en", "ett"), ("behovsanställning", "timanställning", "extrajobb")),
        "in teilzeit", "teilzeit zu besetzen", "auf minijob basis", "auf minijobbasis", "jornada: parcial",
        "tipo de jornada: parcial",
        *joined(("450", "520", "538", "556", "603"), ("euro basis", "€ basis", "euro job")),
        "disponibilità part time", *joined(("wymiar etatu:", "etat:"), ("1/2", "3/4", "1/4", "0,5")), "w niepełnym wymiarze",
        "zatrudnienie na pół etatu",
        *(f"{share}{sign} {post}" for share in range(10, 100, 10) for sign in ("%", " %") for post in ("stilling",
        "fast stilling")),
    ),
    EmploymentType.CONTRACT: (
        "freiberufliche tätigkeit", "freiberufliche mitarbeit", "umowę b2b", "honorarios por servicios",
        *joined(("en",), ("freelance", "portage salarial")), "mission freelance", "mission en freelance",
        "colaboración freelance", "auf freiberuflicher basis", "in freier mitarbeit", "als freier mitarbeiter",
        "als freie mitarbeiterin", "auf honorarbasis",
        *joined(("contrato", "contratación", "modalidad:", "modalidad de contratación:"), ("", "por", "de"),
                ("prestación de servicios",)),
        *joined(("contrato", "regime", "contratação", "contrato de", "regime de", "modelo:"), ("pj", "prestação de serviços")),
        *joined(("contratação:", "contrato:", "regime:"), ("pj", "pessoa jurídica", "prestador de serviços")),
        *joined(("a", "in", "con"), ("partita iva",)), *joined(("in", "con", "collaborazione"), ("p.iva",)),
        "op freelance basis", "op zzp basis", "als zzp'er", "als zzp’er", "współpraca b2b", "współpracy: b2b",
        "współpracy b2b", "umowy: b2b", "umowa: b2b", "na zasadach b2b", "w oparciu o umowę zlecenie",
        "w ramach umowy zlecenia", "na umowę zlecenie", "på freelancebasis", "som frilans",
    ),
    EmploymentType.TEMPORARY: (
        "puesto temporal", "vacante temporal", "contratação temporária", "op uitzendbasis", "contract: bepaalde duur",
        "contract : bepaalde duur", "en cdd", "un cdd", "cdd de", "contrat en cdd", "contrat cdd", "contrat: cdd",
        "contrat : cdd", "contrat à durée déterminée",
        "cdd à pourvoir", "cdd renouvelable", *joined(("cdd",), map(str, range(1, 25)), ("mois",)), "mission d'intérim",
        "mission d’intérim", "mission intérim", "contrat d'intérim", "contrat saisonnier", "emploi saisonnier",
        "poste saisonnier",
        *joined(("remplacement", "remplacement d'un", "remplacement d’un", "remplacement de"), ("congé maternité",
        "congé parental")), "contrato temporal", "contrato de duración determinada", "de duración determinada",
        *joined(("contrato de", "contrato por"), ("sustitución", "interinidad", "obra y servicio", "obra o servicio", "obra")),
        "contrato eventual", "contrato temporário", "contrato a termo", "contrato de trabalho a termo",
        "contrato por tempo determinado", "contrato por prazo determinado", "a termo certo", "a termo incerto",
        "contratto a tempo determinato", "a tempo determinato", "contratto di somministrazione", "contratto stagionale",
        "contratto interinale", "contract van bepaalde duur", "contract voor bepaalde tijd", "contract bepaalde duur",
        "contract van bepaalde tijd", "voor bepaalde tijd", "tijdelijk contract", "tijdelijke aanstelling",
        "tijdelijke functie", "een zwangerschapsvervanging", "een jaarcontract", "jaarcontract met", "visstidsanställning",
        "ett vikariat", "tidsbegränsad anställning", "tidsbegränsad tjänst", "stillingen er tidsbegrænset",
        "tidsbegrænset stilling", "tidsbegrænset til", "et barselsvikariat", "barselsvikariat", "stillingen er midlertidig",
        "midlertidig stilling", "midlertidig ansettelse", "midlertidig engasjement",
        *joined(("engasjement",), ("i", "på"), (*map(str, range(1, 25)), "ett", "to", "tre"), ("år", "måneder", "mnd")),
        "et vikariat", "vikariat på", "vikariat i", "vikariat frem til", "umowa na czas określony", "umowę na czas określony",
        "umowa na zastępstwo", "umowę na zastępstwo", "praca tymczasowa", "praca sezonowa", "zatrudnienie tymczasowe",
        *joined(("befristet", "arbeitsverhältnis", "stelle", "anstellung", "vertrag", "projektbezogen"), ("ist befristet",)),
        *joined(("ist", "sind", "zunächst", "vorerst"), ("befristet",)), "befristete vollzeitstelle", "befristeter vertrag",
        "befristeten vertrag", "befristeter arbeitsvertrag", "befristeten arbeitsvertrag", "befristetes arbeitsverhältnis",
        "befristete beschäftigung", *joined(("eine", "als", "suchen", "ist eine"), ("elternzeitvertretung",
        "schwangerschaftsvertretung", "mutterschutzvertretung", "krankheitsvertretung", "karenzvertretung")),
    ),
    EmploymentType.INTERNSHIP: (
        *joined(("beca de",), map(str, range(2, 13)), ("meses",)), *joined(("vagas de", "oportunidade de"), ("estágio",)),
        "program stażowy",
        *joined(("een", "naar een", "een leuke", "een uitdagende", "een leerzame"), ("stage",)),
        "das praktikum dauert", "dauer des praktikums", "praktikumsdauer", "während deines praktikums",
        "während ihres praktikums", "im rahmen deines praktikums", "in deinem praktikum", "für ein praktikum",
        "monatiges praktikum", "bezahltes praktikum",
        *joined(("ein",), ("vergütetes", "spannendes", "freiwilliges", "abwechslungsreiches", "interessantes"), ("praktikum",)),
        "freiwilliges praktikum", "stage conventionné", "durée du stage", "offre de stage", "contrat: stage",
        "contrat : stage", "stage de fin d'études", "stage de fin d’études", "stage de 6 mois",
        *joined(("stage", "stage d'une durée de", "stage de", "stage d’une durée de"), map(str, range(2, 7)), ("mois",)),
        *joined(("stage", "stage di", "stage della durata di"), map(str, range(2, 13)), ("mesi",)),
        *joined(("offre", "offriamo", "propone"), ("", "uno"), ("stage",)), "contratto di stage", "previsto uno stage",
        "stage retribuito", "stage curriculare", "stage extracurriculare", "tirocinio extracurriculare",
        "tirocinio curriculare", "contratto di tirocinio",
        *joined(("offre", "offriamo", "offre un", "offriamo un", "previsto un"), ("tirocinio",)),
        "convenio de prácticas", "contrato en prácticas", "contrato de prácticas", "prácticas remuneradas",
        "realizar prácticas", "programa de prácticas", "prácticas curriculares", "prácticas extracurriculares",
        "plan de prácticas", "beca remunerada", "vaga de estágio", "programa de estágio", "contrato de estágio",
        "estágio curricular", "estágio profissional", "bolsa de estágio", "um estagiário", "uma estagiária",
        "estágio remunerado", "bolsa auxílio", "stageperiode",
        *joined(("zoeken een", "op zoek naar een", "als"), ("stagiair", "stagiaire")),
        "stagevergoeding", "een afstudeerstage", "een meewerkstage", "jouw stage", "je stage",
        *joined(("söker en", "søger en", "søker en", "som"), ("praktikant",)),
        "praktikantperiode", "praktikperiode", "płatny staż", "płatne praktyki", "płatnych praktyk", "praktyki trwające",
        "program praktyk", "programu stażowego", "staż trwa", "praktyki letnie", "praktyki studenckie",
    ),
    EmploymentType.VOLUNTEER: ("ehrenamtliche mitarbeit", "ehrenamtliche tätigkeit", "mission bénévole", "en bénévolat"),
}  # fmt: skip
# The same words of other people, and of what one has done.
_OF_OTHERS = (
    *joined(("encadrement", "tutorat", "gestion", "formation"), ("d'un stagiaire", "d’un stagiaire", "de stagiaires")),
    *joined(("effectué", "réalisé", "fait"), ("un stage",)), *joined(("svolto", "fatto", "effettuato"), ("uno stage",
    "un tirocinio")),
    *joined(("encadrer", "accompagner", "former"), ("un stagiaire",)), "ein praktikum absolviert", "praktikum absolviert",
    *joined(("empresa de", "empresas de", "agencia de", "agência de"), ("trabajo temporal", "trabalho temporário")),
    "contratto di somministrazione a tempo indeterminato", "befristete oder unbefristete", "praktik, sommarjobb",
    "sommarjobb eller", "sommarjobb och", "eller sommarjobb", "unbefristete oder befristete",
)  # fmt: skip


def spoken() -> Iterator[tuple[str, KindWord | None]]:
    """Yield the phrases of running text with the kind each names; None for what names none, whatever shorter phrase is in it."""
    yield from ((word, KindWord(kind, bare=True, abroad=True)) for kind, words in WORDS.items() for word in words)
    for kind, time in ((EmploymentType.FULL_TIME, "full"), (EmploymentType.PART_TIME, "part")):
        forms = (f"{time} time", f"{time}time")
        yield from ((phrase, KindWord(kind)) for names, signs in _BEFORE for phrase in joined(names, signs, forms))
        yield from ((phrase, KindWord(kind)) for names, _ in _BEFORE for phrase in beside(names, forms, (", ",)))
        yield from ((phrase, KindWord(kind)) for names in _BEHIND for phrase in joined(forms, names))
    yield from ((phrase, KindWord(kind)) for kind, phrases in _SAID.items() for phrase in phrases)
    yield from ((phrase, None) for phrase in (*_OF_OTHERS, *EITHER))
