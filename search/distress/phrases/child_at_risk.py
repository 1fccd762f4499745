"""How people tell of a child who is hurt, left alone, touched, used or gone; children tell of themselves as well."""

TELLS = """
# Somebody hurts a child
<hurt>/<touch>/hit/beat/batter/slap/kick/shake/burn/starve/neglect/groom/abuse/choke/punch/smack/molest/rape/attack/leather/belt/smother/drown ~2 <kin> ~2 <child>
<subject> ~3 <hurt>/<touch>/hit/beat/batter/slap/kick/shake/burn/neglect/groom/abuse/choke/punch/molest/rape/smack ~3 <child>
<subject> ~3 <touch>/groom/abuse/hurt/hit/batter/beat/rape/molest ~1 my/ma/her/his/our/a/wee ~1 <youngster>
<child> ~4 being/getting/get/gets/gettin/been/is/are/was/be ~1 hurt/hit/abused/abuse/beaten/beat/battered/neglected/neglect/groomed/touched/starved/bullied/harmed/used/exploited/trafficked/molested/raped/slapped/punched/attacked/mistreated/hurtin/skelped
<youngster> ~3 being/getting/been/is/was ~1 abused/neglected/groomed/touched/exploited/molested/raped/trafficked/sexually
<subject> ~3 <touch> ~1 <just-me>/her/him/them
touch/touches/touched/touching/feels/felt/fingered/fondled ~1 <just-me>/my/her ~3 privates/private/bits/down_there/where/places/inappropriately/at_night/when/up/under/body/bum/chest/breasts/sleeping/bed/$
someone/he/uncle/man/coach/teacher ~3 touched/touching/touches ~2 inappropriately/sexually/privates
do/does/did/doing/done/dae/makes/made/make ~1 me/her/him/bad/horrible/weird/sexual/dirty ~2 things/stuff/it ~1 to/with/tae ~1 <just-me>/him/her/my/them ~2 at/in/when/i/night/bed/dont/$
come/comes/came/coming/comin ~3 my/her/his/the ~1 room/bed/bedroom ~2 at/night/when/during/in ~1 night/nights/touch
sleep/sleeps/sleeping/slept ~4 same/his/her/my ~1 bed ~5 coach/teacher/uncle/man/him/stepdad/carer
bed ~2 with ~2 coach/teacher/uncle/scout/priest
<parent>/stepdad/<relative>/foster/carer/mums_boyfriend/mums_man ~4 <hit>/hurt/lock/touch/starve/threaten/bully/scare ~1 <just-me>
<parent> ~3 boyfriend/man/partner/girlfriend ~4 <hit>/hurt/touch/shout/abuse ~1 <me>?
<i>/am ~1 <teen-age> years/yrs/yr/old ~6 scared/feart/hit/hits/hurt/hurts/touch/touches/abuse/alone/batters/beats/nudes/home/drunk/run/away/care/pregnant/help
<i>/am ~1 <teen-age> and? ~1 my/mum/dad/scared/need/want/no ~3 hits/hurts/batters/drinks/home/hit/shouts/touches/food/safe
hit/hits/hurt/hurts/blackmail/blackmailing/touches/beats/batters/nudes/scared/bully/bullied/pregnant ~5 im/am/i/ahm ~1 <teen-age>
at/after ~1 school ~3 scared/hit/hurt/home
<scared> ~2 to? go/going/gan ~1 home/hame ~2 after/from ~1 school/care?
<dont-want>/not want to? go home/hame
cigarette/fag/iron/rope burns/burn
bruise/bruises/marks/burns/handprint/welts/cuts ~4 <child>/grandson/granddaughter/nephew/niece/his_legs/her_legs
<child>/<youngster> ~5 bruise/bruises/bruised/welts/burns/burnt/handprints/marks_on
<child>/wean/lassie/boy/girl ~3 told/telt/says/said/disclosed/tells/tell ~1 me/us/teacher/staff ~5 hurt/hurts/hit/hits/touch/touched/touches/abuse/abused/abuses/abusing/batters/beats/scared/secret/smacks/locks/hungry
tell/told/telt/says/said/disclose/disclosed/discloses ~4 daddy/mummy/stepdad/uncle/grandad ~2 hurt/hurts/hit/hits/touch/touches
disclose/disclosed/disclosing/disclosure ~4 sexual/physical/child ~2 abuse/abused/harm/rape/touching/grooming ~3 me/us/to/just/today/yesterday/now/$
young/child person ~2 disclosed/told/says ~4 abuse/abused/hurt/touched
sexually abused/abuse/abusing/assault/assaulted/exploited ~4 child/son/daughter/kid/kids/wean/as_a/when_i/me/by
i? was abused/raped/molested ~3 as/when ~2 child/kid/wee/wean/boy/young
shake/shook/shaken/shaking/dropped/hit/hurt/smothered/slapped ~2 the/my/ma/wee/his/her ~1 baby/babies/newborn/toddler/wean/bairn/infant/babby
<will>/<scared>/<i>/going/feel/want/urge/nearly/nearly/might ~4 <hurt>/hit/shake/kill/smother/harm/throw/drown/batter/slap ~2 the/my/ma/a/our/this ~1 <child>
hurt/harm/kill/shake/hit ~1 my/ma/the/a/our/wee ~1 <child>
baby/wean/newborn/bairn ~3 wont/doesnt/never/not/willnae/will_not ~1 stop crying/greeting/greetin/screaming ~5 losing/lose/control/cope/cant/shake/scared/hurt/rage/going_to/anymore
lose/losing/lost ~1 control/it/temper/rag/plot ~3 with/at ~2 <child>
<cannot> cope ~2 with? ~3 baby/newborn/wean/kids/children ~3 hurt/anymore/scared/alone/crying

# Nobody looks after a child
<child> ~4 left/leaves/leaving/been/all/home/by/on ~2 alone/themselves/unattended/unsupervised/own/theirsel ~3 in/at/house/all/night/day/for/while/overnight/flat/car/home/hours/again/$
leave/leaves/left/leaving/leavin ~3 <child> ~2 alone/on_their_own/by_themselves/home/unattended/herself/himself/in_the_car/with_strangers/hisself/with_him/theirsel/on_his_own/on_her_own
wee/little ones/yins/brother/sister ~2 left alone
home alone ~4 <child>/aged/years/yr/old
<child> ~5 <not>/no/nae/never/havent/hasnt/isnt/arent ~2 fed/feed/feeding/eaten/eat/food/clothes/washed/clean/school/heating/looked_after/safe/cared
<not>/no/never/isnt ~1 being/been/get/gets/getting ~1 fed/feeding/feed/fed/look_after/looking_after ~2 the/her/his/their/my ~1 <child>/$
<child> ~4 hungry/starving/starvin/filthy/dirty/neglected/freezing/soiled/begging/unsafe/in_danger
no/nae/nothing ~1 food/fed/eat ~2 in/for ~3 house/hoose/fridge/kids/weans/us/me_and ~5 mum/mums/dad/drunk/kids/weans/she/he/wean/school/drinks
mum/mums/dad/dads/mam/da ~3 <drunk>/drinks/drugs/using/gear/jakey/bevvy ~6 no/nae/nothing/scared/alone/brother/sister/feed/fed/food/school/hits/hit/shouts/<child>
<parent>/<partner>/she/he/<he>/ex/<drunk> ~3 <drunk>/<parent>/<partner>/drugs/gear/smack/heroin/crack/using/drinking/bevvy/drink/spice/coke ~4 with/has/in/and/looking/around/while/when/got/alone/minding/driving/have/front ~4 <child>
<child> ~5 while/with/when/because/their/and/whose/mum/parents ~3 <drunk>/drugs/drinking/using/gear/heroin/smack/crack/bevvy ~1 all/every/in/again/and/on/$ ~1 day/night/alone/fed/looking/hit
drink/drunk/drugs/using/stoned/high/smoking/taking/dealing ~3 in/around/with ~1 front/charge/around ~2 <child>
drive/driving/drove ~3 drunk/drugs/drink/high ~4 <child>
<child> ~3 drug/drugs/needles/dealers/dealing/syringes ~1 in/den/about/lying/around/house/using/all ~2 house/den/floor/round/around/home/flat
neighbour/neighbours/next_door/upstairs/downstairs/flat ~4 <child>/screaming/crying ~3 scream/screaming/screams/cry/crying/greeting/shouting/hit/alone/night
<child>/baby ~1 scream/screaming/screams/crying/greetin ~2 all/every/in/next/at ~2 night/day/time/pain/door/neighbour/neighbours/upstairs
hear/heard/hearing ~4 <child> ~3 scream/screaming/crying/hit/battered/shouting/smacked/greeting
<scared>/report/reporting/worried/concern/concerned/concerns/suspect/suspicious/think ~2 about/for/that/of ~2 a/my/the/neighbour/neighbours/his/her/next_door/someones/friends/safety_of/welfare_of ~2 <child> ~1 is/being/safe/at_risk/abuse/abused/abusing/neglect/welfare/safety/not_safe/hurt/harm/in_danger/with_him/living/next_door/$
<scared> ~3 for/about ~2 <child> ~1 safety/welfare/being/is/with
report/reporting ~3 child/abuse/parent/neglect/kids ~3 abuse/abusing/neglect/risk/hurt/danger/harm/$
<child>/children/kids/weans ~3 at_risk/in_danger/not_safe/unsafe/isnt_safe/no_safe/arent_safe
<child> ~1 <not>/unsafe ~1 safe ~1 with/at/in/there/around/$
mum/mother/dad/she/he ~2 neglect/neglects/neglecting ~2 <child>/them
take/took/taken/taking/kidnapped/snatched/abducted/kidnap/abduct ~2 my/ma/the/her/our ~1 <child>/son/daughter ~3 wont/will_not/abroad/disappear/country/bring/without/gone/missing/and_i
wont/not/refuse+/refusing ~1 give/bring/bringing/return ~2 my/ma ~1 <child>/son/daughter ~1 back

# Somebody uses a child
<child>/<youngster>/<teen-age>/teen ~5 carry/carrying/selling/sell/run/running/deal/dealing/holding/hold/hide ~2 drug/drugs/gear/packages/weed/coke/money/knife/knives/stuff
make/making/made/force/forcing/getting/get/got/use/using/older ~4 <child>/<youngster>/<teen-age>/teen/teenagers ~4 carry/sell/run/deal/hold/deliver/steal/selling/dealing/carrying/running/drug/drugs
got/making/make/made/force/has/have ~3 my/ma ~1 <teen-age>/<child>/<youngster> ~3 selling/dealing/running/sell/carrying
county lines/line ~3 my/son/daughter/boy/being/caught/got/kid/wean/am/involved
older/grown/adult/man/men/guy/guys ~3 boys/guys/men/lads/boyfriend/man ~4 my/ma ~1 <teen-age>/daughter/sister/lassie/niece
groom/groomed/grooming/groomin ~2 my/me/him/her/by/online/kids/children/girls/boys/child/daughter/son/kid/young/$
being/been/getting/gettin/was/am/got groom/groomed
man/guy/person/someone/bloke/he/boy/stranger/adult ~3 online/internet/snapchat/insta/instagram/facebook/tiktok/roblox/game/discord/whatsapp/app ~5 picture/pictures/pics/photos/nudes/meet/send/naked/sexual/video
want/wants/ask/asks/asked/asking/send/sent/sending/made_me_send/demand+ ~4 naked/nude/of/my/from/sexual/dirty/for ~1 picture/pictures/pics/pic/photos/photo/nudes/images/videos/video ~4 my/me/her/of/child/sister/daughter/wee/year/im/son/brother/blackmail
send/sent/sending ~3 nudes/nude/naked/pics/pictures ~6 blackmail/blackmailing/threat/threatening/im/share/post/scared/money/daughter/wee/sister/brother/son/wants
asking/asked/asks/wants ~2 my/her/me ~4 for ~1 nudes
talk/talking/chat/chatting/meeting/meet/messaging/speaking ~3 to/with/older/grown/up ~2 older/grown ~2 man/men/guy/guys/boy/boys ~3 online/she/daughter/$
registered/convicted/known/child/sex offender ~6 <child>/daughter/niece/school/moved/seeing/lives/living/alone
sex/registered offender ~4 living/seeing/moved/near/next/around/dating/visiting/babysitting ~6 kids/weans/children/woman/family/mum/door/school/her/sister/child
pedo/paedo/paedophile/pedophile/nonce/beast/predator ~6 <child>/school/next/lives/living/street/daughter/online/seeing/house/moved/near/sister
sexual/sexually/dirty/bad thoughts/attracted/attraction/urges/feelings ~4 <child>/girls/boys/minors/young/underage
attracted/attraction ~1 to/tae ~1 <child>/minors/underage/girls/boys
look/looked/looking/watch/watched/watching/viewing/viewed/seen/found ~3 child/kids/illegal/indecent/underage ~2 porn/images/videos/pictures/pics/photos/material
child/kiddie/kid/underage porn/pornography
run/ran/running/runs/going/gone/went/missing ~1 away/missing ~4 from? ~2 home/care/foster/school/my/son/daughter/unit/<teen-age>
<child>/<offspring>/<teen-age>/niece/nephew/sister/brother ~4 run/ran/gone/went/went/goes/going away/missing
<child>/<offspring>/<teen-age>/niece/nephew ~4 missing ~2 since/from/for/all/help/and/overnight/$
<child>/<offspring>/<teen-age> ~4 <not>/hasnt/havent/never/didnt ~1 been/come/came/returned/got ~1 home/hame ~1 since/last/all/for/yet/from/in/days
fgm/female_genital/cut_down_there/female_circumcision ~3 my/daughter/sister/girl/want/help/scared/going
take/taking/taken/send/sending/sent ~3 abroad/country/home/away/pakistan/africa/somalia ~3 to/be ~2 cut/married/marry/circumcised/wed
pregnant/pregnent ~5 im/am/i ~1 <teen-age>
<teen-age> and? pregnant
stepdad/uncle/coach/teacher/grandad/brother ~2 creepy/weird/pervy/perv/touchy/funny ~2 with/to/around/me/her/my
he/she/they/uncle ~2 says/said/told/told_me/makes ~4 our/keep/a secret ~4 touch/hurt/mum/game/tell/nobody
<child>/girl/boy/daughter/son ~3 acting/behaving ~2 sexual/sexualised/sexually
adult/man/men/guys ~3 giving/gives/buying/buys/gave ~3 daughter/son/child/kid/sister/girls/boys/kids/lassie ~4 drink/drugs/vodka/vapes/phone/money/gifts/weed
safe/protect/protected ~2 my/the/these/those ~1 <child> ~2 from ~1 him/her/partner/dad/ex/abuse/violence/harm/father
social_work/social_services/authorities ~4 ignore/ignoring/nothing/wont ~6 <child> ~3 hurt/danger/abuse/neglect/harm/risk
# A child and a sign of harm, in either order
<child> ~5 <danger-sign>
<danger-sign> ~4 <child>
<teen-age> year/yr/years/yo ~1 old? ~5 <danger-sign>
my/ma/wee/her/his/our/their ~1 daughter/son/boy/girl/lassie/niece/nephew/sister/brother/grandson/granddaughter/wan ~5 groomed/molested/neglected/raped/nudes/naked/sexually/sexual/abused/abuse/exploited/touched/trafficked/older_man/older_men/older_guy/older_boys/grown_man/touching/online_man/missing/county_lines/drug_dealers/dealing/runaway
groomed/molested/neglected/raped/nudes/naked/sexually/sexual/abused/exploited/touched/trafficked/touching/touches/fiddled/interfered/molesting/grooming/raping/abusing ~4 my/ma/wee/her/his/our/their/the ~1 daughter/son/boy/girl/lassie/niece/nephew/sister/brother/grandson/granddaughter/pupil/student
meet/meeting/seeing/dating/messaging/talking/chatting/message/contacting/pestering/texting ~2 older/grown/adult ~1 man/men/guy/guys/boys/boyfriend
older/grown/adult/strange/random ~1 man/men/guy/guys/boys/boyfriend ~4 messaging/message/texting/meeting/pestering/contacting/adding/following/giving/buying/grooming/talking ~3 my/her/him/me/daughter/son/sister/girls/boys/kids
<parent>/carer/stepmum/stepdad/he/she/they ~1 <not> ~1 feed/look_after/care_for/wash/clothe/protect/believe ~1 me/us/them/him/her/<child>
<parent>/carer/stepmum/stepdad/<relative>/foster/staff ~3 make/makes/made/making/force/forces ~1 me/him/her do/watch/touch/take_off/sleep/keep
make/makes/made/making <just-me> do things
<just-me> ~2 being/been/get/getting/am/was ~1 abused/hit/hurt/battered/beaten/neglected/touched ~3 at ~1 home/hame/house ~4 im/am/i/ahm ~1 <teen-age>
offer/offered/offering/promise/promised/paid/pay/paying/gives/bought ~4 boy/boys/girl/girls/son/daughter/kid/kids/child/wean/lassie/niece/nephew/sister ~4 photos/pictures/pics/nudes/sex/meet/sexual/car/come_to
<child>/baby ~2 broken/fractured/broke ~1 arm/leg/ribs/bone/bones/wrist/skull
person/people/child/kid/wean/pupil/teenager ~6 disclose/disclosed/disclosing/disclosure
disclose/disclosed/disclosing/disclosure ~6 child/kid/young/pupil/stepdad/stepfather/dad/uncle/teacher/coach/brother/sexual/abuse/abused
<i>/am a child
i am a kid
see/seen/seeing/saw/watch/watched/watching/witness/witnessed/hear/hearing/heard ~3 dad/mum/daddy/da/stepdad ~2 <hit>/hurt/beat/strangle/batter/punch
<hit> ~2 mum/mam/mummy/maw/ma ~3 in_front_of ~2 <child>/me/us
in front of ~2 <child>/weans
<child>/kid/boy/girl/lassie/son/daughter ~3 lock/locked/locks ~2 in/out/up
nearly/almost/could_have/just ~2 <hurt>/hit/shook/shaken/hit/smack/smacked/slap/slapped/drop/dropped/lost_it ~2 <child>/her/him/wean
abduct/abducted/kidnap/kidnapped/snatched ~3 child/son/daughter/kids/baby/wean
underage ~2 sex/girl/girls/boy/boys/drinking_with/boyfriend
wetting/nightmares/flinches ~4 since/after/when ~3 dad/stepdad/uncle/contact/visits
child/kid/baby/wean ~3 died/dead/dying/killed ~3 neglect/abuse/hands
safeguarding concern/concerns/issue ~3 child/son/daughter/young/kid/family/my/a
child concern/concerns
looking ~1 at? ~2 of? ~2 children/kids/child/underage
mums/mams/maws/mas/mum/mam/mas ~1 boyfriend/man/fella/partner/bloke/husband ~4 watch/watches/watching/come/comes/coming/stares/hit/hits/hurt/hurts/touch/touches/creepy/creeps/room/shower/bed/shout/shouts/scare/scares/scary/drunk/hate/hates/weird/kick/kicks/angry/violent/pervert/batters/naked/bathroom/walks/walk
<parent>/uncle/grandad/granda/papa/brother/cousin/coach/teacher/carer/staff/stepbrother ~3 watch/watches/watching/come/comes/get/gets/climbs/goes ~3 in/into/shower/bath/bathroom/changing/undress/room/bed ~2 my/her/his/the ~1 shower/bed/room/bath/bedroom/$
watch/watches/watching/stare/stares/film/films/filming ~2 me/her/him/kids ~3 shower/bath/changing/undress/toilet/naked/sleep/bedroom
<parent>/<relative>/<abuser>/he/man/guy/uncle/coach/boyfriend ~3 sex/sexual/naked ~3 with/me/her/him/child/daughter/son
sex/slept ~2 with ~2 stepdad/dad/uncle/coach/teacher/carer/brother/minor/child/underage/pupil/girl
mum/mums/mam/dad/dads/maw/parents/da ~2 leave/leaves/leave/left/leaving/abandoned/abandons ~1 us/me/them/kids/weans/the_kids ~2 for/alone/days/weeks/on_our_own/with/by/all/overnight
mum/mums/mam/dad/dads/maw/parents/da ~1 <not>/never ~1 in/home/here/there/around/comes ~4 dinner/food/alone/feed/look/eat/tea/brother/sister/on_my_own/cook/cold/i
look/looking/caring/feeding ~1 after/for ~2 wee/wee/little/brother/brothers/sister/sisters/siblings ~4 cos/mum/mums/mam/dad/alone/nobody/parents/drunk/never
no/nae/nobody/noone/never/naebody ~2 feed/feeding/feeds/looking_after/watching/changing/minding ~2 <child>/her/him/them/us
little/wee/young girl/boy/lassie/lad/laddie/yin/yins/ones/wan/wans ~5 cry/crying/dirty/hungry/alone/hit/hurt/touch/touching/scared/streets/street/wander/wandering/2am/3am/midnight/bruise/bruises/scream/screaming/neglect/neglected/filthy/cold/naked/abuse/abused/drugs/locked/begging/unsafe
<touch>/hurt/hit/abuse/batter ~2 wee/wee/little/young ones/yins/girl/girls/boy/boys/lassie/lassies/laddies/wans
mark/marks/bruise/bruises/burst_lip/cuts/black_eye/burns/injury/injuries/welts ~3 on/my/ma ~2 <child>/<offspring>/nephew/niece/grandson/granddaughter
<child>/<offspring> ~5 with/has/had/got/came ~2 burst_lip/black_eye/mark/marks/bruise/bruises/cuts/burns/broken/injuries/welts/bite
<teen-age>/14/15/16/<child> ~2 and/sleeping/living ~2 sleeping_rough/rough/streets/homeless/run_away/ran_away/pregnant/selling/high/alone
send/send/sending/sent/sends/texting/messaging ~3 my/ma/wee ~1 <child>/daughter/son/niece/sister/nephew/brother ~4 dirty/sexual/messages/pics/pictures/rude/inappropriate/nude/sex
dirty/dirty/sexual/rude/inappropriate/explicit messages/texts/pics/pictures/photos/videos ~4 <child>/daughter/son/niece/sister/nephew/brother/girl/boy/teacher
<child>/daughter/son/<teen-age>/girl/boy/sister/brother/niece/nephew ~3 send/sending/sent/sends/sharing ~2 picture/pictures/pics/nudes/photos/videos/selfies
teacher/coach/uncle/youth_worker/worker/stepdad/man/guy ~3 ask/ask/asks/asked/asking/wants/sent/sends/messaging/messages/texting ~3 pics/pictures/nudes/photos/me/my/naked/kiss/sex
needle/needles/syringes/sharps ~4 <child>
<child> ~4 needle/needles/syringes/sharps
cant/cant/cannae ~1 cope ~3 baby/wean/newborn/toddler/kids/twins
baby/wean/newborn ~5 throw/shake/hurt/smother/harm/hit/drop/pillow/strangle/snap
throw/shake/smother/drop/pillow ~3 baby/wean/newborn/her_against/him_against/twins
<child>/girl/boy/daughter/sister/lassie/young ~4 older/older boyfriend/man/men/guy/guys/lads/boys/fella
sister/brother/daughter/son/niece/nephew/girl/boy/friend ~2 <teen-age>/14/15 ~4 boyfriend/girlfriend/men/man/pregnant/drugs/drink/missing/older/sex
<child> ~2 being/left/leave/staying/living/alone/leaving ~1 with ~2 strangers/stranger/dealers/dealer/paedo/nonce/beast/addict/offender/junkies/junkie/drunk/him
drink/drinking/using/drugs/heroin/drunk/smoking_crack/smoking ~2 while/when/and ~2 pregnant
pregnant ~2 and/still/but ~2 drinking/using/drugs/heroin/drunk/crack/hit/battered/beaten/scared_of
dealer/dealers/gang/gangs/older/men/they/someone/people ~3 using/use/using/used/recruiting/recruited/grooming/got/getting/making ~3 <child>/<teen-age>/14/15/son/daughter/young/boy/lad/lads/kids
<teen-age>/14/15/16 ~1 yr/year/yo old? ~5 drugs/drugs/dealers/dealer/missing/pregnant/boyfriend/self_harm/hit/abuse/run/men/alone/drink/threat/hurt/knife
offender/offenders/prisoner/man/he/dad ~4 <not> ~1 allowed/supposed ~3 near/near/contact/around/see/with/phone ~3 <child>
<child> ~4 <not> ~1 allowed/supposed ~2 contact/near/see
allowed near ~1 <child>
believe/believes/believed ~1 me/her/him ~2 about ~2 stepdad/dad/uncle/abuse/him/coach/teacher/brother/what_happened
sexual/sexually/indecent/naked/sex ~3 child/children/kids/kid/wean/weans/minors/underage/young_girls/young_boys
abused/abuse/abusing/touched/touching/molested ~2 by ~2 coach/teacher/uncle/priest/stepdad/stepfather/dad/father/carer/grandad/brother/cousin/babysitter/scout/staff/mum/neighbour
dad/mum/stepdad/mam/da/maw ~4 throws/throw/throws/throwing/hits/hit/punches/punch/kick/kicks/slap/slaps/batters/screams/smash/smashes/lock/locks/locked/belt ~4 us/me/him/her/brother/sister/son/daughter/kids/nephew/niece
run/ran/running ~1 away ~1 from/fae home/care/carers/foster/placement/unit/parents/mum/dad/house
from ~1 dads/mums/dad/mum/contact/visit ~4 bruise/bruises/marks/burst/black_eye/crying/scared/hurt/injuries/dirty/hungry
<partner>/he/man/dad/uncle ~4 looking/look/looking/watch/watching/watches/found/downloaded/has ~3 child_porn/indecent_images/kids/images_of_children/child_abuse_images/underage
<child> ~5 offender/offenders
offender/offenders ~5 <child>
uncle/dad/stepdad/grandad/coach/brother ~2 things/stuff to me
my/ma ~2 smack/smacks/smacked/smacking/hit/hits/hitting ~1 my son/daughter/boy/girl/wean
scared ~2 go home ~1 after school
<i> hit/smacked/slapped/punched/hurt my/ma son/daughter/boy/girl/wean
dad/mum/stepdad ~4 hit/kill/hurt/batter ~4 im/am/i <teen-age>/14/15
abused/hit/hurt at home ~3 im/i/am <teen-age>/14/15
<minor-age> year/yr/yrs/years/yo/y_o ~1 old? ~5 <danger-sign>/man/men/guy/staying/older/online/nudes/missing/pregnant/drugs/baby/alone/sex/boyfriend/adult
<danger-sign>/man/guy/older/adult/sexting/texting/messaging/touching/seeing/dating/sex ~4 <minor-age> year/yr/yrs/years/yo/old
sexting/sextorted/sextortion
daughter/son/kid/child/girl/boy/lassie/teen/niece/nephew/mentee/pupil ~6 new ~1 trainers/phone/clothes/jacket/money/jewellery ~6 <not>/who/say/where/older/from/men/bought
unexplained ~2 money/gifts/phone/injuries/bruises
take/taking/took/takes ~1 photo/photos/pictures/pics/videos ~2 <child>/my_daughter/my_son/girls/boys
picture/pictures/photo/photos/images/videos/pics ~2 <child>/wee_girls/wee_boys/young_girls/young_boys/girls ~4 phone/computer/laptop/his/cell/found/naked/online
found ~3 picture/pictures/photos/images/videos/pics ~2 <child>/young/girls/boys
<child>/<offspring>/girl/lassie ~4 passed ~1 round/around
passed ~1 round/around ~3 men/guys/lads
disappear/disappeared/vanished/left/gone/gone_off/run_off/away/met/meeting/chatting ~4 man/guy/boy/older/someone/stranger ~4 online/internet/snapchat/met
<child>/daughter/son/niece/nephew ~6 met/meets/chatting/talking/gaming/contacted ~2 online/internet/snapchat
rough with ~2 <child>/her/him
give/gives/giving/gave/buying/buys ~2 <child>/daughter/son/niece/nephew/her_weans/my_weans ~2 cider/vodka/drink/alcohol/drugs/weed/beer/vapes/spice/pills
leave/leaves/left/leaving ~2 <minor-age> year/yr/yo ~3 watch/mind/look/alone/in/with/baby
mum/mums/mam/dad/dads/parents/maw ~3 away/gone/no_been_home/disappeared/left ~2 for? <many>/2/3/4/5/days/weeks/two/three ~2 days/weeks/nights/week
<i>/am ~1 <minor-age> ~5 mum/mums/dad/dads/parents/alone/scared/away/days/home/hits/food/safe/uncle/man/men
<parent>/uncle/coach/teacher/grandad/granda/brother/stepbrother/cousin/carer ~2 kiss/kissed/kisses/kissing/cuddles/tickles ~3 me/her/him
<parent>/uncle/coach/teacher/grandad/he/brother ~3 do/does/did ~2 stuff/things/something ~1 to/at/with ~2 me/night/nights/her/him/bed
knows/know/tell/told ~3 what ~1 uncle/dad/stepdad/coach/he/brother/grandad do/does/did ~1 to/wi me/her/him
bad/funny/uneasy/gut feeling ~5 daughter/son/child/kids/wean/girl/boy/stepdad
feel/felt/feeling ~1 safe/unsafe ~2 with/around/at ~2 dad/mum/stepdad/uncle/home/parents/carer
<not> ~1 feel safe
scared/feart/frightened/terrified ~2 dad/mum/stepdad/uncle/stepmum/father/mother/carer/mums_boyfriend
<parent>/stepdad/uncle ~3 burn/burned/beat/hit/locked/starved/touched/abused/battered ~2 him/her/me/them
lock/locks/locked/shut/shuts ~1 <child>/them/her/him ~2 in/out ~2 room/rooms/house/cupboard/garden/bedroom/car
<child>/<offspring> ~3 lock/locked/shut ~2 room/bedroom/house/cupboard
passport ~5 married/marry/wedding/flight/abroad/pakistan
flight/flights/ticket/tickets ~4 married/marry/marriage/wedding
who do/can ~1 tell/talk ~3 abuse/abused/touch/hurt/hit
girl/girls/boy/boys/teenager/<minor-age> ~2 pimp/pimped/prostitute/prostitution/exploited
little/wee/younger/baby/young brother/sister/bro/sis/cousin ~4 hit/hits/hurt/battered/beaten/touched/scared/locked/starved/bruises/alone/hungry
babys/baby/toddler/wean/child/newborn ~2 not/stopped/isnt/no ~1 breathing/moving/responding/waking/eating
bad feeling ~6 daughter/son/child/kids/wean
"""

