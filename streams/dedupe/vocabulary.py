"""The words of titles and places that the verifier knows. It is frozen: a change makes another `decide.VERIFIER`."""

# Rank in a line of work, from intern to the top.
RANKS = {
    word.encode(): rank
    for rank, found in enumerate(
        (
            "intern trainee apprentice",
            "junior grad associate assistant entry early college fresh",
            "mid",
            "senior",
            "lead staff sme expert supervisor",
            "principal",
            "manager executive",
            "director head",
            "chief vp president",
        )
    )
    for word in found.split()
}
PLAIN_RANK = 2
# From here on a rank is a job's name: "manager".
FIRST_NAMING_RANK = 6
# Steps of one rank, and kinds of contract.
STEPS = tuple(b"i ii iii iv v vi part night evening weekend contract temporary seasonal freelance".split())
SAME_WORD = {
    b"sr": b"senior",
    b"snr": b"senior",
    b"jr": b"junior",
    b"jnr": b"junior",
    b"leads": b"lead",
    b"interns": b"intern",
    b"internship": b"intern",
    b"graduate": b"grad",
    b"graduates": b"grad",
    b"parttime": b"part",
    b"contractor": b"contract",
    b"temp": b"temporary",
    b"nights": b"night",
    b"evenings": b"evening",
    b"weekends": b"weekend",
}
# They say nothing about which job it is, in any title.
NOT_THE_JOB = frozenset(
    b"a an and at for in of on or the to with is are we our m f d w x h all gender genders hiring job jobs opening openings"
    b" role roles position positions opportunity urgent now new us usa uk remote remotely onsite site hybrid office full time"
    b" fulltime permanent visa visas sponsorship relocation inc llc ltd gmbh"
    b" urgent required wanted cash pay paying worker workers staff needed time hand immediate great offer timers part weekend"
    b" weekly starts start multiple levels supporting level client available vacancy need people person paid apply today hire"
    b" hires stage local candidates only individual corps w2 active ts sci polygraph with clearance id req no copy female male"
    b" summer fall spring program team".split()
)
# Parts of the world for which a job may be, in a title.
REGIONS = frozenset(
    b"north south east west central northeast northwest southeast southwest midwest northern southern eastern western midatlantic"
    b" emea apac latam anz dach nordics nordic benelux iberia mena amer americas europe asia africa us usa uk uki canada".split()
)
# No place is told apart by them.
VAGUE_PLACE_WORDS = frozenset(b"remote area greater metropolitan bay".split())
EVERYWHERE = frozenset(
    ("us", "usa", "united states", "remote", "united kingdom", "uk", "united states of america", "anywhere", "worldwide")
)
# What a city is called for short, or in its own language, where a place is stated.
CALLED = {
    short.encode(): name.encode()
    for name, shorts in {
        "san francisco": "sf|sfo|san fran|frisco",
        "new york": "nyc|ny|new york ny",
        "los angeles": "la|dtla",
        "washington": "dc|washington dc|washington d c|d c",
        "philadelphia": "philly",
        "salt lake city": "slc",
        "bengaluru": "bangalore|blr",
        "mumbai": "bombay",
        "gurugram": "gurgaon",
        "munich": "münchen|muenchen",
        "cologne": "köln|koeln",
        "vienna": "wien",
        "zurich": "zürich|zuerich",
        "geneva": "genève|genf",
        "nuremberg": "nürnberg|nuernberg",
        "dusseldorf": "düsseldorf|duesseldorf",
        "copenhagen": "københavn",
        "gothenburg": "göteborg",
        "lisbon": "lisboa",
        "milan": "milano",
        "rome": "roma",
        "turin": "torino",
        "prague": "praha",
        "warsaw": "warszawa",
        "krakow": "kraków|cracow",
        "brussels": "bruxelles|brussel",
        "antwerp": "antwerpen",
        "montreal": "montréal",
        "sao paulo": "são paulo",
        "mexico city": "cdmx|ciudad de méxico",
        "ho chi minh city": "hcmc|saigon",
        "hong kong": "hk",
    }.items()
    for short in shorts.split("|")
}
