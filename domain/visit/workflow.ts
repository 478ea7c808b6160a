import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import { isFilled } from '../given'
import type { Actor } from '../organization/actor'
import { fitsUnit } from '../organization/membership-rules'
import type { Unit } from '../organization/unit'
import { officeForeignTo } from '../organization/scope'
import type { RefusalCode } from '../refusal'
import { whyNotChecker } from '../task/parties'
import { doingUnitsOf } from '../task/responsibility'
import type { RectificationTask } from '../task/task'
import { type Need, type Party, type Row, type Rules, rulesOf } from '../workflow'
import { hasAsked } from './readers'
import { endsAfter, lastDayFrom } from './last-day'
import {
  type FirmVisit,
  mostMatters,
  openVisitStates,
  type VisitFinding,
  type VisitKind,
  type VisitOfficer,
  type VisitState,
} from './visit'

/** Each is the name of the action that does it. */
export const visitEvents = [
  'askVisit', // 请执法单位入企
  'withdrawMatters', // 撤回要查的事
  'cancelVisit', // 取消检查
  'notifyVisit', // 发检查通知
  'correctVisit', // 改检查通知
  'recordVisit', // 写检查记录
  'addDissent', // 写不同意见
  'rateVisit', // 评价
  'endUnmade', // 到期未入企
] as const
export type VisitEvent = (typeof visitEvents)[number]

export type VisitCase = Omit<FirmVisit, 'state'> & { readonly state: VisitState | null }

export interface VisitGiven {
  readonly on?: IsoDay
  readonly matters?: readonly { readonly words: string; readonly measureId: string | null }[]
  readonly approvalNumber?: string
  readonly kind?: VisitKind
  readonly officers?: readonly VisitOfficer[]
  readonly findings?: readonly VisitFinding[]
  readonly receivedBy?: string
  readonly fileIds?: readonly string[]
  readonly words?: string
  readonly reason?: string
}

export interface VisitFacts extends Days {
  /** Of an asking: the task that asks for it, and the body as it is marked now. */
  readonly asking?: { readonly task: RectificationTask; readonly body: Unit | null }
  readonly given?: VisitGiven
}

type VisitParty =
  | 'stepOfTask'
  | 'inspectorOfRegion'
  | 'intakeOfRegion'
  | 'whoAsked'
  | 'enforcerOfBody'
  | 'firm'
  | 'system'

/** Nobody in their own cause: an office that does the work leaves it to the region above. */
const officeOf = (actor: Actor, role: 'inspector' | 'intake', { asking }: VisitFacts) =>
  asking
    ? officeForeignTo(actor, role, {
        regionCodes: asking.task.regionCodes,
        doingUnitIds: doingUnitsOf(asking.task),
      })
    : 'ACCESS.ROLE'

const isOf = (actor: Actor, role: Actor['role'], unitId: string): RefusalCode | null => {
  if (actor.role !== role) return 'ACCESS.ROLE'
  return actor.unitId === unitId ? null : 'ACCESS.UNIT'
}

const parties: Readonly<Record<VisitParty, Party<VisitCase, VisitFacts>>> = {
  stepOfTask: (actor, _visit, { asking }) =>
    asking?.task.state === 'verifying' ? whyNotChecker(actor, asking.task) : 'ACCESS.ROLE',
  inspectorOfRegion: (actor, _visit, facts) => officeOf(actor, 'inspector', facts),
  intakeOfRegion: (actor, _visit, facts) => officeOf(actor, 'intake', facts),
  whoAsked: (actor, { askings }) =>
    askings.some((asking) => hasAsked(actor, asking)) ? null : 'ACCESS.ROLE',
  enforcerOfBody: (actor, { bodyId }) => isOf(actor, 'enforcer', bodyId),
  firm: (actor, { enterpriseId, notice }) =>
    // Before its notice the firm knows of no visit.
    isOf(actor, 'enterpriseAgent', enterpriseId) ?? (notice === null ? 'ACCESS.UNIT' : null),
  system: (actor) => (actor.role === 'system' ? null : 'ACCESS.ROLE'),
}

const late = { code: 'VISIT.DAY_LATE', fields: ['on'] } as const
const past = { code: 'TASK.DATE_PAST', fields: ['on'] } as const

/** A body goes by two, each of whom shows a certificate of their own. */
const areTwoOfficers = (officers: readonly VisitOfficer[]): boolean =>
  officers.length >= 2 &&
  officers.every(({ name, certificate }) => isFilled(name) && isFilled(certificate)) &&
  new Set(officers.map(({ certificate }) => certificate.trim())).size === officers.length &&
  new Set(officers.map(({ name }) => name.trim())).size === officers.length

const isEachFound = ({ matters }: VisitCase, findings: readonly VisitFinding[]): boolean =>
  findings.length === matters.length &&
  matters.every(({ id }) => findings.some(({ matterId }) => matterId === id)) &&
  findings.every(({ words }) => isFilled(words))

const wordsGiven =
  (field: 'words' | 'reason' | 'receivedBy'): Need<VisitCase, VisitFacts> =>
  (_visit, { given }) =>
    given === undefined || isFilled(given[field])
      ? null
      : { code: 'TASK.REASON_REQUIRED', fields: [field] }

