import type { ActionOutput } from '@/contract/actions'
import type { Actor } from '@/domain/organization/actor'
import type { Unit } from '@/domain/organization/unit'
import { hasAsked, stateFor, visitSideOf, type VisitSide } from '@/domain/visit/readers'
import { dayOf, type FirmVisit, isOwnWork } from '@/domain/visit/visit'

type View = ActionOutput<'enterprise.getVisit'>
type Row = ActionOutput<'enterprise.listVisits'>['items'][number]

type Units = ReadonlyMap<string, Unit>

const nameIn = (units: Units, id: string): string => units.get(id)?.name ?? ''

/** What was found of each matter, where there is a record. */
const findingsOf = ({ record, matters }: FirmVisit) =>
  matters.map(({ id, taskId, measureId, words, askingId }) => {
    const found = record?.findings.find(({ matterId }) => matterId === id)
    const finding = found ? { inOrder: found.inOrder, words: found.words } : null
    return { id, taskId, measureId, words, askingId, finding }
  })

/** The rating is the firm's and the office's; the body would know at once who gave it. */
const readsRating = (side: VisitSide): boolean => side === 'firm' || side === 'office'

/** A firm and the body never read who asked: intake asks because somebody reported. */
export const describeVisit = (
  visit: FirmVisit,
  side: VisitSide,
  actor: Actor,
  units: Units,
  files: NonNullable<View['record']>['files'],
): Omit<View, 'events'> => {
  const { enterpriseId, bodyId, record, rating } = visit
  const own = new Set(visit.askings.filter((one) => hasAsked(actor, one)).map(({ id }) => id))
  const body = units.get(bodyId)
  return {
    id: visit.id,
    state: stateFor(side, visit.state),
    side,
    enterprise: { id: enterpriseId, name: nameIn(units, enterpriseId) },
    body: {
      id: bodyId,
      name: body?.name ?? '',
      phone: body?.phone ?? null,
      paper: body?.enforcementPaper ?? null,
    },
    isOwnWork: isOwnWork(visit),
    tasks: visit.tasks.map(({ taskId, title }) => ({ id: taskId, title })),
    matters: findingsOf(visit).map(({ askingId, ...matter }) => ({
      ...matter,
      isOwn: own.has(askingId),
    })),
    on: dayOf(visit),
    lastOn: visit.lastOn,
    lastProvisional: visit.lastProvisional,
    notice: visit.notice && {
      ...visit.notice,
      officers: visit.notice.officers.map(({ name, certificate }) => ({ name, certificate })),
    },
    record: record && {
      on: record.on,
      receivedBy: record.receivedBy,
      recordedOn: record.recordedOn,
      files,
    },
    dissent: visit.dissent,
    rating: readsRating(side) ? rating : null,
    calledOff: visit.calledOff,
  }
}

/** Null where this person reads it no longer. */
export const describeVisitRow = (visit: FirmVisit, actor: Actor, units: Units): Row | null => {
  const side = visitSideOf(visit, actor)
  return (
    side && {
      id: visit.id,
      state: stateFor(side, visit.state),
      enterprise: { id: visit.enterpriseId, name: nameIn(units, visit.enterpriseId) },
      bodyName: nameIn(units, visit.bodyId),
      isOwnWork: isOwnWork(visit),
      on: dayOf(visit),
      matters: findingsOf(visit).map(({ askingId: _asked, ...matter }) => matter),
      rating: readsRating(side) ? (visit.rating?.rating ?? null) : null,
    }
  )
}
