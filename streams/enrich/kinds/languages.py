"""Words for kinds of contract in other languages than English: those of fields and titles.

German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish. A contract for good (`CDI`, `contrato
indefinido`) does not say how much of the week it takes, and an apprenticeship is no internship: they are no words here.
"""

from collections.abc import Iterator, Mapping

from schemas.derived import EmploymentType
from streams.enrich.words import joined

# In fields, titles and headings, and in running text where they stand by themselves.
FULL = (
    "vollzeit", "vollzeitstelle", "vollzeitjob", "vollzeitbeschäftigung", "vollzeitanstellung", "temps plein", "plein temps",
    "temps complet", "jornada completa", "tiempo completo", "tempo integral", "tempo inteiro", "tempo completo",
    "período integral", "periodo integral", "tempo pieno", "voltijds", "voltijd", "voltijdse", "heltid", "heltidstjänst",
    "heltidsanställning", "fuldtid", "fuld tid", "fuldtidsstilling", "fulltid", "fulltidsstilling", "heltidsstilling",
    "full stilling", "pełny etat", "pełen etat", "cały etat", "pełnym wymiarze", "pełnego etatu",
)  # fmt: skip
PART = (
    "teilzeit", "teilzeitstelle", "teilzeitjob", "teilzeitbeschäftigung", "minijob", "minijobber", "minijobbasis",
    "geringfügige beschäftigung", "geringfügig beschäftigt", "temps partiel", "mi temps", "media jornada", "jornada parcial",
    "tiempo parcial", "medio tiempo", "meio período", "meio periodo", "meio expediente", "tempo parcial", "tempo parziale",
    "deeltijds", "deeltijd", "deeltijdse", "bijbaan", "bijbaantje", "deltid", "deltidstjänst", "deltidsanställning",
    "deltidsstilling", "extrajobb", "timanställning", "timanställd", "behovsanställning", "timvikarie", "timvikarier",
    "tilkallingsvikar", "tilkallingsvakt", "ringevikar", "pół etatu", "część etatu", "części etatu", "niepełny etat",
    "niepełnym wymiarze", "praca dodatkowa", "1/2 etatu", "3/4 etatu", "1/4 etatu",
)  # fmt: skip
_CONTRACT = (
    "freiberuflich", "freiberufliche", "freiberuflicher", "freiberuflichen", "freiberufler", "freie mitarbeit",
    "freier mitarbeiter", "freie mitarbeiter", "freie mitarbeiterin", "honorarkraft", "honorarkräfte", "honorarbasis",
    "auto entrepreneur", "autoentrepreneur", "portage salarial", "por honorarios", "recibos verdes", "partita iva",
    "libero professionista", "zzp", "zzp'er", "zzper", "frilans", "frilansare", "freelancebasis", "umowa zlecenie",
    "umowa zlecenia", "umowę zlecenie", "umowy zlecenia", "umowa o dzieło", "umowę o dzieło", "kontrakt b2b",
)  # fmt: skip
_TEMPORARY = (
    "befristet", "befristete", "befristeter", "befristeten", "elternzeitvertretung", "schwangerschaftsvertretung",
    "mutterschutzvertretung", "krankheitsvertretung", "karenzvertretung", "saisonkraft", "saisonkräfte", "saisonarbeit",
    "saisonstelle", "ferienjob", "ferienaushilfe", "saisonnier", "saisonnière", "saisonniers", "job d'été", "job d’été",
    "remplacement congé maternité", "remplacement de congé maternité", "contrato temporal", "sustitución maternidad",
    "contrato temporário", "vaga temporária", "termo certo", "termo incerto", "tempo determinado", "prazo determinado",
    "tempo determinato", "stagionale", "stagionali", "sostituzione maternità", "tijdelijk", "tijdelijke", "jaarcontract",
    "zwangerschapsvervanging", "vakantiekracht", "vakantiekrachten", "vakantiewerk", "seizoenskracht", "seizoenswerk",
    "uitzendbasis", "vikariat", "vikarierande", "semestervikarie", "semestervikarier", "sommarvikarie", "sommarvikarier",
    "föräldravikariat", "sommarvikariat", "sommarjobb", "feriejobb", "visstid", "visstidsanställning", "säsongsarbete",
    "säsongsanställning", "barselsvikar", "barselsvikariat", "årsvikar", "årsvikariat", "tidsbegrænset", "sæsonarbejde",
    "sommerjob", "sommerjobb", "feriejob", "sommervikar", "sommervikarer", "ferievikar", "ferievikarer",
    "midlertidig stilling", "midlertidig ansettelse", "midlertidig ansættelse", "umowa na zastępstwo", "praca sezonowa",
    "pracownik sezonowy", "praca tymczasowa", "pracownik tymczasowy",
)  # fmt: skip
# An intern by kind and by level; those of titles only, in a sentence, are words of other things.
INTERNS = (
    "praktikum", "pflichtpraktikum", "praktikant", "praktikantin", "praktikant in", "stagiaire", "becario", "becaria", "pasante",
    "practicante", "estágio", "estagiário", "estagiária", "tirocinio", "tirocinante", "stagista", "stagiair", "afstudeerstage",
    "meewerkstage", "praktikplats", "praktikplads", "stażysta", "stażystka", "praktykant", "praktykantka", "płatny staż",
)  # fmt: skip
INTERNS_IN_TITLES = ("prácticas", "praktyki", *joined(("praktik",), ("inom", "hos")))
_INTERNSHIP = (
    *INTERNS, "praktikumsplatz", "praktikumsstelle", "praktikantenstelle", "praxissemester", "becario a", "pasantía", "pasantia",
    "stageplaats", "stageplek", "praktikantstilling", "praktikantplass", "staż w", "program stażowy",
)  # fmt: skip
_VOLUNTEER = (
    "ehrenamtlich", "ehrenamtlicher", "bénévole", "bénévolat", "vrijwilliger", "vrijwilligerswerk", "wolontariusz",
)  # fmt: skip
WORDS: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: FULL,
    EmploymentType.PART_TIME: PART,
    EmploymentType.CONTRACT: _CONTRACT,
    EmploymentType.TEMPORARY: _TEMPORARY,
    EmploymentType.INTERNSHIP: _INTERNSHIP,
    EmploymentType.VOLUNTEER: _VOLUNTEER,
}
# In titles too they say it, but in a sentence they are words of other things.
_TITLES: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.PART_TIME: ("halbtags",),
    EmploymentType.CONTRACT: ("auf honorarbasis", "in p.iva", "p.iva"),
    EmploymentType.TEMPORARY: (
        "cdd", "en intérim", "mission intérim", "temporário", "temporária", "vikar", "vikarie", "vikarier", "por temporada",
        "temporada", "interinidad",
    ),
    EmploymentType.INTERNSHIP: (
        *INTERNS_IN_TITLES, "beca de", "beca en", "estagiário a", "afstudeeropdracht", "stageopdracht",
        *joined(("praktik",), ("på", "som")),
    ),
}  # fmt: skip
# Only where a field says nothing else.
_FIELDS: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.CONTRACT: (
        "autónomo", "pj", "pessoa jurídica", "prestador de serviços", "prestación de servicios", "indépendant",
    ),
    EmploymentType.TEMPORARY: (
        "intérim", "duración determinada", "durée déterminée", "bepaalde tijd", "bepaalde duur", "uitzendkracht",
        "uitzendwerk", "engasjement", "midlertidig", "czas określony", "somministrazione", "interinale",
        "trabalho temporário", "trabajo temporal", "temporal", "eventual",
    ),
}  # fmt: skip
# What else has such a word: the art of doing something well, who places others, and those whom one looks after.
_NO_TITLES = (
    *joined(("buenas", "boas", "mejores", "melhores", "dobre", "najlepsze"), ("prácticas", "práticas", "praktyki")),
    *joined(("kyc", "edd", "aml"), ("cdd",)),
    *joined(("cdd",), ("analyst", "officer", "specialist", "manager", "consultant", "kyc", "edd", "associate", "medewerker")),
    "trabajo temporal", "trabalho temporário",
    *joined(("coordenador", "coordenadora", "supervisor", "supervisora"), ("de",), ("estágio",)), "prácticas de manufactura",
)  # fmt: skip


