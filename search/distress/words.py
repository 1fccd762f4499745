"""The words that phrases are made of: verbs with irregular forms, other spellings, slots, small words."""

# A verb, then the forms that are not regular, the Scots ones and errors that are made on purpose or by ear.
VERBS = """
abuse
act
arrange
ask
attack attacked atacked
assault
attempt
bang
batter battert battrin batterin
beat beaten beatin bet beets
become became
begin began begun
believe
bite bit bitten
bleed bled bleedin
blow blew blown
break broke broken brek brekin
breathe breathin breathing breth breathe breaths breath breething
bring brought bringin
bully bullyin bullys
burn burnt
buy bought
call
care
carry carryin cairryin
carve
catch caught
chib chibd
choke chocked chocking
choose chose chosen
chuck
collapse
come came comin
control controls controling
cope
crash
cry cryin greetin greet greeting grat
cut cutt cuttin cuttng kut kutting
deal dealt
decide
deserve
die dei dies died dying dyin dee deein di dieing
disappear disapear
disclose
do does doing done did doin dae daein dain duin din deed
drag
drink drank drunk drinkin
drive drove driven
drop
drown
eat ate eaten eatin
end edn endin
exist
face
fall fell fallen
feed fed feedin
feel felt feelin fele
fight fought fightin
find found fun
finish
fit
fling flung
foam
follow follwing follown
force
gas
get got gotten getting gettin gets git goat
give gave given gie gied gien gies giein gave
go goes going goin went gone gaun gaen gan gon gawn
grab
groom
grope
hang hung hanged hingin hing
happen
harass harras harrass harassing
harm
hate
have has had having hae havin hiv hud haes
hear heard hearin
help
hide hid hidden hidin
hit hti hits hut hitt hitten
hold held
hope
hurt hert hertin hurtin hurtn
injure
inject
join
jump jumpt jumped
keep kept keepin keeps
kick kickin
kidnap
kill kil kiling killd killin kll kiled
know knew known ken kent knows
lay laid
leave left leavin leaves lea
let lets lettin
lie
live livin lives
lock
look
lose lost losing losin loose loosing
love
make made makin mak makes
marry married
mean meant
meet met
mess
miss
molest
move
neck
need
neglect
notice
open
own
owe
overdose owerdose overdosd owerdosed odes overdosin owerdosin ods od oding oded
pan
pass
phone
pick
plan plannin
plot
post
pray
promise
protect
pull
punch
punish
push
put putting puts pit
rape
report
rip
rob
run ran runnin rin
sack
say says said sayin sez
save
scald
scare
scream
scratch
see saw seen seeing seein sees
sell sold sellin
send sent
shag
shake shook shaken shakin shoog
shoot shot
shout shoutin
shove
show shown
skelp
slit slitting slittin
slap slappin
slash
sleep slept sleepin sleepn
slice
smack
smash
smoke
snort
spike
spit spat
stab stabbd
stalk
stamp
stand stood standin staun staunin
starve
stay
steal stole stolen
step
stick stuck
stop stoap stopt
strangle
string strung
struggle
suffer
survive
swallow swally swallyed swallied
take took taken takin tak taks tooken taen teuk
talk talkin
tear tore torn
tell told tells tellin telt tellt
text
think thought thinkin thinks
threaten threatned threatend threatning
throttle
throw threw thrown throwin chuckin
thump
tie tying tied
top
touch
trap
track
track
traffic trafficked trafficking
treat
try tried tries tryin
turn
unalive
use usin
visit
wake woke woken waked wakin waken wakes
walk
want wants wanted wantin wantn wahnt wan waant
watch
wear wore worn
wish whish wis
work
worry worried
write wrote written writin
"""

