"""How people tell of an overdose, of poison and of somebody who does not wake."""

TELLS = """
<person>/<i>/had/accidentally/accidental/going_to/might/will/may/gonna/deliberate/intentional/intentionally ~2 overdose
<person>/<i>/just/think/going ~1 overdose/=od/=ods/oded
=overdosed/=overdosing/=overdosd/=oded/=oding/=owerdosed/overdosin/owerdose
over/ower =dosed/=dosing/=dose/=dosd $
<person>/<i> over/ower dosed/dosing/dose/dosed
take/took/taken/taking/had/have/having/after/from/another/an ~2 overdose ~1 last/now/tonight/today/again/and/of/help/on/what/i/$
<will>/<want>/try/think/<scared>/keeps/kept ~3 =od/=overdose/=oding
od/overdose/oding on/purpose ~2 spice/heroin/pills/tablets/gear/purpose/vallies/drug/methadone/paracetamol/valium/fentanyl/meds/insulin
overdose now/help/emergency/happening/what_do_i_do/what_to_do/999
help/emergency overdose
=od help/now
suspected/drug overdose now

# Took something
<take> ~2 <lots> ~5 <pill>/<drug>
<take> ~2 <lots> ~2 them/those/it/of_them $
<take> ~1 <pill> ~1 by_the_handful/all_at_once/at_once/too_many
<take> ~2 <many-words> ~3 <pill>/of_them/<drug>
<many-words> ~1 <pill> ~4 kill/die/enough/dangerous/too_many/overdose/taken/took/swallowed/hurt
<lots>/enough ~2 <pill> ~4 kill/die/suicide/end_it/do_it/overdose
<take> too much/many ~3 of? <pill>/<drug>/$
<take> too much/many
too many <pill>
<take> an? extra? double/twice/triple/treble/whole ~3 dose/script/methadone/meds/week/dosage/amount
<take> ~1 week/month/weeks/months ~1 worth ~2 <pill>
<take> ~2 <pill> ~5 kill/die/end_it/not_wake/never_wake/wake_up/sleep_forever/at_once/panicking/panic/what_do_i_do/help/scared/ambulance/to_go
<take> all? every/all/whole ~1 <pill>
every/all ~1 <pill> ~2 house/cupboard/cabinet/at_once
<take> ~2 something/sumthin/stuff/dodgy/bad/laced/contaminated ~5 <not>/wake/breathe/respond/collapse/blue/conscious/ill/help/what_do_i_do/cold/<ill>/dont_know/now
<person> ~1 took/taken/tooken something
<take> ~5 feel ~3 <ill>
<take>/mix/mixed/mixing ~3 <drug>/<pill>/methadone ~4 <ill>/collapsed/respond/responding/passed_out/<blue>/breathing/chest/heart/cant_move/panic/ambulance
mix/mixed/mixing ~3 <drug>/<pill> ~3 <drug>/<pill> ~4 feel/scared/help/<ill>/ok/sleepy
save/saving/saved/hoard/hoarding/hoarded/stash/stashing/stashed/stockpile+/collect+/keep/hid/hiding/stockpiling/counted ~2 up? ~4 <pill>
<pill> ~2 saved/hoarded/stashed/stockpiled ~1 up?
how many/much ~4 kill/overdose/od/die/fatal/lethal/dead
lethal/fatal/deadly/killer dose/amount/overdose/dosage
<pill>/<drug>/it/that/this/dose ~1 enough to kill/die/end/overdose/od
will/would/can/could ~4 <pill> kill me/you/him/her
drink/drank/drunk/drinking/swallow/swallowed/taken/took/downed ~2 bleach/antifreeze/poison/weedkiller/petrol/sanitiser/detergent/domestos/toilet_cleaner/cleaner/white_spirit/perfume/turps/acid/cleaning/screenwash/lighter_fluid
poisoned/poisoning/poison <self>?
swallow/swallowed/swallowing/ate/plugged/stuffed/banked/plug ~4 package/packet/wrap/wraps/baggie/parcel/bag/kinder/evidence/bags/stash
swallow/swallowed/gubbed/necked ~4 <drug>/<pill>
packet/package/bag/wrap/condom ~1 burst/split ~2 inside/stomach/him/her/me
drink/drinks ~2 spike/spiked
been/got/get/was/getting/think ~1 spiked/spike
spiked
bad batch
<take> bad/dodgy/fake/laced/street <pill>/<drug>
injected ~3 bubble/air/wrong/missed ~2 <ill>/swollen/arm
tried heroin first ~3 sick/passed

# Does not wake or breathe
<cannot> get? ~1 wake <person>/<mine>/them/up_my/my
<cannot> ~1 wake <kin> <person>
<cannot> get <person>/<kin> ~2 wake/respond/breathe/come_round/wake_up/to_wake
<person>/<kin> ~2 wont/willnae/not/isnt/no/never/dont/doesnt/refuse+ ~1 wake/wakeup/come_round/come_to/respond/responding/wake_up/rouse/rousing/waking/wakin
<person> ~2 <not> ~1 wake/wake_up/waking/respond/responding/moving/conscious/awake/come_round/responsive/speaking
trying/try to_wake/waking <person>/<kin>
cant/cannae/cannot be woken/woke/roused/wakened
<not>/no ~1 breathing/breathe/breath $
<person>/my/stopped/still/hes/barely/hardly/almost/stop ~3 <not>/stopped/barely/hardly/shallow/slow/stop/struggling ~1 breathing/breathe
<person>/stopped/barely/hardly/shallow/struggling/struggle/trouble/slow/slowly/stop breathing
<not> breathing ~1 after/right/properly/well/help/hes/shes/at_all
cant/cannae/cannot/canny breathe
<person>/<i> ~2 gone/going/went/turn/turned/turning/goes/looks/gaun/is ~1 <blue>
gone/went/turned/turning/goes ~1 <blue>
<my>/his/her/their/the ~1 lips/lip/fingers/face/nails/mouth/skin ~2 <blue>
<blue> lips/lip/fingers/face/mouth
<person>/my/is/are/hes/shes/still/gone/became/found/go/goes/lying/went ~2 unresponsive/unconscious/unconcious/comatose/lifeless/out_cold
unresponsive/unconscious ~3 <person>/after/help/breathing/taking/took/drug/now/need
<person>/not/isnt/aint ~2 respond/responding/responsive
<person>/found/keep/keeps/just/i/has/hes ~2 collapse/collapsed/collapsing
collapse/collapsed ~5 <drug>/needle/<pill>/taking/took/using/hit/cell/floor/spice/breathing
pass/passed/passing/conk+/zonked/spark+ out ~6 <drug>/<pill>/taking/took/breathing/wake/respond/using/help
<person> ~2 passed/flaked/conked out
<person>/friend/i/just/keep/gone/hes/someone ~1 went/gone/going/go/goes under/over ~3 naloxone/need/needs/again/after/on/taking/breathing/help/hit/$
naloxone/narcan ~4 now/quick/fast/asap/help/again/wearing_off/wore_off/not_working/didnt_work/hasnt_worked/gone_under/urgent/hurry
need/needs/want/get/where/anyone_got/who_has ~2 naloxone/narcan ~2 now/quick/fast/asap/urgent/urgently/right_now/emergency/for_my/for_him/for_her
give/gave/given/giving/had_to_give/used ~2 <person>/<him>/him/her/them ~3 naloxone/narcan
give/gave/given/giving/use/used ~1 naloxone/narcan ~4 still/again/wont/not/<person>/gone/unconscious
foam/foaming/froth/frothing/foamin ~3 mouth
foam/foaming/frothing
<person>/is/having/hes/shes/my ~1 fitting/seizing/convulsing ~2 after/on/and/now/from/$
seizure/seizures/fit/fits/fitting ~5 taking/took/taken/<pill>/withdrawal/now/cell
chok/choking/choke ~2 vomit/sick/tongue
snoring/gurgling ~3 funny/weird/strange/wake/blue/loud/wont/taking/took
needle/needles still? in ~1 arm/leg/groin/vein/neck
gouch/gouching/gouched/goching ~4 <blue>/lips/wake/breathing/respond/cant
lost/losing consciousness
heart/chest ~3 racing/pounding/pain/pains/stopped/tight/pumping ~4 <pill>/<drug>/taken/took/coke/line/speed
coke/cocaine/speed/ecstasy/pill/line/lines ~5 chest_pain/heart_racing/cant_breathe/chest_pains/heart_attack
cant/cannae/no feel ~1 my legs/face/arms/body
dying ~3 <drug>/gear/floor/help_now
dont_wake/not_waking
whats/whit/what ~4 overdose/overdosing
taken/took ~3 to_die/to_end_it/to_kill
overdose ~4 hospital/ambulance/tonight/last_night/today/yesterday/on_purpose/just_now
# Something was taken, and something is wrong
<take>/injected/swallowed/mixed/overdid ~6 <pill>/<drug>/something/stuff/loads/them/tablets ~6 <bad-sign>
<bad-sign> ~4 after/since/from/on ~4 <pill>/<drug>/taking/took/hit/injecting/using/line/session
<person> ~6 <take> ~2 <pill>/<drug> ~6 ambulance/help/scared/what/worried/<not>
<child>/toddler/wean ~2 <take>/drunk ~3 <pill>/<drug>/bleach/medication/cleaner/edible/edibles
<not>/barely/hardly ~1 moving/stay_awake/staying_awake/wake/respond/responding/keep_eyes_open/stand_up/talk/speak/conscious ~6 taken/took/tablets/pills/drugs/spice/heroin/gear/methadone/vallies/blues/smoking/taking/injecting
<person> ~2 isnt/not/wont/no/cant ~1 moving/stay_awake/keep_awake
heart ~4 fast/racing/stop/pounding/jumping/burst ~4 coke/speed/pills/taking/took/cocaine/drugs/ecstasy/line
need/call/phone/get/send/where/waiting ~2 ambulance/paramedics/paramedic
go/went/gone/goes over ~2 on? ~2 <drug>/<pill>
stuffed/plugged/banked/swallowed/hiding_inside ~3 drug/drugs/gear/package/packages/wraps/pills/kinder/heroin/coke ~4 <bad-sign>/ill/burst/feel/scared/leak+/hospital
loads/load/lot/handful/hundreds/mixture/cocktail of ~2 <pill>
taken/took ~1 loads/lots/a_load/a_lot/everything/the_lot/them_all ~1 $
taken/took ~2 everything/anything/all_of_it ~3 cupboard/cabinet/find/bag
<pill> ~4 missing/gone/empty ~4 <not>/wake/unconscious/asleep/worried/taken
empty ~3 packets/packet/bottle/bottles/blister/strips/pill/pills/tablet/tablets ~6 <not>/wake/asleep/unconscious/floor/beside/next/bed/bin/found/him/her
found ~3 empty ~2 pill/pills/packets/packet/tablet/bottle/bottles/blister
double/doubled ~2 dose/dosed/doses
too much/many ~3 <pill>/<drug>/insulin/medication/medicine
accidentally/mistake ~4 took/taken/swallowed/drank/double/overdose
stopped/stop ~1 his/her/my? breathing
cpr/resuscitate/resuscitating/resuscitated
chest compressions
empty ~1 pill/tablet/medication/paracetamol ~1 packet/packets/bottle/bottles/box/boxes/strips
on/found/lying/slumped/collapsed/face_down ~2 floor/toilet/bathroom/stairwell/street/bed ~4 needle/needles/pills/tablets/drug/drugs/pill/packets/overdose/breathing/unconscious/wake/blue
slump/slumped ~4 needle/toilet/chair/cell/corner/drugs/heroin/spice
=took/=taken/=swallowed/=necked/=gubbed/neckd ~2 ten/ten/eight/nine/seven/six/five/fifteen/dozen/3_days/2_days/week ~3 <pill>/worth
=took/=taken ~3 days/day/weeks/week/weekend ~1 worth/supply
worth of ~2 <pill> ~2 once/one_go/together/took/taken
went/gone/going/goes over $
wont/willnae/not/isnt come round/roon/to/roond
fit/fits/seizure/seizures/fitting/fitted/blackout/blacked_out ~2 after/from/on/since/with ~2 <drug>/<pill>/taking/smoking/withdrawal
paramedics/ambulance $
<cannot>/no/nae/not/faint/weak find/feel/get? ~2 pulse
no pulse
bad/allergic/funny/weird ~1 reaction ~2 to/from/after ~2 <pill>/<drug>/it/something
blackout/blacked ~2 out ~3 after/after/from/on ~2 <pill>/<drug>
dead ~3 cell/bed/floor ~4 help/found/overdose/drugs
found ~2 dead/blue/unresponsive/unconscious/collapsed/slumped
eye/eyes ~3 roll/rolled/rolling/pinned/glazed/pinprick
<not> ~1 right ~3 after/since/from ~3 taken/took/drugs/pills/smoking/injecting/drink/hit/something
gave/given/give/slipped ~2 something/drug/pill/spice ~5 <not>/sleep/wake/strange/ill/sick/remember/right
gurgle/gurgling/rasping
whitey ~3 cant/not/move/help/sick/bad
hit ~1 too big/strong/much
got/get/gets/getting ~1 into/at/hold ~2 my/his/the/her ~1 methadone/meds/tablets/pills/medication/valium/heroin/gear/drugs
needle/needles ~5 down/stairwell/slumped/toilet/floor/unconscious/collapsed/arm/leg/dead
down ~3 stairwell/street/close/toilet/cell/alley ~4 needle/drugs/breathing/overdose/pills
injected/inject/jagged/smoked/taken/took ~5 limp/floppy/blue/grey/purple/still/stiff/cold/gone/collapsed/dead/down/asleep
<person>/lad/gone/hes/shes/went/all ~2 limp/floppy/purple/lifeless
dangerous/safe/ok/okay/bad ~3 take/mix/taken/took/mixing/mixed ~3 <pill>/<drug> ~2 <pill>/<drug> ~4 i/just/did/already/he/she
regret/regretting/sorry/wish ~3 take/took/taken/taking ~2 them/those/pills/tablets/it/all/everything/pill
intensive care/icu ~4 overdose/drugs/took/taken/pills/heroin
floor ~4 cant ~1 wake/get/move
<cannot> ~1 get ~1 <person> ~1 up $
wean/child/toddler/baby/kid ~4 methadone/tablets/pills/meds/vape_liquid/bleach
"""

