import type { Region, RegionCode } from '@/domain/organization/region'
import type { Unit, UnitId } from '@/domain/organization/unit'
import type { Database, Doc } from './database'

/** Regions and units. Names are looked up by id, many at once, never one by one. */
export class OrganizationStore {
  constructor(private readonly database: Database) {}

  async regions(codes: readonly RegionCode[]): Promise<Map<RegionCode, Region>> {
    const docs = codes.length > 0 ? await this.database.getMany('regions', codes) : []
    return new Map(docs.map((doc) => [doc._id, regionOf(doc)]))
  }

  /** Children of a region in order of code; the whole of one level below. */
  async childRegions(parentCode: RegionCode | null): Promise<Region[]> {
    const docs = await this.database.find(
      'regions',
      { parentCode },
      { sort: [['_id', 'asc']], limit: 100 },
    )
    return docs.map(regionOf)
  }

  async units(ids: readonly UnitId[]): Promise<Map<UnitId, Unit>> {
    const docs = ids.length > 0 ? await this.database.getMany('units', ids) : []
    return new Map(docs.map((doc) => [doc._id, unitOf(doc)]))
  }

  /** Units printed under one of these names (full names and aliases), by name. */
  async unitsByName(names: readonly string[]): Promise<Map<string, Unit>> {
    const wanted = [...new Set(names)]
    if (wanted.length === 0) return new Map()
    const docs = await this.database.find(
      'units',
      { names: this.database.command.in(wanted) },
      { limit: 100 },
    )
    const byName = new Map<string, Unit>()
    for (const doc of docs)
      for (const name of doc.names as string[])
        if (wanted.includes(name) && !byName.has(name)) byName.set(name, unitOf(doc))
    return byName
  }

  async putRegions(regions: readonly Region[]): Promise<void> {
    for (const { code, ...rest } of regions)
      await this.database.put('regions', { _id: code, ...rest })
  }

  async putUnits(units: readonly Unit[]): Promise<void> {
    for (const { id, ...rest } of units)
      await this.database.put('units', { _id: id, ...rest, names: [rest.name, ...rest.aliases] })
  }
}

const regionOf = (doc: Doc): Region => ({
  code: doc._id,
  name: doc.name as string,
  level: doc.level as Region['level'],
  parentCode: doc.parentCode as string | null,
})

export const unitOf = (doc: Doc): Unit => ({
  id: doc._id,
  name: doc.name as string,
  kind: doc.kind as Unit['kind'],
  regionCode: doc.regionCode as string,
  aliases: doc.aliases as string[],
  phone: doc.phone as string | null,
})