# A word as phrases write it, then how else people write it.
SPELLINGS = {
    "to": "tae tay tu too 2 tea",
    "of": "o ae ov aff",
    "off": "aff af",
    "out": "oot owt",
    "with": "wi wae wie w wiv",
    "my": "ma mah mi mai maw",
    "me": "mi us",
    "all": "aw a' aa",
    "every": "evry evrey ivery",
    "everything": "everythin evrything aathing awthing everyhing",
    "everyone": "everybody evryone evrybody awbody awbdy aabody",
    "nobody": "noone naebody naeb'dy nobdy naebdy",
    "anyone": "anybody anybdy",
    "anymore": "anymair nomore nomair nae-mair anymor anymre",
    "more": "mair mare moar",
    "much": "muckle",
    "dead": "deid ded dede deed",
    "death": "deth daith",
    "life": "lif lyf lfie",
    "live": "liv",
    "world": "wurld warld",
    "before": "afore b4",
    "over": "ower ovr oer",
    "about": "aboot abt abowt",
    "around": "aroon roond roon aroond",
    "round": "roon roond",
    "down": "doon",
    "house": "hoose",
    "home": "hame",
    "point": "pint pont",
    "pain": "pane",
    "without": "withoot wioot",
    "would": "wid wud wuld",
    "could": "cud cuid culd",
    "going": "goin gaun gon",
    "suicide": "suiside sucide suicid suacide sooicide soocide sewerslide sewercide suecide",
    "suicidal": "suicidel suisidal sucidal suicidle sooicidal",
    "head": "heid hed",
    "hand": "haun haund haunds",
    "hands": "hauns haunds hans",
    "arms": "airms",
    "blood": "bluid blud",
    "nothing": "nuthin nothin nowt nuttin hee-haw nuhin naething nothng nuffin",
    "something": "somethin sumthin sumhin suhin smth somethng",
    "night": "nite nicht nyt",
    "tonight": "tonite 2nite thenight toni tnight the-night",
    "tomorrow": "tomoro the-morra themorra tomorow 2moro tmrw tomorra morra",
    "yesterday": "yesterda yday",
    "myself": "",
    "own": "ain",
    "school": "schule skool scool",
    "because": "cause cos cuz cus coz bcos",
    "overdose": "overdoes overdosse overdoze overdost overdosis ovredose overdse",
    "naloxone": "naxolone naloxene narcan nyxoid prenoxad nalaxone naloxne",
    "scared": "feart feared scarred skared scard",
    "self": "sel sell slef sefl",
    "money": "dosh cash",
    "domestic": "domestik domstic",
    "violence": "voilence violance",
    "abuse": "abus",
    "stupid": "stoopid stupit",
    "police": "polis",
    "breathing": "breethin breathin breating breathn",
    "sleep": "slepp",
    "phone": "fone",
    "mouth": "mooth",
    "goodbye": "goodby gudbye cheerio guidbye",
    "bye": "by",
    "enough": "enuf enuff eneuch anuff",
    "from": "fae fi fey frae frm",
}

