import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a blocked button says, as a person reads it: a whole sentence, never a field's name. */

const root = path.resolve(__dirname, '../..')
/** A file of words, as far as it holds texts beside functions. */
type Words = Readonly<Record<string, unknown>>

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null
const wordsOf = (module: string) => jest.requireActual<Words>(module)

const textsOf = (words: Words, at: string): (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return /needed$/i.test(key) ? [[`${at}.${key}`, value]] : []
    return isWords(value) ? textsOf(value, `${at}.${key}`) : []
  })

const needed = readdirSync(path.join(root, 'copy'))
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => textsOf(wordsOf(path.join(root, 'copy', file)), file))

/** From an opening bracket to the one that closes it. */
const untilClosed = (source: string, from: number): string => {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    if ('({'.includes(source[at]!)) depth += 1
    if (')}'.includes(source[at]!) && (depth -= 1) === 0) return source.slice(from, at)
  }
  return source.slice(from)
}

/** `import { someWords as words } from '@/copy/some'`, by the name that it has in the file. */
const copiesOf = (source: string) =>
  new Map(
    [...source.matchAll(/import \{([^}]*)\} from '(@\/copy\/[^']+)'/g)].flatMap(
      ([, names = '', module = '']) =>
        names.split(',').map((each) => {
          const [name = '', local = name] = each.trim().split(' as ')
          return [local, { name, module }] as const
        }),
    ),
  )

type Said = (...given: readonly number[]) => string
/** A sentence with counts in it; null where it is about a name of a list. */
const saidWith = (say: Said): string | null => {
  try {
    return say(2, 2)
  } catch {
    return null
  }
}

/** Every word of copy that stands in a `blockedBy(…)` or a `blocked={…}`. */
const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
const reasons = new Map(
  files
    .filter((file) => /\.tsx?$/.test(file) && !/gallery|local-bar/.test(file))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, 'src', file), 'utf8')
      const copies = copiesOf(source)
      const parts = [...source.matchAll(/\bblockedBy(?=\()|\bblocked=(?=\{)/g)].map((found) =>
        untilClosed(source, found.index + found[0].length),
      )
      return parts.flatMap((part) =>
        [...part.matchAll(/\b(\w+)\.(\w+)\b/g)].flatMap(([, local = '', key = '']) => {
          const copy = copies.get(local)
          const word = copy && (wordsOf(copy.module)[copy.name] as Words)[key]
          if (word === undefined) return []
          const said = typeof word === 'function' ? saidWith(word as Said) : word
          if (said === null) return []
          return [[`${file}: ${key}`, String(said)] as const]
        }),
      )
    }),
)

/** Asks for something, says what is still missing, or what it is for. */
const isSentence = (text: string) => /^请|^先|^还|^每|要|，/.test(text)
/** Asks for something, or says what is in the way and what cannot be done or comes of it. */
const isReason = (text: string) => /^请|^先|^每|，/.test(text)

test('every word of what is still needed is a sentence', () => {
  expect(needed.length).toBeGreaterThan(60)
  expect(needed.filter(([, text]) => !isSentence(text))).toEqual([])
})

test('so is every reason that a button gives for being blocked', () => {
  expect(reasons.size).toBeGreaterThan(120)
  expect([...reasons].filter(([, text]) => !isReason(text))).toEqual([])
})
