import { type Region, type RegionCode, regionLevels } from '@/domain/organization/region'
import { type Unit, type UnitId, type UnitKind, unitKinds } from '@/domain/organization/unit'
import { regionPath } from '@/domain/organization/region-path'
import { keepingOldName } from '@/domain/organization/unit-names'
import { RuleError } from '@/domain/refusal'
import { searchTerms } from '@/domain/task/search-terms'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import type { Read } from './thing'
import type { Transaction } from './transaction'
import { storedOneOf, storedText, storedTextOrNull, storedTexts, storedAt } from './stored'

export interface UnitQuery {
  readonly terms: readonly string[]
  readonly kind: UnitKind | null
  /** Units that lie in this region or in one of its parts. */
  readonly regionCode: RegionCode | null
  /** Enforcement bodies only. */
  readonly enforcing: boolean
  readonly cursor: string | undefined
}

const pageSize = 30
/** Who speaks for a village, and how many units of that kind are found at once. */
const voiceKinds: readonly UnitKind[] = ['partyBranch', 'villagersCommittee']
const mostVoices = 100
/** Names looked for at once: as many as one page of units answers, also where some share a name. */
const namesAtOnce = 50
/** Rows written side by side: enough to be quick, too few to crowd others out. */
const writtenAtOnce = 10

/** Regions and units. Names are looked up by id, many at once, never one by one. */
export class OrganizationStore {
  constructor(private readonly database: Database) {}

  async regions(codes: readonly RegionCode[]): Promise<Map<RegionCode, Region>> {
    const docs = await this.database.getMany('regions', codes)
    return new Map(docs.map((doc) => [doc._id, regionOf(doc)]))
  }

  /** One unit, read in the transaction of a change. @throws RuleError `THING.NOT_FOUND` */
  async unitIn(read: Read, id: UnitId): Promise<Unit> {
    const doc = await read('units', id)
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    return unitOf(doc)
  }

  /** Writes what a unit has become in the transaction of a change; nothing where it is the same. */
  async changeUnit(
    transaction: Pick<Transaction, 'get' | 'put'>,
    id: UnitId,
    change: (unit: Unit) => Unit,
  ): Promise<void> {
    const unit = await this.unitIn((collection, of) => transaction.get(collection, of), id)
    const next = change(unit)
    if (!isSame(next, unit) || !isSame(unit, next)) await transaction.put('units', unitDoc(next))
  }

  /** One region, read in the transaction of a change. @throws RuleError `THING.NOT_FOUND` */
  async regionIn(read: Read, code: RegionCode): Promise<Region> {
    const doc = await read('regions', code)
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    return regionOf(doc)
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
    const docs = await this.database.getMany('units', ids)
    return new Map(docs.map((doc) => [doc._id, unitOf(doc)]))
  }

  /** What units are called and where one calls them. */
  async unitNames(ids: readonly UnitId[]): Promise<Map<UnitId, Pick<Unit, 'name' | 'phone'>>> {
    const docs = await this.database.getMany('units', ids, ['name', 'phone'])
    return new Map(
      docs.map((doc) => [
        doc._id,
        { name: storedText(doc.name), phone: storedTextOrNull(doc.phone) },
      ]),
    )
  }

  /** Party branches and villagers' committees of these villages; at most 50 villages at once. */
  async voicesOf(villageCodes: readonly RegionCode[]): Promise<Unit[]> {
    if (villageCodes.length === 0) return []
    const docs = await this.database.find('units', this.voiceFilter(villageCodes), {
      limit: mostVoices,
    })
    return docs.map(unitOf)
  }

  /** As `units` and `voicesOf`, by one query. */
  async unitsAndVoices(
    ids: readonly UnitId[],
    villageCodes: readonly RegionCode[],
  ): Promise<{ readonly units: Map<UnitId, Unit>; readonly voices: Unit[] }> {
    if (ids.length === 0) return { units: new Map(), voices: await this.voicesOf(villageCodes) }
    const { command } = this.database
    const docs = await this.database.findAny(
      'units',
      [
        { _id: command.in([...ids]) },
        ...(villageCodes.length > 0 ? [this.voiceFilter(villageCodes)] : []),
      ],
      ids.length + mostVoices,
    )
    const found = docs.map(unitOf)
    const speaks = ({ kind, regionCode }: Unit): boolean =>
      voiceKinds.includes(kind) &&
      regionPath(regionCode).some((area) => villageCodes.includes(area))
    return {
      units: new Map(found.filter(({ id }) => ids.includes(id)).map((unit) => [unit.id, unit])),
      voices: found.filter(speaks),
    }
  }

  private voiceFilter(villageCodes: readonly RegionCode[]): Filter {
    const { command } = this.database
    return { areas: command.in([...villageCodes]), kind: command.in([...voiceKinds]) }
  }

