"""Words that many companies are called by: with another word behind them they are another company.

A list by hand: ordinary words, given and family names, and places, of five letters or more.
"""

from streams.normalize.common_words import COMMON_WORDS
from streams.normalize.ordinary_names import ORDINARY_NAMES
from streams.normalize.text import word_set

_WORDS = word_set("""
abnormal aquatic capsule cerebellum clockwork exigent keywords oblong sprocket stratum
abacus academy acadia accelerate accelerated accelerator access acclaim accord accounting accurate achieve action active acumen
adapt adaptive advance advanced advantage advent adventure advertising advisor advisors aegis aerial aerospace aether affiliated
affinity affirm african agency agile agriculture airline airlines airport alchemy alert alice align alliance allied allies
allure aloha alpha alpine altitude always amalgamated amazing amber ambition american amplify analytic analytical analytics
anchor angel angels angle animal annunciation anonymous answer anthem antler anywhere apache apart apollo apparel apple applied
apply arbor arcade arcadia arcane archangel archer archimedes architect architects arctic arena argon argus aristotle armenian
armor array arrow artemis ascend ascension ascent ascot asian aspect aspen aspire assembly asset assist associated associates
assumption assurance assure assured aster astra astral athena athletics atlantic atlantis atlas attain attic attune audacious
audio august aurora aurum auspicious australian authentic automated automation automotive autumn avalon avatar avenue aviation
aviator award aware axial axiom axion azure backbone badger bakery balance ballet bamboo banking banner banyan barrel basalt
basecamp baseline basic basis bathhouse beach beacon beauty beaver bedrock beethoven benchmark beneficial benevolent berry
bethany bethel better beyond binary biotechnology birch bison black blackbird blade blank blaze blend blessed blessing blessings
block bloom blossom bluebird bluestone books bookstore boomerang boost border boulder bound boundless boutique branch brand
brave brazilian bread breeze brewing brick bridge bright brighter brilliant british broad broadcasting broadway bronze brook
brownstone buddy buffalo builder bullet burger burst business butterfly button byline cabin cactus cadence calculated calibrate
calibre calling callisto calypso camber camino campus canaan canadian cancer candid candle canopy canvas canyon capable capital
capitol capstan capstone captain captivate caravan carbon cardinal career careers carefree careful cargo caring carrier cascade
cassini castle catalyst cavalier cedar celebrate celestial center central centre centric century certain certified chain
challenge champion chance change channel chapter charity charter chase check chemical chemicals cherry chief children chinese
choice chrome chronicle church cicero cipher circle circuit citadel citizen citizens citywide civic clarify clarion clarity
classic clean clear clever client cliff climate climb clinical clipper close clothing cloud clover clubhouse coach coalition
coastal cobalt cobblestone cocoon coder coffee coffeehouse cogent cognitive cogwheel coherent cohesive cohort collab collaborate
collaborative collective colony colossal columbus combined comet comfort command committee common commons commonwealth
communication communications community compass competent complete complex composite comprehensive computer computers computing
concept concert concierge concise concord concrete condor conduit confidence confidential connect connected connection conquest
conscious consensus conservation considered consistent consolidated constant constellation construction consultants consulting
consumer consumers contact contemporary contender content context continental contingent continuum contour contractors contrast
control convene converge convergent conversion cooling cooperative coordinate copernicus copper coral cordial corner cornerstone
correct corridor cosmetics cosmic cosmo cosmos cottage cotton council counseling counter country countrywide county courage
courier covenant cover coyote craft craftsman craftsmen crane creative creator crescent crest cricket crimson critical critique
cross crossover crossroads crown cruise crystal culture cumulus curated curiosity curious current custom cutting cyber cycling
cyclone cypress daily dance dancing danish dante daring darwin database daylight deadline decision decisive dedicated defense
deliberate delight delightful delta demand dental dependable depot desert design designers desktop destiny deutsche developers
development device devoted dexter diabetes diagnostics diamond different digital diligence diligent dimension direct discipline
discover discovery dispatch disruptive distinct diverse diversified doctors domain dominion dragon dream drift driven droid
durable dutch dynamic dynamics dynasty eagle early earnest earth eastern easygoing ebenezer echelon eclectic eclipse ecology
economy education effect effective effort effortless eight einstein elaborate elastic elections electric electron electronic
electronics elegant element elemental elements elephant elevate eleven elite elixir eloquent embassy ember emblem embrace
emerald emerge emergent eminence eminent emirates emmanuel empire employment empower enable encompass encore endeavor endless
endurance enduring energetic energy engage engaged engine engineering engineers enigma enlighten enlightened enrich ensemble
enterprise enterprising entertainment entire entity entrepreneur envision epoch equal equator equinox equity espanola essence
essential essentials established estate esteem eternal ethical ethiopian ethos euclid europa european events everest evergreen
everyday everywhere evident evolution evolve exact exalt excel excelerate excellence excelsior exceptional exchange exclusive
executive exodus expand expedition expert expertise explore exponential export exposure express extra extraordinary extreme
fable fabric facet factor factory fairway faith falcon families family famous fantasy farmers farmhouse fashion fathom favor
fearless feather federal federated feeding fellowship ferrum fidelis fidelity fides field figure final finance financial finest
finnish firehouse firestone first firsthand fitness flagship flagstone flame flash flatiron fleet flexible flight flint float
flooring flora fluent flywheel focus foods football foothill foothills footwear force forefront foresight forest forge formation
formidable formula forte forthright fortress fortune forum forward foundation founder foundry fountain fractal fragment frame
francaise freedom freight french fresh friendly friendship frontier frontline fulcrum function fundamental fundamentals
furniture fusion future futures galaxy galilee galileo gallant gallery games gaming gamma ganymede garage garden garnet gateway
gather gecko gemini gemstone general generation generic generous genesis genius gentle genuine geoscience german giant gibraltar
glacier global globe golden gospel government grace gracious grand grande granite graph graphite gravity great green greenfield
greenhouse greenstone gristmill grocery grounded groups grove growth guardian guide guideline guild habit habitat halcyon
hallmark hammer handcrafted handy happy harbor hardware harmony harvest haven hazel headline headway health healthcare heart
hearth heating helios helix hello hercules heritage heroes hidden highland highlight hilltop holding holdings holistic homer
homestead honest honey honor horizon horizons hosanna hospice hospital hospitality hospitals hosting hotel hotels house housing
human humble hunger hunter hybrid hydro hyper hyperion icehouse ideal ideas ideation ignite illuminate illumine illusion image
imagination imagine immanuel impact impeccable imperial imperium import impulse inclusive incorporated incredible independence
independent index indian indigo industrial industries industry infinite infinity influence information informed infrastructure
ingenious ingenuity initial initiative inland inner innovate innovation innovative insight insights inspiration inspire inspired
instant instinct instrumental insurance integra integral integrated integrity intelligence intelligent intent inter interactive
intercontinental interior internal international internet interstate intra intrepid intuit intuition intuitive invent invention
invest investors invincible invisible island islands israeli italian italiana ivory jaguar japanese jasper jericho jewelry
jigsaw jordan journey joyful jubilee judge jungle juniper jupiter justice kaleidoscope keystone kindred kinetic kingdom kinship
kitchen kitchens knight knowledge koala korean labor laboratories laboratory ladder laguna lakes lakeside lambda lancer landmark
lantern laser lasting latitude launch laurel lavender leader leaders leadership leading league learn learning lease legacy legal
legend legion lemon leonardo leopard level leverage liberty library lifeline lifestyle lifetime light lighthouse lighting
lightning limestone limitless linear links liquid listen little loans logic logical logistics logos lotus lucid lumber lumina
luminary luminous lunar machine macro maestro magellan magic magnet magnetic magnificent magnitude magnolia magnum magnus
mailbox major manage managed management mango mantis manufacturing maple maranatha marathon marble marine mariner maritime
market marketing marvel mason master masters match material matrix matter maven maverick maxima maximum meadow meaningful
measure mechanical medallion media medical medicine mediterranean melody member memory mental mentor merchant merchants mercies
mercury mercy merge meridian merit message metals meteor method meticulous metric metro metropolitan mexican michelangelo micro
midcontinent midland midtown midwest mighty milestone military millennium million millstone mindful minds mindset mineral
minerva mining ministry miracle mirage mirror mission mobile mobility model modern modular module moment momentum monarch
monitor monolith monument moonlight moonstone morning mortgage mosaic mosaics motion motivated motive mountain movement mozart
multi multiple municipal museum music mustang mutual mystery mystic nation national nationwide native natural nature nautilus
navigation navigator nazareth nebula negotiate neighbor neighborly neptune network networks neural neutral newfound newtonian
nexus nickel nigerian night nimble nimbus noble nomad normal north northern northstar northwest norwegian notable noteworthy
notion novel novelty nucleus number nurses nursing oasis oberon object objective oblique observe observer obsidian ocean oceanic
octagon octave odysseus odyssey office olive olympia olympic olympus omega omnipotent onward openness opera opportune
opportunity optic optical optima optimal optimism optimistic optimize optimum optimus option oracle orange orbit orbital orchard
orchestra orchid order organic orient oriental origin original orion orthopedics osprey other outcome outlier outline outlook
outpost outreach outsourcing outstanding overseas overture ownership oxygen pacific package packaging painting palace paladin
palladium panda pandora panorama panoramic panther paper parade paradigm paradise paradox paragon parallel parent parity parks
partner partners partnership passage passion passionate passport patch pathfinder pathway patience patriot pattern pavilion
payments payroll peace peach pearl pebble pediatrics pegasus penguin peninsula people peoples pepper perception perfect
performance performant permanent perpetual perseus persistence persistent perspective perspectives petroleum pharmaceutical
pharmaceuticals pharmacy pharos phase phenom phenomenon phoenix photo photon physician piedmont pilgrim pillar pilot pinnacle
pinpoint pinwheel pioneer pipeline pitch pivot pivotal pixel pizza place plain planet plasma plateau platform platinum plato
player playful playhouse pleasant pleasure pledge plentiful plenty plumbing plume pocket point poised polar polaris police
policy polish polished pollen ponder popular portal portfolio positive possible power powered powerful powerhouse practical
practice pragmatic prairie precise precision predict predictive preferred premier premium presence prestige prestigious presto
prevail prevent priceless prima primary prime primrose prince princess principal principle printing priority prism pristine
private privateclient proactive process product productive professional professionals profile profit profound program progress
progressive project prologue prometheus prominent promise promising promotion prompt proof properties property prospect prosper
prosperity prosperous protect protection proton prototype proud proven providence provident province proximity prudent
psychiatry psychology public publishing pulsar pulse purple purpose purposeful pursuit puzzle pyramid pythagoras quadrant
quality quantify quantitative quantum quarry quartz queen quest quick quiet quint quorum rabbit radar radial radiance radiant
radical radio radius railway railways rainbow ranger raphael rapid rational raven reach react readiness ready reality realty
reason reassurance rebel reciprocal reclaim recognition record recruiting recruitment redeemer redwood refine reflect reflection
reflex refresh regal regalis regency regent region regional regions relay release relevant reliability reliable reliance reliant
relief remarkable remedy remote renaissance renegade renew renewable renewal renown republic reputation rescue research reserve
resilience resilient resolute resolution resolve resonance resort resorts resource resourceful resources respect response
responsive restaurant restaurants restoration restore result results resurrection retail retirement reveille revel revival
revive revolution reward rewarding rhino rhythm right rigorous ripple rising river rivers riverside roadmap robin robust rocket
rocky roofing roots rosetta round roundhouse route royal rubicon runway russian sable sacred safari safety saffron saint saints
salient salus salute samurai sanctuary sandbox sandstone sapient sapphire satori saturn savage savanna savant savings savvy
sawmill scale scarlet scenic school schoolhouse science scientific scout screen seamless secure security select selective senior
sensational sense sensible sentinel sentry sequel sequence sequoia seraphim serendip serendipity serene serenity series service
services seven shadow shalom shamrock shape sharp shelter shepherd sherpa shield shift shine shipping shore sideline signal
signature significant silent silicon silver simple simplex simplicity simply single sirius skill skillful skills skyline skyward
smart smooth snowflake social society socrates software solar solid solidarity solstice solution solutions solve somewhere sonar
sonic source south southern southwest sovereign space spanish spark sparrow special specialist specialty spectacular spectra
spectrum speed spero sphere spider spiral spire spirit spirited splash splendid spontaneous sport sports spotlight spring sprint
spruce square stability stable staffing stage stamina standard starburst starfish starlight start startup state statewide static
station statistics status steadfast stealth steel stellar sterling stewardship stimulus stone storage storehouse storm story
storyline strata strategem strategic strategist strategy stratus stream streamlined street strength stride strive strong
structure structured student studio sublime substance succeed success succession sufficient summit sundance sunflower sunlight
sunrise sunset sunshine sunstone super superb superior supply support supreme surface surge surgical surpass sushi sustain
sustainable swallow swedish swift swimming switch symbiosis symbol symmetry symphony synapse synergy syntax synthesis system
systems tableau tactical tagline tailored talent talon tandem tangible tango target teach technical technologies technology
tectonic telecom telecommunications tempo tempus tenacious tenacity terminal terra terrace testament textiles theater theatre
theory therapeutics think third thistle thomson thorough thoughtful thread three thrive throne through thunder thunderbird tidal
tiger timber timeless timeline tireless titan titania titanium today together togetherness token tomorrow tomorrows toolbox
topaz torch total touch touchstone tourism tower townhouse traction trade traders tradition trail trailblazer train tranquil
trans transatlantic transcend transcendent transform transformative transit transition transpacific transparency transparent
transport travel traveler travelers traverse treadmill treasure treasured treaty treehouse trellis triad trial triangle tribe
tribune tribute tricounty trident trilogy trinity triple tristar tristate triton triumph tropical trucking trust trusted
trustworthy truth turbo turkish turner turning turnkey turquoise twilight twine twist ultimate ultra umbrella unbound unbridled
uncommon undaunted under understanding undisclosed unfold unforgettable unified uniform union unique unison unisource united
unity universal universe university unknown unlimited unlock unrivaled uplift upper uprise upside upstream uptown urban useful
utility utmost valiant valid validate valley valor valuable value vanguard vantage variant variety vault vector velocity velvet
venture ventures venus veracity verdant verge verified verify veritas vermilion versatile versed vertex vertical vessel veterans
viable vibrant victor victory video vigilant vigor vigorous viking village vintage violet viper virgil virtual virtue visibility
vision visionary visit vista visual vital vitalis vitality vitalize vivacious vivid vocal volcano volunteer volunteering vortex
vouch voyage voyager walnut wanderlust warehouse warrior watchful water waterfall waterfront watermill weather website websites
welcome welcoming wellness wellspring western wheel whetstone whisper white whole wholesome wholistic wildlife willing willow
windmill window winery winner winter wisdom within wizard women wonder wonderful wondrous workforce workshop world worldwide
worth worthy writers yellow young youth zealous zebra zenith zephyr zodiac
""")
_PEOPLE = word_set("""
ackerman adams alexander allen alvarez anderson andrews armstrong arnold arthur ashford austin bailey baker baldwin barlow
barnes barnett barrett barry bateman beckett benjamin bennett benson bernstein bishop blackwell blake bloomfield bradford
bradley bradshaw brady brennan brown bryant buchanan burke burnett burns butler buxton byrne caldwell callahan cameron campbell
cardenas carlisle carlson carmichael carnegie carpenter carroll carter castillo chamberlain chambers chandler chang chapman
charles christensen christian christopher clark clarke clayton clifford clinton coleman collins connolly connor conrad cooper
corbett cornell costello crawford cromwell culver cunningham curtis dalton daniel daniels davenport davidson davis dawson
dempsey desmond dickinson dixon donaldson donnelly donovan douglas doyle drake dudley duncan durant eastman edison edward
edwards elliott ellis ellison emerson erickson evans everett fairchild farrell ferguson finch fisher fitzgerald fitzpatrick
fleming fletcher floyd forrester foster fowler francis franklin fraser frederick freeman fuller gallagher gannon garcia gardner
garrett george gibson gilbert gilmore glenn goddard goldberg goldman gonzalez goodman goodwin gordon graham grant grayson greene
gregory griffin griffith gutierrez hadley haldane hamilton hammond hampton hansen hanson harding harmon harper harrington harris
harrison hartman harvey hastings hathaway hawkins hayes hayward heath henderson hendricks henry hernandez hilton hobbs hoffman
holden holland holmes hopkins horton houston howard howell hubbard hudson hughes humphrey huntington hurley hutchinson irving
irwin isaac jackson jacobs james jamison jarvis jefferson jenkins jennings jensen johansson johnson johnston jones joseph
kaufman kearney keith keller kelley kelly kendall kennedy kensington kimball kingsley kirby kirkland kirkpatrick klein kumar
lambert lancaster landry langley larson lawrence lawson leighton leonard lewis lincoln lindsay lockwood logan lopez louis lowell
lucas lynch macdonald mackenzie maddox madison mallory malone manning marlow marsh marshall martin martinez matthew matthews
maxwell mccarthy mccormick mcdermott mcdonald mcgrath mckenzie mckinley mellon melville mercer meredith merrill meyer michael
michaels middleton miller mitchell monaghan monroe montague montgomery moore moran morgan morris morrison morton moser mueller
mullen murphy murray myers napier nathan nelson newell newman newton nguyen nicholas nichols nolan norman norton oakley obrien
oconnor oliver olson osborne oscar owens pacheco palmer parker parsons patel patrick patterson patton paxton payne peabody
pearson pemberton perkins perry peters peterson phillip phillips pierce pollard porter powell powers pratt prescott preston
pritchard quincy quinn radcliffe ramirez ramsey randall raymond redmond remington reynolds rhodes richards richardson ridgeway
riley ritter rivera robert roberts robertson robinson rockefeller rockwell rodgers rodriguez rogers roman roosevelt rosen
rosenberg rothschild rowland russell rutherford salazar sampson samuel sanchez sanders sanderson sawyer schafer schmidt
schneider schultz scott sears shannon shelby shelton shepard sheridan sherman sherwood simmons simon simpson sinclair singh
sloan smith snyder solomon sparks spence spencer stafford stanley stanton steele stephen stephens stevens stevenson stewart
stratton strickland stuart sullivan summers sutherland sutton swanson talbot taylor templeton thatcher thomas thompson thornton
timothy torres townsend travis trenton trevor tucker tyler tyson underwood valentine vanderbilt vargas vasquez vaughan vernon
vincent wagner wakefield walker wallace wallis walsh walter walters walton warner warren warwick watson wayne weaver weber
webster weiss welch wells wesley wheeler whitaker whitfield whitman whitney wilder wiley wilkes wilkins wilkinson william
williams williamson wilson winchester winslow winston wolfe woods woodward worthington wright wyndham yates zachary zimmer
zimmerman
""")
_PLACES = word_set("""
abbey acropolis adriatic aegean africa alabama alamo alaska albany alberta albion alcatraz aldgate alexandria amazonia america
amsterdam andes anglia annapolis antarctica antares antwerp appalachian arabian aragon ardmore arizona arkansas arlington
ashland athens atlanta auckland australia avignon baltic baltimore bangalore barbados barcelona barrington bavaria bayside
bayview bedford beijing belfast bengal berkeley berlin beverly bohemia bombay bordeaux boston brazil brentwood bridgeport
brisbane bristol britain brittany brooklyn brunswick brussels budapest burgundy burlington byron caledonia calgary california
cambria cambridge camden canada canterbury caribbean carmel carolina caspian catalina caucasus charleston charlestown charlotte
chatham chelsea chesapeake chester cheyenne chicago china chippewa claremont cleveland clifton colorado columbia concordia
connecticut cornwall coventry crestview cumberland cyprus dakota dakotas dallas danbury danube dartmouth daytona delaware delhi
delmar denali denver derby detroit devon dorset dover dublin dundee durham eastgate eastport edinburgh elgin england essex
euphrates europe everglades exeter fairfax fairfield fairview fargo florida france fremont galveston ganges geneva genoa georgia
germany glasgow glendale gotham granada granville greenwich hamburg hampshire hanover harlem hartford hartland harvard havana
hawaii hempstead hillcrest hillside iberia illinois india indiana indianapolis ireland israel istanbul italy ithaca jakarta
jamaica jersey kansas kansascity kashmir kentucky kenwood kilimanjaro kingston kirkwood knoxville korea kyoto lafayette lakeview
lakewood laredo lasvegas leeds leicester lexington lisbon liverpool lombard lombardy london longview lorraine losangeles
louisiana lucerne luxor macedonia madrid maine majorca malibu malta manchester manhattan marietta marin maryland matterhorn
mayfair mayflower meadowbrook melbourne memphis merrimack mesopotamia mexico miami michigan milan milano milwaukee minneapolis
minnesota mississippi missouri mohawk mojave monaco montana montclair monterey montreal montrose morocco moscow mumbai munich
nantucket naples napoli nashville navajo nebraska nevada newcastle newengland newjersey newport newyork newzealand niagara
nordic norfolk normandie normandy northamerica northampton northfield northgate northridge northwood norway norwich oakland
oakwood oklahoma ontario oregon orlando orleans ottawa oxford ozark pacifica palermo palisade palisades palladio palmetto
paloalto paris parkside parkview pasadena patagonia pennsylvania pensacola peoria persepolis persia petersburg philadelphia
pittsburgh plainview plaza plymouth poland polynesia pomona portland portsmouth potomac potsdam princeton provence quebec
raleigh raritan redding regina rhine rialto richmond ridgewood riverdale rochelle rochester rockford romania rosewood rushmore
rutland sacramento sahara salem salerno saltlake samaria sanantonio sandiego sanfrancisco sanjose santafe saratoga sausalito
savannah scandinavia scarborough scotland seattle sedona seneca shanghai shasta shenandoah siena sierra singapore somerset
sonoma sonora sorrento southeast southgate southport spain spokane springfield stamford stanford stockholm stonebridge
stonehenge stratford suffolk summerville susquehanna sussex sweden switzerland sydney tacoma tahoe taipei tampa tanglewood
tehran telluride tennessee texas thames thessaly tiber tibet timberland tokyo toledo topeka torino toronto tribeca tripoli
tucson tulsa tuscany tyrol ulster umbria valencia vancouver venice ventura vermont verona versailles vesuvius victoria vienna
vineland virginia wabash waikiki walden wales waltham washington waterloo wellington westbrook westbury westchester westfield
westgate westlake westminster weston westport westwood whitehall whitestone wilmington wimbledon windsor winfield winnipeg
wisconsin woodbridge woodbury woodland woodlands woodside woodstock worcester wrigley wyoming yellowstone yorkshire yosemite
yukon zambezi zurich
""")
# Shorter ones, of which two make a name that many have: Clearwater, Red Tail.
SHORT_NAMES = word_set("""
ace air all any arc arch area arm art axis back ball band bank bar base bay bear bell belt best big bird blue boat body bold
bolt bond bone book boss bow box boy cab camp cape car card care cash cast cat cell chip city clay club coal coast code cold
cook cool corn cove crab crow cup day deal deer dog dome door dove down draw dry duck dune dust east easy edge elk elm end ever
eye face fair far farm fast fern film fin fine fire fish five flag flat flow fly fog food foot fork fort four fox free full game
gap gate gem glen glow goat gold golf good grid gulf hall hand hat head help hero high hill home hook hope horn horse hot hub
ice icon ink inn iron jet jewel joy jump key kind king kite lab lake lamb land lane last lava law lead leaf left less life lift
lime line link lion list live loft log long loop lot love luck luna main man map mark mast mate max mill mind mine mint mist
moon more moss nest net new next nine nova oak oar oath old one only open over owl own pack palm park path pay peak pen pier pin
pine pink pipe plan play plus pod pole pond pool port post pro pure race rail rain ram raw real red reed reef rest rich ride
ridge ring rise road rock roll roof room root rope rose ruby run rush sail salt sand save sea seal seed self shell ship shop
side sign silk site six sky slate sleep snow soft soil solo song soul spot spur stag star stay steam stem step stop sun surf
swan tag tail tall tap team tech ten tide tie time tip tool top town toy track tree trek true tube turn two uni up vale van vast
vet view vine void volt wall wash watch way web well west whale wide wild will wind wine wing wise wolf wood wool word work
works yard year zen zero zone zoom
arrows bears birds cards doors eyes fields keys kings lakes lions oaks pines rings roads rocks stars stones suns towers trees
walls waves wings wolves
""")

