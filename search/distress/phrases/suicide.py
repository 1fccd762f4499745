"""How people tell of suicide: their own or that of somebody they know."""

TELLS = """
# To kill oneself
<kill> <self>
do/done <self> in
end/finish <self>
string <self> up
stringing/strung/string up $
top/neck <self>
throw/fling/chuck/launch+/hurl+ <self> ~4 <high-place>
throw/fling/chuck <self> off/in/under/aff/into
jump/leap+ off? ~3 bridge/roof/cliff/building/balcony/ledge/multi/erskine
jump/step/walk/run ~2 front ~2 train/bus/lorry/car/traffic/truck/cars/trains/tube
jump/step/walk under/into ~1 train/bus/lorry/traffic/clyde/sea/river
jump off? of? out_window/out_of_window
<think>/going/want/ready/threaten/wants ~2 jump/jumping $
<think> of? jumping
i? <want> to jump $
stand/sit/up/at/went/going/walking ~2 on/over/off/edge ~3 bridge/ledge/cliff/roof/parapet/railings/tracks
on ~1 bridge/ledge/roof now
walk/go ~1 into ~1 sea/river/clyde/canal/loch/water ~4 not_come_back/never_come_back/drown
lie/lying/lay ~1 on ~2 tracks/railway/rails
suicide/suicidal/kill/topped note/letter/pact/plan/attempt/watch/thoughts/feelings
<i>/<person>/feel/felt/got/having/been/get suicidal
commit+/committing/attempt/tried/try/consider+/contemplate+/plan/threaten ~1 suicide
<think>/thoughts/thinking/talk/talking ~2 suicide
end <my>/<mine>/a life/lives
end up dead
took/take/taken/taking/tak/takin <my> own? life/lives
take/took ~1 own life
end it all
end it $
end it ~1 tonight/now/today/soon/tomorrow/once/right/here/by/before/if
<want>/<will>/<think>/going/how/ready/just ~2 end it/things
end/stop everything/all/pain/suffering/misery/torture/hurting $
end ~1 pain/suffering/misery/torture
<want> ~2 pain/hurting/everything/suffering/it/thoughts/voices/noise ~1 to/all stop/end/over
want it all? over
<want> it/this/everything all/to_be over
make ~1 pain/it/everything/voices stop
want it to stop

# To want to be dead
<want>/<will>/ready/rather ~2 to/be/i die/dead/=dying
<want> to? die
<want> ~3 dead
wish/wis/want ~1 i ~2 dead/die/died/gone
<i> ~2 rather die/be_dead
<want> ~2 to/tae be dead
better? off dead
better dead
<i> should/ought be/have/of dead/died/gone
should have? been/be me ~2 died/dead/instead/killed
wish ~3 it was? me
wish ~3 <not> born
wish ~3 never been/existed/born/happened/woke/here
<not> ~1 ask to be born
deserve to die/be_dead
<not> ~1 deserve ~1 live/life/alive/be_here/breathe/to_be_alive
<not> ~1 be here/alive/around ~1 anymore/tomorrow/longer/soon/next/for/by/when/much
<dont-want>/without want ~2 to/be/tae here/live/alive/exist/living/existing/around
<dont-want> want ~2 wake_up/waking_up/live/life/exist/alive/breathing/breathe
<dont-want> want to? be here/alive
<dont-want> want to? be? on ~1 earth/planet/world
<dont-want> want to? live/go_on/carry_on/exist/wake_up/keep_going/continue+
<dont-want> want ~1 this life/world
<dont-want> see ~1 point
<dont-want>/<not> want to ~1 anymore $
wish/hope/pray/want/wished ~4 <not>/wouldnt wake up?
<not>/never ~2 wake up? again/tomorrow/anymore
go/fall/sleep ~4 never/not wake up?
just? never wake up?
sleep ~1 forever/never_wake
<want> ~2 disappear/vanish+/fade+_away
<want> ~2 cease+ exist
<dont-want> exist
<want> ~3 away from it_all/everything/this_world
<want> ~3 be over $

# Cannot go on
<cannot>/no/<not>/wont/dont go_on/carry_on/keep_going $
<cannot>/dont_know_how/dont_know_if/<not> ~3 go_on/carry_on/keep_going <any-longer>/another/living/day/life
<not> ~3 want ~1 go_on/carry_on/keep_going
<cannot> ~2 do/take/face/live/bear+/stand/handle+/manage+/cope/hack/deal/thole ~3 anymore/longer/another/any_more/anylonger/much_more
<cannot> ~1 live ~1 like_this/with_myself/without/this_way/with_this/anymore
<not> ~4 do/face/get_through/take/last/make ~1 another/one_more/tomorrow day/night/week/$
<not>/if/<cannot> ~4 do/face/get_through/take/last another ~1 day/night/week/minute/year
<cannot> ~1 face/see ~1 tomorrow/future/living/morning/another
<not>/no ~1 see ~2 way/light/future/reason/end
see no/nae way/future/point/end out
no/only/easy/easiest/other/one way out $
only way/thing ~3 out/stop/escape+ ~1 is/for_me ~1 die/death
no/nae way out ~2 me/this
no/nae/any/see/whats/what/not/without/is_there ~2 point ~3 living/life/live/alive/going_on/carrying_on/anymore/trying/here/existing/anything/waking/breathing/go_on/carry_on
no/nae/whats ~1 point anymore
no/nae point in/to/of anything/me/any_of_it $
nothing/nowt/no_one ~3 live for
<not>/nothing/havent ~3 anything/reason/much/owt ~2 live/go_on/living/carry_on/stay
no/nae/any/single ~1 reason/reasons ~2 live/go_on/living/carry_on/wake_up/be_here/stay_alive/alive
<not> ~1 worth ~1 living/life/it_anymore
life ~3 <not> worth/bother/matter
life ~1 <not> worth
my life ~1 over/finished/pointless/meaningless/worthless/hell/ruined
life is? pointless/meaningless/worthless/hell/over/shit
had/have/hud enough ~2 life/living/it_all/everything/this_world/being_here/alive
had/have enough of this life?
tired/sick/fed/done/weary/scunnered/exhausted/knackered ~2 living/life/alive/existing/world/being_here/it_all/everything/fighting
<i> done $
done ~1 with life/living/everything/this_world/it_all
give/gave/given/giving/gie up ~1 on_life/living/on_everything/life/hope/on_myself/completely/fighting
lost/lose/no/nae/not_have will_to_live/will_to_go_on/all_hope/the_will
no/nae/lost/without ~1 hope left/anymore/$
<i>/feel/feeling/felt/everything/its/all/am ~1 hopeless/pointless/worthless/unbearable/black/suicidal
feel/feeling/felt like? dying/dead_inside/death/ending/giving_up/killing/a_burden/i_want_to_die/nothing_matters
<i> burden
burden to/on <family-plural>/<close>/him/her
no/nae/not ~1 use/good to anyone/nobody/everyone
waste of space/air/oxygen
end ~1 =my ~1 rope/tether
at ~2 end ~1 rope/tether
<not>/cant ~2 keep <self> safe/alive
<not> safe ~1 with/on/from/around <self>
<not> trust <self>
<not>/shouldnt/cant be left alone/on_own
death/dying ~2 easier/only_way/better/peace/relief/comfort+/answer+
nothing matters anymore?
<not> care if? ~3 live/die/alive/wake
<not> care ~3 happens ~1 to_me/myself/anymore/$
why ~3 still alive/here/breathing
why ~2 bother/keep ~1 living/going/alive
<i> have? decided ~3 tonight/time/night/die/end
tonight/today ~1 the night/day $
tonight ~2 night/last/end
last ~1 night/day/hours/words/message/goodbye ~1 on_earth/alive/ever
this is it for me
its? time to/for_me_to go/die/leave ~1 world/$
<i> ready to go $
will/going/wont/not ~2 be dead/gone ~1 by/soon/tomorrow/tonight/before/morning
<will> ~1 be dead soon?
last time ~2 see/hear/speak+ ~2 me/from
<not>/wont ~3 see ~2 <time>/another/christmas/18/21/summer/new_year/30/40/end
<not>/wont ~1 make/last ~3 <time>/night/christmas/week/tonight
<not>/wont make it through/to/past
want/<say>/<think> ~5 be/join ~2 angels/heaven/god/jesus/ancestors
be/join/with ~2 <parent>/<close>/him/her/them in/up heaven/above/there
lost ~6 want ~3 go/be with <him>
want ~3 with <him> in_heaven/again/now $
join <him> in_heaven/on_the_other_side
meet ~1 maker
nobody/no/noone/who/none/anyone/anybody/wouldnt/one ~2 would/will/even/wouldnt/to/cares ~1 miss/notice/care ~1 me/if/i/him/her/that/about_me
would ~1 anyone/anybody/people ~1 miss/notice/care
<he>/<family-plural>/<close>/would/all/be/id/kids ~3 better ~2 without me/us/him/her/them
better off without me/him/her/them
<family-plural>/<he>/they/would/better/world ~4 happier/better/easier/best ~3 without/if ~2 i/me/he/she/him/her
better ~2 if_i ~2 dead/gone/disappear/not_here/wasnt_here/werent_here
if/when <i> ~1 wasnt/werent/wasn/gone/dead/no/not ~1 here/around/born/alive
when/once/if/after <i>/he/she/her/him ~1 gone/dead ~1 $
when ~2 =i/=im/ill ~1 gone/dead
<not> ~1 be/around much longer/more

# Farewells and plans
say/said/saying/text/wrote/write/leave/left/posted/sent ~3 goodbye/goodbyes/bye/farewell/cheerio ~3 forever/everyone/kids/all/us/family/for_good/$
goodbye/bye forever/world/everyone/cruel/for_good/letter/letters/note/notes/message/video/text
say/said/saying/made ~1 goodbyes/his_peace
write/wrote/written/leave/left/find/found ~3 letter/letters/note/notes ~4 sorry/goodbye/die/dead/kids/gone/mum/family/love/saying
leave/left/wrote/find/found a/his/her note
give/gave/given/giving/gie ~1 away? ~3 stuff/things/belongings/possessions/everything/gear ~2 away/goodbye/and_said/bye
give/gave/given/giving away ~4 stuff/things/belongings/possessions/everything/clothes/trainers/dog
look_after/take_care_of/watch ~5 for_me/when_im_gone/if_anything_happens/gone
tell ~5 i/he/she love/loved/sorry/loves ~2 $
sort/sorted/made/make/written/write =my/his/her will and? ~4 die/gone/funeral/goodbye
plan/planned/planning ~2 my/own/his/her/their funeral/death/suicide
have/got/has/have/a/made/disclosed ~2 plan ~2 to_die/how_to_do_it/end/kill/take
ways/way/how/best/quickest/quick/painless/easiest/easy/plan/method/methods ~3 die/=dying/suicide/hang/kill_yourself
how do? <i> die
painless/easy/quick/peaceful/assisted death/way_to_die/way_out
how ~1 tie ~2 noose/knot
noose/nooses
rope/belt/sheet/bedsheet/lace/laces/cord/flex/scarf/ligature ~4 neck/throat
bought/got/made/making/tied/tying/found ~3 noose/rope/ligature
gun/bag/blade/knife ~4 my/his/her/own head/neck/throat/wrists
found/find ~2 hanging
try/tried/trying/attempt ~1 hang/hanging/drown
hang ~2 cell/wardrobe/tree/loft/garage/pad
attempt ~1 again/on_life/on_own_life/to_die/overdose/take
try/tried ~1 it/that/to ~1 again/before/do_it ~2 hospital/die/fail+/survive
dark/bad/terrible/horrible/scary/intrusive/ending/morbid thoughts
thoughts ~1 of/about ~2 dying/death/ending/killing/suicide/not_being_here/jumping/hanging/self_harm/hurting/harming
<think>/talk/say/obsessed ~3 about/of ~2 dying/death/ending/killing/not_being_here/being_dead/die/dead
<say>/talks/joke+/jokes ~3 dying/killing/ending/not_being_here/not_wanting/wants_away
do/doing/done/dae/does/did something/summat/anything ~1 stupid/daft/silly/bad/drastic/rash/terrible/himself/herself/myself/themselves/self/worse/awful
<scared>/hope/going/might/says/said/say/hell/will ~3 do something $
<scared> ~5 do/do something $
<scared> ~2 <he>/i ~2 do something
<scared> ~4 find ~2 dead/body/hanging
<scared> ~3 ill/hell/shell/theyll/will/might/ll ~2 do it
<scared> ~3 going ~1 die
<scared> ~3 what ~1 i/ill/hell/shell ~1 do
<scared> ~2 of/about <self> life/safety
suicide/talk ~1 risk
at/high risk ~1 of suicide/killing
crossed/crosses/crossing ~1 mind ~3 end/kill/die
voices/voice/head/something ~4 tell/telling/say/saying ~2 =me/him/her/myself/to ~2 kill/die/jump/hang/<self>/end/do_it
life/living ~2 too much/hard/painful
<cannot> live anymore
<want> out of ~1 life/world
<want>/need ~1 out $
hate ~1 being_alive/living/=life
hate =my life
nothing/no_one/nobody left $
nothing/nobody left ~1 for_me/to_lose/here/in_life
lost everything ~6 end/die/point/anymore/alive/live
unalive
# What is said when there is no strength left
had/have enough ~1 $
whats/what/nae/no the? point $
<cannot>/<not>/dont_think ~4 keep ~1 going/doing_this/fighting/living/pretending/this_up ~1 $
<cannot>/<not>/dont_think ~4 keep ~1 going/doing_this/fighting/living/pretending ~1 anymore/longer/any_longer/like_this
keep going ~1 anymore/like_this
no/nae/without fight/strength/energy/reason/hope left
no/nae fight/hope in_me
ready/want/going/just/about/time/think/feel_like ~2 give/giving up ~1 $
<not>/cba/cannot_be_bothered/bothered ~1 living
not_be_bothered/cba/bothered ~2 living/life/alive
<not>/never ~2 belong ~2 world/here/earth/anywhere
drink/starve/gas/freeze/smoke+ <self> to? death/into_the_grave
<pill>/blade/rope/knife/bottle/gun/noose/tablets ~2 in_front_of/in_my_hand/beside/next_to/ready/lined_up/laid_out/sitting_here/by_my_bed ~1 me/$
want/need ~1 a? way out $
<cannot>/<not> ~2 fight ~1 it/this/anymore/any_longer
<cannot> ~1 do life
<cannot> ~2 see ~2 myself ~2 alive/here/future
<cannot> ~1 live ~3 what/guilt/shame/grief/pain/myself/him/her
might as_well ~2 dead/die/end/kill/be_dead
be easier ~4 dead/die/gone/not_here/end
easier ~3 if ~1 i ~2 dead/gone/died/not_here
<person> ~2 gave_up/given_up/giving_up ~2 life/living/everything/himself/herself
going/off/go ~1 to ~1 do_it $
<will>/wants/going ~2 do it when/tonight/if/as_soon/this_time/properly
this time ~2 will/wont/ill ~2 work/fail/do_it/survive
should have worked/died/finished
<kill> <self> 
world ~1 cruel/better_off
end of the line/road ~2 me/for_me/$
<not> want ~2 future
want ~3 be at_peace
be at peace $
peace at last
sorry ~4 everything/leaving/what_im_about/i_cant ~1 $
by ~2 time ~2 read_this/get_this/find_this
final goodbye/goodbyes/message/note/letter/words
<i>/let/help/just/should/please/going/gonna/me/to/can/could/will/might/id/want ~2 =die $
<i>/let/help/just/should/please/me ~1 =die
let me go for_good/to_sleep_for_good/forever/peacefully
god/lord ~2 take me
take me now $
sleep for good/ever
finish it/everything all
end ~1 all $
<i> will/going/gonna swing $
swing from ~2 rafters/rope/light/bars/tree
plan ~1 and ~1 means
have/has/have/got/with ~1 plan ~2 means/tonight/end/die/dead/kill/himself/herself
might as_well ~2 not/dead/die/kill/end ~1 be_here/here/$
<not> want ~2 another ~1 day/night/week/minute/tomorrow
nothing/nowt/nuthin ~1 lose ~4 <not>/anymore/end/here/alive
<not> ~1 be/around here ~1 monday/tuesday/wednesday/thursday/friday/saturday/sunday/next/then/after/when/long
get me out ~1 this life/world/existence/pain
wish/hope/pray ~4 crash/hit_by/run_over/knocked_down/killed/cancer/heart_attack/struck/disappear/not_survive
hope ~3 <not> ~1 survive/make_it/recover/come_round
life/living/existence/everything ~2 unbearable/torture/agony/hell/nightmare/pointless/not_worth
everyone/everybody/they/family/kids/world/all/people ~2 better off $
jump/jumping/leap ~2 off
stand/standing/sitting/waiting/at/by ~2 train/railway ~1 tracks/line/station/platform
no/nae/no/any ~1 hope for/left ~1 me/us/him/$
write/wrote/written/writing ~2 letters/notes/messages
tell/say/said/says ~3 kids/mum/mam/family/everyone/dad/wife/children/girls/boys ~2 sorry/love/forgive/goodbye
leave/left/took/gave ~3 dog/cat/pets ~4 letter/letters/note/notes/goodbye/gone
follow ~1 him/her/them ~2 grave/heaven/$
topped/killed/hung/hanged <self>
topped/hung ~1 himself/herself/themselves
googling/googled/searching/searched/looking_up/researching ~4 hang/die/suicide/overdose/kill/painless/noose/death/end
actively/acutely/really/feeling/feels/very/so ~1 suicidal
worthless ~2 die/anymore/feel/am
nothing/no_one ~2 ever ~3 gets_better/get_better/change ~1 $
never ~2 get/gets/getting better ~1 $
<cannot> ~1 see ~3 getting_better/get_better/better
broken ~3 <not>/cant ~2 go_on/fix/live
numb/empty/lost ~3 <not>/no/cant ~3 live/go_on/point/anymore
cant/cannae/dont ~3 see ~1 a/my/any ~1 future
dont/dinnae/doesnt ~2 care ~2 i ~1 live/die/wake
what ~2 left ~1 live_for
who ~2 care/miss/notice ~3 dead/died/gone/die/killed
starting/feeling/feel/thinking/thoughts ~3 suicide/killing/ending_it/dying/death
life/lives ~2 taken/ended/end ~2 <self>/own/tonight
plan/plans/planning ~3 my/his/her death/funeral/end/exit
exit ~1 plan/plan/bag
everyone/everybody/they/family/kids/world/all/people better off
everyones/everybodys better off
life/lifes no/not ~1 worth
wish/hope/pray ~4 hit/get_hit/run_over by ~1 bus/car/train/lorry
<i>/he/she/has/have/with/got ~2 =rope/noose
on ~1 ledge/railings/parapet
out/home/leave/leaving/carried in ~1 box/coffin/body_bag/wooden_box
body bag/bags
coffin ~2 me/my/home/out
my own funeral
imagine/imagining/picture/picturing/dream/dreaming/plan ~2 funeral/death/dead/dying
too late ~1 for_me $
breaking point
at ~1 lowest ~3 point/ebb/ever/death/die
away ~2 for_good
stop/cease/quit/not existing/exist
home to/with god/jesus/lord
<not> ~1 need ~2 it/them/this/anything/stuff ~2 anymore/where/soon/$
give/gave/giving/gies/left me/him/her/us/them/away his/her/my/their watch/ring/dog/jacket/phone/things/stuff/chain/trainers/clothes
look after ~3 kids/mum/dog/weans/children/family/girl/boy/wife ~3 if/when/anything/happens/gone
if anything/something/owt happens ~1 to me
lost ~5 whats/what/nothing/all left $
whats/what left ~2 me/$
whats ~1 left
thought/thinking/think ~3 not ~1 being here/around/alive
<cannot> ~3 see ~2 tomorrow/christmas/birthday/end
<i> ~1 sorry ~2 <cannot> ~1 do ~1 this/it/anymore
<person> ~1 cutting/cut/hanging/hang ~1 down
talked/talk/talks/talking him/her/them ~1 down/off ~2 bridge/ledge/roof
bridge ~3 tonight/now/jump/again/end/talk/stood/standing
<want>/<will> ~2 be with ~2 dead/late/passed
walk/walking ~1 into/in_front ~1 traffic/road/train/sea/river
drive/driving/crash ~3 wall/tree/cliff/loch/bridge ~3 die/kill/end/purpose/self
living/life ~2 without ~1 her/him/them ~2 cant/not/point/end
<cannot> ~1 live ~1 without ~1 him/her/them/my
no/nae/nothing left ~2 give/fight/tank
failed/failing/ruined ~2 everyone/everything/my_life/kids/family ~3 better/end/die/dead/point
wake up ~3 wish/wishing/disappointed/hate/dread
disappointed/gutted/wish ~2 woke/wake/survived
hope/wish ~2 get hit/knocked/run by/over/down ~2 bus/car/train/lorry
look after ~3 kids/mum/dog/weans ~2 anything happens
"""

