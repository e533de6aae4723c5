"""What the demo's postings are written from. Cities are real, so that they can be located; employers are made up of syllables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of job: the title without its level, a yearly pay in thousands of US dollars, sentences of its own."""

    name: str
    department: str
    pay: int
    duties: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A place of work as boards write it; `country` is ISO 3166-1 alpha-2."""

    name: str
    region: str
    country: str
    country_name: str
    currency: str
    rate: float


CITIES = (
    City("Berlin", "Berlin", "DE", "Germany", "EUR", 0.9),
    City("Munich", "Bavaria", "DE", "Germany", "EUR", 0.9),
    City("Hamburg", "Hamburg", "DE", "Germany", "EUR", 0.9),
    City("London", "England", "GB", "United Kingdom", "GBP", 0.8),
    City("Manchester", "England", "GB", "United Kingdom", "GBP", 0.8),
    City("Paris", "Île-de-France", "FR", "France", "EUR", 0.9),
    City("Lyon", "Auvergne-Rhône-Alpes", "FR", "France", "EUR", 0.9),
    City("Amsterdam", "North Holland", "NL", "Netherlands", "EUR", 0.9),
    City("Madrid", "Madrid", "ES", "Spain", "EUR", 0.9),
    City("Warsaw", "Mazovia", "PL", "Poland", "PLN", 4.0),
    City("Stockholm", "Stockholm", "SE", "Sweden", "SEK", 10.5),
    City("Zürich", "Zurich", "CH", "Switzerland", "CHF", 0.9),
    City("New York", "NY", "US", "United States", "USD", 1.0),
    City("San Francisco", "CA", "US", "United States", "USD", 1.0),
    City("Austin", "TX", "US", "United States", "USD", 1.0),
    City("Chicago", "IL", "US", "United States", "USD", 1.0),
    City("Seattle", "WA", "US", "United States", "USD", 1.0),
    City("Toronto", "Ontario", "CA", "Canada", "CAD", 1.35),
    City("Sydney", "New South Wales", "AU", "Australia", "AUD", 1.5),
    City("Bengaluru", "Karnataka", "IN", "India", "INR", 84.0),
)

LEVELS = (("Junior", 0.7), ("", 1.0), ("Senior", 1.35), ("Lead", 1.6))

ROLES = (
    Role(
        "Backend Engineer", "Engineering", 120,
        ("Design services in Python and keep their interfaces stable for the teams that build on them.",
         "Move batch jobs to event streams on Apache Kafka, one consumer at a time.",
         "Own the on-call rotation of the ordering platform together with five colleagues.",
         "Review schema changes of PostgreSQL before they reach production.",
         "Measure latency before and after each change and write the figures down.",
         "Split the monolith where its seams already show."),
        ("You have run software that other people depend on at night.",
         "You read a query plan without being afraid of it.",
         "Experience with Docker and Kubernetes is welcome, curiosity is required.",
         "You write tests because you like to sleep."),
    ),
    Role(
        "Data Analyst", "Data", 85,
        ("Answer the questions of the sales teams with SQL and say how sure the answer is.",
         "Build dashboards that are opened every morning, and retire those that are not.",
         "Find out why last month's forecast missed, and describe it in one page.",
         "Clean the customer table together with the people who fill it.",
         "Run experiments on prices and report what they cost.",
         "Teach colleagues statistics over lunch once a month."),
        ("You know when an average lies.",
         "Python or R for everything that a spreadsheet can't hold.",
         "You can explain a confidence interval to a lawyer.",
         "Two years with real, untidy business data."),
    ),
    Role(
        "Nurse", "Care", 70,
        ("Care for patients of the cardiology ward on a rota agreed four weeks ahead.",
         "Document vital signs and hand over to the next shift without gaps.",
         "Guide relatives through difficult days with patience.",
         "Prepare infusions and check them with a second pair of eyes.",
         "Train the new colleagues of your ward in their first month.",
         "Take part in the weekly round with physicians and therapists."),
        ("A completed training in nursing and a valid registration.",
         "Calm hands when the corridor is loud.",
         "Night shifts are part of the rota and paid extra.",
         "First aid courses are refreshed every year at our expense."),
    ),
    Role(
        "Account Manager", "Sales", 80,
        ("Look after forty customers of medium size and know what they will need next year.",
         "Prepare offers together with engineering, and promise only what will be delivered.",
         "Visit customers where they work, two days a week.",
         "Keep the numbers in the customer system true to the last call.",
         "Bring complaints back to the product team and follow them to the end.",
         "Negotiate renewals three months before they are due."),
        ("You listen twice as much as you talk.",
         "A driving licence and joy in travelling by train.",
         "You have carried a yearly target before.",
         "Negotiation in two languages is a plus."),
    ),
    Role(
        "Warehouse Operator", "Logistics", 45,
        ("Receive goods at the dock and book them before the lorry leaves.",
         "Drive the narrow-aisle truck in the high-bay store.",
         "Pick orders by voice and pack them so that nothing rattles.",
         "Count a different shelf every day, so that the stock is always right.",
         "Keep the charging station tidy and report broken pallets.",
         "Load the evening tour in the order of its stops."),
        ("A forklift licence, or the will to get one in your first weeks.",
         "You like to see at the end of a day what has been done.",
         "Early and late shifts change weekly.",
         "Safety shoes and gloves are provided and worn."),
    ),
    Role(
        "Product Designer", "Design", 100,
        ("Turn interviews with dispatchers into flows that need two clicks less.",
         "Keep the component library small and its documentation current.",
         "Prototype in the browser and test with five people before the first ticket is written.",
         "Watch recorded sessions and note where people hesitate.",
         "Write the words in the interface together with support.",
         "Check contrast and keyboard use of every screen that ships."),
        ("A portfolio that shows what you left out.",
         "You have worked next to engineers, not in front of them.",
         "Accessibility is a craft to you, not a checklist.",
         "You accept that the best screen is often the one that is missing."),
    ),
)  # fmt: skip

ABOUT = (
    "{name} was founded by three people who could not find the tool that they needed, and is owned by those who work there.",
    "{name} employs people in nine countries and keeps its offices small enough that everybody knows everybody.",
    "At {name} we close the laptops at six and mean it; the product is better for it.",
    "{name} makes software and services for people who move things from one place to another.",
    "The customers of {name} have stayed for eleven years on average, and we would like to keep it that way.",
    "{name} publishes its salary bands inside the company and reviews them every spring.",
)
OFFER = (
    "We offer thirty days of leave, a budget for learning, and a desk wherever you need one.",
    "You get a mentor for half a year, a pension contribution, and lunch with a different team every week.",
    "We pay for public transport, glasses and a good chair, and we plan shifts a month ahead.",
    "Our process has two conversations and one paid day of work; you hear from us within a week.",
)
AGENCY = "Plover Staffing"
OF_AGENCY = (
    "Our client, an employer with a good name, has asked us to fill this position. We have placed people since 1998.",
    "Send us your papers in one file; we answer within two days, and your data stay with us until you agree.",
)
SYLLABLES = ("Vel", "nor", "Kas", "tim", "Bry", "lan", "Oru", "dex", "Mil", "ver", "Tas", "kon", "Ply", "sen", "Zar", "ith")
KINDS = ("Works", "Logistics", "Care", "Systems", "Labs", "Group")
