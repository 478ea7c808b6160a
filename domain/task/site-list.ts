import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import { partsOf, unitsOwing } from './part'
import type { Measure, RectificationTask, Site } from './task'

/** A row of a site list; the name tells it from the others of the measure. */
export type SiteRow = Pick<Site, 'name' | 'place' | 'unitId' | 'point'>

/** What is to stand under one measure: rows that are new or changed, and names that go. */
export interface SiteList {
  readonly measureId: string
  readonly sites: readonly SiteRow[]
  readonly removed: readonly string[]
}

/** [D] Every site is a part of the task's own record. */
export const mostSites = 200

/** What becomes of a row beside what stands. */
export const siteFates = ['added', 'changed', 'same', 'refused'] as const
export type SiteFate = (typeof siteFates)[number]

/** Columns of a site list, in their order on the sheet and in a typed line. */
export const siteColumns = ['name', 'place', 'unit', 'latitude', 'longitude'] as const
/** A sheet of before has no such columns; a row may leave both empty. */
export const pointColumns = ['latitude', 'longitude'] as const satisfies readonly SiteColumn[]
export type SiteColumn = (typeof siteColumns)[number]

/** Why a row is not taken. */
export const siteFaultCodes = [
  'formula', // what a formula counts may be another thing tomorrow
  'missing',
  'tooLong',
  'unknownUnit', // none of those that owe the measure
  'twice',
  'noPoint', // no point on the earth, or half of one
  'done', // said done already, as something else
] as const
export interface SiteFault {
  readonly column: SiteColumn
  readonly code: (typeof siteFaultCodes)[number]
}

/** A row without a point leaves the one that was picked. */
const isSame = (site: Site, { place, unitId, point }: SiteRow): boolean =>
  site.place === place &&
  site.unitId === unitId &&
  (point === undefined || JSON.stringify(point) === JSON.stringify(site.point ?? null))

const doneSites = (task: RectificationTask, measureId: string): readonly string[] =>
  partsOf(task)
    .filter((part) => part.kind === 'site' && part.measureId === measureId && part.doneOn !== null)
    .map(({ text }) => text)

/** The sites with these rows in them; whoever has the name of one is the same one. */
const merged = (standing: readonly Site[], { sites, removed }: SiteList): Site[] => {
  const rows = new Map(standing.map((site) => [site.name, site] as const))
  for (const name of removed) rows.delete(name)
  for (const row of sites) {
    const point = row.point ?? rows.get(row.name)?.point
    rows.set(row.name, { id: row.name, ...row, ...(point && { point }) })
  }
  return [...rows.values()]
}

const withSites = (task: RectificationTask, measureId: string, sites: readonly Site[]) => ({
  ...task,
  measures: task.measures.map((measure) =>
    measure.id === measureId ? { ...measure, sites } : measure,
  ),
})

export const withSiteList = (task: RectificationTask, list: SiteList): RectificationTask => {
  const standing = task.measures.find(({ id }) => id === list.measureId)?.sites ?? []
  return withSites(task, list.measureId, merged(standing, list))
}

/** A measure that was said done by itself is no list of sites: the word is taken back first. */
const isSaidByItself = (task: RectificationTask, { id, sites }: Measure): boolean =>
  sites.length === 0 &&
  partsOf(task).some(
    (part) =>
      part.kind === 'measure' &&
      part.measureId === id &&
      task.done.some(({ partId, noPart }) => partId === part.id && !noPart),
  )

/** What becomes of one row; null where its site was said done and would be another one. */
export const siteFateOf = (
  task: RectificationTask,
  measureId: string,
  row: SiteRow,
): Exclude<SiteFate, 'refused'> | null => {
  const measure = task.measures.find(({ id }) => id === measureId)
  const site = measure?.sites.find(({ name }) => name === row.name)
  if (!site) return 'added'
  if (isSame(site, row)) return 'same'
  return doneSites(task, measureId).includes(row.name) ? null : 'changed'
}

/**
 * Why these rows may not stand under the measure, or null: each belongs to a unit that owes it, and
 * what was said done stays as it was when it was said.
 */
export const whyNotSites = (task: RectificationTask, list: SiteList): Refusal | null => {
  const { measureId, sites, removed } = list
  const measure = task.measures.find(({ id }) => id === measureId)
  if (!measure) return { code: 'THING.NOT_FOUND', fields: ['measureId'] }
  if (isSaidByItself(task, measure)) return { code: 'TASK.DONE_STAYS', fields: ['measureId'] }
  const owing: readonly UnitId[] = unitsOwing(task, measureId)
  const astray = sites.findIndex(({ unitId }) => !owing.includes(unitId))
  if (astray >= 0) return { code: 'TASK.SITE_UNIT', fields: [`sites.${astray}.unitId`] }
  const other = sites.findIndex((row) => siteFateOf(task, measureId, row) === null)
  if (other >= 0) return { code: 'TASK.DONE_STAYS', fields: [`sites.${other}.name`] }
  const done = doneSites(task, measureId)
  if (removed.some((name) => done.includes(name)))
    return { code: 'TASK.DONE_STAYS', fields: ['removed'] }
  return merged(measure.sites, list).length > mostSites
    ? { code: 'TASK.SITES_TOO_MANY', fields: ['sites'] }
    : null
}