# Slots of things and people; the words get their plurals.
NOUNS = {
    "partner": "partner husband hubby wife boyfriend bf girlfriend gf ex exes man bloke fella fiance fiancee burd "
    "missus wumman spouse bidie lover exhusband exwife expartner exboyfriend exgirlfriend ex-husband other-half "
    "boyf hub baes bae pertner pardner partnr",
    "parent": "mum mam mammy mummy maw mother mither mom dad da daddy faither father parent stepdad stepda stepmum "
    "stepfather stepmother stepda papa foster-dad carer",
    "relative": "brother brothers bro bruv brither sister sis uncle unc auntie aunt aunty gran granny grandad granda grandpa "
    "nana nan papa cousin cuz nephew niece stepbrother stepsister relative grandfather grandmother "
    "family sibling inlaws",
    "offspring": "son daughter boy girl lassie laddie lass grandson granddaughter grandaughter stepson stepdaughter "
    "grandwean youngest eldest dauchter dochter lad teenager teen",
    "child": "child children childs kid kiddie wean wain wane bairn bairn baby babby babies baba toddler infant newborn "
    "toddler grandchild grandchildren grandkid grandwean grandbairn grandbabby schoolgirl schoolboy minor youngster pupil stepkid childern "
    "wee-one weeyin wean waine",
    "friend": "pal mate friend freend buddy neighbour neighbor flatmate roommate cellmate padmate pad-mate copilot "
    "housemate colleague classmate bestie bff lad guy boy man woman wumman wife lassie person fella bloke couple",
    "client": "client mentee resident patient prisoner inmate tenant lad lassie user caller guest learner student",
    "weapon": "knife knives blade machete sword gun shotgun pistol hammer bat axe bottle chib shank screwdriver "
    "hatchet razor weapon firearm crossbow acid",
    "blade": "razor blade knife knives scissor glass sharp scalpel needle pin compass tin lighter cigarette fag chib "
    "shank stanley",
    "pill": "pill tablet tab tablit med medication paracetamol paracetemol paracetamols paracetomol aspirin ibuprofen "
    "cocodamol codeine dihydrocodeine antidepressant sleeper sleeping-pill painkiller capsule valium vallie "
    "vallies valley diazepam benzo xanax xanny jellie jelly jellies blue street-blue etizolam sertraline mirtazapine "
    "quetiapine amitriptyline insulin tramadol pregabalin pregab gabapentin zopiclone propranolol pregabs meds "
    "morphine oramorph methadone sedative beta-blocker promethazine temazepam bromazolam lithium",
    "drug": "drug gear smack heroin kit brown coke cocaine crack ket ketamine mdma ecstasy eccie eckie speed spice "
    "fentanyl nitazene opiate opioid methadone meth subutex buvidal ghb acid mushroom substance powder "
    "bag hit deal score solvents gas aerosol snowball stuff vodka alcohol drink bevvy speedball dope hash weed mamba "
    "legal-high poppers xtc pills",
    "bodypart": "arm airm wrist leg thigh skin stomach belly body neck throat vein face chest foot hip calf "
    "forearm ankle shoulder",
    "high-place": "bridge train roof building window cliff flat multi balcony river clyde tracks track platform railway "
    "motorway road traffic lorry bus car truck ledge edge landing cart hgv tram tube forth erskine "
    "kingston railings railing loch sea canal dock pier quarry",
    "noose": "noose rope ligature belt sheet bedsheet bedding lace shoelace cord flex scarf dressing-gown-cord string",
    "dealer": "dealer debt-collector heavy gangster gang loan-shark lender moneylender mob thug attacker enforcer",
    "abuser": "pedo paedo paedophile pedophile nonce beast groomer predator abuser molester",
    "picture": "picture pic photo nude image video vid selfie",
    "violent-noun": "beating kicking doing battering hiding leathering slap punch hammering",
}