const needs = {
  // A task that nobody was given is the office's draft.
  givenOut: (_visit, { asking }) =>
    asking && (asking.task.assignments.length === 0 || asking.task.state === 'cancelled')
      ? { code: 'THING.STATE' }
      : null,
  affectedFirm: ({ enterpriseId }, { asking }) =>
    asking === undefined || asking.task.enterpriseIds.includes(enterpriseId)
      ? null
      : { code: 'VISIT.NOT_AFFECTED', fields: ['enterpriseId'] },
  lawfulBody: (_visit, { asking, given }) =>
    given === undefined || (asking?.body && fitsUnit('enforcer', asking.body))
      ? null
      : { code: 'VISIT.BODY', fields: ['bodyId'] },
  mattersGiven: (_visit, { given, asking }) =>
    given === undefined ||
    (given.matters !== undefined &&
      given.matters.length > 0 &&
      given.matters.every(
        ({ words, measureId }) =>
          isFilled(words) &&
          (measureId === null || asking?.task.measures.some(({ id }) => id === measureId)),
      ))
      ? null
      : { code: 'TASK.WORDS_REQUIRED', fields: ['matters'] },
  // Whoever is still to say what asks for one at least: a full visit takes none.
  fewEnough: ({ matters }, { given }) =>
    matters.length + (given?.matters?.length ?? 1) > mostMatters
      ? { code: 'VISIT.MATTERS_TOO_MANY', fields: ['matters'] }
      : null,
  // Matters that join an open visit are looked at on its day, as long as it can still be made.
  wishedDay: ({ state, lastOn }, { given, today, calendar, settings }) => {
    if (state !== null && today > lastOn) return late
    if (given === undefined) return null
    if (given.on === undefined || given.on < today) return past
    if (state !== null) return null
    return given.on > lastDayFrom(today, { calendar, settings }).lastOn ? late : null
  },
  approval: (_visit, { given }) =>
    given === undefined || isFilled(given.approvalNumber)
      ? null
      : { code: 'TASK.PAPER_NUMBER_REQUIRED', fields: ['approvalNumber'] },
  officers: (_visit, { given }) =>
    given === undefined || areTwoOfficers(given.officers ?? [])
      ? null
      : { code: 'VISIT.OFFICERS', fields: ['officers'] },
  notifiedDay: ({ lastOn }, { given, today }) => {
    if (today > lastOn) return late
    if (given === undefined) return null
    if (given.on === undefined || given.on < today) return past
    return given.on > lastOn ? late : null
  },
  notAheadOfDay: ({ notice }, { given, today }) => {
    const on = given === undefined ? today : given.on
    return notice !== null && (on === undefined || on < notice.on)
      ? { code: 'VISIT.DAY_EARLY', fields: ['on'] }
      : null
  },
  recordedDay: ({ lastOn }, { given, today }) => {
    if (given?.on === undefined) return null
    if (given.on > today) return { code: 'TASK.DATE_AHEAD', fields: ['on'] }
    return given.on > lastOn ? late : null
  },
  findings: (visit, { given }) =>
    given === undefined || isEachFound(visit, given.findings ?? [])
      ? null
      : { code: 'VISIT.FINDINGS', fields: ['findings'] },
  proof: (_visit, { given }) =>
    given === undefined || (given.fileIds ?? []).length > 0
      ? null
      : { code: 'TASK.EVIDENCE_MISSING', fields: ['fileIds'] },
  receiver: wordsGiven('receivedBy'),
  words: wordsGiven('words'),
  reason: wordsGiven('reason'),
  onlyOnce: ({ dissent }) => (dissent === null ? null : { code: 'THING.STATE' }),
  daysOver: (visit, facts) =>
    visit.state !== null && facts.today > endsAfter({ ...visit, state: visit.state }, facts)
      ? null
      : { code: 'THING.STATE' },
} as const satisfies Record<string, Need<VisitCase, VisitFacts>>

const notice = ['approval', 'officers', 'notifiedDay'] as const

const visitTable: Readonly<Record<VisitEvent, Row<VisitState, VisitParty, keyof typeof needs>>> = {
  askVisit: {
    from: [null, ...openVisitStates],
    to: openVisitStates,
    by: ['stepOfTask', 'inspectorOfRegion', 'intakeOfRegion'],
    needs: ['givenOut', 'affectedFirm', 'lawfulBody', 'mattersGiven', 'fewEnough', 'wishedDay'],
  },
  // The visit goes on with what others asked for; with nothing left it is cancelled.
  withdrawMatters: {
    from: openVisitStates,
    to: [...openVisitStates, 'cancelled'],
    by: ['whoAsked'],
    needs: [],
  },
  cancelVisit: {
    from: openVisitStates,
    to: 'cancelled',
    by: ['enforcerOfBody'],
    needs: ['reason'],
  },
  notifyVisit: { from: ['planned'], to: 'notified', by: ['enforcerOfBody'], needs: notice },
  correctVisit: { from: ['notified'], to: null, by: ['enforcerOfBody'], needs: notice },
  recordVisit: {
    from: ['notified'],
    to: 'recorded',
    by: ['enforcerOfBody'],
    needs: ['notAheadOfDay', 'recordedDay', 'findings', 'receiver', 'proof'],
  },
  addDissent: {
    from: ['recorded', 'rated'],
    to: null,
    by: ['firm'],
    needs: ['onlyOnce', 'words'],
  },
  rateVisit: { from: ['recorded'], to: 'rated', by: ['firm'], needs: [] },
  // A visit that nobody makes blocks no other one.
  endUnmade: { from: openVisitStates, to: 'notMade', by: ['system'], needs: ['daysOver'] },
}

/** The law of a visit to a firm. */
export const visitRules: Rules<VisitCase, VisitFacts, VisitEvent> = rulesOf({
  table: visitTable,
  parties,
  needs,
})

export const { whyNot: whyNotVisit, allowed: allowedVisitEvents } = visitRules
