"""How people tell of violence that threatens them or that they might do, of debts that are called in, of force."""

TELLS = """
# Somebody will hurt me or mine
<subject>/<person>/people/dealers/gang/they ~5 <attack> <me>/<mine>/my_family/my_son/my_brother/my_boy/my_man/my_partner/my_dad/my_mum/my_daughter
<will> ~2 <attack>/end/finish <me>/<him> ~1 over/in/for/when/if/because/tonight/tomorrow/inside/up/with/soon/now/and/after/$
<will>/says/said/threat/threaten/threatens/threatened/threatening/told/wants/want ~3 kill/stab/murder/slash/shoot/batter/hurt/chib/shank/hit/jump/torch/maim/harm/rape ~2 <him>/<mine>/family/<close>/my
someone/somebody/they/people/folk/he/gang/guys/boys ~2 <will> ~1 hurt/kill/get/stab/batter ~1 <him>/my/us
<will>/be/been/get/gets/getting/got/gettin/being/will/ill/gonna/was/going ~2 chibbed/stabbed/slashed/shanked/jugged/plugged/battered/jumped/shot/murdered/killed/lynched/done_in/kicked_in/leathered/beat_up/beaten_up/beat/attacked/assaulted/terrorised/smashed/plunged/plunge/chib/plug/scalded/stabbd/robbed/kneecapped
ill/will/going/gonna/<will>/to/get/gets ~1 get ~1 done/kicked/filled in
<violence>/beat/assault/rape/attack ~3 me/him/her/my/son/boy/us/them ~3 in? ~1 prison/jail/cell/wing/hall/landing/showers/custody/inside/seg/yard/pad/barlinnie/shotts/polmont/saughton
beat/beating/battered/battering/hit/assaulting/assaulted/attacked/kicking/batter/kicked ~1 up? ~1 my/ma ~1 <offspring>/<relative>/<partner>/<friend>/<parent>/boy
rape/raped/raping ~4 prison/jail/cell/showers/custody/inside/seg/officer/hostel
<him>/my/ma ~2 <not>/no/isnt/unsafe ~1 safe ~1 in/on/inside/there/here/at/anywhere/if/when/from/$
<i>/he/she/we ~1 <not>/no/isnt ~2 safe ~1 in/on/inside/there/here/at/anywhere/from/$
unsafe ~2 in/on ~2 hall/cell/prison/wing/hostel/landing/street/jail/hame
<cannot>/wont/not/need/scared ~3 come/go/get/off/put/be ~2 off/on/aff ~1 protection/the_numbers/rule_45/seg
need ~2 protection/protecting ~2 from/in/now/$
<scared>/fear/fears/feared/fearing/afraid/running/fearful ~2 for/of ~2 my/his/her/their/our ~1 life/lives/safety
life/lives/family ~2 in/at ~1 danger/risk
<i>/we/he/she/family/are/is/in/serious/real/am ~2 in ~1 serious/grave/immediate/real/great danger
in danger ~1 now/from/help/of/please/because/tonight/$
the/get/call/need/phone/send ~1 the? police/polis ~2 now/quick/help/urgent/please
help ~2 police/attacked/attack/kill/knife/in_danger
death/deth/deid/murder threat/threats
threat/threats ~3 my/against/from/on/to/over/about/in/inside/every/life/family/facebook/online/kill/me/him/from/$
get/gets/getting/gettin/got/had/receive+/receiving/sent/sending/makes/making/constant/had/facing/made ~3 threat/threats/threatening
<he>/<person>/dealer/dealers/people/folk/someone/been/being/get/getting/got/was/am/keeps/keep/be ~2 threaten/threatening/threatened/threatens ~2 me/my/him/her/us/to/over/by/with/in/for/if/family/because/and/again/on/inside/every/$
threat/threaten/threatening/threatened/threatens ~2 <me>/<mine>/family/<close>/over/by/about/to ~2 drug/debt/kill/stab/burn/shoot/knife/money/gun/hurt/family/violence/dealer/lives/life/me/son/if/at/with/$
threat/threatened/threatens/threatening/going/says/said/will/gonna/gunna/theyll/theyre ~4 put/pan/smash/tan/panning/tanning/pit/break ~2 my/ma/the/our/his/her ~1 windows/window/windaes/door/windae/car
put/panned/pan/smash/smashed/tan/tanned ~2 my/ma/our/the ~1 windows/windaes/windae ~1 in?
burn/torch/petrol/set/bomb/firebomb/blow ~4 house/flat/hoose/door/home/car/us/place ~4 down/fire/alight/in/with/up/on/me/$
petrol bomb/bombed/bombing
set ~4 on_fire/alight
price/bounty/contract/hit ~2 on/oan/out_on ~1 my/his/her/me/him/our ~1 head/life/$
hit/contract/bounty put? out/oot on/fur/for ~1 <me>/my/<him>
hit/contract/bounty on <me>/my_head/<him>
got/have/put/putting/has ~2 hit ~1 out/oan/on ~1 <me>/<him>
bullet/bullets ~4 post/letterbox/mail/letter/envelope/door/me
funeral/wreath/sympathy ~2 flowers/wreath/card ~4 sent/door/my
drug/dealer/jail/gang/prison/tick/my/his/owes/owe ~1 debt/debts ~4 threat/threaten/threatened/threatening/scared/hurt/kill/stab/slash/beat/battered/collect/enforced/family/after/pay_or/coming/danger/feart
owe/owes/owed/owing/owin ~5 money/debt/grand/dealers/dealer/gang/cash/tick/hunner/hundred/pounds/drug ~6 threat/threats/threatening/threatened/slash/slashed/stab/stabbed/kill/killed/hurt/scared/feart/batter/battered/coming/after/chib/chibbed/beat/going_to/gonna/jug/danger/come/house/windows/pay/family/or
dealer/dealers/loan_sharks/loan_shark/moneylender/sharks/heavies/gang/gangsters/men/guys/boys/folk/they ~3 at/after/outside/chapping/banging/kicking/coming/come/came/turn/turned/threat/threatening/turning/want ~2 my/ma/me/our/us/for/the/him/door ~1 door/me/house/us/money/family/him/mums/$
dealer/dealers/loan_shark/gang/loan_sharks ~1 after <me>/<him>
<he>/people/gang/folk/dealers/guys/boys/someone/they ~1 are/is ~1 after/out_for/out_to_get/looking_for/hunting/coming_for/coming_after ~1 <me>/us/him/my/her
come/coming/comin/cumin ~1 after/for/to_get/tae_get ~1 <just-me>/him/my/us/$
get/getting/out_to_get <just-me>/him ~1 when/if/tonight/once/soon
he/they/someone/gang/who ~1 know/knows/ken/kens/found/got ~1 where ~1 i/my/we ~2 live/lives/stay/family/stays/bide
<he>/<person>/guy/man/men/someone/brother/son/i/carry/carrying/got/has/have/with/wi/pulled/waving/swinging/holding ~2 <weapon> ~4 coming/come/outside/ootside/use/door/school/me/now/house/kill/stab/hurt/him/going/pulled/here/on_him/street/with_him/bag/my/says/scared/at/threat/threatening/after/round
<he>/<person>/guy/man/someone/they/boys ~1 got/has/have/hes/havin/pulled/carrying/waving/brought/with/carries/had/carry ~2 <weapon>
carry/carrying/carries/carryin/cairryin/pulled/pull/waving/brandish+/brandishing/swinging ~2 <weapon>
<weapon> ~2 at/to/on/under ~1 me/my/him/throat/back/neck/school/us/pillow
take/took/taken/taking/taen/takin ~1 over ~2 my/ma/his/her/mums/the/our ~2 flat/house/hoose/home/place/tenancy/gaff
cuckoo/cuckooing/cuckooed
<cannot>/wont ~1 get ~2 them/folk/people/him out/oot ~3 flat/house/hoose/home/$
using/use/used/uses ~1 my/ma/his/her/mums ~1 flat/house/hoose/home ~3 drugs/deal/dealing/sell/selling/drug/store
deal/dealing/sell/selling/store/storing ~2 from/out/in/at ~1 my/ma/his/her ~1 flat/house/hoose/home
force/forcing/forced/make/making/made/pressure+/pressuring/bully/bullied/bullying/threatened/coerced ~2 to/into/me/him/her/my_son/them ~3 bring/carry/hold/deal/sell/store/hide/deliver/take/smuggle/mule/carrying/dealing/selling/bringing/holding/steal/transport ~3 drug/drugs/gear/packages/package/phones/phone/weapons/spice/parcel/stuff/weed/coke/hooch/parcels/it/kit
get/getting/gets/gettin/being/been/is/was/got/am ~2 bully/bullied/bullyin/picked_on/terrorised/taxed/extorted/robbed ~2 in/by/on/every/for/at/inside/off/aff/badly/and/because/again/$
bully/bullies/bullying/bullied ~1 <me>/<him>/my ~1 in/for/every/on/inside/and/because/$
prison/custody/police/wing/jail officer/officers/staff/screw/screws/guard/guards ~4 beat/beating/hit/hitting/assault/assaulted/batter/battered/battering/attacked/kicked/punched/raped/abused/hurt/bullying/threatened
screws ~3 beat/beating/hit/assault/assaulted/batter/battered/battering/kicked/kicking/punched/abused ~1 him/me/my/up/us
<he>/man/guy/someone ~4 trying/tries/keeps/keep/tried ~3 get/break/breaking/getting/kick/climb ~1 in/into/intae ~1 my/ma/the/our ~1 tent/house/room/flat/door/window/hoose/cell
break/breaking/broken/broke/kicking/kick/banging/chapping/hammering/booting ~2 in/into/on/down/at ~2 my/ma/the/our ~1 house/door/flat/hoose/tent/window ~2 now/with/tonight/shouting/scared/help/again/police/for_money
being/am/been/is/someone/keep/keeps follow/followed/following ~1 home/me/by/in/$ ~2 home/car/work/night/me
traffic/trafficked/trafficking ~3 me/into/by/here/from/to/and/victim/been/was/$
held/kept/keeping/holding/forced/made ~2 slave/slavery/hostage/captive/to_work ~3 pay/free/no/passport/debt/by/$
modern slavery ~3 me/victim/am/help/being
kidnap/kidnapped/kidnapping/abduct/abducted ~2 me/my/him/her/by/them/us/$
they/he/who/gang ~2 took/taken/have/got ~1 my ~1 son/brother/partner/family ~2 until/ransom/pay/hostage
gang/gangs/crew ~3 after/threat/threatening/forcing/wont/kill/stab/scared/trying/made/making/attack/force/feart ~2 me/my/him/let/us
want/trying/try/need/scared ~1 to? ~1 leave/get_out_of/out_of/away_from ~1 a/the/my ~1 gang ~3 kill/hurt/scared/threat/let/danger/after/me
grass/grassed/grassing/grasser ~6 kill/stab/hurt/threat/batter/after/dead/slash/life/attack/jump
stab/kill/batter/slash/get/hurt/do/shoot ~3 guy/boy/cunt/bastard/one/grass/prick/person/man ~2 that/who/grassed/for/grass
he/hes/she/youre/your/i/you/they/theyre ~1 =dead/=deid ~1 man/meat/when/if/once/$
you? dead man

# I might hurt somebody
<i>/feel/want/going/gonna/<will>/like/about/could/think/thoughts/urges/urge/nearly/scared ~4 =hurt/=hurting/=kill/=killing/=stab/=stabbing/=murder/=murdering/=attack/=attacking/=harm/=harming/=batter/=battering/=shoot/=strangle/=slash/=rape/=strangling/=hit ~2 some/a ~1 somebody/someone/people/him/her/them/anyone/folk/everyone/my_partner/my_ex/ex/neighbour/guy/guys/boy/kids/family/mum/dad/wife/girlfriend/boyfriend/person/he/cunt/bastard/staff/worker/bitch/man/woman/others/social_worker/landlord/officer/brother/padmate/cellmate/dealer/you/neighbours/prick/girls/women
<person>/client/he/she/says/said/wants/going/threatening/threatened ~4 =kill/=killing/=stab/=murder/=hurt/=attack/=shoot/=strangle/=rape ~2 his/her/their/my/the/some/an ~2 ex/partner/wife/girlfriend/mum/mother/dad/family/someone/somebody/people/him/her/neighbour/officer/staff/worker/man/woman/brother/children/kids/boyfriend/husband/witness/victim/social_worker/sister
<scared>/feel ~3 i/ill/im/might/going/that ~4 hurt/kill/stab/attack/harm ~1 someone/somebody/people/him/her/them/anyone/others
voices/voice ~4 tell/telling/say/saying/want/telt/told/tells ~3 hurt/kill/stab/harm/attack/people/someone/him/her/them/do_it/burn
thoughts ~2 hurting/killing/stabbing/harming/attacking/murdering ~1 someone/somebody/people/others/him/her/them/my/others
want/going/gonna/planning/plan/will ~2 revenge/retribution/payback_on ~2 kill/hurt/stab/him/her/$
do/dae/doing/pull/get ~1 time for ~2 that/him/her/bastard/cunt/prick/them/this/killing/someone
swing for ~1 him/her/someone/that/them/somebody
<not>/cant ~2 be_responsible/responsible ~2 for ~2 do/my_actions
plan/plans/planning/planned/threatening/going ~4 attack/shooting/school/bomb/bombing/shoot/massacre/terrorist/riot/explosion/stabbing/something_at
shoot/shooting/bomb/bombing/attack ~2 up/at/in/the ~2 school/mosque/church/synagogue/college/mall/people/crowd
make/making/build/building/buy/got/plant ~1 a? ~1 bomb/bombs/explosive/explosives/grenade
mass shooting/murder
acid ~2 attack/face/throw/thrown/threw
get/buy/find/bought/where ~3 gun/firearm/shooter ~4 kill/shoot/him/her/revenge/$
about to ~2 snap/kick_off/explode ~4 hurt/someone/kill/him/her
going to ~1 snap/lose_it/flip ~4 hurt/kill/stab/someone/him/her
racist/racially/homophobic/hate ~2 attack/attacked/abuse/abused/threats/threat/crime ~3 me/my/every/neighbour/on/again/by/$
<person>/<i>/just/been/got/get ~1 stabbed/shot/slashed/chibbed
ill/will/going_to/gonna/theyll/hell be/end_up ~1 killed/murdered/dead/deid
bleeding/bleed ~3 out/badly/heavily/to_death/everywhere
# Violence that happened or is feared
assault/assaulted/attack/attacked/attacks/jumped/mugged/robbed ~1 <just-me>/by/my/last/yesterday/today/tonight/again/in
<i>/<person>/just/been/got/get/was/were/be/is/being ~2 stabbed/shot/slashed/chibbed/attacked/assaulted/jumped/battered/robbed/mugged/scalded/jugged/bottled/sugared/tortured/kidnapped/abducted/glassed/shanked/beaten_up
<afraid>/worried/scared ~2 ~2 attacked/attack/stabbed/jumped/killed/battered/slashed/reprisals/revenge/retaliation/dealers/gang/gangs/beaten
waiting/hanging/sitting/standing ~2 for ~1 <me>/him/us ~4 outside/<weapon>/gate/gates/street/door
be/get/gets/getting ~1 done ~2 on/in/when/by/over/for ~2 wing/hall/landing/jail/prison/inside/yard/showers/debt/grassing/them/out
dae/do/done ~1 <me>/him/her in
<will>/they ~2 do/dae/get/sort/plug/chib <me>/him in/when/if/tonight/over/for/out
made/make/makes/making/force/forced/forcing/forces/get/getting/pressure/pressured/blackmailed/threatened ~2 <him>/me/to ~2 bring/carry/hold/deal/sell/store/hide/deliver/smuggle/mule/plug/bank/swallow/stash/transport/mind ~3 drug/drugs/gear/packages/package/phone/phones/spice/parcel/parcels/weed/coke/stuff/weapon/gun/knife/money
extort/extorted/extorting/extortion/taxed/taxing/protection_money/blackmailed/blackmailing
pay ~3 or ~4 hurt/kill/stab/slash/batter/else/burn/get/come/do/beat/chib/hit
theyll/they/hell/they_will/he_will ~2 hurt/kill/stab/slash/batter/burn/rape/shoot ~1 <him>/me/my/us/it
money/debt/owe/owes/tick/pay/paid ~5 threat/threats/threatening/threatened/stab/stabbed/slash/slashed/kneecap/kneecapped/batter/battered/kill/killed/beaten/hurt/scared/feart/danger
after <me>/us/him ~1 for/over/with/because/money/debt/and/$
passport/documents/id ~4 took/taken/keep/keeps/kept/wont_give/hid/holding ~4 work/boss/gangmaster/pay/him/they/leave
work/working/worked ~3 no/without/nothing/free ~2 pay/money/wages ~4 passport/leave/threat/forced/debt/owe/lock
they/he/gang/boss/boyfriend ~2 have/has/took/take/keep/keeps/got ~1 my ~1 passport/papers/documents
followed/watched/stalked/targeted/terrorised/hounded/intimidated ~1 by/every/at/in/when/since/$
neighbour/neighbours/folk/youths/gang/boys/kids ~3 threaten/threatening/terrorise/terrorising/harass/harassing/intimidating/attacking/abusing/abuse/targeting/smashing ~2 me/my/us/house/windows/car/family
hate crime ~2 me/victim/my/happened/report
grassed/grass/informant/witness/statement/evidence ~5 scared/feart/threat/threats/threatened/danger/safe/kill/hurt/intimidate/intimidated
witness ~2 intimidation/threatened/scared
<weapon> ~3 pulled/held/put/pointed/waved/brandished ~2 <me>/my/him/at/to/on
someone/somebody/man/guy/men/stranger ~4 follow/follows/following/watching/stalking/chasing/chased/attacked/grabbed/tried_to ~2 <me>/him/my
about to ~2 hit/hurt/kill/stab/batter/attack
<cannot>/not/might/losing ~2 control ~1 anger/temper/rage/myself ~5 hurt/kill/stab/hit/someone/him/her/kids
rage/anger ~5 hurt/kill/stab/murder ~2 someone/him/her/people/them/somebody
make/makes/making/made/force/forcing/forced/telling/want/wants ~1 my/ma/his/her ~1 ma/mum/ma/mam/family/dad/gran/brother/sister/partner/girlfriend/parents ~2 pay
pay/paying/paid ~1 his/her/my/their/brothers/sons ~1 debt/debts ~4 or/threat/threatening/threatened/they/else/scared/dealer/dealers/jail/prison/inside
threat/threaten/threatened/threatening/threatens ~2 with/wi/me_with/him_with/her_with ~2 <weapon>/violence/gun/acid
<weapon> ~3 door/door/broke/break/into/house/me/him/landing/cell/room/street/pulled/threat/threatened/throat
break/break/breaks/broke/broken/breaking ~1 in/into/intae ~1 my/ma/our/the ~1 room/house/flat/cell/tent/hoose/home
<not>/wont/refuse+ ~1 let/letting ~1 <me> ~1 leave/go/out ~3 until/until/till/unless ~2 pay/paid/money/debt/work/sex
used/treated/kept/working ~1 as/like slave/slaves
slave/slavery
take/taken/took/taking ~2 his/her/my/our/mums ~1 flat/flat/house/hoose/tenancy ~5 deal/deal/dealing/dealers/drugs/selling/sell/out_of_it
deal/dealing/selling/sell ~2 out/from/fae/in ~2 my/his/her/flat/house/hoose
life/lives ~1 threatened/threatened/threat/endangered
<afraid> ~4 leave/leave/go_out/go_outside/out/outside ~3 house/house/cell/hostel/flat/because/gang/gangs/dealers/them/cos
<afraid>/scared ~5 gang/gangs/dealer/dealers/mob/gangsters/thugs
gang/gangs ~5 <afraid>/threat/threats/kill/stab/hurt/after_me/after_him/attack/force/forced
police/polis/screw/screws/officer/officers/staff/guards ~3 beat/battered/assaulted/assault/kicked/punched/hit/hurt/batter/beating ~1 <me>/up/my
beat/beaten/battered/assaulted/kicked/attacked ~2 up/by/off/aff ~1 police/polis/screws/officers/officer/staff/guards/prisoners/prisoner/inmates/cellmate/gang/them
urge/urges/thoughts/thinking/want/wanting/need/fantasies ~3 hurt/kill/stab/attack/harm/murder/killing/hurting/stabbing/murdering/harming ~2 people/people/someone/somebody/him/her/dad/mum/them/others/everyone/my/strangers/women
could/would/will/want ~1 happily/kill/murder/strangle/swing_for ~1 him/her/them/someone
threat/threats $
reprisal/reprisals/retaliation/revenge ~3 attack/fear/scared/feart/attack/for/if/on_me/against
held ~2 hostage/captive/ransom
put/got/has ~1 contract out
fear/scared/afraid of reprisal/reprisals/retaliation
feel like hurting somebody/someone/people
smash/kick/cave/punch/put/mash ~2 face/teeth/head/skull/jaw in
knock/knocked ~2 out/spark/teeth ~3 him/her/someone
<i> marked $
marked man/for_death/card
mark/marked ~1 inside/on_the_wing/on_the_hall
got/have/has/had ~1 it in for ~1 me/him/us
<he>/boys/gang/guys/dealers/they ~2 wait/waiting/watching/looking ~1 on/for me/him/us
heid/head/brain/voices/voice ~2 tell/telling/says/saying ~2 hurt/kill/stab/harm/batter/attack
expose/exposed/exposing/flashed/flashing/wanking/masturbating ~2 himself/me/front/at
pressure/pressured/pressuring/forced/made/threatened/told ~3 take the/his/their rap/blame/fall
<will>/want/told/said/says/ordered ~3 me/him/us ~1 dead
want/wants/wanted ~2 me/him/us dead
two/three/four/group/gang/crowd/boys/lads/men/guys/team ~4 blade/blades/knives/bats/hammers/machetes/bottles/masks/balaclavas
ask/asking/wants/demanding/after/looking ~2 money ~4 brother/son/owe/owes/owed/debt/door
loan shark/sharks ~3 took/take/taken/has/have/wants/threat/coming/door/card/scared/owe
<i>/ive/carry/carrying ~2 blade/knife/weapon ~2 protection/safety/protect/just_in_case
stabbed in ~1 leg/arm/back/neck/chest/stomach/face/side/head
kill/killing/stab/stabbing/murder/strangle/hurt/batter/attack ~2 my/the ~1 neighbour/neighbours/cellmate/padmate/officer/ex/landlord/social_worker/family/boss/dad/mum/wife/partner/brother/sister
feel like killing/stabbing/battering/murdering/hurting/attacking ~2 my/him/her/someone/people/them/the
smash/smashed/smashing/keyed/slashed/torched/tanned ~2 my ~1 car/windows/tyres/house/door/windaes
people/they/gang/neighbours/youths ~2 smash/smashed/torched/tanned/attacked/spat/stoned ~2 my/our/me/us
burn/burned/force/forced/drive/driven ~1 us/me out
"""

