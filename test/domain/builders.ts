import type { FirmVisit, VisitNotice, VisitRecord } from '@/domain/visit/visit'
import type { IsoDay } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'
import { noUnits } from '@/domain/organization/unit'
import { fixedDeadline } from '@/domain/task/deadline'
import type { Days } from '@/domain/calendar/period'
import { type Cycle, presentCycle, type Recheck } from '@/domain/task/cycle'
import type { DraftOpinion } from '@/domain/task/consultation'
import type { DoneReport } from '@/domain/task/done-report'
import type { TaskFacts } from '@/domain/task/facts'
import type { Checker, Verification } from '@/domain/task/verification'
import { noFacts } from '@/domain/task/kept-facts'
import type {
  Assignment,
  Measure,
  RectificationPlan,
  RectificationTask,
  ShareSignature,
} from '@/domain/task/task'
import { newTimeline } from '@/domain/timeline/transitions'
import type { TimelineAgreement } from '@/domain/timeline/timeline'
import type { TimelineWork } from '@/domain/timeline/work'
import type { TimelineCase } from '@/domain/timeline/turns'
import type { Opinion } from '@/domain/opinion/opinion'
import type { ObjectedTask, Objection } from '@/domain/objection/objection'
import { county, village } from './actors'

export const measure = (more: Partial<Measure> = {}): Measure => ({
  id: 'm1',
  text: 'build the sewer',
  units: noUnits,
  deadline: null,
  sites: [],
  doneOn: null,
  ...more,
})

/** Led by unit `lead`, carried out also by unit `doer`, due at the end of 2018. */
export const task = (more: Partial<RectificationTask> = {}): RectificationTask => ({
  id: 'task-1',
  roundId: 'round-1',
  number: '二十七',
  upperNumber: null,
  parentId: null,
  title: 'sewage of the town',
  problem: 'untreated sewage',
  category: 'sewage',
  regionCodes: [county],
  villageCodes: [],
  enterpriseIds: [],
  goals: ['no untreated sewage'],
  units: {
    ...noUnits,
    lead: ['lead'],
    responsible: ['doer'],
    supporting: ['helper'],
    accepting: ['acceptor'],
  },
  collectiveUnits: [],
  measures: [measure()],
  deadline: fixedDeadline('2018年12月底前', '2018-12-31'),
  acceptanceChain: [
    { level: 'county', unitId: 'acceptor' },
    { level: 'city', unitId: 'upper-acceptor' },
  ],
  closingLevel: 'city',
  state: 'draft',
  assignments: [],
  extensions: [],
  agreedDates: [],
  done: [],
  cycles: [],
  completedOn: null,
  ...more,
})

/** Of a task of which nothing else is known. */
export const taskFacts = (days: Days, known: Partial<TaskFacts> = {}): TaskFacts => ({
  ...noFacts,
  released: false,
  ...days,
  ...known,
})

export const assignment = (unitId: string, more: Partial<Assignment> = {}): Assignment => ({
  unitId,
  state: 'pending',
  personId: null,
  personName: null,
  phone: null,
  assignedOn: '2018-06-04',
  signDueOn: '2018-06-07',
  signDueProvisional: false,
  signedOn: null,
  planDueOn: null,
  planDueProvisional: false,
  plan: null,
  planSubmittedOn: null,
  returnedReason: null,
  ...more,
})

/** Said done by the unit that owes the part. */
export const doneReport = (
  partId: string,
  unitId: string,
  more: Partial<DoneReport> = {},
): DoneReport => ({
  partId,
  unitId,
  on: '2018-06-01',
  reportedOn: '2018-06-01',
  byId: `staff-${unitId}`,
  words: 'done',
  photoIds: [],
  fileIds: [],
  paperNumber: '1',
  noPart: false,
  ...more,
})

export const planDueOn = (dueOn: IsoDay, measureId = 'm1'): RectificationPlan => ({
  goals: 'no untreated sewage',
  person: 'Engineer',
  measures: [{ measureId, person: 'Engineer', dueOn, proof: ['paperNumber'], milestones: [] }],
})

/** A plan of before it was asked what will prove each measure: any one kind does. */
export const withoutProof = (plan: RectificationPlan): RectificationPlan => ({
  ...plan,
  measures: plan.measures.map(({ proof: _, ...measure }) => measure),
})

