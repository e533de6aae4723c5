"""Plants, animals, stones, instruments, given and family names, towns and joined words: more names that many have.

No company of a heading is told by them, as it is by `SHARED_NAMES`.
"""

from streams.normalize.text import word_set

ORDINARY_NAMES = word_set("""
aarhus aaron abbott abigail abissinia abrams abyssinia acacia accra acosta adagio addis addison adkins adrian agate agnes
aguilar aidan aircraft airfield airplane airship airstream airtime airwave albert albright alder alford alfred alien alison
alistair allegro allison almaty almond alonso amanda ambrose amelia amethyst amhara amman andante andersen andrea andrew angela
angus ankara annette anthony antonio anyone anything apricot aquamarine ariel arlene arnett artwork ashby ashley ashton astana
atkins atwood aubrey audrey avance avery avocado awash ayers azalea babcock bachman backdrop background backlog backpack
backstop backyard bagel ballad ballard balsam banana banjo bankers banks barbara barber barium barker barton basel basil bassoon
bates baxter beasley beatrice beaumont becker bedtime beech beetle begonia beirut belay belfort bella bender bentley benton
bergen berger bergman berhan bernard bertram beryl bettina bianchi bilbao billboard bingham birhan biscuit blackboard blackburn
blackout blair blanc blanchard blanche bloodhound bluechip bluejay blueline bluenile blueprint bobcat bogota bologna bolton
bonfire bonnie bonsai bookmark boron bourbon bowen bowers bowman boyer braga brainstorm brainwave brandon brandy brass braun
breakout bremen brenda brett brewer bridget briggs broccoli brock brooks browning bruce bruges bruno bryce buckley buenosaires
bugle bulldog bullock bumblebee bunna burch burgess burnout burrito burton busan byers cabbage cabrera cairo caitlin calcium
calvin camel camellia camilla campfire candice candlelight candy cannes canto cantrell capetown caracas caramel cardboard carey
caribou carla carlos carmen carney carol caroline carrot carryout carson carver casablanca casey cashback cashew cashflow
cassandra cassidy castro catfish catherine cecil cecilia celery cello centerpoint cesium champagne chavez checkout checkpoint
cheetah chennai chestnut chipmunk chloe choir chord chorus christina cicada cider cilantro cinnamon citrine citron claire clancy
clara clarinet claude claudia clement clementine clements clipboard clove cobra cochran cocoa coconut coffey cognac cognition
cohen colby colin collier cologne colombo comeback conan conley connors conor container conway cookie corbin corey corso cortez
cougar countdown counterpoint cowan craig crescendo crispin crosby crossfire crosspoint cumin cupboard curran curry cutler
cymbal cynthia cyrus dahlia daisy damascus damian darren dashboard dashen davies daytime deborah decker deirdre delgado denise
dennis denton derek dhaka diana dickson dillon discus dobbs dodson doherty dolan dolphin dominic donald donkey donna doorstep
doris dorothy dorsey downey downing downstream downtime dragonfly drawback dreamlab dreamland dresden drumbeat dubai dunbar
dunlap dusseldorf dutton dwyer dylan earthquake eaton ebony edgar edith edmund eindhoven eleanor elena elias elijah elise eliza
ellen eloise elvira emanuel emery emily endpoint enoch erica ernest espinoza esposito espresso estelle estes esther ethan ethio
eugene eunice evelyn everyone everything ewing fabian farley farmer farmhand farmland feedback felicia felix fergus fernandez
ferrell ferret fiddle fiona firearm fireball firefly fireplace fireside firestorm firewall fireworks fitch flamingo flanagan
flashback floodlight florence flute flynn foley footstep forerunner fournier framework frances frank frieda fritz frontrunner
fuentes fullback fulton gabriel gaines gallium galloway gardenia gareth garlic garner garrison gavin gazelle genevieve gentry
gerald geranium ghent gibbons gibbs gideon giles gilliam ginger giordano giraffe glass gloria glover goldfish goldie goldline
gomez gondar goodrich gopher gorilla gothenburg gould grape greenlight greer greta greyhound griggs grizzly gross groundwork
guava guerrero guitar gunther gustav guzman habesha hailstorm haines haley halftime halsey hancock handbook handout handshake
hanna hannah hanoi hardback hardy harlan harold harriet harry hatfield hawassa hayden haynes hazelnut headlight heartbeat
heartland heather heatwave hector hedgehog heidi helen helena helium heller helsinki hemlock hendrix herbert herman heron
herring hewitt hibret hickman hickory hicks hideout higgins highpoint hilary hilda hines hippo hodge hodges hogan holdout
holloway holman homeland homework hongkong hooper hoover horace horne hornet horseback horus hoskins hotline hotshot houseboat
howes huber hubert hummingbird hutton hyacinth hyatt hydrogen hyena imogen impala indium ingram ingrid irene ironclad isabel
isabella isaiah ivana izmir jackal jacob janet jared jarrett jasmine jason javelin jeddah jenna jennifer jenny jeremy jerome
jesse jessica jimenez jimma jimmy joanna jocelyn johanna johannesburg johnny johns jonah jonas jonathan josephine joshua joyce
judith julia julian juliet julius justin karachi karen karin karmic katherine kathmandu katie keane kendrick kenneth kenney
kepler kessler kestrel keyboard keynote keystroke keyword kimble kirsten klaus kline knapp knockout knowles koehler kolkata
krakow kramer krause krista kristen krypton kylie ladybug lager lagos lahore lalibela landing landis lapis larch larkin latham
latte launchpad laura lauren lausanne lawler leary lehman leiden leila leipzig lemur leona leopold leroy leslie lester lettuce
levin levine liege lifeboat liftoff lilac lille lillian limelight linda linden lindsey linus lionel lisboa lithium lizard llama
lloyd lobster locke locust lombardi longboat longshot lorena lorenzo louise lowry ludwig lugano luther luxembourg lychee lydia
lyons mabel macau macias magnesium magpie maher mahogany mahoney mainland mainline mainstream mainz malachite malaga malcolm
maldonado mallard malmo mammoth manatee mandarin manila marcel marcia marco marcus margaret maria marian marianne marie marigold
marina marino mario marjorie marks marlene marlin marmot marquez marseille marta marten martha marvin massey mathis matilda
maurer maurice maxine mayer maynard mcbride mccall mccann mcclain mcclure mcconnell mccoy mccullough mcdowell mcfarland mcgee
mcgill mcgowan mcguire mcintosh mcintyre mckay mckee mckenna mckinney mclaughlin mclean mcmahon mcmillan mcneil mcpherson
meadows medicus medina meerkat meister mekelle melanie melissa melon mendez mendoza mercado merritt meskel metcalf meyers michel
michelle midpoint mildred miles milkshake mills milton mimosa minnie minsk minuet miranda miriam mocha molasses molly mongoose
monica montblanc monterosa montevideo moody mooney moonshot moose morales moreno morrow morse moses mosley motherland moyer
muffin mullins munoz murdoch muriel muscat mustard myrtle nacho nadia nagoya nairobi naked nancy nantes naomi natalie natasha
navarro nectarine nettles newcomer newsletter newspaper newsroom nigel nightingale nighttime nitrogen nixon nonstop noodle
norbert norma norris northrop notebook nothing nougat nutmeg nyala oakes oconnell octavia octopus odense odonnell ogden ohara
oleary oneal oneill onion ophelia oromia oromo ortega ortiz orville osaka osborn osmium ostrich oswald otter overtime padilla
pamela panama pancake papaya paperback paperclip paperwork paprika parrish parrot parsley passkey password patchwork patricia
paula pauline payback paycheck peacock peanut pearce pecan pedro pelican peloton penelope pennington peony percy perez peridot
peter petra pewter phelps philip phoebe phosphor phyllis piano pickett pickle pierre pigeon piranha pistachio pitstop pittman
pitts platt platypus playback playbook plutonium polka poole poplar poppy porcupine porto possum potassium potato potter
powerpoint pretzel primer priory priscilla proctor pruitt puffin pumpkin putnam python quarterback quentin raccoon racehorse
rachel radish radium radon rainstorm raisin rally ralph ramen ramona ramos randy rankin raptor rasmussen ratliff realtime
reardon rebecca redline redstream reese reeves reilly renee reyes rhoda rhodium rhonda ricardo richard richter riggs rivas
riyadh roadrunner robbins roberson roche roderick rodney roger roland rollback rollins romero ronald rooney rooster rosales
rosalind rosemary rossi rotterdam rowan roxanne rubin rubio rufus rumba rupert russo sabrina saigon sailboat salinas sally
salmon salsa salzburg samantha samba sandoval sandpiper sandra sandstorm santiago santos sarah sasha saunders schaefer schmitt
schroeder schubert schuster schwartz scoreboard scorpion seahorse seaport searchlight seawall selam selena selenium sellout
selma seoul serena sergio setback sevilla seymour shaffer shallot shark sharon sheep sheepdog sheger sheila sherry shields
shirley shockwave shortcut shortstop showtime sidama sidney silverback silverline silvia simone singer singleton skateboard
skunk slater slingshot slipstream snapshot snowboard snowdrop snowstorm sodium someone something sometime sonia sonnet sophia
sophie spacecraft spaceship spangler spears speedboat spinach spinel springboard springbok springtime squash squid squirrel
stacey stacy stallion standout standpoint stanza starboard stark starling starship steamboat steamship stefan stein stephenson
stern steven stingray stokes stonewall stoplight storefront stork storyboard storybook stout streetlight stuttgart suarez
suitable sulfur surfboard susan susanna sweeney swordfish sybil sycamore sykes sylvia syrup taillight tallinn tamara tamarack
tangerine tanner tanya tashkent tbilisi teamwork tellurium tempered terence teresa terrell tessa textbook theodor theodore
theresa thorium throwback thunderstorm thyme tiffany tigray tillman timeout tobias toffee tomato toucan touchpoint toulouse
tourmaline trademark trombone trout trudy truffle trujillo trumpet truong tsedey tsehay tulip tungsten turin turing turkey turku
turnip turnout turtle ulrich underdog uptime uranium ursula utrecht valerie vanessa vanilla vaughn velasquez verena veronica
versus viewpoint villa vilnius viola violin vivian vogel vulture waffle waller walrus waltz wanda warsaw warthog watchdog
waterline watermark waters watkins watts waypoint weasel weeks weiner wendy whalen whiteboard whitley wiggins wilbur wilcox
wildfire wilfred wilhelm wilkerson willard willis winifred winkler winters wintertime wolff wombat wonderland woodard woodwork
wooten workbook workhorse wyatt xavier yegna yerevan yoder yolanda yvette yvonne zamora zelda zemen zhang ziegler zinnia zircon
""")
