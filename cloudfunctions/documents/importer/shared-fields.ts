import type { RawRecord } from './raw-record'
import type { Source } from './source'

/**
 * Problems under one heading whose fields are printed once, behind the last of them: 第一部分
 * 思想层面问题(3项). Where print does not group them a head without fields keeps none: they are
 * never its neighbour's.
 */
export function shareFields(_source: Source, records: RawRecord[]): RawRecord[] {
  const groups = new Map<unknown, RawRecord[]>()
  for (const record of records) {
    const heading = record.section?.parent
    if (!heading?.heading || record.above) continue
    groups.set(heading, [...(groups.get(heading) ?? []), record])
  }
  const given = new Map<RawRecord, RawRecord>()
  for (const group of groups.values()) {
    const last = group.at(-1)
    const others = group.slice(0, -1)
    if (!last || others.length === 0 || last.fields.length === 0) continue
    if (others.some(({ fields }) => fields.length > 0)) continue
    for (const one of others) given.set(one, last)
  }
  return records.map((record) => {
    const last = given.get(record)
    const number = last?.head?.ordinal?.number
    if (!last || !number) return record
    const shared = last.fields.map(({ field }) => ({ field, with: number }))
    return { ...record, fields: last.fields, shared }
  })
}