export const planned = (unitId: string, dueOn: IsoDay = '2018-12-01'): Assignment =>
  assignment(unitId, {
    state: 'planned',
    personId: `staff-${unitId}`,
    signedOn: '2018-06-05',
    planDueOn: '2018-06-26',
    planSubmittedOn: '2018-06-20',
    plan: withoutProof(planDueOn(dueOn)),
  })

/** Its leader has signed the share. */
export const signedShare = (unitId: string, more: Partial<ShareSignature> = {}): Assignment => ({
  ...planned(unitId),
  signature: { on: '2018-06-12', byId: `leader-${unitId}`, signOffNumber: null, ...more },
})

/** A report of 1 June 2018, handled by unit `doer` where a unit is asked for. */
export const feedback = (more: Partial<Feedback> = {}): Feedback => ({
  id: 'feedback-1',
  number: '2018-0601-4KQ',
  origin: 'resident',
  protection: 'hidden',
  state: 'submitted',
  stateSince: '2018-06-01',
  regionCode: county,
  taskId: null,
  summary: null,
  pollutionTypes: [],
  clearedPhotoIds: [],
  accusedUnitIds: [],
  desk: null,
  unitId: null,
  submittedOn: '2018-06-01',
  admitDueOn: '2018-06-16',
  admittedOn: null,
  answerDueOn: null,
  answerDueProvisional: false,
  answerExtended: false,
  answers: [],
  answeredOn: null,
  secondLookOn: null,
  secondLookBy: null,
  ratings: [],
  declinedReason: null,
  mergedIntoId: null,
  repeated: false,
  ...more,
})

/** Two measures between unit `doer` and enterprise `plant`, due by the end of 2018. */
export const terms = (more: Partial<TimelineCase> = {}): TimelineCase => ({
  ...newTimeline({
    id: 'timeline-1',
    taskId: 'task-1',
    enterpriseId: 'plant',
    unitId: 'doer',
    measures: [
      { id: 'm1', text: 'collect the waste water' },
      { id: 'm2', text: 'clean it' },
    ],
    latestOn: '2018-12-31',
  }),
  ...more,
})

export const dates = (first: IsoDay, second: IsoDay) => [
  { measureId: 'm1', on: first },
  { measureId: 'm2', on: second },
]

/** Work on a task that goes on, with nothing of it done. */
export const goingOn: TimelineWork = { isOver: false, doneMeasureIds: [], cycle: 1 }

export const timeline = (more: Partial<TimelineAgreement> = {}): TimelineAgreement => ({
  ...terms(),
  state: 'proposed',
  round: 1,
  offers: [
    {
      round: 1,
      by: 'unit',
      dates: dates('2018-08-01', '2018-09-01'),
      reason: null,
      planFileIds: [],
      at: 0,
    },
  ],
  signatures: [{ side: 'unit', at: 0 }],
  answerDueOn: '2018-06-18',
  answerDueProvisional: false,
  turnSince: '2018-06-04',
  ...more,
})

/** Somebody who looked, with an account and signed; the person's id is the name. */
export const checker = (personId: string, more: Partial<Checker> = {}): Checker => ({
  membershipId: `membership-${personId}`,
  personId,
  name: personId,
  unitId: 'acceptor',
  unitName: null,
  confirmedOn: '2018-06-04',
  ...more,
})

/** The county's step, passed. */
export const verification = (
  checkers: readonly Checker[],
  more: Partial<Verification> = {},
): Verification => ({
  level: 'county',
  unitId: 'acceptor',
  on: '2018-06-04',
  passed: true,
  words: 'seen',
  paperNumber: null,
  checkers,
  measures: [{ measureId: 'm1', inPlace: true, words: 'dry' }],
  ...more,
})

export const cycle = (more: Partial<Cycle> = {}): Cycle => ({
  ...presentCycle({ cycles: [] }),
  ...more,
})

/** 回头看 by an inspector of the office, which it was found reason enough to leave closed. */
export const recheck = (on: string, relapsed: boolean): Recheck => ({
  on,
  byId: 'i',
  unitId: 'office',
  relapsed,
  words: 'black again',
  keptClosed: relapsed ? 'another brook' : null,
})

