"""Words of five to seven letters that ads use in small letters, and names of stars, gods and the like: names that many have."""

from streams.normalize.text import word_set

COMMON_WORDS = word_set("""
abide ability about above abreast abroad absence absorb abuse accel accept account accrual accrue acquire actual acuity acute
adapter adept adhere adjust admin adopt adtech adult adverse advice advise adviser affect afford afraid again agenda agent
agentic agility agora ahead airfare alarm alcohol algebra alias aligned alike alive almost alone along already altair altus
alumni ameri amidst amigo amount ample analog analogy analyse analyst analyze anglo angry annual another antenna anton anxiety
aortic apogee appeal appear applaud approve aptus aquila arcana archaic archive arcus ardent argent argos aries around arrange
arrest arrival arrive article artis artist aside aspira assign assume astro asylum async athlete attach attack attempt attend
attire attract auction audit auditor augment aureus author avant avanti average awesome balloon barrier batch battery beaches
became become bedside begin behalf behave behind belief beliefs believe belong beloved below bemma bench beneath benefit beside
bespoke between bicycle bidder bigger biggest billion biology biotech birth bitcoin blast blended blood blurb board boast
boldest bolster boolean boreal borrow bottom bounce bower brain brands bravo bravura breach breadth break breast breath breathe
brian bridges brief bringup broaden broader broke broken broker browse browser budget build built bunch burden busiest butter
buyer cable cache caliber camera capture cardiac carry cashier casual catalog catch cater caught causal cause celtic cement
cerulean chair charge chart chatbot cheap cheaper child chill chock choose chronic chunk churn circuits citrus civil civitas
claim cleaner cleanse clearer cliche click clinic clock closer closest closure cluster coast collect college collide color
colour combat combine comedy comfy comment commit commute compact company compare compete compile compose compute concern
conduct config confirm conform conquer consent consist console consul consult consume contain convert convex convey coolest
corona corpora corvus couch counsel count couple course court crack crash crawl crazy create credit crime crisp cronos crowd
crucial crunch crush crypto curate curve cycle cygnus dallol damage dataset david dealer death debate debit debug decade decent
decide deepen deeper deepest default defect defence defend define degree delay delete deliver deluge delve dense density depend
deploy deposit depth derive deserve desire detail detect deter develop devise diagram dialog diesel differ digit dignity dinner
diploma dirty disease display dispute disrupt distant distill distilled divide divider django doctor dollar donor double doubt
dozen draco draft drawer drill drink drive drone dynamo eager earlier easier easiest editor edtech educate elara elder elect
electra elysium email embark embody empathy employ empty enabler enforce english enhance enjoy enough enroll ensure entail
enter entre entry epitome equip error escape essay ethic ethnic event examine example except excite exclude execute exempt
exert exhibit exist exotic expanse expect expense explain exploit expose extend extent extract facial faculty failure false
fancy faster fastest fault feature fellow female fenix fewer fiber fiction fiesta fifteen fifth fifty fight fighter filter
finagle finer finger finish finite fiscal flair flask flavor floor flown fluency fluid focal folder follow footage foreign
forever forex forget formal format former forth found fourth fraud fresco fresher fridge friend front frozen fruit funnel funny
furnish furry further fuzzy gamut ganga garment gauge gender genetic genome genomic giants gigabit given glimpse gourmet govern
grade grammar grammer graphic grasp greater greener greet grind gritty groom groovy ground group grown grunt guard guest hacker
halfway handful handle hangout happen happier harden harder hardest healthy heard heavy hedge height helpful hestia higher
highest himalaya history hobby hockey holder holiday honed honesty hottest however humor hunch hungry hustle hydra hygiene
icarus iconic ideals ignited illegal imagery immense immerse immune impose improve inbound inbox include income indoor indus
inferno inform infosec infra ingest inhouse injury innate innova inova input inquire inquiry insane insert inside insider
inspect install instead instill insure intake intend intense interim intern intro invite invoice involve iridium isolate issue
itech iterate janus joint journal juggle juice junior justify kairos kaizen kappa kevin killer knack knock known kronos label
labels laptop large larger largest latency later latest latter laundry lawful lawyer layer layoff layout learner least leather
leave lecture ledger legends leisure lender length lengthy lesson letter liaison license limit lineage livable local locale
locate lofty logica login longer lookout loops loose lottery lower lowest loyal loyalty lucky lumos lunch luxury magical magna
maker manager mandate manilla manner manual margin marital massive mastery mater mature meaty medium medusa meetup mentee
mention mentis merrier messy metal meter middle midst midway might migrate mileage minimal minimum minor minute mixture modest
modify money monkey month morpheus mortar motor motto mouse mouth movie mundane muscle musical myriad nascent nautica naval
nearby needle neglect never newborn newer newest niche ninja nobody noise noisy notch notice notify novum novus nuclear nurse
nurture obscure obtain occur octane offer officer offline offset offsite often older oldest ombra omnia omnis onboard online
onset onsite opaque operate opinion organ outdoor outpace output outside ovation overdue overlap overlay oversee owner packet
pager painful paint pallet panel pangea panic pantry parcel parse partake partial party passive patient payable payload payment
payout pension penta penumbra percent perform period permit person petty pharma phoebus phone phrase pickup picture piece
pillars pixels plane planner plant plastic plate please plexus plugin pluto polite portion postdoc poster posture poverty
praxis prefer premise prepaid prepare present pretty preview price pride primo primus print printer prior prisma privacy prize
problem prodigy produce promote propel proper propose protein proto prove provide provoke proxima proxy publish punch puppet
pursue qualify quant quanta quarter quasar query queue quicker quirky quite quota quote radian raise random range rapport
rather ratio reader realise realize realm rebuild rebuilt recall receipt receive recent recipe recover recruit reduce refer
reform refugee refuse regard regime regular relate relax relish remain remind removal remove renal render rental repair repeat
replace replay report request require reshape reside respond resume retain rethink retreat retro return reuse revamp reveal
revenue reverse review revise rework rewrite richer rider rigel rigid rigor robot robotic rockets rollout romulus ronin rooted
roster rotate rough router routine rover runner rural rusty safer sagitta sakura salary sample sanity satisfy saxon scala
scanner scene schema scheme scoop scope score scrappy scratch script scroll scrum search season second secret section sector
segment seize selene seller sensei sensor sensory serial serra servant serve server session settle setup several severe sexual
shabby shady shake shapes share sharpen sheet shelf shell shiny shoot shopper short shorten shorter shout shuttle sight sigma
signage signals silva similar simpler since sincere siren sirocco sister sixth sizable slack slate sleek sleep slice slick
small smaller smarter smell smile snack sneak soccer solaris solicit solis solver sonata sooner sorry sound spaces spare sparta
spatial speak speaker spear specify speech spend spent spinal spine spite split sponsor spouse spread squad squat stack stacks
staff stake stand standup starter steady steer stella steward stick still stipend stock stolen stoop store strace strategia
streak stretch strict strike stroke stuck study stuff style stylish stylist subject submit subset subsidy sucky sugar suggest
suite summary summer sunny supra surgery survey survive swanky sweat sweet synergos synth table tablet tacit tackle tactic
tailor taken talents taste tasty taurus teacher techno teeth telco tellus tempest tenant tender tensor tenure terrain terran
tester tetra textual thalia thank theft theme themis therapy thermal theta thinker thirst thirty thought threat thrill throw
thrown ticket tight tinker tissue title tonic toolkit toolset topic tough toxic trace track tracker tradex traffic trailer
trainer trash trauma treat trend triage tricky trigger tropic trouble truck trunk tuition tutor twelve twenty twice typical
ulysses umbra unable unblock uncover undergo undue uneven unify unleash unlike unmet unpack unpaid unsafe unseen unsure unusual
upbeat update upfront upgrade uphold upkeep upload urgency urgent usable usage usual utilize utopia vacancy vaccine vacuum
vague valhalla vanity vapor vehicle vendor venue verbal verde versa version vertica vesper vesta veteran victim vigil viral
virgo virtu virtus visible visitor voice volta voltage volume voter voucher vulcan wafer waist walkers wallet wallets warfare
waste watch wavelength wealth weapon weave webapp weekend weigh weight weird welfare whisky whose wider widget wizards worker
workout worry worse wound wrangle write writer written wrong xanadu xenon yield yogurt younger zealots zenit zonal
""")