NAMES = """
suicide/suicidal/suicides/suicidality
killed <self>
# A word of alarm and somebody
<anybody> ~5 =kill/=killing/=kil/=die/=dead/=deid/=hang/=hanging/noose/drown/suicidal/suicide/goodbye/goodbyes/unbearable/worthless/hopeless/graveyard/overpass/railings/ledge
=kill/=killing/=kil/=die/=dead/=deid/=hang/=hanging/noose/drown/suicidal/suicide/goodbye/goodbyes/unbearable/worthless/hopeless/graveyard/overpass/railings/ledge ~5 <anybody>
"""

HARMLESS = """
kill/killing/killer time/boredom/two/it_at/weeds/sudoku/cv/app/switch/joy/floor/germs/pain/bill/interview
something/anything ~3 kill time
kill it at
back/feet/head/knees/teeth/tooth/list/wait/waiting/heat/shift/stairs/job/boredom/silence/queue/rent/price/prices/hangover/shoulder/legs/forms/paperwork/diet/gym/training killing me
kill a mockingbird/mocking_bird
dying/dyin/dieing for/to_get/to_see/to_start/to_try/to_meet/to_volunteer/to_help/to_know/to_hear/to_go/to_learn/to_work/to_join/to_play/to_find/to_watch/to_be_a/to_do
dead/deid skint/broke/end/good/easy/brilliant/man_walking/line/tired/hungry/bored/busy/ringer/weight/lift/nice/handy/sound/cold/slow/boring/keen/nervous/chuffed/excited/letter/lock/heading/funny/quick/cheap
end of/ae my/the/his/her/a/your ~2 sentence/licence/tenancy/order/lease/course/bail/term/curfew/contract/tag/placement/probation/payback/supervision/year/month/week/line/story
end of sentence/licence/life/year/term/tag/course/curfew/tenancy/project/probation
end my/his/her/a/the/this ~2 tenancy/contract/licence/sentence/relationship/lease/subscription/claim/volunteering/membership/placement/employment/marriage/order/course/agreement/job/career/shift/call/session
end ~2 relationship/mentoring/tenancy/support/volunteering/contract/sessions/placement/lease
life/lives of crime/in_prison/skills/coach/after/story/stories/licence/sentence/sentences/imprisonment/insurance/drawing
end life sentence/imprisonment/licence
hang/hinging/hanging about/aboot/around/aroond/roon/roond/out_with/out_in/out/on/baskets/basket/doors/pictures/wallpaper/curtains/washing/up_my_coat/plants/shelves/door/with/valley/fire
jump/jumping ~1 for_joy/queue/housing_queue/list/ship/start/leads/rope/jacks/castle/through_hoops/bail/the_queue/the_fence/class/fitness
top/topping up
top/topping end/tips/marks/dog/spot/ten/floor/tier
off/aff my/the/ma drink/gear/meds/head/licence/tag/drugs
bridge/bridges/bridging/bridge college/course/building/project/team/club/walk/loan/street/night_shelter
train/trains/railway/tracks/bus/buses fare/fares/ticket/tickets/job/jobs/card/times/pass/station/driver/travel/warrant/timetable
cant/cannae/cannot/not go_on/go on holiday/holidays/course/facebook/computer/internet/leave/outings/trips/visits/bus/line/tag/website/licence/trip/a/the
go on holiday/a_course/trips/the_computer/universal_credit/a_waiting_list/benefits
dont/dinnae/not want to be in ~2 anymore
way out of/ae/from debt/arrears/poverty/gang/gangs/prison/addiction/homelessness/crime/offending/drugs
take my life back/in_a_new_direction/forward
turn/change/rebuild/get/sort/start my life around/back/together/over/again
better off calculation/calculator/in_work/working/on_benefits/renting
suicide squad/film/bomber/club
goodbye letter to ~3 mentee/mentor/client/template/class/group/colleagues/colleague
goodbye letter template
tired all the time
nothing to live on
end/finish it early/on_time
had enough of ~2 drink/drugs/drinking/gambling/jail/job/weed/offending/landlord/flat/noise
give up drink/drinking/smoking/drugs/gambling/weed/alcohol/fags/job
last night on_the_town/shift/of/service/class
say goodbye to ~3 smoking/drink/debt/drugs/crime/addiction
had enough of
give/giving up ~1 work/smoking/drink/the_drink/hope_of
jump/jumping off ~1 point/ground
die cast/hard/another
end it all the_course
write letters to ~4 prisoners/prisoners/prison/mp/employers/parole/court/sheriff
hate living in/with/at/here
tight rope
rope ~2 access/course/climbing/swing/ladder
"""