def titled() -> Iterator[tuple[str, EmploymentType | None]]:
    """Yield the words of titles and headings with the kind each names; None for what names none."""
    for words in (WORDS, _TITLES):
        yield from ((word, kind) for kind, of_kind in words.items() for word in of_kind)
    yield from ((phrase, None) for phrase in (*_NO_TITLES, *EITHER))


def stated() -> Iterator[tuple[str, EmploymentType | None]]:
    """Yield the words of fields with the kind each names; None for what names none."""
    yield from titled()
    yield from ((word, kind) for kind, words in _FIELDS.items() for word in words)


# Of these one may choose.
_HALVES = (
    (("voll", "teil"), "zeit", ("/", " / ", "- / -", "-/", "- oder ", " oder ", "- und ", " und ", "- bzw. ", " bzw. ")),
    (("hel", "del"), "tid", ("/", "-/", "- eller ", " eller ", "- och ", "- og ")),
    (("full", "del"), "tid", ("/", "-/", "- eller ", " eller ")), (("fuld", "del"), "tid", ("/", "-/", "- eller ", " eller ")),
    (("full", "part"), "time", ("- oder ", "- of ", "- ou ", "- o ", "- eller ", "- lub ")),
    (("vol", "deel"), "tijds", ("/", "-/", "- of ", " of ")), (("vol", "deel"), "tijd", ("/", "-/", "- of ", " of ")),
)  # fmt: skip
EITHER = (
    *(f"{one}{sign}{other}{end}" for (one, other), end, signs in _HALVES for sign in signs),
    *(f"{other}{sign}{one}{end}" for (one, other), end, signs in _HALVES for sign in signs),
    *joined(("umowa o pracę", "uop"), ("lub", "albo", "/"), ("b2b", "kontrakt b2b", "umowa zlecenie")),
    "completa o parcial", "jornada completa o parcial", "jornada completa/parcial", "jornada parcial o completa",
    *joined(("", "a", "contratto a"), ("tempo determinato o indeterminato", "tempo determinato/indeterminato",
    "tempo indeterminato o determinato")),
    "somministrazione a tempo indeterminato", "cdi ou cdd", "cdd ou cdi", "cdi/cdd", "cdd/cdi", "befristet oder unbefristet",
    "unbefristet oder befristet", "nicht befristet", "inte tidsbegränsad", "pełny lub część etatu", "cały lub część etatu",
    "pełny etat lub część etatu", "pełny etat/część etatu",
)  # fmt: skip