NAMES = """
overdose/overdoses/owerdose
=od
=ods
# A word of alarm and somebody
<anybody> ~5 overdose/unconscious/unresponsive/collapse/collapsed/poison/poisoned/convulsing/foaming/seizure/antifreeze/bleach/=od/oding/oded/=overdosing/lifeless/floppy/comatose
overdose/unconscious/unresponsive/collapse/collapsed/poison/poisoned/convulsing/foaming/seizure/antifreeze/bleach/=od/oding/oded/=overdosing/lifeless/floppy/comatose ~5 <anybody>
"""

HARMLESS = """
overdose/od awareness/prevention/training/day/policy/memorial/vigil
naloxone/narcan training/trainer/kit/kits/programme/champion/course/worker/policy/near/peer/supply/where/provider/session
take/takes/taking home naloxone/kit/kits
carry/carrying/get/order/where ~2 naloxone/kit
non/nonfatal/near/nearfatal fatal ~1 overdose
nonfatal/nearfatal overdose
naloxone $
tak/take/taking/takes ~2 <pill> on_time/daily/everyday/every_day/for/once_a_day/twice_a_day/with_food/as_prescribed/regularly/at_night/in_the_morning/each_day/properly/to_my_mum/back/with_me/into_prison/to/reminder/safely/day
taking/take ~1 =my/his/her <pill>/medication ~1 on_time/properly/regularly/in_prison/in_custody/every_day
forget/forgot/remember/missed/miss/remind/reminder ~3 <pill>/<drug>/medication
how many ~5 tokens/sessions/hours/visits/people/days/months/years/times
pill organiser/box/popper/dispenser/thrills
tablet recipe/computer/pc/device/for
blue badge/light/lights/card/book
blues music/band/bar/festival/night/singer
breathing exercise/exercises/space/apparatus/technique/techniques
cant/cannae/not/struggle wake_up/wake up in ~1 time/morning/the_morning/mornings
cant/cannae/not wake up for/early/on_time/before/at
unconscious bias/mind
fall/fell/went/gone/go over/ower and? ~3 ankle/wrist/knee/leg/hip/budget/limit/time
go/went/gone over ~2 application/form/forms/papers/report/rules/plan/options/licence/money/details
over the/my limit/budget
drug/drugs test/tests/testing/driving/worker/workers/court/rehab/counselling/charge/offence
spiked drinks/hair/shoes awareness
food poisoning
collapsed scaffold/ceiling/roof/economy
all my medication/meds/prescriptions transferred/sorted/stopped/changed/delivered
hit/hits the gym/shops/road
line/lines manager/dancing
overdraft/overdrafts
use/using/used all my/the facilities/data/credit/holidays
fitting/fitted kitchen/kitchens/room/carpet/bathroom/in
hair/dress/kitchen/pipe/window/carpet fitting/fitter
cpr/resuscitation training/course/first_aid/class
methadone/script/prescription/medication/meds too_much
drinking/drink/drank/smoking/smoke/eating/eat/weed/use/using/gambling/spending ~1 too much/many
too much/many to_drink/weed/drink/alcohol/coffee/sugar/chocolate/money/debt/time
eyes ~1 test
wean/weaning/weaned off/aff/from
"""