NAMES = """
child abuse/neglect/abuser/protection/exploitation/cruelty/grooming/harm
abuse/neglect/exploitation of ~1 child/children/kids
children at_risk
child at_risk
grooming/groomed
child sexual? abuse/exploitation/assault
# A word of alarm and somebody
<anybody> ~5 groom/groomed/grooming/molest/molested/nudes/paedo/paedophile/nonce/predator/fgm/neglect/neglected/neglecting/fondled/inappropriately/privates/exploited
groom/groomed/grooming/molest/molested/nudes/paedo/paedophile/nonce/predator/fgm/neglect/neglected/neglecting/fondled/inappropriately/privates/exploited ~5 <anybody>
"""

HARMLESS = """
child benefit/benefits/maintenance/care/friendly/support/contact/psychologist/psychology/tax/minder/minding/disability/payment/payments/allowance/trust/centre/seat/ticket/visits/arrangements/health
child protection training/order/orders/course/conference/register/meeting/level/officer/policy/officers
dog/pet/hair/horse/cat grooming
grooming and haircare/products/kit/course/salon/table
home alone all day
at/high/low/no/medium risk of re_offending/reoffending/homelessness/losing/eviction/offending/custody/relapse/prison/drinking
risk assessment/assessments/management/register
touching story/film/letter/tribute/base/up/distance
touch base/screen/rugby/wood/typing/up
run/running/ran away/missing from_my/persons ~1 problems/past
adverse childhood
hit/hitting puberty/his_terrible
kids/weans/children/wean ~2 taken off/aff/away_from ~2 me/him/her/us/them
taken off/aff me
get/got/getting ~2 kids/weans/children/wean back
child/kids/children/wean/weans/son/daughter ~2 in care
kids/children/weans ~2 not allowed/coming ~2 visit/visits/prison
baby/child/kids clothes/food/milk/bank/group/massage/sensory/things/equipment/box/grant/toys
left/leaving care/prison/school/home ~1 team/services/grant/allowance
son/daughter/brother/sister/boy/lad/nephew/grandson/granddaughter ~1 is/on/takes/taking/using/addicted/hooked ~1 on/to ~1 drugs/drink/heroin
alone with ~2 children/kids/weans/baby $
single/lone parent/mum/dad/mother/father ~3 alone
sell/selling/buy/buying ~2 kids/baby/childrens ~1 clothes/toys/pram/cot
<child>/kids ~3 scared/feart/frightened/nervous/anxious/crying ~1 of/about/to/on/during/after/at ~2 visit/visits/visiting/prison/school/dark/dentist/nursery/contact
hungry caterpillar
<child>/kids ~2 missing ~2 him/her/school/dad/mum/me/daddy/mummy/them/their
missing ~2 my ~1 <child>/kids/weans/babies
<child>/<offspring> ~3 locked_up/locked_in ~1 polmont/prison/jail/cell/secure/custody/barlinnie
nappies
young offender/offenders/person/people/carer/carers/adult/parents ~2 disclosure_checks/disclosure_scotland/disclosure_of_convictions/disclosing_convictions/convictions
disclosure/disclose/disclosing ~3 conviction/convictions/record/scotland/scheme/check/checks/level/employer/employers/offence/offences/certificate/criminal/caution
home ~1 alone ~2 bored/day
help for children ~2 affected
alone with ~1 thoughts
parent/parents/mum/dad ~1 her/his/their own
looking after ~2 brother/sister/brothers/sisters ~2 carer/carers_allowance/young_carer
pregnant and ~1 homeless/homeless/in_prison/on_methadone
drinking/using ~1 pregnant_women
older men/man/people ~2 group/shed/prisoners/project
child ~2 <not> allowed ~2 visit
<child>/kids/baby ~2 needle phobia
looking/look after ~1 the/my/his/her/our/their? kids/grandkids/weans/children/grandchildren
can/where/housing/license ~1 sex/registered ~1 offender/offenders
child abuse ~1 inquiry
social work check/checks
kids/children/weans ~1 social work/worker
"""
