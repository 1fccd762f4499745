"""Ordinary words that differ by a letter from a word of distress, and are not typing errors for it."""

ORDINARY = """
afforded affording aggression aggressively aids aloe alon along alter ambiance amended amending amendment amends amuse
append appended appendix approved approving armando aster astonishing atherton atone attach attached attaches
attaching attained attaining attended attracting backend backlash bacteria bade bagging bailout baited baiting ballet
bally bangalore banter barns barrage barter basing basking bates batgirl bathed bathing bathurst batman batsman
batsmen batted batten battersea battle battled battles battling baxter beach beaded beads beaks beamed beaming beams
beans bearded bearings beattie become becomes becoming bedded beeps beers bees beet befitting begotten belated bellied
belted belting beltran belts berated bested beta bethesda betraying bettering betting betts bikes biking billet billy
bitter bitters blackbird blackburn blackface blacklist blacklisted blackman blackpool blackrock blacks blackstone
blackwater blackwell blackwood bladed blake blame blames bland blank blaze blazes bleaching bleep blend blended
blending blends blessing bleu blinding bloating block blond bloodbath blooded bloodhound bloodless bloodline
bloodlines bloods bloodshed bloodstream bloodthirsty bloom bloomed blowout bluebird bluegrass blueprint bluetooth
blush boating boats bolo bookmark bookmarks borden bothering bottleneck bottlenecks bouncy boycotted boycotting brad
braid braised bran brandi brando brands brandt brandy brant brats breakdowns breakout breather breed breeding breeds
britten brodie brokerage brood brooding brunt bugging bulky bull bulletin bulls buns bunt burdens burdensome buren
buried burly burner burnet burt burying buttered butters buttoned buyout bytes calves calvin camelot cameraman
cameroon canoeing carded carlin carne carpe carpenter carpenters carpeting carriages carte carted carver carvings
castrated cave caved caves caving chartered chatter cheerios chiba chilling chimed chiming chins chipping chips
chirping chopin chopping chore chores chuckling cited citing clicking cliffhanger climbing clocked clocking clot cloud
clubbing clustered clutter cluttered cocked coded codes coding coed coin coles colin collages collared collated combed
combing combs comeback comedian comedies comedy comer comers comet comets comey comic comme comms comps conceals
concedes concepts concerto concerts condemns condone condos cones conferring confided confronting confusing congested
congrats congress consensus consented consenting consents conspired constitutes constituting constructing consulting
contended contrived controller controllers convent conversing converts cooked cores cosgrove cossacks cotswolds
coursing courting cracking crave craved craves craving cribs crippled crossbar cruelly crystalline crystals cuddling
cured curing curtin curve curved curves curving cushing custodian cute cuteness cuter cutie cutter cutthroat cuttings
dagger damaged damages dancer dangerously dangers dani darin darkening dashing daydream deadbeat deadlines deadpan
deadpool deadwood dealings deducted deemed deen deepen deepened deepening deepens deities denmark denoting destroys
devin dialing diesel dieting dillon ding dings dining diodes dion disband disbanded discard discarded disclosures
discussed discusses discussing dishes dishonor dishonour dishwasher disposed disposing distress dividend dividends
diving domain dominate dominated domino dominoes dong donne doping downs downsizing downstream draining drawn dreads
dream dredd dredging dressing drooling dropout drunks drying dunk dyeing electrolyte ender endings enema escapism
escorted escorting executed executes exerting exertion exodus expanded expedited expended exploded exploits
exploration explored export exported exporter exporting exports expose exposes extended extracting eyelash fallacies
fallout fallow famed fared faring fart fastening fearless fearsome feast feat feats fees fellow fellows felton
fetishes fiddler fiends filtered filth finder finer fingernail fingernails fingerprint fingertips finisher finishers
finnish fisting fitbit fittings flaming flappy flared flaring fleeting fleetwood follower followers followup fondly
forged forgets forgetting forging forked forming forsaken forthcoming framed framing freaking freeing freighter
fretting frigates fronting frontrunner frosting frowning fuels funded furnished furnishing gain gales games gaming
gaping gary gasped gasping gasps gated gavin gazed gazing gcses getaway getter github gloom goody grads grams grape
grapes gras grasp grasped grasses grassroots grassy grays grayson greyhound greyhounds gripe gripping groaning groot
gross grossed grossing grouped grouping grove groves growing growling gunfight gunfire gunman gunmen gunpowder gunshot
gunshots gutted gutting hairdo hairdressing hallmark hallmarks hammerhead hamper hampers hams hamstring handed handgun
handguns handing handout handshake handshakes hanger hangings hangman hanks harding hares harman harmless harmon
harnessed harnesses harnessing harris hatched hatcher hatchery hatches haunting headshot heartbeat heartbeats
heartburn heartfelt hereafter hereinafter hideout hiked hiking hinged hinted hinting hired hiring hist hitchens
hitchhiking hither hitherto hitter homecoming homeowner homeschooling hopelessly hotshot hotspots hound humbled
humility hummer hungary hunted hunts huron hurst hutchins huts hutton income incomes incoming incurring indeed
indiegogo indomitable inducing inquires inquiring insure insured insuring intended interface interferes interferon
intervene intervening jealousy jumper jumpy kickback kickboxing kicker kickoff kickstart kickstarter kiddos kildare
killian kilns kilos kinks kipling knicks knockout knowledge lacked lapped lashed lather lawsuits layoff layout
leaching leaded leading leaned leaning learning leased leases leasing leavers leaving ledger leftover legacies legend
legends lessening lettered leveling levin licked lifeblood lifeboats liftoff lightening likeness listening loaves
locke locker locket lockout lodge longfellow lookout lumped machines maddie madoff mami mandarin mangrove mangroves
manhood manipulate manipulated manipulator mares maris marko marksman mars marys masks massing meddling mended
meningitis messing milkshake milkshakes mirage miranda misusing mitigate modest moles motivate mulder mumbled murders
mustered muttered named nance newcomer newcomers nicked nicks nodes noises nonviolence nonviolent norse noses nukes
nunes observed obsessing obsession obsessively oddities odin offbeat offend offended offends offenses offshoot
offshore oncoming orbiting outcome outcomes outdone outrage outraged outright outrun outscored outstretched overcame
overcome overcomes overcoming overcooked overdo overdone overdue overhang overhanging overjoyed overkill overlapped
overlaps overran overrated overruled overrun oversize overstated overtones padded paddling parishes patching payoff
payout peppered perished peter peters pewter phishing photographing pinch pinched pinching piped piping pips pissed
piston pistons pitching plastered playoff plugin plunger plunges poaching pointers poisons poisson poles poli
policeman policemen polices polio polish polished polishing polite polls pond pornhub pornographic pornstars
possessing posturing predates predation predatory predictor primates privately production projections protections
psych psyche psychoanalysis psychoanalytic psychological psychosis psychosocial published publishes publishing pumped
pumps punchline punchy purified rabin raced races ragged rags rain raked rakes raking ramblings ramped ramping ranged
ranges ranging rankings ransacked rapid rapped rapping raps rated rating raves raving rawlings razed razer readout
realisation realization reaped reaping reared rearing reboot rebrand redneck rednecks referenced referencing
referendum refugee refuges refunded refute reinforced reinforcing remanded remark remarks reruns resounding respondent
responds retardation revenue rewatching rinehart ripening roadblock roamed roaming robben robber robbie robbins robe
robes robins robinson robyn rodin ronin rooftop rooftops roped ropes roving rowed rowing rubbing rubin ruin ruining
ruled ruling runaways rundown rune runes runner runoff runtime runway runways sack sacked sacking sacks sacred sailed
sakes saluting salve sampling sank saps sash scala scale scaled scales scaling scalp scaly scamming scanning scarves
scathing scheming schooling scold scolded scolding scooping scoot scored scouring scouted scouting scouts scraping
scrapping scratchy screamer screeching screened screening screwing seashore seasoning seatbelt seatbelts seeded
sellout sentencing settlements sexton sexuality shack shacks shade shaded shades shading shakedown shaker shakers
shakespeare shale shamed shaming shan shane shang shape shaped shapes shaping shard shards shares sharpe shave shaved
shaven shaves shaving shearing sheeting shelling shelving shifting shipping shitting shock shocking shogun shone shoo
shootings shootout shopping shore shores shortcomings shorted shorts shou shoutout shovel shoveling shovels shrank
shredded shutout shuts shutting sickening sidekick silt sited siting sits sizing skank skated sketches skipping
skirting skits slabs slack slacking slacks slade slain slamming slams slapstick slasher slate slated slats slav slavs
slaying slick slide slides sliding slime slimming slinging slipping slips sloped sloping slots slotted slush sluts
smackdown smalling smelling smelting smiled smirking smoother smoothing snack snacking snacks snake snakes snapped
snapping snarling snatches snatching sneaking snooping snout soaked soaking soaps soared sodium sodomy soot soothing
soundcloud spalding spamming spangled spank spanked spanking spared sparring spaulding spelling spiced spied spies
spins spite splash splashed splashes splashing splice spliced splicing splits splitting spoiled spook sporting spots
spotting spout spouting spreading springer sprouting stack stacked stacking stacks staffing staged staging stain
staining stake staked stakes staking stale stalin stalkers stall stalled stalling stalls stampede standalone standoff
standout stank stans stared staring stark starks starling starred starring startling stated stating stave steering
stemming sterling sticking stinking stirling stirring stitched stocking stomp stomped stomping storming stout stove
stoves straddle straddling straightening stranded stranding strangely strangest strapping straying streaked streaking
stream streamed streamer streaming streams strengthening stretched stretches stretching striking stringer striving
stroking strongly stubs stump stumped stumps suave subside suited suits swamp swamped swamps swank swapped swapping
swaps swarming swatches swearing sweeping swelling swerving switched switches swordfish swordsman swore sworn tabletop
tacked tackling takeoff takeout tamed taming taped taping tapped tapping taxes teaching tended terrific terrorism
terrorists testified textured textures thanking theaters theodor therapies therapist therapists thereafter thread
threaded threading threads throated throughout thrush thumb thumbs tightening timeout timescale tipped tipping tobin
toed toned toning topic topper toppings toppling topps torah torches torrents tortuous toting touchdown touchdowns
touchstone tough towed toxin toyed toying tracer tracing trackers traffickers trailing trekking tricking trickling
tripod trotting troubleshooting trucker trucking trump trumped trumps trustworthiness tryout turnout typed unbeatable
unbreakable unchanged unchanging uncharted unconsciously undercut underfunded underrated underscored understated
unintended upbeat upcoming uproar upshot vanquished varnish videogames videotaped vigilance violet voltaire wack
wagering waist waite walkout wallow washburn watcher watering watermark wavering weakening wedded weekends wellcome
wells welt wests whine whitehall whitehead whitehouse whiter whites whiteside whitewash whitewashed whitewater whitey
whooping whyte widening widget widgets wondering worded workout worshipping wristband wristbands wristwatch writ
wrongdoing
"""
