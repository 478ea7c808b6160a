import { all } from './invented-lists'
import { read } from './read'
import { sliceErrors } from './slices'

/** Small, seeded, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const noise = [
  '|',
  '\n',
  ' ',
  '(',
  ')',
  '1.',
  '一、',
  '(二)',
  '第三项',
  '责任单位:',
  '整改时限:',
  '整改措施',
  '2021年',
  '底前',
  '月',
  '至',
  '、',
  '。',
  '“',
  '》',
  '\t',
  '\u3000',
  '𠮷',
  '0',
  '公示时间:',
]

function mutate(text: string, next: () => number): string {
  let changed = text
  const rounds = 1 + Math.floor(next() * 12)
  for (let round = 0; round < rounds; round += 1) {
    const at = Math.floor(next() * (changed.length + 1))
    const length = Math.floor(next() * 30)
    const kind = next()
    const word = noise[Math.floor(next() * noise.length)] ?? ''
    if (kind < 0.35) changed = changed.slice(0, at) + word + changed.slice(at)
    else if (kind < 0.7) changed = changed.slice(0, at) + changed.slice(at + length)
    else if (kind < 0.85)
      changed =
        changed.slice(0, at) + changed.slice(at, at + length).repeat(2) + changed.slice(at + length)
    else changed = changed.slice(0, Math.floor(next() * changed.length))
  }
  return changed
}

describe('every value', () => {
  it.each(Object.entries(all))('is its slice of %s', (_name, text) => {
    const result = read(text)
    expect(result.tasks.length).toBeGreaterThan(0)
    expect(sliceErrors(text, result)).toEqual([])
  })

  it('is its slice of damaged texts, and nothing throws', () => {
    const names = Object.keys(all)
    for (let seed = 1; seed <= 450; seed += 1) {
      const next = random(seed)
      const text = mutate(all[names[seed % names.length] ?? ''] ?? '', next)
      const errors = sliceErrors(text, read(text))
      if (errors.length > 0) throw new Error(`seed ${seed}: ${errors.join('; ')}`)
    }
  })

  it('survives text that is noise alone', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const next = random(seed * 7919)
      const text = Array.from(
        { length: 120 },
        () => noise[Math.floor(next() * noise.length)] ?? '',
      ).join('')
      expect(sliceErrors(text, read(text))).toEqual([])
    }
  })
})
