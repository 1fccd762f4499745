"""How people tell of hurting themselves, or of somebody who does."""

TELLS = """
<hurt> <self>
do/dae/did/done/doing <self> in ~2 blade/razor/knife
self inflicted/cutting
<i>/<person>/started/been/keep/keeps/back/stop/still/again/urge/urges/want/cant/need/is ~2 self harm/harming/harmed/harms
<i>/<person>/started/been/keep/keeps/urge/urges/want ~2 selfharm/selfharming/selfharmed
<cut>/open/bite/burn/scald ~2 <my>/own/ones ~1 <bodypart>
<cut> up? wrist/wrists/arm/arms/thigh/thighs/leg/legs
<cut> <bodypart>
<bodypart> ~2 cut/cuts/slashed/slashing/bleeding/scarred/scars/sliced/bandaged/bandages/marks/burned/burnt/wounds
cut/cutting/cuttin again/since/because/to_cope/to_feel/cant_stop/when/every/as_a_way/myself/him_self/her_self/deeper/too_deep/to_release
<i>/<person>/been/started/keep/keeps/back/stopped/stop/still/resist ~2 =cutting/=cuttin $
been/started/back/keep/keeps/stop ~2 =cutting/=cuttin/=slashing ~1 again/cant/to/since/and/because/when/his/her/my/for/$
<person>/<i>/been/keeps ~1 cutting/slashing/slash/slashed/cut up
slash/slashing/slashed up
<i> ~1 cut ~1 again/deep/too_deep/last_night/tonight/today
<want>/urge/urges/need/feel/think/tempted ~3 =cut/=cutting/=hurt/=harm/=bleed ~1 $
<want> to just? bleed
urge/urges ~1 to/of ~1 cut/hurt/harm/slash/burn/bleed/self_harm
feel like/the_need ~1 =cutting/=hurting/=harming/slashing
<blade>/blades/razors ~3 <my> ~1 <bodypart>/room/bed/bag/cell/pocket/drawer/pillow/mattress/pad/skin/shoe
found/find/hide/hidden/hiding/finding ~3 blade/blades/razor/razors/bloody/blood/tissues/sharps ~4 room/bed/bag/cell/pocket/drawer/pillow/under/pad/sleeve
blood ~3 sheets/bed/sleeves/room/cell/sink/bathroom/tissues/floor/everywhere/walls
fresh/new/old/deep/open/showed/show/hide/hiding/hides/cover/covering/covered/seen/saw/found/noticed/notice/has/with/got/these/bad/more ~4 scar/scars/cuts/slashes/burns/scratches ~3 <my> ~1 <bodypart>/sleeves
hide/hiding/hides/cover/covering/covers/showed/show/shows/shown/found/saw ~2 <my>/me/us/fresh ~1 scars/cuts/burns/wounds
fresh/deep/superficial cuts/scars/wounds/slashes
cuts/scars/marks/burns/scratches/bandages/plasters/wounds ~3 <my>/both ~1 <bodypart>
scratch/pick/claw/dig/rub/bite ~3 skin/arms/wrists/face/wounds/nails ~3 bleed/bleeds/bleeding/raw/blood
scratch/pick/claw/dig/gouge ~2 <my> skin/arms/wrists/legs/face
till/until ~1 <i>/it/they/he/she bleed/bleeds/bled/bleeding
bang/butt/hit/smash/batter/bash/knock/hammer ~1 <my>/own ~1 head
head bang/banging/butting/butts ~3 wall/walls/door/floor
bang/hit/smash/batter/bash ~2 head ~2 wall/walls/door/floor/until
punch/punches/punching/hit/hitting/headbutt/kick/smash ~2 wall/walls/door/doors/concrete/mirror ~4 until/till/hand/knuckles/bleed/stress/calm/blood/head/hurt/<self>
punch/headbutt walls
pull/pulling/tear/rip/yank+ ~1 <my>/own ~1 hair/eyelashes/nails/eyebrows
swallow/swallowed/swallowing/ate/eat/eating ~3 battery/batteries/blade/blades/razor/razors/glass/screw/screws/pen/pens/nail/nails/cutlery/magnets/foil/pins/objects/sharps/spring/springs
open/opened/opening/reopen/reopened/pull/pulling/bite ~2 up? ~3 wound/wounds/stitches/cuts/scars/stitch
pick/picking/picks ~2 wound/wounds/stitches/scabs/skin
insert/inserting/inserted ~3 wound/wounds/arm/skin
burn/burnt/burning ~3 lighter/cigarette/fag/cigarettes/iron/deodorant/aerosol ~2 <self>/skin/arm/arms/$
burn ~2 <my>/own ~1 <bodypart>/skin
starve/starving <self>
make/makes/making <self> sick/bleed/vomit/throw_up/suffer/hurt/faint/spew/boak
punish/punishing/punishes <self>
deserve ~1 pain/hurt/be_hurt/bleed/to_hurt/to_bleed/punished
<not> eat/eating ~4 punish/deserve/days
tie/tying/tied/make/making/found ~3 ligature/ligatures
ligature/ligatures
take/takes/taking/took ~1 out on <self>/own_body/my_body/his_body/her_body
only? pain/blood/cutting/bleeding ~2 helps/calms/release/relief/cope/feel/numb
physical pain ~3 mental/emotional/feel/inside/relief/help
feel ~1 something/real/alive/pain ~3 cut/hurt/bleed/blade/burn
release ~2 pain ~3 cut/blood/skin/blade
relapse/relapsed/slipped/clean ~2 on/from/of sh/self_harm/cutting
days/weeks/months/years clean ~2 from/of sh/self_harm/cutting
sh again/relapse/urges/clean
long sleeves ~4 summer/hide/hot/heat/always/cover/scars/cuts/arms
always/wears/wearing/keeps ~2 long sleeves
hit/hits/hitting/punch/punches/bite/bites/slap/slaps <self>
drink/drank/drinking ~2 own ~2 blood/urine
overdose ~2 not die/attention/cope
destroy/destroying/damage/hate+ ~1 <my>/own body
carve/carved/cut/scratched ~3 name/word/words/letters/initials ~3 arm/skin/leg/thigh
wound/wounds ~2 self inflicted/<self>
dirty/dirt/faeces/shit/pen ~4 wound/wounds
tell ~4 cuts/scars/cutting/self_harm ~3 not_tell/promise/secret
=cut/=cutting/=slashing/=harming ~3 only ~2 works/helps/thing/way/calms/cope
insert/inserts/inserted/inserting/pushes/pushing/stuck ~3 cut/cuts/wound/wounds/arm/skin/body/stomach
hurt ~1 my self
wrist/wrists ~3 cut/slit/slash/bleed/bandage+/scar+
slit ~3 wrist/wrists/throat/arm/arms
self harm/selfharm ~4 son/daughter/partner/brother/sister/mum/friend/she/he/my
my/son/daughter/brother/sister/friend/niece/nephew/child/teen/wean ~3 self harm/harms/harming/harmed
razor/blade/blades/razors ~5 self/arm/arms/wrist/wrists/legs/thighs/skin/cut/cutting/hidden/hiding/found/bed/room/cell/pillow/mattress
mark/marks/cuts/scars/scratches/burns/lines ~4 wrist/wrists/forearm/forearms/thighs/inner
all_over/running_down/dripping ~2 arms/wrists/legs
rip/ripping/ripped/tear/tearing/pull/pulling/pulled ~2 stitches/wounds/wound/scabs
head/heid banging/banger
smear/smearing ~2 blood/faeces
cutting ~2 blood/bleed/bleeding
=cutting ~1 segregation/cell/seg/bathroom/shower/toilet
blood/bleeding ~3 cutting/cut/cuts
tie/tied/tying/wrap/wrapped/put/putting ~2 something/cord/sheet/belt/sock/plastic_bag/bag ~2 round/around/over ~1 <my> ~1 neck/throat/head
do/doing/done/did <self> damage/harm/injury/in_again
damage/damaging ~1 <self>
<person>/at/back_at ~1 at ~1 <my> arms/wrists/legs ~1 again/with
pain ~3 only ~2 feel/thing/way
"""