NAMES = """
death/deth threat/threats
cuckooing
# A word of alarm and somebody
<anybody> ~5 stab/stabbed/stabbing/knife/gun/threaten/threatened/threatening/threats/attack/attacked/murder/murdered/torture/hostage/machete/weapon/weapons/kidnap/chib/chibbed/shank/extort/retaliation/revenge/slashed/trafficked/slave/hitman/assassinate/firebomb/acid/grassed/grass/bounty/jugged/ransom/intimidate/intimidated/intimidating/bullied/bullying/bully/enemies/enemy
stab/stabbed/stabbing/knife/gun/threaten/threatened/threatening/threats/attack/attacked/murder/murdered/torture/hostage/machete/weapon/weapons/kidnap/chib/chibbed/shank/extort/retaliation/revenge/slashed/trafficked/slave/hitman/assassinate/firebomb/acid/grassed/grass/bounty/jugged/ransom/intimidate/intimidated/intimidating/bullied/bullying/bully/enemies/enemy ~5 <anybody>
"""

HARMLESS = """
threatened ~1 with ~2 homelessness/eviction/losing/court/homeless/redundancy/sanction/sanctions/recall/being_put_out/closure/bailiffs/repossession
threatening or abusive
threatening/abusive behaviour/behavior/manner
section ~1 38 ~2 threatening/threat
convicted/conviction/charge/charged/sentence/sentenced/guilty/offence/accused/plead/pled/served/serving/doing/did/crime/victims/history ~3 murder/assault/attempted/stabbing/stab/rape/threats/threatening/robbery/knife/violence/kidnap/abduction/killing/abuse/slashing/weapon
attempted/attempt murder
murder ~1 conviction/charge/sentence/charges/trial/mystery/case/enquiry/inquiry/book/podcast
pure/absolute/sheer/total/bloody murder
murder a/the/some ~1 curry/pint/drink/burger/pizza/kebab/fag/chippy
shot at/of a/the ~2 job/course/redemption/title/chance/life
give/gie/gives/gave/have/take/get/need/giving/long/big/mug/flu/one/best/another ~2 a/us/me ~1 shot/shots ~1 at/of/glass/$
photo/film/screen shoot
shoot/shooting hoops/pool/range/stars/some_hoops/a_film/video
stab ~1 at/in_the_dark
stabbing/stab/knife/weapon/weapons/assault charge/charges/conviction/crime/offence/court/sentence/amnesty/project/awareness/skills/sharpening/possession/bin
back/backstabbing stab/stabbing
knife/knives and_fork/crime/skills/course/better_lives/edge/sharpener/sharpening/fork
no knives better/lives?
kitchen/chef/butter/bread knife/knives
loan shark/sharks/charity
hit list/parade/and_run ~1 of?
break a leg
target setting/audience/group
anti bullying
fight/fighting for ~1 justice/rights/change/fit/kids/custody
anger management
illegal money_lending
bath/seed/photo/bombs bomb/bombs/making
swot analysis
strengths? weaknesses? opportunities threats/and_threats
attack/attacks ~1 panic/heart/asthma/anxiety
panic/heart/asthma/anxiety/art attack/attacks
after ~1 hours/care/release/prison/liberation/school
care/look/looking/looks after me/us/him/her
stood/sat/come/coming up for/next
come/coming for ~1 a/the ~1 visit/tea/dinner/chat/interview/appointment/meeting
taken over by ~2 new/housing/council/company/landlord
deal/dealing/dealt with
victim/victims of crime/support
robbed of/a_bank
anger management
kick/threw/chucked/flung/put/papped/throw <me>/my_son/him/her/my_daughter/my_brother? out
threat/threats/threatened of/from eviction/landlord/homelessness/closure/legal/court/sanction/redundancy
legal threat/threats
attack on
hate crime reporting/third_party/training
guilty/charged/convicted/charge/caught/sentence/court ~4 knife/weapon/blade/hitting/assault/assaulting/punching/threatening/stabbing/attacking/gun/firearm
<weapon> ~3 court/sentence/charge/charged/caught/possession/law
escorted ~1 from/leave
family/families of murder ~1 victims/victim
"""
