"""Whether years that are named in another language than English are work experience that is asked for."""

import re

# More is an age, or what a firm says of itself.
MOST = 14
# Their point ends no sentence.
_SHORTENED = re.compile(r"\b(min|mind|ca|bzw)\. ")
# `Experiencia demostrable de al menos tres años`
_ASKS = re.compile(
    r"(?:expérience|experi[eê]ncia|esperienza|erfahrung|ervaring|erfarenhet|erfaring|doświadczeni[ea])\b[^.;:\d]{0,30}:?\W{0,3}$"
)
# `vier bis fünf Jahre praktische Erfahrung`, but not `10 años en el mercado con experiencia`
_OF_WORK = re.compile(
    r"[^\w,.;:\n]{0,3}(?:[\w/'’-]{1,20}[ \xa0]){0,3}[\w'’-]{0,20}"
    r"(?:erfahrung|erfarenhet|erfaring|doświadcz|praxis|expér|experi[eê]nc|ervaring|esperienza)"
)
# Who says so of itself: `Wir haben`, `Somos una empresa con`, `Depuis`.
_OURS = re.compile(
    r"\b(?:wir|uns|unsere?\w?|unternehmen|firma|nous|notre|nos|société|entreprise|groupe|somos|nuestr[ao]s?|empresa|compañía"
    r"|nossa|nosso|noi|nostr[aoi]|siamo|azienda|wij|onze|bedrijf|vi|vår|våra|vores|vår[te]|företaget|jesteśmy|mamy|nasza?"
    r"|depuis|seit|fort(?:e|s|es) de|sinds|sedan|hace|há|da oltre|da più di)\b"
)
_OF_YOU = re.compile(
    r"\b(?:du|dich|dir|sie|suchen|mind(?:estens)?|min|vous|au moins|minimum|recherchons|usted|buscamos|al menos|m[ií]nim[ao]s?"
    r"|você|pelo menos|procuramos|almeno|minimo|cerchiamo|je|jij|jou|minimaal|minstens|zoeken|minst|söker|mindst|søger|søker"
    r"|co najmniej|szukamy|oczekujemy|candidat\w*)\b"
)
_WE_AFTER = re.compile(r"\b(?:sind wir|zijn wij|zijn we|är vi|er vi|nous|notre|siamo|somos|jesteśmy)\b")
# So many are what firms and people are proud of: `Ponad 10 lat doświadczenia w branży`.
_MORE_THAN = re.compile(
    r"\b(?:über|mehr als|plus de|más de|mais de|oltre|più di|meer dan|ruim|över|mer än|ponad|over|mere end|mer enn)\W{1,2}$"
)
_MANY = 10
# How long a contract lasts, a licence was held, or the most that is allowed.
_ELSE = re.compile(
    r"\b(?:contrat|contrato|contratto|contract|cdd|alternance|befristet|vertrag|kontrakt|umowa|vikariat|ausbildung|apprendistato"
    r"|apprentissage|durée|duración|duração|durata|b-körkort|körkort|führerschein|permis|rijbewijs|førerkort|patente)\W(?:\w{1,12}\W){0,3}$"
    r"|\b(?:upp till|mindre än|bis zu|weniger als|m[aá]xim\w{1,4}|max|jusqu['’]à|moins de|hasta|menos de|até|fino a|meno di"
    r"|minder dan|op til|mindre end|mindre enn|inntil|mniej niż)\W{1,3}$"
)
_SENTENCE = re.compile(r"[;\n•·●]|\.\s")


def unshortened(words: str) -> str:
    """Return `words` without the points that end no sentence: `Berufserfahrung (mind. 5 Jahre)`."""
    return _SHORTENED.sub(r"\1 ", words)


def asks(before: str) -> bool:
    """Return whether the words before the years are about experience: `Experiencia demostrable de al menos `."""
    return _ASKS.search(before) is not None


def is_of_work(after: str) -> bool:
    """Return whether the words right behind the years are: ` praktische Erfahrung`."""
    return _OF_WORK.match(after) is not None


def is_of_firm(before: str, after: str, low: float) -> bool:
    """Return whether a firm says it of itself, or nobody asks for it; both sides in lower case."""
    if _ELSE.search(before):
        return True
    ours = (low >= _MANY and _MORE_THAN.search(before)) or _OURS.search(before) or _WE_AFTER.search(_SENTENCE.split(after, 1)[0])
    return ours is not None and _OF_YOU.search(before) is None
