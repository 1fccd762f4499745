"""Words around a name such as "suicide" that make it a topic of study, work or law."""

TOPICS = """
training/trainer/trainers/train/trained
course/courses/workshop/workshops/programme/programmes/module/class/classes/qualification/elearning/certificate/webinar/seminar/session/induction
awareness/prevention/prevent/preventing/intervention/postvention
policy/policies/strategy/strategies/guidance/guideline/guidelines/framework/toolkit/template/procedure/procedures/standard/standards/leaflet/leaflets/factsheet/poster/posters
statistic/statistics/stats/figures/data/numbers/rates/rate/report/reports/research/study/studies/paper/article/review/evaluation/inquiry/inquiries/findings/survey/evidence/dissertation/essay/theory
act/law/laws/legislation/bill/legal/definition/meaning/explained/rules/offence/offences/offence/convicted/conviction/convictions/charge/charges/charged/sentence/sentences/court/order/orders/2018/section/sheriff/prosecution/licence/accused/perpetrator/perpetrators/caledonian
job/jobs/vacancy/vacancies/volunteer/volunteering/career/salary/role/roles/recruitment/worker/workers/officer/apprenticeship/advocate/coordinator
conference/event/events/day/week/campaign/charity/fundraiser/fundraising/memorial/vigil/documentary/film/book/podcast/play/song/squad
staff/professional/professionals/practitioner/practitioners/teachers/mentors/employers/organisations/agencies/sector
bereavement/bereaved
how_common
for staff/professionals/mentors/men_on/perpetrators/hostel
disclosure/pvg/history_of
service/services/project/projects/forum/partnership/unit/team/network
non near fatal
what is
"""
