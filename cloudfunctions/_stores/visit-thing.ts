import type { UnitId } from '@/domain/organization/unit'
import { recountVisit, visitTurnOn } from '@/domain/visit/last-day'
import { obligationsOfVisit } from '@/domain/visit/owed'
import { visitReadersOf } from '@/domain/visit/readers'
import { type FirmVisit, isOpenVisit, type VisitId, visitStates } from '@/domain/visit/visit'
import { allowedVisitEvents, type VisitEvent, type VisitFacts } from '@/domain/visit/workflow'
import { digestOf } from './messages/message-store'
import type { Thing } from './thing'
import { orNone, thingsOf } from './shape'

export const visitOf = thingsOf<FirmVisit>({
  id: 'text',
  ordinal: 'number',
  enterpriseId: 'text',
  bodyId: 'text',
  state: visitStates,
  tasks: 'list',
  askings: 'list',
  matters: 'list',
  matterCount: 'number',
  askedOn: 'text',
  lastOn: 'text',
  lastProvisional: 'flag',
  notice: orNone('row'),
  record: orNone('row'),
  dissent: orNone('row'),
  rating: orNone('row'),
  calledOff: orNone('row'),
})

/** Counted within the firm: two who ask at once make one visit. */
export const visitIdOf = (enterpriseId: UnitId, ordinal: number): VisitId =>
  digestOf('visit', enterpriseId, String(ordinal))

/** Visits that go on first, then the last asked for. */
const orderOf = ({ id, state, askedOn }: FirmVisit): string =>
  `${isOpenVisit(state) ? 1 : 0}.${askedOn}.${id}`

export const visitThing: Thing<FirmVisit, VisitFacts, VisitEvent> = {
  kind: 'visit',
  collection: 'firmVisits',
  parsed: visitOf,
  derived: (visit, { rootRegion }) => {
    const keys = visitReadersOf(visit, rootRegion)
    const ofTasks = keys.flatMap((key) => visit.tasks.map(({ taskId }) => `${key}@${taskId}`))
    return { readers: [...keys, ...ofTasks], order: orderOf(visit) }
  },
  facts: (_visit, context) => context,
  allowed: allowedVisitEvents,
  owed: obligationsOfVisit,
  turnOn: visitTurnOn,
  recounted: recountVisit,
}
