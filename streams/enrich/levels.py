"""Words for levels in titles in other languages than English.

German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish. Who leads a department, a shop or a
shift has no level of ours, as a manager has none.
"""

from collections.abc import Iterator, Mapping

from schemas.derived import Seniority
from streams.enrich.kinds.languages import INTERNS, INTERNS_IN_TITLES
from streams.enrich.words import joined

_ROLES = (
    "rådgiver", "rådgivare", "rådgjevar", "konsulent", "konsult", "ingeniør", "ingenjör", "utvikler", "udvikler",
    "utvecklare", "forsker", "forskare", "analytiker", "arkitekt", "koordinator", "specialist", "spesialist", "økonom",
    "controller", "designer", "advokat", "revisor", "selger", "säljare", "sælger", "berater", "entwickler", "consultant",
    "projektleder", "prosjektleder",
)  # fmt: skip
# They learn as interns do, but an apprenticeship is no internship by kind.
_APPRENTICES = (
    "azubi", "auszubildende", "auszubildender", "auszubildenden", *joined(("ausbildung",), ("zum", "zur", "als")),
    "duales studium", "alternance", "alternant", "alternante", "apprenti", "apprentie", "jovem aprendiz", "apprendista",
    "lærling", "lärling",
)  # fmt: skip
LEVELS: Mapping[Seniority, tuple[str, ...]] = {
    Seniority.INTERN: (
        *INTERNS, *INTERNS_IN_TITLES, *_APPRENTICES, "en prácticas",
    ),
    Seniority.JUNIOR: (
        "júnior", "berufseinsteiger", "berufseinsteigerin", "berufseinstieg", "berufsanfänger", "débutant", "débutante",
        "jeune diplômé", "jeune diplômée", "neolaureato", "neolaureata", "neolaureati", "młodsza", "młodszego", "młodszej",
        *(f"junior{role}" for role in _ROLES),
    ),
    Seniority.MID: ("pleno", "semi senior", "semisenior", "confirmé", "confirmée"),
    Seniority.SENIOR: (
        "sênior", "sénior", "seniora", "expérimentée", "chevronné", "starsza", "starszego", "starszej", "erfahrener",
        "erfahrene",
        "erfaren", "erfarna", "ervaren", "doświadczony", "doświadczona", *(f"senior{role}" for role in _ROLES),
    ),
    Seniority.LEAD: (
        "teamleitung", "team leitung", "team leiter", "team leiterin", "gruppenleiter", "gruppenleiterin", "gruppenleitung",
        "chef d'équipe", "chef d’équipe", "cheffe d'équipe", "cheffe d’équipe", "responsable d'équipe",
        "responsable d’équipe", "jefe de equipo", "jefa de equipo", "líder de equipo", "líder técnico", "líder técnica",
        "líder de equipe", "líder de equipa", "chefe de equipa", "chefe de equipe", "capo squadra", "caposquadra",
        "responsabile di team", "teamleider", "teamleidster", "ploegleider", "teamledare", "teamleder", "gruppchef",
        "gruppledare", "gruppeleder", "lider zespołu", "liderka zespołu", "kierownik zespołu",
    ),
    Seniority.DIRECTOR: (
        "leiterin", "bereichsleiter", "bereichsleiterin", "bereichsleitung", "direktor", "direktorin", "directeur",
        "directrice", "directora", "direttore", "direttrice", "diretor", "diretora", "hoofd", "direktör", "direktør",
        "dyrektor", "dyrektorka",
    ),
    Seniority.EXECUTIVE: (
        "geschäftsführer", "geschäftsführerin", "geschäftsführer in", "directeur général", "directrice générale",
        "director general", "directora general", "gerente general", "diretor geral", "diretora geral", "diretor executivo",
        "direttore generale", "amministratore delegato", "amministratrice delegata", "algemeen directeur", "pdg",
        "verkställande direktör", *joined(("vd",), ("till", "för", "och")), "administrerende direktør", "adm. direktør",
        "prezes zarządu", "dyrektor generalny", "dyrektor zarządzający",
    ),
}  # fmt: skip
# Old people, who runs a shop, a school or a building site, and the arts.
NO_LEVELS = (
    *joined(("résidence", "residencia", "residenza", "residência"), ("senior", "sénior", "sênior")),
    *joined(("projekt", "bau", "filial", "markt", "schicht", "objekt", "kita", "küchen", "restaurant"), ("leiter", "leiterin")),
    *joined(
        ("directeur", "directrice"), ("", "de", "d'", "d’", "des"),
        ("restaurant", "magasin", "agence", "crèche", "école", "travaux", "hôtel", "centre", "artistique", "clientèle",
        "cabinet"),
    ),
    *joined(("director", "directora"), ("de",), ("arte", "tienda", "obra", "obras", "sucursal", "escuela", "hotel",
    "orquesta")),
    *joined(("diretor", "diretora"), ("de",), ("arte", "escola", "turma", "loja", "fotografia", "hotel")),
    *joined(("direttore", "direttrice"), ("", "di", "dei"), ("lavori", "negozio", "punto vendita", "filiale", "cantiere",
    "hotel")),
    "direttore artistico", *joined(("dyrektor",), ("szkoły", "przedszkola", "sklepu", "hotelu", "oddziału")),
    *joined(("directeur",), ("basisschool", "kinderopvang", "school")), "buenas prácticas", "hoofd conducteur",
    *joined(("opiekun", "opiekunka"), ("seniora",)),
)  # fmt: skip


def level_words() -> Iterator[tuple[str, Seniority | None]]:
    """Yield the words of titles with the level each names; None for what names none."""
    yield from ((word, level) for level, words in LEVELS.items() for word in words)
    yield from ((phrase, None) for phrase in NO_LEVELS)
