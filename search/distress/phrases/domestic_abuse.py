"""How people tell of abuse by a partner, a former one or somebody in the family."""

TELLS = """
# Violence at home
<subject> ~4 <hit> <me>
<subject> ~3 <hit> <kin> <partner>/<parent>/<relative>/sister/mum/gran
<hit> <just-me> ~1 again/last/when/up/about/around/every/in/with/if/because/so/for/and/cause/now/today/tonight/yesterday/$
being/been/get/gets/getting/got/gettin/gets/am/was ~1 hit/punched/slapped/kicked/battered/beaten/beat/choked/strangled/thumped/abused/raped/bashed/leathered ~1 up? by/off/from/at ~2 <close>/him/her/home
beat/batter/kick/knock/leather/smash/throw/chuck/slap/fling/push/pushed/shove/shoved/drag/dragged/chase+/chased <me> up/about/aboot/around/black/senseless/down_the/down_stairs/into/against/to_the/by_the/across/out_of_bed/with/doon/over/off
he/she/they kick/kicked/knock/beat/batter/boot ~1 fuck/shit/hell/living/life/lumps/crap/daylights/shite ~1 out of? ~2 <me>/<him>
kick/kicked/knock/batter ~3 fuck/shit/shite/crap/hell out/oot/ootae ~2 <me>
lay/laid/lays/laying/put/puts/putting/pit ~2 hand/hands/finger ~3 <me>
lift/lifted/lifts/raise/raised/raises ~1 his/her/their ~1 hand/hands/fists
hand/hands/arm/fingers/grip ~2 round/around/on/at/over/roon ~2 <my> ~1 throat/neck/face/mouth
grab/grabbed/squeeze+/held/holding/holds/pinned/push ~4 throat/neck/hair
grab/grabs/pin/pins/pinned/drag/drags/dragged/spit/spits/spat/bite ~1 at/on/in ~1 <just-me> ~2 by/hair/down/face/again/throat/wall/floor/against/when
knife/blade/gun/scissors ~4 <my>/mine/at throat/neck/face/back/me
throw/threw/throws/throwing/fling/launch+/lob+/chuck ~4 at ~1 <me>/my_head
smash/smashes/smashed/wreck+/break/breaks/trash+ ~3 up? ~2 my/the/our ~1 house/flat/phone/stuff/door/things/home/place
kick/kicks/kicked/kicking/boot/booted/batter/bang/banging ~2 my/the ~1 door/windows/window ~1 in/down/again/tonight
black/blackened eye/eyes
bruise/bruises/bruised/marks/burns ~3 <my>/all/on/from ~1 <bodypart>/over/him/partner/boyfriend/husband/back/ribs
bruise/bruises ~3 fell/door/stairs/him/her/someone/hiding/hide/cover/long_sleeves/every
broke/broken/breaks/burst/bust/fractured ~1 <mine> ~1 nose/jaw/arm/ribs/rib/lip/tooth/teeth/wrist/fingers/cheekbone/face/eye
he/she ~1 rape/raped/rapes/raping ~1 <him>
<close>/he/hes/him/ex ~3 rape/raped/rapes/raping/sexually
rape/raped ~1 by
<i> was/been/got/being ~1 raped/sexually_assaulted/assaulted
raped/rapes <just-me>
make/makes/made/force/forces/forced/forcing ~1 <just-me>/her ~3 sex/sleep/perform/things/do_things/naked
<not> take no ~1 answer
sex ~3 <not>/dont/no ~1 want/consent
sexually assault/assaulted/abuse/abused/abusing/attacked
<close>/he/hes/she/shes/man/burd ~2 violent/abusive/aggressive/controlling/volatile/psycho/dangerous/possessive/jealous ~1 to/towards/with/when/after/again/and/at/$
violent/abusive/controlling/aggressive/toxic/possessive/bad/jealous/coercive ~1 <close>/relationship/marriage/home/man/household/family/house
abuse/abused/abuses/abusing ~2 by ~2 <close>/him/her/carer/someone/them
<close>/he/hes/she/shes ~3 abuse/abusing/abused/abuses ~1 <him>/$
abuse/abused/abuses/abusing/gaslight/gaslights/gaslighting/manipulates/belittles/humiliates/terrorises/degrades/bullies <just-me>/her/him
<i>/am/being/been/was/im/is/shes/hes/getting ~1 abused/abuse ~1 by/at/again/and/$
gaslight/gaslights/gaslighting/gaslit
call/calls/called/calling <just-me> ~3 names/slut/whore/worthless/fat/stupid/useless/ugly/cow/slag/bitch/cunt/tramp
put/puts/putting <just-me> down/doon all/in/constantly/every/$
shout/shouts/scream/screams/screaming/shouting/roar+/rage+ ~2 <just-me>/in_my_face ~3 every/all/scared/hit/throws/door/$
domestic abuse/violence/incident/abuser ~3 help/now/victim/survivor/me/my/at_home/happening/emergency/tonight/next_door/neighbour
victim/survivor/suffering/suffer/experiencing/experienced/fleeing/escaping/experience/flee/leaving/escape ~2 domestic abuse/violence
victim/survivor/suffering/suffered/experiencing/experienced/fleeing/escaping/flee/escape/running ~2 abuse/violence/abuser
<hit> ~1 <partner>/wife/girlfriend
<i> ~2 hit/punched/slapped/hurt/pushed/strangled/choked/battered/controlling ~1 my/ma/the ~1 <partner>

# Control
<not>/refuse+/never/wont/doesnt ~1 let/lets/allow/allows/letting/allowed <me>/him/her/<close> ~2 leave/go/out/oot/see/work/have/use/eat/sleep/speak/talk/wear/phone/near/away/alone/spend/contact/visit/be/get/make/keep/sign/take/do
<he>/<close>/hes/shes ~3 <control> ~3 <mine>/my/her/his/our ~2 <belongings>
<control> ~2 <mine>/my/her/our ~1 phone/messages/wages/texts/money/benefits/bank ~3 and/all/every/wont/so/he/constantly/every/$
<he>/<close> ~2 =controls/=controlling/=controling/=controlled/=control ~2 <me>/my/everything/all/who/what/where/$
<i> am being controlled
tell/tells/telling/told/telt/decide/decides/dictates/choose/chooses ~1 <me>/her ~1 what/who/where/when/how ~3 wear/see/talk/go/eat/spend/speak/dress/do_all/can
isolate/isolates/isolated/isolating/cut+ ~1 <just-me>/her ~2 friends/family/mum/everyone/pals
<not>/no ~2 allowed ~2 out/oot/friends/phone/see/speak/talk/my_own/money/job/leave_the/family/to_work ~3 he/she/partner/husband/him/her/without/by/says
lock/locked/locks/locking/trap/trapped ~1 <just-me>? in ~3 house/room/bathroom/cupboard/bedroom/flat/toilet/hes/he/him
lock/locked/locks/locking/trap/trapped/shut <me> in/out/oot/inside/up
held/holding/kept/keeping/keeps ~2 prisoner/hostage/captive/against_my_will/against_her_will/locked
trapped ~3 relationship/marriage/with_him/with_her/him/here/house/home
held/kept against <my> will
camera/cameras/tracker/spyware/airtag/tracking ~4 <my>/me/watch/house/phone/car/room
follow/follows/following/followed/stalk/stalks/stalking/stalked/harass/harasses/harassing/harassed/pester+/hounds/hounding/threatens/threatening/threatened ~1 <just-me>/my/her/him/us
<close>/he/hes/she/someone/man/guy ~3 follow/following/follows/stalk/stalking/stalks/harass/harassing/harasses/threatening/threatens/watching ~1 <me>/my/her/$
<i>/being/been/am/getting/was/is ~1 stalked/followed/harassed/watched/blackmailed/threatened/controlled
stalk/stalks/stalking/stalker/stalked
<partner> ~6 <outside>/turn_up/turns_up/turned_up/turning_up/shows_up/showing_up/showed_up
<partner>/he/hes ~3 outside/ootside ~2 my/the/our/shouting/now/house/flat/door/window/work/hammering/banging/again
hes/shes/hes ~1 outside/ootside ~2 $
<partner>/he/hes/keeps/she ~3 turn/turns/turning/show/shows/showing/coming/come/comes/parked/waiting/sitting/chap/chapping ~3 up/to/at/in ~2 my ~1 house/door/work/flat/mums/street/close/window
<partner> ~3 phone/phones/phoning/text/texts/texting/message/messages/messaging/call/calls/calling/ring/rings/ringing ~2 all/every/constantly/nonstop/hundred/non/day/100/50/times/me ~2 day/night/time/stop/times/nonstop
he/<partner> ~3 ring/rings/phone/phones/calls ~2 from ~1 jail/prison/jile ~6 wear/tell/tells/threat/threatening/go/what/wont/scare/allowed
breach/breaching/breached/break/breaking/broke/broken ~4 his/her ~2 bail/order/conditions/interdict/injunction/nho/restraining ~6 door/me/house/contact/my/texting/phone/come/close
find/found/finds/knows/know/ken/kens/got/get ~3 <mine> ~1 address/where_i_live/where_i_am/new_place/new_house
knows/know/ken/kens ~1 where ~1 i/we/she live/lives/stay/am/work/bide
<afraid> ~2 of/ae/aff/o/about/from ~3 <partner>/<close>/him/her
<afraid> ~3 <partner>/<close>/<he> ~4 get/gets/getting/out/come/comes/coming/released/release/back/find/finds/hurt/kill/hit/oot/liberated/angry/drunk/home/mad/do_to/drink
<afraid>/terrified ~1 when ~1 <he>/<partner> ~1 comes/gets/drinks/drunk/home/angry
<afraid> to/tae/of_going/of_coming ~2 home/hame/leave/say/speak/tell/go/move/end/house/sleep ~2 <partner>/him/her/because/in_case/of/home/my/with/no/$
<afraid> ~2 in/of ~2 my/ma/our own home/house/hoose
<afraid> ~2 going home
<not> safe/feel_safe ~1 in/at/with/around/from/going ~3 home/house/hoose/<close>/him/her/flat/here/family
<not> safe ~1 for/with ~2 <just-me>/her/us ~2 home/house/him/$
walk/walking/walkin/on/stepping/tiptoe+/tiptoeing on/around eggshells/egg_shells/eggs
hide/hiding/hid/hidden/run/running/ran/flee/fleeing/fled/escape/escaping/escaped ~3 from ~3 <partner>/<close>/him/her/abuser/violent/home
hiding ~3 in ~1 bathroom/toilet/cupboard/bedroom/room/car/loft/close
need/want/how/trying/try/help/way/have ~4 leave/escape/flee/get_away/get_out/get_away_from/run/leaving/escaping/getting_away ~3 <partner>/him/her/abuser/violent/abusive/relationship/marriage
need/want ~3 away/get_away/out/safe ~2 from ~2 <partner>/<close>/him/her/tonight/this_house
leave/left/leaving ~2 violent/abusive
if ~1 =i/she ~1 leave/leaves/left/go/tell/speak/say/dont
threat/threaten/threatens/threatened/threatening/says/said/blackmail/blackmails/blackmailing ~4 post/share/send/leak+/show/put ~4 <picture>/intimate/private
post/posted/share/shared/sharing/sent/send/leak+ ~3 my/intimate/naked/private ~2 nudes/nude/intimate ~2 me/online/everyone/facebook/pals/without
revenge porn
blackmail/blackmails/blackmailed/blackmailing/extort+/sextortion
threat/threaten/threatens/threatened/threatening ~4 take/taking ~3 kids/weans/baby/children/wean/bairns/away
threat/threaten/threatens/threatened/threatening/says/said/going ~3 kill/killing/murder/hurt/burn/stab ~3 me/my/us/her/himself/dog/family/him
nobody/naebody/no_one/noone ~4 will/would ~3 have/want/love/believe/believes ~1 me ~3 else/if/but_him/$
nobody else ~3 me
family/parents/dad/mum/they/being/am/forced/make/making/made ~3 force/forced/forcing/make/making/made/get ~3 marry/marriage/wed
marry ~4 dont/do_not/against_my/never_met/<not> ~1 want/will/know
forced marriage ~3 help/me/my/scared/am/being/daughter
forced ~1 into ~1 marriage/marrying/wedding
honour/honor based/violence/killing/abuse
bring/brings/bringing/brought ~2 shame ~2 family ~4 kill/hurt/beat
take/takes/took/taking/takin/steal/steals/stealing/stole/spends/want/wants/keeps ~3 <mine>/my/all_my/her ~2 wages/money/benefits/giro/uc/pip ~4 phone/every/hits/and/checks/scared/wont/drug/drugs/off/aff/gives/violent
punch/kick/hit/batter/strangle/throw/hurt/kill/drown ~1 =my/ma/the/our ~1 dog/cat/pet/puppy
bf/boyfriend/husband/partner/he/man/him did it
pushed/pushes/push ~1 me/her/him ~2 down/stairs/wall/about/around/over
love/loves him/her/me but ~4 hit/hits/hurt/hurts/violent/scared/batter/batters/beats
tracks/tracking/tracked/follows ~1 <just-me>/my ~2 phone/car/location
unsafe/dangerous ~2 home/with_him/with_her/at_home/relationship
im/am prisoner in ~2 own/home/house
womens/women refuge/aid ~3 now/tonight/need/get_away/safe/urgent/space
need ~3 refuge ~2 from/now/tonight/urgently
refuge ~3 from ~2 <partner>/violent/him/her/abusive
safe/somewhere/place ~4 from ~1 <partner>/him/her/abuser
coerced/coercing/coerces ~2 me/her/into
spit/spits/spat on/at/in <just-me>/my_face
strangle/strangled/strangles/strangling/throttled/choked ~1 <him>/by/me/until/$
# A partner and a sign of fear or violence, in either order
<partner> ~5 <violent-sign>
<violent-sign> ~5 <partner>
<parent>/mums/sisters/daughters/sister ~4 <hit>/hurt/abuse/abusing/threaten/threatening/controls ~3 <parent>/<partner>/sister/brother/me/mum
<parent>/<relative>/<offspring>/son/grandson/stepson/carer/brother ~3 <hit>/abuse/threaten/attack/hurt/rob/control/scare/bully/exploit/terrorise/shout+ ~2 <just-me>/mum/gran/my_mum/granny/nana/her_mum
<offspring>/grandson/grandaughter/son/daughter/carer/nephew ~3 steal/steals/stealing/takes/taking/demanding/demands ~3 money/pension/benefits ~4 me/shouts/hit/scared/hits/threatens/violent/drugs/off/from/my
give/gives/gave/gied/gies/gie/giving/get/gets/got ~1 <me>/him/her? ~1 a? ~1 <violent-noun>/doings/sore_face/black_eye/fat_lip/burst_lip/hammering/kicking
slap/slapped/slaps/punch/kicked/batter/battered/smack/smacked/shove/shoved/push/pushed/knock/knocked/throw/threw/thrown/flung ~1 about/around/aboot/roon/across/against
forced/made/making/forcing/force/pressure/pressured ~2 to/into ~1 marry/marriage/wed/have_sex/have_an_abortion/sex
a/need/want/find/get/going/go/find_a/any ~1 refuge/safehouse/safe_house/safe_place/somewhere_safe ~1 now/tonight/me/us/women/woman/from/with/to/$
somewhere/place/place/house ~2 safe ~5 kids/children/wean/weans/baby/from/tonight/ex/partner/him/sleep
<not>/wont/never/keeps ~2 leave ~1 me/us/her alone
he/<partner>/keeps ~2 keep/keeps/kept/always/constantly ~1 come/coming/turn/turning/show/showing ~1 round/up/to_my/roon/back/near
nho/interdict/restraining/injunction/order/bail ~6 he/she/ex/partner/keeps/still ~3 come/comes/coming/turn/turns/turning/contact/contacting/texting/breach/breaching/breaks/phoning/near/follows/following
<partner> ~4 get/gets/getting/out/released/liberated/come ~4 jail/prison/next/soon/tomorrow/week/friday/monday ~6 <afraid>/safe/worried/hide/danger/kill/threat/threatened/find
live/lives/living ~1 in ~1 fear
fear ~2 <partner>/him/her
control/controls/controlling/controlled ~3 <partner>/him/her/me ~1 $
treated/treats/treat ~2 me/her ~2 dirt/shit/slave/animal/prisoner/rubbish
never allowed/lets/let
terrorises/terrorising/torments/tormenting/tortures/intimidates/humiliates/degrades/dominates ~1 <me>/us/my
<partner>/he/she ~3 burnt/burns/ripped/rips/cut/cuts/hides/hid/smash/smashed ~2 my ~1 clothes/passport/phone/things/keys/stuff/belongings/hair
not/never/dont ~2 safe ~2 in_my/at/with ~2 home/house/partner/him/her/own
my/ma/his/her ~1 <partner> ~1 did_this/did_it/done_it/done_this
<just-me> and_my/and_the/and ~1 kids/weans/baby/children ~3 safe/escape/hide/away/flee/leave/run/fled/left/get_out
sleep ~2 with ~3 made/forced/or_else/threat/against
sexual/sexually ~2 assault/abuse/force/harass
non? consent/consensual
wake/woke/woken ~2 to ~1 him/someone/man ~3 sex/inside/touching/on_top
goes/going/go/gone/flips/kicks_off/explodes/loses_it/snaps ~1 mental/mad/crazy/nuts/ballistic/aff_it/radge/apeshit ~3 when/if/at/with/on
he/she/<partner> ~3 flip/flips/kicks_off/explodes/loses_it/snaps/rages ~2 when/if/at/over
he/<partner> ~2 get/gets/getting out/oot/released ~4 come/find/here/straight/after/me/kill/going_to
make/made/makes/making <just-me> ~1 quit/leave/stop/give_up/cut_off/delete/choose/beg/sleep/eat/watch ~4 job/work/seeing/friends/family/mum/floor/facebook/phone/him/forgiveness
<he>/<partner> ~2 have/has/got/keep/keeps/kept/took/takes/holds ~1 my ~1 bank/bank/card/money/phone/keys/passport/wages/benefits/book
pocket money ~3 he/he/me/own/gives
ask/asking/beg/need ~2 permission ~3 for/to/everything/him/go/out/spend/see
choke/choked/kicked/hurt/killed/hit/drowned/threw/strangled/stabbed ~2 dog/cat/pet/puppy/dogs/cats
<he>/<partner> ~3 send/sends/sent/gets ~2 pals/mates/friends/brothers/family/people ~3 watch/follow/threaten/round/after/scare
walking/living/tiptoeing ~2 eggshells/fear/terror
see ~2 kids/weans/children again ~2 if
never see ~3 kids/weans/children/baby ~2 again ~3 if/unless/left/leave
help ~2 leave/get_away/escape ~1 him/her/<partner>
<hit> ~2 my/ma/his/her ~1 mum/mam/maw/mother/gran/granny/nana/sister/auntie
beat/beats/beating/batter/batters/battering/hit/hits/punches/hurting/hurts/abusing/bashing/strangled/kicked/attacked ~1 his/her/their/the/my ~1 wife/<partner>/mum/mother/sister/gran/daughter
<afraid> ~3 <parent>/<offspring>/<relative>/<partner> ~1 $
neighbour/neighbours/next_door/upstairs/downstairs ~4 hit/hitting/battering/beating/fighting/screaming/violent/violence/abuse/abusing/battered/shouting ~3 wife/wife/girlfriend/partner/her/him/woman/kids/again/night/now
pimp/pimped/pimping/pimps
sell/selling/sold/sells ~1 me/her/us ~3 mates/men/friends/sex/drugs/dealer/pals
prostitute/prostitution/sex_work ~4 forced/force/forced/made/making/makes/boyfriend/pimp
force/forced/made/making/makes ~3 prostitution/sell_my_body/sell_herself/have_sex/sex/escort/sleep_with
sex ~2 for ~1 drugs/drugs/rent/money/debt/place_to_stay
he/she/<partner> ~3 get/gets/getting out ~4 here/straight/after
kick/kicked/kicking fuck/shit/shite/hell out ~1 <me>
throw/throws/threw/throwing plates/plate/cups/furniture/glass/things/dishes/dinner
knock/knocks/knocking/slap/slapping/push/pushing/shoving/hit/punch/batter/kick/kicking ~1 her/me/him/mum/us ~1 about/aboot/around/roon
ex/exes/partner/husband/boyfriend/wife/girlfriend ~4 withheld/unknown/private/different ~1 number/numbers
ask/asks/asking ~2 husband/partner/boyfriend/him/wife ~3 before/permission/allowed/first/if_i_can/for_money
<i> locked in
lock/locks/locked ~1 me/us/her ~1 in
out on bail ~5 me/mine/house/door/here/contact/text
scared/feart/frightened/afraid/terrified ~2 to/of ~1 phone/call/ring/tell/report ~3 police/polis/him/anyone/anybody/on_him
has/got/hes/have/taken/took ~2 photos/pictures/videos/nudes/pics/images/recordings ~3 me/us/naked ~4 show/post/send/share/threat/will/if/family/work
show/post/send/share ~3 photos/pictures/videos/pics/images ~3 me ~3 family/everyone/work/facebook/mum/online
get/gets/got it in the neck
take/takes/took/hides/hid ~1 my keys/phone/shoes/purse/bag/coat ~3 so/cant/leave/stop/and
come/came/turned_up/coming ~1 to/tae/at/round ~1 mine/my_house/my_door/my_work ~3 drunk/shouting/angry/again/threat/bail
<close>/he/she ~3 <not> ~2 let/lets/allow ~2 <me>/mum/her/him
withholds/withhold/controls/control/restricts ~2 food/money/medication/meds/heating/phone
too/so/really scared/feart/frightened/afraid/terrified ~2 to/of ~2 leave/him/her/go/tell/say/speak/move
walk/walking/living/life ~2 fear
"""

