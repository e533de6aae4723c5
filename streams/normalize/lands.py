"""Countries and states by their English names, in small letters: what stands behind a city or behind a branch's employer.

None of the countries is a name or a word as well, as Georgia, Jordan and Chad are.
"""

COUNTRIES = (
    "united states", "uk", "united kingdom", "ireland", "france", "germany", "austria", "switzerland", "italy", "netherlands",
    "the netherlands", "belgium", "luxembourg", "spain", "portugal", "sweden", "norway", "denmark", "finland", "iceland",
    "poland", "czech republic", "slovakia", "hungary", "romania", "bulgaria", "serbia", "croatia", "greece", "ukraine",
    "estonia", "latvia", "lithuania", "armenia", "turkey", "israel", "india", "south africa", "pakistan", "china", "taiwan",
    "japan", "south korea", "malaysia", "indonesia", "thailand", "vietnam", "philippines", "australia", "new zealand",
    "canada", "mexico", "brazil", "argentina", "colombia", "europe", "usa",
)  # fmt: skip
# Of the United States and Canada.
STATES = (
    "ontario", "quebec", "british columbia", "alberta", "alabama", "alaska", "arizona", "arkansas", "california", "colorado",
    "connecticut", "delaware", "florida", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana",
    "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada",
    "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "south carolina", "north dakota", "south dakota",
    "ohio", "oklahoma", "oregon", "pennsylvania", "rhode island", "tennessee", "texas", "utah", "vermont", "virginia",
    "washington", "wisconsin", "wyoming",
)  # fmt: skip
# A part of a heading that is one of these alone is no company.
CITIES = frozenset((
    "amsterdam", "ann arbor", "atlanta", "austin", "barcelona", "bay area", "berlin", "boston", "brooklyn", "budapest",
    "chicago", "copenhagen", "dallas", "denver", "dublin", "edinburgh", "fort worth", "hamburg", "hong kong", "houston",
    "london", "los angeles", "madrid", "manhattan", "melbourne", "menlo park", "miami", "montreal", "mountain view", "munich",
    "new york", "new york city", "nyc", "oakland", "oxford", "palo alto", "paris", "philadelphia", "pittsburgh", "portland",
    "prague", "redwood city", "salt lake city", "san diego", "san francisco", "san francisco bay area", "san jose", "san mateo",
    "santa monica", "seattle", "sf", "sf bay area", "sfo", "silicon valley", "singapore", "stockholm", "sydney", "tel aviv",
    "tokyo", "toronto", "vancouver", "vienna", "warsaw", "washington dc", "washington, dc", "zurich",
))  # fmt: skip
