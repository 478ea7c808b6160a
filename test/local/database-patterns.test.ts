import { testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

let test: TestCloud

beforeAll(async () => {
  test = await testCloud()
  await test.db.createCollection('texts')
})

/** Whether the pattern finds the text, through the SDK and the whole server. */
async function finds(pattern: string, text: string, options = ''): Promise<boolean> {
  const texts = test.db.collection('texts')
  await texts.doc('one').set({ text })
  const regexp = test.db.RegExp({ regexp: pattern, options })
  const { total } = await texts.where({ text: regexp }).count()
  return total === 1
}

describe('a pattern', () => {
  it.each([
    ['\\A is the start of the text', '\\Ab', 'b', 'ab'],
    ['\\A is no start of a line', '\\Ab', 'b', 'a\nb', 'm'],
    ['\\z is its end', 'a\\z', 'ba', 'ab'],
    ['\\z is not before the last line end', 'a\\z', 'a', 'a\n'],
    ['\\Z is before the last line end too', 'a\\Z', 'a\n', 'a\nb'],
    ['\\Q…\\E quotes', '^\\Qa.b+\\E$', 'a.b+', 'axb+'],
    ['\\Q quotes to the end', '^\\Qa+', 'a+', 'aa'],
    ['a POSIX class', '^[[:upper:]_]+$', 'AB_', 'aB'],
    ['a negated POSIX class', '^[^[:digit:]]$', 'a', '1'],
    ['\\p of a script', '^\\p{Han}+$', '整改', '整x'],
    ['\\P of a script', '^\\P{Han}$', 'x', '整'],
    ['\\p{^…} is the opposite', '^\\p{^Lu}$', 'a', 'A'],
    ['\\p without braces', '^\\pL$', 'é', '1'],
    ['\\x{…} is a code point', '^\\x{e9}\\x{1F600}$', 'é😀', 'e😀'],
    ['\\h is a blank in the line', '^a\\hb$', 'a\tb', 'a\nb'],
    ['\\s is a blank of ASCII', '^a\\sb$', 'a b', 'a\u3000b'],
    ['\\S is everything else', '^a\\Sb$', 'a\u3000b', 'a b'],
    ['a dot is everything but a line end', '^a.b$', 'a\rb', 'a\nb'],
    ['a dot is a whole character', '^.$', '😀', '整改'],
    ['a count counts whole characters', '^.{2}$', '😀整', '整'],
    ['a class holds whole characters', '^[😀😁]$', '😁', '😂'],
    ['a bracket first in a class is itself', '^[]a]+$', ']a', 'b'],
    ['a bracket in a class is itself', '^[a[]+$', '[a', ']'],
    ['an escaped dot is a dot', '^a\\.b$', 'a.b', 'axb'],
    ['a dot in a class is a dot', '^a[.]b$', 'a.b', 'axb'],
    ['a letter may be escaped for nothing', '^\\-.$', '-😀', '+😀'],
  ])('reads as in PCRE: %s', async (_rule, pattern, found, other, options = '') => {
    expect(await finds(pattern, found, options)).toBe(true)
    expect(await finds(pattern, other, options)).toBe(false)
  })

  it('is stored and compared as it was given', async () => {
    const texts = test.db.collection('texts')
    const pattern = test.db.RegExp({ regexp: '\\A.[[:upper:]]', options: 'i' })
    await texts.doc('stored').set({ pattern })
    const { data } = await texts.where({ pattern }).get()
    expect(data).toEqual([{ _id: 'stored', pattern: { pattern: '\\A.[[:upper:]]', options: 'i' } }])
  })
})