NAMES = """
domestic abuse/violence/abuser/abusers/incident
coercive control
forced marriage
=dv
gender based violence
partner violence
rape/raped
sexual abuse/assault/violence
revenge_porn
wife beater
battered woman/women/wife/husband
domestically abused
# A word of alarm and somebody
<anybody> ~5 hit/hits/hitting/punch/batter/battered/strangle/choke/rape/raped/abuse/abused/abusing/abusive/bruise/bruises/stalk/stalking/harass/beating/beats/beaten/slap/controlling/violent/violence/terrified/petrified/blackmail/assault/spits/headbutt/gaslight/possessive/eggshells/refuge/humiliate/degrade/coerced/obsessed/terrorise
hit/hits/hitting/punch/batter/battered/strangle/choke/rape/raped/abuse/abused/abusing/abusive/bruise/bruises/stalk/stalking/harass/beating/beats/beaten/slap/controlling/violent/violence/terrified/petrified/blackmail/assault/spits/headbutt/gaslight/possessive/eggshells/refuge/humiliate/degrade/coerced/obsessed/terrorise ~5 <anybody>
"""

HARMLESS = """
hit the gym/ground/road/bar/target/town/shops/books/bottle/jackpot/news/pub/headlines/spot/weights/drink/roof/buffers/track
hit with/by/hard/for a_fine/fine/sanctions/sanction/fines/bill/bills/charge/charges/bedroom_tax/debt/council_tax/rent/car/bus/the_bedroom_tax/cost/inflation/the_cost/benefit/benefits
got/been/get/getting hit with ~2 fine/bill/charge/sanction/debt/order/sentence
hit/hits rock/my_target/my_thirties/home/record/list/song/songs/musical/single/wall/a_wall
beat/beating/beaten/beats the/a/my/our/drink/drugs/addiction/gambling/booze/odds/system/habit/cancer/depression/anxiety/drum/box/target/charge/blues/boredom/to
beat/beating ~1 drink/drugs/addiction/gambling/booze/odds/system/habit/cancer/traffic/crowds/heroin/fundraising_target
beats working/me_how/me_why
domestic cleaner/cleaning/appliance/appliances/science/worker/assistant/staff/duties/bliss/jobs/goods/bills/heating/waste/energy/job/violence_disclosure_scheme/abuse_course
partner/partners/partnership visits/visit/agency/agencies/organisation/organisations/agreement/working/in_prison/on/up/with
wont/cant/cannae/doesnt/dont/didnt/not/never let me ~1 have? ~2 in/rent/on_the/tag/licence/know/flat/tenancy/mortgage/book/register/log
council/landlord/jobcentre/dwp/bank/prison/sheriff/housing/social/school/app/website/employer/college/judge/court/probation ~2 wont/doesnt/not/cant let me
controlled drug/drugs/entry/drinking/environment
control my/his/her anger/temper/drinking/drink/diabetes/spending/gambling/weight/pain/bowels
in control of my/his/her money
scared/feart/frightened/afraid/anxious/nervous/worried/terrified/fear/dread/concerned ~2 of/about ~2 dentist/needles/flying/spiders/heights/dark/interview/interviews/hospital/hospitals/crowds/court/exam/exams/change/public/new_people/bus/buses/dogs/lifts/vaccine/jags/injections/phone/phones/job/college/reading/form/forms/moving/money/rent/debt/bills/criminal_record/visit/visits/first/failing/relapse/relapsing/drinking/judged/talking/speaking/everything
scared to ~1 go ~1 to ~1 dentist/doctor/doctors/hospital/court/college/interview/gym/class/group/meeting/job_centre/jobcentre
scared of/about ~1 getting_out/being_released/coming_out/release/leaving ~1 prison/jail/myself/$
non/nonharassment harassment
rape seed/crisis
oilseed/oil_seed rape
strangled by_red_tape
abusive behaviour/manner
post/posted nude/nudes art
black eye peas/friday/country
followed/following up/me_on/up_on/the_rules/instructions/a_programme/the_programme/my/us_on
follow me on/up
ex/former prisoner/prisoners/offender/offenders/con/cons/service/forces/army/military/soldier/addict/gang
jealous/toxic relationships course/workshop/programme
hide/hiding behind
take my money out/to
threatened with homelessness/eviction/losing/court/homeless/redundancy/sanction/sanctions/recall
break/breaking/broke/broken/breach/breached ~1 my/his/her ~1 bail/order/licence/curfew/tag/conditions/cpo/probation ~2 what/by/for/and_now/and_in/$
push/pushed me to ~2 do/get/recover/work/join/train/succeed
locked in ~2 cell/cells/custody/prison/my_pad/debt/contract/arrears/a_cycle/cycle
locked out of ~3 house/flat/account/phone/tenancy/hoose
locked up
trapped in ~1 debt/poverty/cycle/arrears/a_cycle/private_let/benefits
partner/husband/wife/boyfriend/girlfriend/ex ~6 <not>? scared/feart/frightened ~1 of/to ~2 dentist/court/visit/visits/job/hospital/leave_the_house/go_outside/go_out/interview/release
marriage counselling/guidance
sexual health/offence/offences/orientation/offending
sex offender/offenders/offence/offences ~2 register/licence/programme/order/treatment/notification/housing/group/maps
hit me up
<not>/wont/stopping/stop ~2 let/letting/seeing/see ~1 me? ~1 see ~2 kids/weans/children/son/daughter/wean/child
safe place to_stay/to_live/for_the_night
kick/threw/chucked/flung/put/papped/throw <me>/my_son/him/her/my_daughter/my_brother? out
survivors/survivor ~1 support/group/of
charged/convicted/caught ~3 hitting/assault/assaulting/hit/punching
support/help/counselling/group for ~1 survivors/victims/survivor
rapid rehousing/access/response
survivors/survivor/victims of ~2 abuse/violence ~2 support/group/help
support ~2 survivors/survivor/victims
"""
