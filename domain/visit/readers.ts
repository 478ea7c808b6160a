import type { Actor } from '../organization/actor'
import { regionsHolding } from '../organization/region-path'
import { coversAll, isUnitRole } from '../organization/scope'
import type { RegionCode } from '../organization/region'
import { type FirmVisit, isOverVisit, type VisitAsking, type VisitState } from './visit'

/** From where somebody reads a visit. */
export const visitSides = [
  'body', // 执法单位
  'firm', // 企业
  'asker', // who asked for one of its matters
  'step', // a unit that verifies: the record is its evidence
  'inspector', // 督导组 of the region
  'office', // 整改办 of the region
] as const
export type VisitSide = (typeof visitSides)[number]

/** As an office: whoever of it is there goes on with what a colleague asked for. */
export const hasAsked = (actor: Actor, { role, unitId }: VisitAsking): boolean =>
  actor.unitId === unitId && (actor.role === role || (isUnitRole(actor.role) && isUnitRole(role)))

/**
 * From which side this person reads it, or null. A firm knows of it from its notice on. The units
 * that do the work read none: who knows of a visit ahead can tell.
 */
export const visitSideOf = (visit: FirmVisit, actor: Actor): VisitSide | null => {
  const { bodyId, enterpriseId, notice, askings, tasks, state } = visit
  if (actor.role === 'enforcer') return actor.unitId === bodyId ? 'body' : null
  if (actor.role === 'enterpriseAgent')
    return actor.unitId === enterpriseId && notice !== null ? 'firm' : null
  const isInside = tasks.some(({ regionCodes }) => coversAll(actor.regionCode, regionCodes))
  if (actor.role === 'coordinator') return isInside ? 'office' : null
  if (askings.some((asking) => hasAsked(actor, asking))) return 'asker'
  if (actor.role === 'inspector') return isInside ? 'inspector' : null
  const verifies = tasks.some(({ stepUnitIds }) => stepUnitIds.includes(actor.unitId ?? ''))
  return isUnitRole(actor.role) && verifies && isOverVisit(state) ? 'step' : null
}

/**
 * Who reads the firm's rating: itself and the office, by its state too. The body that was rated
 * would know at once who of the firm gave it.
 */
export const stateFor = (side: VisitSide, state: VisitState): VisitState =>
  state === 'rated' && side !== 'firm' && side !== 'office' ? 'recorded' : state

/** Keys that a visit carries and an actor has one of, so that list and page cannot differ. */
export type VisitReaderKey = string

const areas = (codes: readonly RegionCode[], rootRegion: RegionCode): readonly RegionCode[] =>
  codes.length > 0 ? regionsHolding(codes) : [rootRegion]

const askerKey = (isUnit: boolean, role: string, unitId: string): VisitReaderKey =>
  `asker:${isUnit ? 'unit' : role}@${unitId}`

export const visitReadersOf = (visit: FirmVisit, rootRegion: RegionCode): VisitReaderKey[] => {
  const { bodyId, enterpriseId, notice, askings, tasks, state } = visit
  return [
    ...new Set([
      `body:${bodyId}`,
      ...(notice === null ? [] : [`firm:${enterpriseId}`]),
      ...tasks.flatMap(({ regionCodes }) =>
        areas(regionCodes, rootRegion).map((code) => `region:${code}`),
      ),
      ...askings.map(({ role, unitId }) => askerKey(isUnitRole(role), role, unitId)),
      // A unit's colleagues read by one key what they asked for and what is their step's evidence.
      ...(isOverVisit(state)
        ? tasks.flatMap(({ stepUnitIds }) => stepUnitIds.map((id) => askerKey(true, '', id)))
        : []),
    ]),
  ]
}

/** The key under which every visit of a task stands: the office of the whole reads them all. */
export const visitReaderKeyOfAll = (rootRegion: RegionCode): VisitReaderKey =>
  `region:${rootRegion}`

/** The key this actor lists by; null for roles that read none. */
export const visitReaderKeyOf = ({ role, unitId, regionCode }: Actor): VisitReaderKey | null => {
  if (role === 'enforcer' && unitId) return `body:${unitId}`
  if (role === 'enterpriseAgent' && unitId) return `firm:${unitId}`
  if ((role === 'coordinator' || role === 'inspector') && regionCode) return `region:${regionCode}`
  if ((role === 'intake' || isUnitRole(role)) && unitId)
    return askerKey(isUnitRole(role), role, unitId)
  return null
}
