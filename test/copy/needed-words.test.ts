import { readdirSync } from 'node:fs'
import path from 'node:path'

/** What a blocked button says, as a person reads it: a whole sentence, never a field's name. */

const folder = path.resolve(__dirname, '../../copy')
/** A file of words, as far as it holds texts beside functions. */
type Words = Readonly<Record<string, unknown>>

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null

const textsOf = (words: Words, at: string): (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'string') return /needed$/i.test(key) ? [[`${at}.${key}`, value]] : []
    return isWords(value) ? textsOf(value, `${at}.${key}`) : []
  })

const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
const needed = files.flatMap((file) => {
  const words: unknown = jest.requireActual(path.join(folder, file))
  return isWords(words) ? textsOf(words, file) : []
})

/** Asks for something, says what is still missing, or what it is for. */
const isSentence = (text: string) => /^请|^先|^还|^每|要|，/.test(text)

test('every word of what is still needed is a sentence', () => {
  expect(needed.length).toBeGreaterThan(60)
  expect(needed.filter(([, text]) => !isSentence(text))).toEqual([])
})
