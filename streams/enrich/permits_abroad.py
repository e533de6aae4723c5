"""What texts in other languages than English say of visas and security clearances.

German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish. A permit that one must have already says
nothing of what the employer does.
"""

import re

from schemas.derived import Clearance, Visa

VISA_WORDS = (
    "visum", "visums", "visa sponsoring", "visum sponsoring", "visumsponsoring", "visumsunterstützung", "visumunterstützung",
    "visa", "visas", "visado", "visados", "visto", "vistos", "visti", "visumsponsring", "visumsponsorering", "visumsponsing",
    "wizy", "wizę", "wizowy", "wizowego", "wizowe", "arbetstillstånd", "werkvergunning",
)  # fmt: skip
CLEARANCE_WORDS = (
    "sicherheitsüberprüfung", "habilitation secret", "habilitation défense", "secret défense", "confidentiel défense",
    "habilitable", "habilitación de seguridad", "habilitación personal de seguridad", "acreditación de seguridad",
    "credenciação de segurança", "nulla osta di sicurezza", "nulla osta sicurezza", "possesso del nos", "conseguire il nos",
    "ottenere il nos", "veiligheidsonderzoek", "vertrouwensfunctie", "verklaring van geen bezwaar", "veiligheidsmachtiging",
    "säkerhetsprövning", "säkerhetsprövas", "säkerhetsklassad", "säkerhetsklass", "sikkerhedsgodkendes",
    "sikkerhedsgodkendelse", "sikkerhedsgodkendt", "sikkerhetsklarering", "sikkerhetsklareres", "sikkerhetsklarert",
    "poświadczenie bezpieczeństwa", "poświadczenia bezpieczeństwa",
)  # fmt: skip
# Who helps with one, and who says so of himself.
_WE_HELP = re.compile(
    r"\b(?:wir (?:unterstützen|helfen|übernehmen|bieten|kümmern)|nous (?:(?:vous )?(?:accompagnons|aidons|proposons"
    r"|offrons)|prenons en charge)"
    r"|(?:ofrecemos|proporcionamos|patrocinamos|(?:te )?(?:ayudamos|apoyamos)|oferecemos|patrocinamos"
    r"|(?:te )?(?:apoiamos|ajudamos))"
    r"|(?:offriamo|supportiamo|aiutiamo|ti aiutiamo)|w(?:ij|e) (?:regelen|helpen|bieden|ondersteunen|sponsoren)"
    r"|vi (?:hjälper|erbjuder|sponsrar|stöttar|hjælper|tilbyder|hjelper|tilbyr|sponser)|(?:pomagamy|zapewniamy"
    r"|oferujemy|sponsorujemy))\b"
)
# `Unterstützung bei Visum und Umzug`, as a line of what is offered.
_HELP = re.compile(
    r"^\W{0,4}(?:unterstützung|hilfe|aide|accompagnement|apoyo|ayuda|apoio|ajuda|supporto|aiuto|hulp|ondersteuning"
    r"|hjälp|stöd|hjælp|hjelp"
    r"|bistand|wsparcie|pomoc)\b(?: [^\s.,;:]{1,14}){0,5} (?:visum|visas?|visado|visto|wizy)(?:$|\W*$| (?:und|et|y|e|en"
    r"|och|og|i) )"
)
_SPONSORED = re.compile(
    r"(?:visum|visa)[- ]?(?:spon[sz]|unterst)\w+ (?:ist|is|är|er) (?:möglich|mogelijk|möjligt?|muligt?|tillgänglig\w*"
    r"|beschikbaar)"
)
_SPONSOR = re.compile(r"spons|patroc|parrain|unterstütz|wsparci")
_DENIED = re.compile(
    r"\b(?:keine?n?|nicht|geen|niet|inte|ikke|não|nie|ej|sans)\b|\bnon (?:è|offr|preved|spons|suppor|possiam)"
    r"|\bpas (?:de|en mesure|possible)|\b(?:ne|n['’]) ?\w+ pas\b"
    r"|\bno (?:ofre|se|podemos|patroc|propor|es posible|contamos)"
)
_PREFERRED = re.compile(
    r"von vorteil|wünschenswert|idealerweise|un atout|un plus|apprécié|valorar|valorable|deseable|desejável|diferencial"
    r"|preferenzial"
    r"|gradit|pluspunt|bij voorkeur|\bpré\b|merit|fördel|fordel|mile widzian|atutem"
)
# Whose work they are.
_DUTY = re.compile(
    r"\b(?:ansvarar|arbetar med|hantera\w*|genomför\w* du|behandl\w+|søknader|saksbehandl\w*"
    r"|(?<!zur )durchführ\w*|voer(?:t|en)|führen"
    r"|bearbeit\w*|anträge|gestión"
    r"|gérer|gérez|beoordel\w*|uitvoeren van)\b[^.!?\n]{0,50}$"
)
# What may be, of some posts.
_MAY_BE = re.compile(
    r"\b(?:kan (?:det )?(?:innebära|komma att|krävas|bli)|(?:kann|können) \w|ggf\.|eventuell|peut être)[^.!?\n]{0,60}$"
)


def visa_abroad(sentence: str) -> Visa | None:
    """Return what a sentence, in small letters, that has a word for visas says of who sponsors one."""
    if _SPONSORED.search(sentence):
        return Visa.OFFERED
    helps = _WE_HELP.search(sentence)
    if _DENIED.search(sentence):
        return Visa.NOT_OFFERED if helps or _SPONSOR.search(sentence) else None
    return Visa.OFFERED if helps or _HELP.search(sentence) else None


def clearance_abroad(before: str, after: str) -> Clearance | None:
    """Return whether a clearance is asked for, by what stands before and after its word in small letters."""
    if _DUTY.search(before) or _MAY_BE.search(before):
        return None
    return Clearance.PREFERRED if _PREFERRED.search(before) or _PREFERRED.search(after) else Clearance.REQUIRED
