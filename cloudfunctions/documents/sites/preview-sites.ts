import { siteRow } from '@/contract/task/parts/sites'
import type { UnitId } from '@/domain/organization/unit'
import { unitsOwing } from '@/domain/task/part'
import {
  type SiteColumn,
  siteColumns,
  type SiteFate,
  siteFateOf,
  type SiteFault,
  type SiteRow,
} from '@/domain/task/site-list'
import type { RectificationTask } from '@/domain/task/task'
import type { OrganizationStore } from '../../_stores/organization-store'
import type { SiteFileRow } from './read-site-rows'

interface Judged {
  readonly row: number
  readonly name: string
  readonly fate: SiteFate
  readonly faults: SiteFault[]
  readonly site: SiteRow | null
}

/** The only unit that owes it where none is written; null where it owes nothing of it. */
type FindUnit = (written: string) => UnitId | null

/** Null where what is written is no point; undefined where nothing is: the one that was picked stays. */
const pointOf = ({ cells }: SiteFileRow): SiteRow['point'] | null => {
  const { latitude = '', longitude = '' } = cells
  if (latitude === '' && longitude === '') return undefined
  // An empty cell is no zero.
  if (latitude === '' || longitude === '') return null
  const written = { latitude: Number(latitude), longitude: Number(longitude) }
  const { data, success } = siteRow.shape.point.safeParse(written)
  return success ? data : null
}

const faultsOf = (row: SiteFileRow, earlier: readonly Judged[], unitId: UnitId | null) => {
  const { cells, formulas } = row
  const faults: SiteFault[] = formulas.map((column) => ({ column, code: 'formula' }))
  const add = (column: SiteColumn, code: SiteFault['code']) => {
    if (!faults.some((fault) => fault.column === column)) faults.push({ column, code })
  }
  for (const column of ['name', 'place'] as const) {
    const written = cells[column] ?? ''
    if (written === '') add(column, 'missing')
    else if (!siteRow.shape[column].safeParse(written).success) add(column, 'tooLong')
  }
  if (unitId === null) add('unit', cells.unit ? 'unknownUnit' : 'missing')
  if (pointOf(row) === null) add('latitude', 'noPoint')
  if (cells.name && earlier.some(({ name }) => name === cells.name)) add('name', 'twice')
  return faults
}

const judge = (
  task: RectificationTask,
  measureId: string,
  row: SiteFileRow,
  earlier: readonly Judged[],
  find: FindUnit,
): Judged => {
  const { name = '', place = '', unit = '' } = row.cells
  const unitId = find(unit)
  const faults = faultsOf(row, earlier, unitId)
  const refused = { row: row.row, name, fate: 'refused' as const, site: null }
  if (faults.length > 0 || unitId === null) return { ...refused, faults }
  const point = pointOf(row)
  const site = { name, place, unitId, ...(point && { point }) }
  const fate = siteFateOf(task, measureId, site)
  if (fate === null) return { ...refused, faults: [{ column: siteColumns[0], code: 'done' }] }
  return { row: row.row, name, fate, faults, site }
}

/** Every row beside what stands under the measure. Nothing is written. */
export const previewSites = async (
  organization: OrganizationStore,
  task: RectificationTask,
  measureId: string,
  rows: readonly SiteFileRow[],
) => {
  const owing = unitsOwing(task, measureId)
  const written = rows.flatMap(({ cells }) => (cells.unit ? [cells.unit] : []))
  const byName = written.length > 0 ? await organization.unitsByName(written) : new Map()
  const find: FindUnit = (name) => {
    const id = name === '' ? owing.length === 1 && owing[0]! : byName.get(name)?.id
    return id && owing.includes(id) ? id : null
  }
  const judged: Judged[] = []
  for (const row of rows) judged.push(judge(task, measureId, row, judged, find))
  return {
    sites: judged.flatMap(({ site, fate }) => (site && fate !== 'same' ? [site] : [])),
    lines: judged.map(({ site: _site, ...line }) => line),
  }
}