  /** Units printed under one of these names (full names and aliases), by name. */
  async unitsByName(names: readonly string[]): Promise<Map<string, Unit>> {
    const wanted = [...new Set(names)]
    const docs: Doc[] = []
    for (let start = 0; start < wanted.length; start += namesAtOnce)
      docs.push(
        ...(await this.database.find(
          'units',
          { names: this.database.command.in(wanted.slice(start, start + namesAtOnce)) },
          { limit: 100 },
        )),
      )
    const byName = new Map<string, Unit>()
    for (const doc of docs)
      for (const name of storedTexts(doc.names))
        // An old name of one unit may be the present name of another: that one is meant.
        if (wanted.includes(name) && (doc.name === name || !byName.has(name)))
          byName.set(name, unitOf(doc))
    return byName
  }

  /** Units by name. */
  async searchUnits(query: UnitQuery): Promise<{ items: Unit[]; cursor: string | null }> {
    const { command } = this.database
    const { terms, kind, regionCode, enforcing } = query
    const [after] = decodeCursor(query.cursor, 1) ?? []
    const filter: Filter = {
      ...(terms.length > 0 && { terms: command.all([...terms]) }),
      ...(kind !== null && { kind }),
      ...(regionCode !== null && { areas: regionCode }),
      ...(enforcing && { isEnforcing: true }),
      sortName: command.gt(after ?? ''),
    }
    const docs = await this.database.find('units', filter, {
      sort: [['sortName', 'asc']],
      limit: pageSize + 1,
    })
    const last = docs.length > pageSize ? docs[pageSize - 1] : undefined
    return {
      items: docs.slice(0, pageSize).map(unitOf),
      cursor: last ? encodeCursor([storedText(last.sortName)]) : null,
    }
  }

  /** Writes what is new or differs; a second import of the same table writes nothing. */
  async putRegions(regions: readonly Region[]): Promise<void> {
    const stored = await this.regions(regions.map(({ code }) => code))
    const changed = regions.filter((region) => !isSame(region, stored.get(region.code)))
    await this.putAll(
      'regions',
      changed.map(({ code, ...rest }) => ({ _id: code, ...rest })),
    )
  }

  async putUnits(units: readonly Unit[]): Promise<void> {
    const stored = await this.units(units.map(({ id }) => id))
    const changed = units.flatMap((unit) => changedUnit(unit, stored.get(unit.id)) ?? [])
    await this.putAll('units', changed.map(unitDoc))
  }

  private async putAll(collection: string, docs: readonly Doc[]): Promise<void> {
    for (let start = 0; start < docs.length; start += writtenAtOnce)
      await Promise.all(
        docs.slice(start, start + writtenAtOnce).map((doc) => this.database.put(collection, doc)),
      )
  }
}

/** The unit as it would be written; null where nothing would change. */
const changedUnit = (unit: Unit, stored: Unit | undefined): Unit | null => {
  const kept = keepingOldName(unit, stored)
  return isSame(kept, stored) ? null : kept
}

/** What an import would do to one row. */
export const fateOf = (
  row: Region | Unit,
  stored: Region | Unit | undefined,
): 'added' | 'changed' | 'same' => {
  if (!stored) return 'added'
  const isKept =
    'id' in row && 'id' in stored ? changedUnit(row, stored) === null : isSame(row, stored)
  return isKept ? 'same' : 'changed'
}

/** Every field that is wanted, as it is stored. */
const isSame = (wanted: object, stored: object | undefined): boolean =>
  stored !== undefined &&
  Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(storedAt(stored, key)),
  )

const unitDoc = ({ id, ...rest }: Unit): Doc => {
  const names = [rest.name, ...rest.aliases]
  return {
    _id: id,
    ...rest,
    names,
    terms: searchTerms(names),
    areas: regionPath(rest.regionCode),
    isEnforcing: rest.enforcementPaper !== undefined,
    // Two units may have one name: the id keeps them apart when a list is paged.
    sortName: `${rest.name} ${id}`,
  }
}

const regionOf = (doc: Doc): Region => ({
  code: doc._id,
  name: storedText(doc.name),
  level: storedOneOf(regionLevels, doc.level),
  parentCode: storedTextOrNull(doc.parentCode),
})

const unitOf = (doc: Doc): Unit => ({
  id: doc._id,
  name: storedText(doc.name),
  kind: storedOneOf(unitKinds, doc.kind),
  regionCode: storedText(doc.regionCode),
  aliases: storedTexts(doc.aliases),
  phone: storedTextOrNull(doc.phone),
  // Units of before have no such field.
  ...(typeof doc.enforcementPaper === 'string' && { enforcementPaper: doc.enforcementPaper }),
})