SHARED_NAMES = _WORDS | COMMON_WORDS | _PEOPLE | _PLACES
# Under each of them several companies trade, told apart by a word behind it.
_GROUPS = word_set("""
airbus amazon bosch canon ericsson fujitsu hitachi honda honeywell hyundai konica kyocera lockheed mahindra mitsubishi mitsui
motorola nissan panasonic philips ricoh samsung siemens sumitomo suzuki thales toshiba toyota virgin volvo yamaha
""")
_JOINED = SHARED_NAMES | SHORT_NAMES
# What towns, streets and families are called by: with one of them even a long name is not one company's.
_LANDSCAPE = word_set("""
ash bay black blue bridge bright brook brown clear clearing cliff copper creek east edge field forest fox garden gate gold golden
green grey hall hill home house iron ivy lake land leaf light lion man maple mill moon north oak palm park path pine point port
red ridge river road rock rose sand shore side silver sky south spring star stone sun tree vale valley view water wave way west
white wind wolf wood woods
""")
# Behind one of them these make a word that many have as well: Blueprint, Ironclad, Waterline.
_COMMON_ENDS = word_set("back berry bird board clad fish ford horse line mark port print town wall well wing work")
_SHORTEST_COINED = 8


def is_shared(letters: str) -> bool:
    """Whether a name in small letters, without spaces, is such a word, or two of them."""
    return (
        letters in SHARED_NAMES
        or letters in ORDINARY_NAMES
        or letters in _GROUPS
        or any(letters[:at] in _JOINED and letters[at:] in _JOINED for at in range(2, len(letters) - 1))
    )


def is_coined(word: str) -> bool:
    """Whether a word is made of two that many have and is still one company's: PlayStation, Skyworks, and not Bluestone."""
    if len(word) < _SHORTEST_COINED or word in SHARED_NAMES or word in ORDINARY_NAMES or word in _GROUPS:
        return False
    pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    joined = [pair for pair in pairs if _JOINED.issuperset(pair)]
    return bool(joined) and not any(_may_be_a_place(*pair) for pair in joined)


def _may_be_a_place(first: str, second: str) -> bool:
    return second in _LANDSCAPE or (first in _LANDSCAPE and second in _COMMON_ENDS)