NAMES = """
self harm/harming/injury/injuring/harmer/harmed/mutilation
selfharm/selfharming/selfinjury/selfharmed
# A word of alarm and somebody
<anybody> ~5 blood/bleed/bleeding/blade/blades/razor/razors/ligature/scarred/selfharm/slash/slashed/slashing/stitches/wounds/wrists/wrist/slit
blood/bleed/bleeding/blade/blades/razor/razors/ligature/scarred/selfharm/slash/slashed/slashing/stitches/wounds/wrists/wrist/slit ~5 <anybody>
"""

HARMLESS = """
cut/cutting/cuttin/cuts down/back/doon/off/out/ties/grass/hair/costs/corners/crime/edge/through/contact/lawn/hedge/fabric/keys/wood/it_fine/tape/lunch/reoffending/benefits/the_grass/my_hair/his_hair/funding/spending/staff/meat/cake/off_date/all_ties/sugar/class
cut/cutting ~2 drinking/drink/methadone/smoking/booze/weed/spending/sugar/ties/sentence/risk/hours/bills/script/fags/hair/grass/meds/money
benefit/benefits/budget/funding/money/power/hair/hours/wages/service/services/short/paper/pay/tax/staff/job/clean/cold/support/pip cut/cuts/cutting
hair ~1 cut/cutting
cut ~3 benefits/services/funding/money/budget/budgets/hours/ties/costs/electricity/gas
haircut/haircuts
harm reduction/reduce/reducing/prevention/minimisation/principle/free
reduce/reducing/minimise/no/less/prevent/preventing ~1 harm/harms
self help/employed/employment/referral/refer/esteem/care/worth/confidence/service/contained/catering/awareness/respect/directed/assessment/advocacy/defence/improvement/management/reliance/isolate/certificate/cert/build/portrait/compassion/belief/defense/taught/study/checkout/cutting_mower
hurt my back/leg/arm/knee/ankle/shoulder/foot/hand/neck/wrist/ribs/hip/finger/toe ~2 at/in/on/playing/lifting/work/doing/and/need/$
hurt my back/leg/knee/ankle/shoulder/foot/hip
scratch card/cards/cooking/theatre/from/night/course/art/map
slash/slashed/slashing funding/budget/budgets/price/prices/bills/costs/tyres/services
burn/burnt/burning out/calories/fat/scar_surgery/support/toast/the_dinner/wood/bridges
scar/scars surgery/removal/cream/treatment
tattoo ~3 arm/scar/scars/skin/cover/removal
wood/stone carving/carve
starving/starvin $
bite to_eat/nails
punch above/bag/bags/drunk
cover/cover_up/coverup tattoo/tattoos
how common ~2 self harm
"""
