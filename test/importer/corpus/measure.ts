import type { ImportResult } from '@/cloudfunctions/documents/importer/types'
import type { Layout } from './model'
import { add, noScore, type Score, scoreOf } from './score'

/** The reader under measure: a file's or a text's bytes to what was read. */
export type Reader = (
  bytes: Uint8Array,
  name: string,
) => Promise<{ text: string; result: ImportResult }>

export interface Row {
  layout: string
  size: number
  seed: number
  characters: number
  /** Seconds of a processor for reading and parsing. */
  seconds: number
  score: Score
}

/** Each layout prints lists of its own. */
const seedOf = (name: string, seed: number): number =>
  [...name].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 100_003, seed * 7919)

const usualSizes = [1, 24, 200]

/** Reads one sample and holds it against its truth. */
export async function measure(
  layout: Layout,
  size: number,
  seed: number,
  reader: Reader,
): Promise<Row> {
  const sample = await layout.make(size, seedOf(layout.name, seed))
  const bytes = sample.file?.bytes ?? new TextEncoder().encode(sample.text)
  const start = process.cpuUsage()
  const { text, result } = await reader(bytes, sample.file?.name ?? '清单.txt')
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1_000_000
  const score = scoreOf(`${layout.name} ${size}`, sample, text, result)
  return { layout: layout.name, size, seed, characters: text.length, seconds, score }
}

/** The whole corpus. @param sizes the usual ones when absent */
export async function measureAll(
  layouts: Layout[],
  reader: Reader,
  seeds: number[],
  sizes: number[] = usualSizes,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const layout of layouts)
    for (const size of layout.sizes ?? sizes)
      for (const seed of size > 24 ? seeds.slice(0, 1) : seeds)
        rows.push(await measure(layout, size, seed, reader))
  return rows
}

export const total = (rows: Row[]): Score => rows.map(({ score }) => score).reduce(add, noScore())