# Slots of other words. A word that is a verb has all its forms; "=" takes this form only.
OTHERS = {
    "i": "i im ive id ill ah ahm ahve ahd ahll am a aye we weve were",
    "my": "my ma mah mi our oor wur his her hur their thair your yer yir hes the wor",
    "mine": "my ma mah mi our oor wur",
    "me": "me us mi her him them",
    "just-me": "me us",
    "him": "him her them hum hur it <partner> <parent> <relative> <offspring> <friend> <client> <child> someone somebody "
    "people anyone folk everybody everyone",
    "self": "myself mysel masel masell maself meself mesel masef myslf mself myslef myelf mysef himself himsel hissel "
    "hisself himslef herself hersel hersell herslef themself themselves themsel themsels theirself theirselves "
    "yourself yersel yourselves ourselves oursel urself oneself itsel ourself",
    "myself": "myself mysel masel masell maself meself mesel masef myslf mself myslef myelf mysef ourselves oursel "
    "ourself",
    "he": "he hes hed hell shes she shed they theyre theyve theyd theyll thay thur their it who whos someone someones "
    "somebody somebodys sum1 some1 sb man guy boys boy lads folk people wan yin wans yins gang everyone everybody "
    "anyone nobody",
    "close": "<partner> <parent> <relative> <offspring>",
    "person": "he hes hed shes she shed they theyre theyve someone someones somebody somebodys sum1 some1 him her them "
    "who <partner> <parent> <relative> <offspring> <friend> <client> <child>",
    "subject": "<he> <partner> <parent> <relative> <offspring> <friend> <client> <dealer> <abuser> officer officers "
    "screw screws staff guard guards",
    "bystander": "<partner> <parent> <relative> <offspring> <friend> <client> <child> him her them",
    "youngster": "<child> <offspring> sister brother niece nephew",
    "not": "not no nae nay never dont dinnae dinny dinna dinni doesnt disnae disny didnt didnae didny cant cannae "
    "canny cannot canna cany cannie wont willnae winnae wullnae isnt isnae isny wasnt wisnae wouldnt widnae widny "
    "aint havent havenae hasnt hasnae hadnt hadnae couldnt cudnt couldnae cudnae arent arenae werent shouldnt shouldnae "
    "stopped without barely hardly nt",
    "cannot": "cant cannae canny cannot canna cany cannie couldnt cudnt couldnae cudnae struggling unable cand",
    "dont-want": "dont wont dinnae dinny dinna doesnt disnae disny didnt didnae no nae never not wouldnt",
    "no": "no nae nay nothing zero any naw little nee",
    "nothing": "nothing nowt nuthin nothin nuttin nuhin naething hee-haw fuckall naught",
    "want": "want wnt wanty wants wanted wantin wanting wantn wan waant wish wishes wishing whish hope hopes hoping pray praying "
    "prefer like need needing rather sooner ready wantae waiting wahnt",
    "will": "going will gonna gonnae would could wid might may must should can about planning plan threatening "
    "threatened threatens trying try tried want wants wanted wanting intend intending vowed ready says ill "
    "hell shell theyll",
    "think": "think thinks thinking thought thoughts thinkin considering considered contemplating contemplated planning "
    "plan plans planned dreaming fantasising obsessed ideas urges urge feelings tempted",
    "say": "say says said saying sez sayin told tells telling telt tellt texted text message messaged wrote reckons "
    "keeps thinks talks talking posted phoned",
    "scared": "scared feart frightened afraid terrified fear fears fearing worried worry worrying petrified feared "
    "feartae frightend frighted anxious panicking concerned freaked intimidated scarred dread",
    "afraid": "scared feart frightened afraid terrified petrified fear fears feared fearing frightend frighted "
    "intimidated scarred dread dreading feartae",
    "danger-sign": "kiss locks lock cider vodka weird creepy grooms sexting kissed kissing distressed soaking smelly thin bitten burned burn kicks rough disappeared vanished snatched unfed unwell ill injured scalded choking medication tablet tablets pill pills methadone heroin crack needles bleach collapsed hit beat batter abuse neglect bruise punch kick slap smack strangle choke stab slash rape molest groom "
    "assault shake starve bully threaten hurt harm torture scream injure hungry filthy dirty unsafe danger violent violence drunk "
    "pished steaming bruises bruised alone unattended unsupervised missing scared feart frightened terrified petrified blood bleeding "
    "beating beatings screaming burns injuries injury sexual sexually naked nudes porn nude exploited trafficked groomed "
    "wandering freezing shouting shouts abusive locked bullied self-harming knife weapon welts crying underfed malnourished nonce paedo "
    "paedophile predator lash lashes abuser exposed thrashed clatter clattered hammering doing doings",
    "violent-sign": "hit beat batter abuse punch kick slap strangle choke stab rape assault bully threaten hurt harm bruise torture "
    "violent violence abusive controlling controls stalk stalking harass harassing blackmail bruises knife scream screams screaming "
    "terrified scared feart frightened petrified afraid threats threatening beating beatings doing doings aggressive gaslights "
    "intimidates terrorising terrorised spits throttled forced forcing jealous possessive obsessive smashed smashes coercive",
    "bad-sign": "weird funny strange sick dizzy faint woozy unwell collapsed collapse unconscious unresponsive fitting seizure "
    "breathing breathe breath blue grey floppy ambulance hospital resus heart chest shaking sweating vomiting puking boaking "
    "dying overdosing passed foaming cold convulsing limp slurring confused panicking panic hallucinating twitching paranoid "
    "drowsy palpitations gurgling snoring choking moving awake responding respond waking fainted stiff clammy jerking",
    "minor-age": "<teen-age> 14 15 16 14yr 15yr 13yr 12yr 14yo 15yo 13yo 12yo 11yo 10yo",
    "anybody": "<i> my mine me him <person> <self> we you your yourself mum dad",
    "again": "again tonight now anymore still",
    "any-longer": "anymore longer anylonger more much like this without alone now further forever",
    "time": "tonight tomorrow today now soon morning weekend christmas birthday week month day",
    "family-plural": "everyone everybody family kids weans world people them they folk yous us",
    "kill": "kill murder drown hang shoot poison top unalive off gas electrocute suffocate strangle smother stab",
    "cut": "cut slit slash slice carve scratch gouge stab rip tear",
    "hurt": "hurt harm cut slit slash slice burn bite scratch hit punch injure damage carve brand scald mutilate starve batter "
    "mark punish bruise stab maim kick slap choke headbutt torture bleed neglect destroy",
    "hit": "hit bash wallop clout clatter thrash punch slap kick batter beat thump choke strangle throttle headbutt skelp belt leather boot smack bite "
    "stab slash scald burn attack assault rape strangled bash whack pummel smash hammer clobber wallop bray "
    "stamp chib twat deck leather leathers pound suffocate shove lamp lamped shake",
    "attack": "kill murder stab shoot slash chib batter attack assault jump plug jug burn hurt hit beat punch smash shank "
    "torch rape knife rob destroy harm bottle cut do get kick strangle poison execute petrol-bomb cripple kneecap torture shiv "
    "hammer",
    "violence": "kill murder stab shoot slash chib batter strangle shank harm hurt attack knife kneecap",
    "touch": "touch molest grope abuse rape fondle fiddle interfere interfering finger sexually-abuse",
    "control": "control controls controlling controling controled dictate monitor monitors monitoring monitored track tracks "
    "tracking tracked check checks checking checked take takes taking took keep keeps keeping hide hides hiding "
    "steal stole stealing read reads reading go goes going through spy spying decide decides deciding",
    "belongings": "money wages benefits phone bank card messages texts phone's calls emails facebook giro uc passport "
    "giros location whereabouts mileage clothes clothing medication keys snapchat",
    "take": "take took taken takin taking tak taks tooken taen swallow swallowed swallowing swallows swally swallied "
    "neck necked necking down downed downing drop dropped dropping eat ate eaten inject injected popped popping pop "
    "had ingest ingested gubbed gub consume consumed smoke smoked snort snorted snorting jagged drank drink use used "
    "using done did banged",
    "lots": "all aw every load loads lot lots bottle bottles box boxes packet packets pack packs whole full bunch handful "
    "handfuls ton tonne strip strips tub tray hunner hundreds dozens heaps double triple too many twice extra massive "
    "huge pure fistful stash 30 40 50 60 70 80 90 100 twenty thirty forty fifty sixty hundred <many> shitload fuckload "
    "months weeks multiple",
    "ill": "weird funny strange sick dizzy faint floaty woozy shaky bad unwell rough numb cold sleepy drowsy awful odd "
    "wrong terrible sweaty shaking",
    "blue": "blue purple grey gray white bluish bloo",
    "drunk": "drunk pished steaming steamin drugged stoned wasted high hammered gouching intoxicated drinking using "
    "blootered mwi wrecked bevvied passed unconscious buckled full",
    "teen-age": "5 6 7 8 9 10 11 12 13 14 15 five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "gone": "gone dead away missing missed",
    "place": "house flat room bathroom toilet cupboard bedroom hoose",
    "outside": "outside ootside outby door doorstep window street close stair garden hiding watching waiting",
    "kin": "my ma mah our oor his her their the a wee",
    "many-words": "<many> twenty thirty forty fifty hundred",
}

# May stand between any two words of a phrase.
SMALL = """
just really so very a an the to of bit wee pure fuckin fucking fkn fking effing actually literally even also always constantly
totally ever like honestly properly seriously basically kinda kind sort probably maybe still right well
then that already completely absolutely truly simply only quite bloody sometimes often again self-consciously
deliberately purposely currently desperately repeatedly nearly almost please pls plz lol tbh omg uh um eh ken aye
ya yeah sake being been am is was were be are has had have do did does own whole flipping damn damned
continually
"""
