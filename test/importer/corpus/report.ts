import { layouts } from './layouts'
import { measureAll, type Row, total } from './measure'
import { readBytes } from './read-bytes'
import { noExamples, type Figures } from './score'

const charactersOfAGoal = 45_000

interface Line extends Figures {
  layout: string
  about: string
  /** The slowest list of 200 tasks, by 45,000 characters. */
  seconds: number
}

interface Report {
  layouts: number
  lists: number
  tasksPerSize: number[]
  seeds: number[]
  total: Figures & { seconds: number }
  byLayout: Line[]
  /** What went wrong, with the task's own words. */
  examples: string[]
}

/** Only long lists say how fast the reader is: a short one is all beginning. */
const secondsOf = (rows: Row[]): number =>
  Math.max(
    0,
    ...rows
      .filter(({ characters }) => characters >= 10_000)
      .map(({ seconds, characters }) => (seconds / characters) * charactersOfAGoal),
  )

/** The whole corpus, or the layouts whose name holds a word. */
export async function report(seeds: number[], only: string): Promise<Report> {
  const chosen = layouts.filter(({ name }) => name.includes(only))
  const rows = await measureAll(chosen, readBytes, seeds)
  const of = (name: string): Row[] => rows.filter(({ layout }) => layout === name)
  return {
    layouts: chosen.length,
    lists: rows.length,
    tasksPerSize: [...new Set(rows.map(({ size }) => size))],
    seeds,
    total: { ...noExamples(total(rows)), seconds: secondsOf(rows) },
    byLayout: chosen.map(({ name, about }) => ({
      layout: name,
      about,
      ...noExamples(total(of(name))),
      seconds: secondsOf(of(name)),
    })),
    examples: rows.flatMap(({ score }) => score.examples),
  }
}

const line = (name: string, { fields, right, ...more }: Figures & { seconds: number }): string =>
  [
    name.padEnd(30),
    `${right}/${fields}`.padStart(15),
    `${((right / fields) * 100).toFixed(2)} %`.padStart(9),
    ...[more.wrongSilent, more.missingSilent, more.flagged, more.rightFlagged, more.unreported].map(
      (count) => String(count).padStart(8),
    ),
    more.seconds.toFixed(2).padStart(7),
  ].join(' ')

/** The report for people. */
export const sentences = ({ byLayout, total: all, examples }: Report): string[] => [
  `${'layout'.padEnd(30)} ${'right'.padStart(15)} ${''.padStart(9)}    wrong  missing     told  flagged    plant seconds`,
  ...byLayout.map((one) => line(one.layout, one)),
  line('all', all),
  ...examples.filter((one) => !one.includes('(told)')).slice(0, 40),
]