/** Of the branch `branch`, on a task of the city that the lead unit does. */
export const opinion = (more: Partial<Opinion> = {}): Opinion => ({
  id: 'opinion-1',
  taskId: 'task-1',
  askingId: 'asking-1',
  voice: 'branch',
  villageCode: village,
  unitId: more.voice === 'resident' ? null : 'branch',
  state: 'asked',
  askedOn: '2018-06-04',
  dueOn: '2018-06-19',
  dueProvisional: false,
  satisfaction: null,
  said: null,
  meeting: null,
  onPaper: false,
  givenOn: null,
  revision: 0,
  taskNumber: '27',
  taskTitle: 'ditch',
  taskState: 'inProgress',
  regionCodes: [county],
  doingUnitIds: ['lead'],
  presentAskingId: 'asking-1',
  askedVillageCodes: [village],
  ...more,
})

/** Under notice from Monday 4 June to Friday 15 June 2018; `plant` is affected. */
export const objectedTask = (more: Partial<ObjectedTask> = {}): ObjectedTask => ({
  taskNumber: '二十七',
  taskTitle: 'sewage of the town',
  taskState: 'underNotice',
  regionCodes: [county],
  doingUnitIds: ['lead', 'doer'],
  enterpriseIds: ['plant'],
  notice: { from: '2018-06-04', workingDays: 10 },
  ...more,
})

export const objection = (more: Partial<Objection> = {}): Objection => ({
  ...objectedTask(),
  id: 'o1',
  taskId: 'task-1',
  state: 'lodged',
  ground: 'notInPlace',
  summary: 'black water after rain',
  clearedPhotoIds: [],
  lodgedOn: '2018-06-04',
  decidedOn: null,
  dueOn: '2018-06-07',
  dueProvisional: false,
  reply: null,
  ...more,
})

/** Asked for by the desk on Monday 4 June 2018, of the plant, at the bureau; to be made by 2 July. */
export const visit = (more: Partial<FirmVisit> = {}): FirmVisit => ({
  id: 'v1',
  ordinal: 1,
  enterpriseId: 'plant',
  bodyId: 'bureau',
  state: 'planned',
  tasks: [
    {
      taskId: 'task-1',
      number: '二十七',
      title: 'sewage of the town',
      regionCodes: [county],
      responsibleUnitIds: ['lead', 'doer'],
      stepUnitIds: ['acceptor', 'upper-acceptor'],
    },
  ],
  askings: [
    {
      id: '1',
      role: 'intake',
      unitId: 'desk',
      taskId: 'task-1',
      on: '2018-06-04',
      wishedOn: '2018-06-11',
    },
  ],
  matters: [
    { id: '1', askingId: '1', taskId: 'task-1', measureId: 'm1', words: 'does the pond leak' },
  ],
  matterCount: 1,
  askedOn: '2018-06-04',
  lastOn: '2018-07-02',
  lastProvisional: false,
  notice: null,
  record: null,
  dissent: null,
  rating: null,
  calledOff: null,
  ...more,
})

export const visitNotice = (more: Partial<VisitNotice> = {}): VisitNotice => ({
  approvalNumber: '茂环检批〔2018〕3号',
  kind: 'singleCase',
  officers: [
    { name: 'Lin', certificate: 'K0126' },
    { name: 'Zheng', certificate: 'K0158' },
  ],
  on: '2018-06-12',
  givenOn: '2018-06-06',
  ...more,
})

export const visitRecord = (more: Partial<VisitRecord> = {}): VisitRecord => ({
  on: '2018-06-12',
  findings: [{ matterId: '1', inOrder: true, words: 'dry all round' }],
  receivedBy: 'the manager',
  fileIds: ['file-1'],
  recordedOn: '2018-06-12',
  ...more,
})

/** Something to be changed, said by the plant and not answered yet. */
export const draftOpinion = (more: Partial<DraftOpinion> = {}): DraftOpinion => ({
  id: 'opinion-1',
  party: 'plant',
  unitId: 'plant',
  agrees: false,
  words: 'later',
  paperNumber: null,
  givenOn: '2018-06-04',
  answer: null,
  ...more,
})
