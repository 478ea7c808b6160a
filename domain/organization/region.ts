/**
 * 行政区划代码 after GB/T 2260: six digits to the county, nine to the town, twelve to the
 * village. Functional zones (经济功能区) have codes of our own that keep the city's prefix.
 */
export type RegionCode = string

export const regionLevels = ['city', 'county', 'town', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

export interface Region {
  readonly code: RegionCode
  readonly name: string
  readonly level: RegionLevel
  readonly parentCode: RegionCode | null
}

/** The part of a code that all codes inside the region begin with: `440900` → `4409`. */
const regionPrefix = (code: RegionCode): string =>
  code.length === 6 ? code.replace(/(00)+$/, '') : code

/** True when `inner` is `outer` or lies inside it. */
export const regionCovers = (outer: RegionCode, inner: RegionCode): boolean =>
  inner.startsWith(regionPrefix(outer))
