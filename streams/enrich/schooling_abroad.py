"""Words for degrees and schooling in other languages than English, German, Swedish and Polish, which are in `schooling`.

What is also something else is told with a word beside it: HBO sends films, VWO tests pages.
"""

from collections.abc import Iterator, Mapping

from schemas.derived import Education
from streams.enrich.words import joined

# What French count from the baccalaureate: years -> level.
_BAC: Mapping[str, Education] = {
    "2": Education.ASSOCIATE, "2/3": Education.ASSOCIATE, "2 à": Education.ASSOCIATE, "3": Education.BACHELOR,
    "3/4": Education.BACHELOR, "3/5": Education.BACHELOR, "4": Education.BACHELOR, "4/5": Education.MASTER,
    "5": Education.MASTER, "8": Education.DOCTORATE,
}  # fmt: skip
# What Dutch schools lead to, and how ads name them: `HBO werk- en denkniveau`.
_DUTCH: Mapping[str, Education] = {
    "vwo": Education.SECONDARY, "mbo": Education.VOCATIONAL, "hbo": Education.BACHELOR, "wo": Education.MASTER,
}  # fmt: skip
_DUTCH_WORDS = ("werk- en denkniveau", "werk en denkniveau", "denkniveau", "niveau", "opleiding", "diploma", "werk", "geschoold")
_WORDS: dict[Education, tuple[str, ...]] = {
    Education.SECONDARY: (
        "niveau bac", "baccalauréat", "bac général", "titulaire du bac", "bachillerato", "bachiller", "preparatoria",
        "educación secundaria", "secundaria completa", "secundario completo", "graduado escolar", "ensino médio",
        "médio completo", "12º ano", "segundo grau completo", "2º grau completo", "diploma di", "diploma superiore",
        "scuola superiore", "scuola media superiore", "licenza media", "vmbo", "havo", "havo/vwo", "havo of vwo",
        "middelbare school", "studentereksamen", "videregående skole", "videregående opplæring",
    ),
    Education.VOCATIONAL: (
        "titulaire d un cap", "cap/bep", "cap bep", "bac pro", "baccalauréat professionnel", "titre professionnel",
        "brevet professionnel", "formación profesional grado", "formación profesional de grado",
        "título de formación profesional", "ciclo formativo", "fp de grado", "fp grado", "grado medio", "grado superior",
        "técnico superior en", "curso técnico", "ensino técnico", "técnico completo", "nível técnico",
        "qualifica professionale", "diploma professionale", "mbo/hbo", "mbo of hbo", "mbo hbo", "mbo 4", "mbo+",
        "erhvervsuddannelse", "svendebrev", "faglært", "fagbrev", "fagskole", "fagutdanning",
    ),
    Education.ASSOCIATE: (
        *joined(("un", "type", "niveau", "diplôme de", "dut ou", "dut", "dut/"), ("bts",)),
        *joined(("un", "type", "niveau", "bts ou", "bts", "bts/"), ("dut",)),
        "bts en", "bts ou", "bts dans", "deust",
    ),
    Education.BACHELOR: (
        "licence pro", "licence professionnelle", "licence en", "licence ou", "licenciatura", "licenciado en",
        "licenciada en", "licenciado/a en", "grado en", "graduado en", "graduada en", "grado universitario",
        "titulación universitaria", "título universitario", "estudios universitarios", "carrera universitaria",
        "formación universitaria", "título de ingeniería", "ingeniero en", "ingeniería en sistemas",
        "ingeniería en informática", "ensino superior", "superior completo", "formação superior", "nível superior",
        "curso superior", "graduação em", "graduação completa", "graduação concluída", "bacharelado", "bacharel em", "laurea",
        "laureato", "laureata", "laureati", "diploma di laurea", "laurea triennale", "hbo/wo", "hbo of wo", "hbo wo", "hbo+",
        "afgeronde hbo", "bachelordiploma", "bachelorgrad", "professionsbachelor", "diplomingeniør",
        "videregående uddannelse", "høyere utdanning", "høyere utdannelse", "høyskoleutdanning", "høgskoleutdanning",
        "universitetsutdanning",
    ),
    Education.MASTER: (
        "diplôme d ingénieur", "diplômé d une école", "issu d une école", "issue d une école", "type école de commerce",
        "master 2", "mastère", "titulaire d un master", "niveau master", "master ou", "máster en", "máster universitario",
        "master en", "maestría", "posgrado", "postgrado", "mestrado", "pós graduação", "laurea magistrale",
        "laurea specialistica", "laurea quinquennale", "universitair werk- en denkniveau", "universitaire opleiding",
        "universitair diploma", "masterdiploma", "kandidatgrad", "kandidatuddannelse", "cand merc", "cand polyt",
        "cand scient", "mastergrad", "sivilingeniør", "siviløkonom",
    ),
    Education.DOCTORATE: ("doctorat", "doctorado", "doutorado", "doutoramento", "dottorato", "doktorgrad"),
}  # fmt: skip
# Students, courses that somebody sells, and schools that hire.
NO_SCHOOLING = (
    "corsi di laurea", "corso di laurea", "ensino superior incompleto", "superior incompleto", "ensino superior em andamento",
    "superior em andamento", "superior em curso", "ensino superior em curso", "cursando ensino superior",
    "cursando nível superior", "instituição de ensino superior", "instituições de ensino superior",
    "instituto de ensino superior", "mbo student", "hbo student", "wo student", "hbo studenten", "duales studium",
)  # fmt: skip


def schooling_abroad() -> Iterator[tuple[str, Education]]:
    """Yield (phrase, the lowest level that it names)."""
    for level, phrases in _WORDS.items():
        yield from ((phrase, level) for phrase in phrases)
    for years, level in _BAC.items():
        yield from ((phrase, level) for phrase in joined(("", "niveau"), (f"bac+{years}", f"bac +{years}", f"bac + {years}")))
    for school, level in _DUTCH.items():
        yield from ((phrase, level) for phrase in joined((school,), _DUTCH_WORDS))
