import type { Column } from './grid-cells'
import { announces, columnsOf } from './guessed-table'
import { readOrdinal } from './numerals'
import type { FieldText, RawRecord } from './raw-record'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

/**
 * 群众说:… 谁来办:… 何时办结:…: names that nobody knows, printed again in each task. They stand as the
 * heads of a table would, and what their texts hold says which field each is.
 */

const name = /^[^\u4e00-\u9fff\n|:]{0,4}([\u4e00-\u9fff]{2,8})\s*:/
const fewestNames = 3
const fewestCards = 2

interface Line {
  word: string
  /** Where the name's line begins, its ordinal too. */
  start: number
  number: Span | null
  name: Span
  value: Span
}

/** Lines that open with a short word before a colon, each with its text up to the next. */
function namedLines(source: Source): Line[] {
  const found = source.lines.flatMap(([start, end]) => {
    const ordinal = readOrdinal(source.folded, start)
    const from = ordinal?.end ?? start
    const own = name.exec(slice(source, [from, end]))
    const word = own?.[1]
    if (!own || word === undefined) return []
    const valueStart = from + own[0].length
    const at = from + own[0].indexOf(word)
    const printed: Span = [at, at + word.length]
    return [{ word, start, valueStart, name: printed, number: ordinal?.number ?? null }]
  })
  return found.map(({ valueStart, ...line }, at) => ({
    ...line,
    value: trimSpan(source, [valueStart, found[at + 1]?.start ?? source.folded.length]),
  }))
}

/** The lines of each card: it begins where the first name is printed again. */
function cardsOf(lines: readonly Line[]): Line[][] {
  const times = new Map<string, number>()
  for (const { word } of lines) times.set(word, (times.get(word) ?? 0) + 1)
  const repeated = lines.filter(({ word }) => (times.get(word) ?? 0) >= fewestCards)
  const first = repeated[0]?.word
  const cards: Line[][] = []
  for (const line of repeated) {
    if (line.word === first) cards.push([])
    cards.at(-1)?.push(line)
  }
  return cards
}

/** A card's fields by its columns. */
function recordOf(card: readonly Line[], columns: readonly Column[], words: string[]): RawRecord {
  const number = card[0]?.number
  const fields = card.flatMap(({ word, value }): FieldText[] => {
    const field = columns[words.indexOf(word)]?.field
    return !field || field === 'ignored' || field === 'notice' || isEmptySpan(value)
      ? []
      : [{ field, level: null, span: value, inner: [] }]
  })
  const counted: FieldText[] = number
    ? [{ field: 'number', level: null, span: number, inner: [] }]
    : []
  const [start, end] = [card[0]?.start ?? 0, card.at(-1)?.value[1] ?? 0]
  return { fields: [...counted, ...fields], head: null, parent: null, start, end }
}

/** Cards of a text that has no other list, with the places of their names; none where they show no fields. */
export function guessCards(source: Source): { records: RawRecord[]; names: Span[] } {
  const cards = cardsOf(namedLines(source))
  const words = [...new Set(cards.flat().map(({ word }) => word))]
  const none = { records: [], names: [] }
  const opening = source.folded.slice(0, cards[0]?.[0]?.start ?? 0)
  if (cards.length < fewestCards || words.length < fewestNames || !announces.test(opening))
    return none
  const lineOf = (card: readonly Line[], word: string): Line | undefined =>
    card.find((line) => line.word === word)
  const empty: Span = [0, 0]
  const rows = cards.map((card) => ({
    cells: words.map((word) => lineOf(card, word)?.value ?? empty),
    ...{ start: card[0]?.start ?? 0, end: card.at(-1)?.value[1] ?? 0, cut: false },
  }))
  const heads = words.map((word) => cards.flat().find((line) => line.word === word)?.name ?? empty)
  const columns = columnsOf(
    source,
    { cells: heads, start: heads[0]?.[0] ?? 0, end: heads[0]?.[1] ?? 0, cut: false },
    rows,
    'inOrder',
  )
  const fields = new Set(columns.map(({ field }) => field))
  const answers = fields.has('responsible') || fields.has('lead') || fields.has('deadline')
  if (!fields.has('problem') || !answers) return none
  return {
    records: cards.map((card) => recordOf(card, columns, words)),
    names: cards.flat().map((line): Span => [line.start, line.name[1]]),
  }
}
