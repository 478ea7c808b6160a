import type { Refusal } from '../refusal'
import { isCityRegion } from './scope'
import { type Region, type RegionCode, regionCovers, type RegionLevel } from './region'
import { isVillageBody } from './membership-rules'
import type { Unit, UnitId } from './unit'

/** What the tables bring, and what stands already under the codes and keys that they name. */
export interface OrganizationTables {
  readonly regions: readonly Region[]
  readonly units: readonly Unit[]
  readonly storedRegions: ReadonlyMap<RegionCode, Region>
  readonly storedUnits: ReadonlyMap<UnitId, Unit>
  /** Units for which somebody acts now. */
  readonly staffed: ReadonlySet<UnitId>
}

/** In which level a region lies: a city without counties has its towns itself. */
const parentsOf: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  city: [],
  county: ['city'],
  town: ['county', 'city'],
  village: ['town'],
}

/** GB/T 2260 and its extension: the code says the level, and zones have codes like a county's. */
const fitsCode = ({ code, level }: Region): boolean => {
  if (level === 'city') return isCityRegion(code)
  if (level === 'county') return code.length === 6 && !isCityRegion(code)
  return code.length === (level === 'town' ? 9 : 12)
}

const isParent = ({ code, level }: Region, parent: Region | undefined): boolean =>
  parent !== undefined &&
  parent.code !== code &&
  parentsOf[level].includes(parent.level) &&
  regionCovers(parent.code, code)

const faultsOf = (
  rows: readonly unknown[],
  field: string,
  isFault: (index: number) => boolean,
): string[] =>
  rows.flatMap((_, index) => (isFault(index) ? [field.replace('*', String(index))] : []))

/** A second row of one code or key: which of the two counts nobody knows. */
const isRepeated = (keys: readonly string[]) => (index: number) =>
  keys.indexOf(keys[index]!) !== index

/** Why the tables would break the tree, naming every row concerned, or null. */
export const whyNotImport = (tables: OrganizationTables): Refusal | null => {
  const { regions, units, storedRegions, storedUnits, staffed } = tables
  const known = new Map([...storedRegions, ...regions.map((row) => [row.code, row] as const)])
  const isAstray = (index: number): boolean => {
    const row = regions[index]!
    if (row.level === 'city') return row.parentCode !== null
    return row.parentCode === null || !isParent(row, known.get(row.parentCode))
  }
  const unknown = [
    ...faultsOf(regions, 'regions.*.parentCode', isAstray),
    ...faultsOf(units, 'units.*.regionCode', (index) => !known.has(units[index]!.regionCode)),
  ]
  if (unknown.length > 0) return { code: 'THING.NOT_FOUND', fields: unknown }

  const isMoved = ({ code, level }: Region): boolean =>
    (storedRegions.get(code)?.level ?? level) !== level
  const crooked = [
    ...faultsOf(regions, 'regions.*.code', isRepeated(regions.map(({ code }) => code))),
    ...faultsOf(regions, 'regions.*.level', (index) => {
      const row = regions[index]!
      return !fitsCode(row) || isMoved(row)
    }),
    ...faultsOf(units, 'units.*.key', isRepeated(units.map(({ id }) => id))),
  ]
  if (crooked.length > 0) return { code: 'ORGANIZATION.LEVEL', fields: crooked }

  const isOtherBody = (index: number): boolean => {
    const { id, kind } = units[index]!
    return staffed.has(id) && (storedUnits.get(id)?.kind ?? kind) !== kind
  }
  // 只管本村: a village's officer was invited for the place where the branch is.
  const isOtherVillage = (index: number): boolean => {
    const { id, kind, regionCode } = units[index]!
    const isElsewhere = (storedUnits.get(id)?.regionCode ?? regionCode) !== regionCode
    return staffed.has(id) && isVillageBody(kind) && isElsewhere
  }
  const staffedChanges = [
    ...faultsOf(units, 'units.*.kind', isOtherBody),
    ...faultsOf(units, 'units.*.regionCode', isOtherVillage),
  ]
  return staffedChanges.length > 0 ? { code: 'ORGANIZATION.STAFFED', fields: staffedChanges } : null
}
