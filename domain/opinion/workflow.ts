import type { Days } from '../calendar/period'
import type { IsoDay } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import { isFilled } from '../given'
import { holdsRegion, officeForeignTo } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import { statesToSpeakIn } from '../task/asking'
import { type Need, type Party, type Row, type Rules, rulesOf } from '../workflow'
import { awaitsVisit } from './resident-visit'
import { isCollective, type Meeting, type Opinion, type OpinionState } from './opinion'

/** Each is the name of the action that does it. */
export const opinionEvents = [
  'giveOwn', // 村民说看法
  'giveCollective', // 支部、村委会说看法
  'sayNotInvolved', // 不涉及本村
  'openVisit', // 看原话和电话, 去见村民
  'recordVisit', // 记上门
] as const
export type OpinionEvent = (typeof opinionEvents)[number]

export interface OpinionGiven {
  /** Where the resident says that they live. */
  readonly villageCode?: RegionCode | null
  /** Units the resident also works for. */
  readonly worksFor?: readonly UnitId[]
  readonly meeting?: Meeting
  /** Of a visit: its day, and what was heard. */
  readonly on?: IsoDay
  readonly heard?: string
}

export interface OpinionFacts extends Days {
  readonly given?: OpinionGiven
}

type OpinionParty = 'resident' | 'voiceOfVillage' | 'paperRecorder' | 'callingInspector'
type Relation = Party<Opinion, OpinionFacts>

const parties: Readonly<Record<OpinionParty, Relation>> = {
  // Whose it is: the id is found only by the person's own session.
  resident: (actor, { voice }) =>
    actor.role === 'resident' && actor.personId !== null && voice === 'resident'
      ? null
      : 'ACCESS.ROLE',
  voiceOfVillage: (actor, { voice, unitId }) => {
    if (actor.role !== 'villageOfficer' || !isCollective(voice)) return 'ACCESS.ROLE'
    return unitId !== null && actor.unitId === unitId ? null : 'ACCESS.UNIT'
  },
  // A resident is called on by an inspector only, and by none whose unit does the work.
  callingInspector: (actor, { voice, ...opinion }) =>
    voice === 'resident' ? officeForeignTo(actor, 'inspector', opinion) : 'ACCESS.ROLE',
  // From paper: never by a unit that does the work, and over no word that the village typed itself.
  paperRecorder: (actor, { voice, regionCodes, doingUnitIds, state, onPaper }) => {
    if (!isCollective(voice)) return 'ACCESS.ROLE'
    const refusal = holdsRegion(actor, 'coordinator', regionCodes)
    if (refusal) return refusal
    const isDoing = actor.unitId !== null && doingUnitIds.includes(actor.unitId)
    return isDoing || (state !== 'asked' && !onPaper) ? 'ACCESS.UNIT' : null
  },
}

const needs = {
  // Later words are a report on the task.
  open: ({ taskState, askingId, presentAskingId }) =>
    statesToSpeakIn.includes(taskState) && askingId === presentAskingId
      ? null
      : { code: 'OPINION.CLOSED' },
  ownVillage: ({ askedVillageCodes }, { given }) => {
    if (given === undefined) return null
    const { villageCode = null } = given
    if (villageCode === null) return { code: 'OPINION.VILLAGE_UNKNOWN' }
    return askedVillageCodes.includes(villageCode) ? null : { code: 'OPINION.OTHER_VILLAGE' }
  },
  // Nobody in their own cause.
  foreignToWork: ({ doingUnitIds }, { given }) =>
    given?.worksFor?.some((id) => doingUnitIds.includes(id)) ? { code: 'OPINION.OWN_CAUSE' } : null,
  meeting: (_opinion, { given, today }) => {
    if (given === undefined) return null
    const { meeting } = given
    if (!meeting || meeting.minutesIds.length === 0)
      return { code: 'OPINION.MINUTES_MISSING', fields: ['minutesIds'] }
    return meeting.on <= today ? null : { code: 'OPINION.MEETING_AHEAD', fields: ['meetingOn'] }
  },
  /** Agreed to, and nobody was there yet. */
  visitAgreed: (opinion) => (awaitsVisit(opinion) ? null : { code: 'THING.STATE' }),
  visitDay: ({ visit }, { given, today }) => {
    if (given === undefined) return null
    const { on = '' } = given
    if (on > today) return { code: 'TASK.DATE_AHEAD', fields: ['on'] }
    return on >= (visit?.agreedOn ?? '') ? null : { code: 'TASK.DATE_PAST', fields: ['on'] }
  },
  heard: (_opinion, { given }) =>
    given === undefined || isFilled(given.heard)
      ? null
      : { code: 'TASK.WORDS_REQUIRED', fields: ['heard'] },
} as const satisfies Record<string, Need<Opinion, OpinionFacts>>

/** 看法: once each a cycle, changeable to the last day of the notice. */
const opinionTable: Readonly<
  Record<OpinionEvent, Row<OpinionState, OpinionParty, keyof typeof needs>>
> = {
  giveOwn: {
    from: ['asked', 'given'],
    to: 'given',
    by: ['resident'],
    needs: ['open', 'ownVillage', 'foreignToWork'],
  },
  giveCollective: {
    from: ['asked', 'given', 'notInvolved'],
    to: 'given',
    by: ['voiceOfVillage', 'paperRecorder'],
    needs: ['open', 'meeting'],
  },
  sayNotInvolved: {
    from: ['asked', 'given', 'notInvolved'],
    to: 'notInvolved',
    by: ['voiceOfVillage', 'paperRecorder'],
    needs: ['open'],
  },
  // Phone and original words, each look in the chain.
  openVisit: { from: ['given'], to: null, by: ['callingInspector'], needs: ['visitAgreed'] },
  recordVisit: {
    from: ['given'],
    to: null,
    by: ['callingInspector'],
    needs: ['visitAgreed', 'visitDay', 'heard'],
  },
}

export const opinionRules: Rules<Opinion, OpinionFacts, OpinionEvent> = rulesOf({
  table: opinionTable,
  parties,
  needs,
})

export const { whyNot: whyNotOpinion, allowed: allowedOpinionEvents } = opinionRules
