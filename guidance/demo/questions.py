"""What people ask that the demo's stages and guides answer, in their words."""

QUESTIONS: dict[str, str] = {
    "define-the-idea": """what is peer support
where do we begin
is peer support right for us
agree what we mean by peer
first stage of a peer scheme
we like the idea but do not understand it yet
how is it different from other help
where to start with lived experience
get everyone to agree why we do this""",
    "set-it-up": """how do we set up a peer scheme
how to start a mentoring project
starting a peer support service
what do we need before we begin
planning a peer scheme
steps to launch a peer service
create real jobs for peers
get ready before peers start
we have agreed to do it what next
prison security agreement for peers""",
    "deliver-it": """how to run a peer scheme well
running a peer mentoring project day to day
best practice for peer schemes
keep a peer scheme going
five practices for peer support
peers are in post what now
running the service well
good practice for coordinators
what should we work on from the first day""",
    "what-is-a-peer": """who counts as a peer
do you need to have been in prison to be a peer
lived experience meaning
what does lived experience mean
what is a peer mentor
peer definition
does a peer need a certificate
does a peer have to be an ex-offender
been inside or been in court what counts
can someone in recovery be a peer
who is the right peer for a parent
ask people what they want a peer to share
has to have done time""",
    "why-peer-support-works": """what is the evidence for peer mentoring
does peer support work
benefits of peer support
proof that mentoring works
what difference does it make
research on peer support
why do people open up to peers
why use people with lived experience
does it work
what do peers add
impact of peer mentoring
empathy and hope from someone who has been there
do peers help people use other services
empowerment""",
    "what-makes-it-different": """how is a peer different from a support worker
bottom up
co-production
can peers shape the service
where does the model come from
peer led not top down
let peers shape what we do
peers having a say
did peers write the job description
women into work model
does the model work for men
SOVA leaflet
can it be used with other groups""",
    "create-paid-roles": """how do we pay peer workers
should peers be paid or volunteers
wages and expenses for peers
paying mentors
funding for peer jobs
unpaid or paid
salary of a peer worker
do we have to pay peers
employ peer workers or use volunteers
money for wages
budget for peer posts
can a volunteer move on to a paid job
pay not only expenses
listening scheme as a first step
what is active citizenship
jobs not just volunteering""",
    "check-who-is-ready": """how do we know if someone is ready
is it too soon to start work
am I ready to be a peer mentor
readiness
going back into prison as a worker
ready to go back through the prison gate
is a person ready to do this work
too early after release
what to ask about readiness
what if someone is not ready yet
how will I feel going back into a prison
telling someone not yet
what should a peer keep private""",
    "choose-people-well": """how to select peer workers
interview questions for peers
how do we interview
picking the right mentors
selection and fair choice
who is suited to the job
picking the right people
what to look for in a peer worker
same questions for every candidate
peer on the interview panel
turning someone down kindly
trial shift
not everyone who has done time suits the job
shortlisting peers
can they keep a confidence""",
    "fit-into-the-whole-package": """how do we share information with other agencies
information sharing between police, health and social work
working with partners
joint working with case managers
who does what in a partnership
what should a peer pass on
hand over to the case manager
keep each other in the loop
keep in touch with treatment staff
who holds the plan
mixed messages from different workers
data sharing agreement
multi-agency team with peers
how often should we meet""",
    "are-we-ready": """are we ready checklist
readiness checklist
self assessment for organisations
what must be in place first
tick list before we start
checklist to print
what have we forgotten
gaps before we launch
team checklist for peer support
is our organisation ready for peers
go live checklist""",
    "recruit-and-induct": """how do we recruit peer workers
how to write the job advert
where to advertise for people with convictions
DBS, PVG and disclosure checks for peer workers
can someone with a criminal record work for us
prison vetting and security clearance
induction and first weeks of a peer worker
hiring people with convictions
take on people who have been inside
find people with lived experience
employ ex-offenders
advert for a peer job
does a record count against you here
first day of a new peer worker
getting peers into the prison
prison pass for a peer worker
onboarding peers
moving from prisoner to colleague""",
    "support-and-manage": """how much supervision do peers need
managing peer workers
looking after the wellbeing of mentors
burnout of peer workers
line management and supervision
what support do peer staff need
look after peer workers
time off for peers
how often to meet a supervisor
who to call after a hard day
same supervision for volunteers
supervising someone with lived experience
peers meeting each other
line manager of a peer
support plan for staff with lived experience
nervous about a new identity at work""",
    "offer-a-range-of-roles": """what can peers do
how to train peer mentors
training for peer workers
matching a peer with a person
how close is too close
what training do peers need
fit the role to the person
add one task at a time
tasks for peers
over-involved with a client
friendly but professional distance
small steps for the person
overwork because they care
pair a mentor with someone""",
    "learn-as-you-go": """how do we keep boundaries
can a mentor be friends with the person
what if a peer relapses or is triggered
stress and burnout
how do we learn from what goes wrong
looking after yourself
taking work home
emotional boundaries
old feelings come up at work
upset after a bad day
debrief after a hard event
lighter week after a hard time
people who drop out of the service
someone stops turning up
review what did not work
getting too attached
burnt out""",
    "make-it-normal": """how do we get managers and staff on board
how to convince colleagues
what to do when staff resist
making the case for peer support
keeping a scheme going when the manager leaves
mainstreaming
HR policy for people with convictions
win over officers
sceptical colleagues
buy-in from senior managers
get HR on our side
what if funding ends
make it last
staff do not trust peers
policy that names peer roles
persuade the governor
embed lived experience in the organisation
officers on the wing""",
    "liaison-and-diversion-role": """liaison and diversion peer support worker specification
what does NHS England ask for
how long can a peer worker stay in post
who can be a liaison and diversion peer
L&D peer worker role
do you have to have been arrested
two year limit on peer posts
must teams have peer support workers
peer worker in police custody and court England
NHS England rules for peers
how recent must the experience be
competence framework for peers
paid and volunteer peers in liaison and diversion""",
    "17-roles": """what jobs can peers do
list of peer roles
tasks of a peer mentor
which jobs are there for peer workers
seventeen roles
kinds of work for peers
can a peer be a drug worker
can a peer give benefits advice
role model or friend
what is a stood up date
go-between with families
job titles for peers""",
}
