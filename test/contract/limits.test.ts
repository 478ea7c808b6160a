import { readFileSync } from 'node:fs'
import path from 'node:path'
import { actions, type ActionName } from '@/contract/actions'
import { limitsOf } from './limits'

const lines = Object.entries(actions).flatMap(([name, { input }]) => limitsOf(input, name))

/** Written by hand: a limit that moves is a promise to those whose words no longer fit. */
const pinned = readFileSync(path.join(__dirname, 'limits.pinned.txt'), 'utf8')

describe('what an input may hold', () => {
  test('is what the pinned list says, value by value', () => {
    expect(lines.join('\n')).toBe(pinned.trimEnd())
  })

  test('has an end everywhere', () => {
    const endless = lines.filter((line) => /Infinity| (list|number)( ≥ -?\d+)?$/.test(line))
    // Instants and ordinals count on.
    expect(endless.filter((line) => !/ number ≥ \d+$/.test(line))).toEqual([])
  })
})

describe('an input whose values depend on each other', () => {
  const report = {
    words: '水渠发黑',
    regionCode: null,
    place: '',
    taskId: null,
    photoIds: [],
    voiceId: null,
    protection: 'hidden',
    lookupHash: '0'.repeat(64),
    contactName: null,
    contactPhone: null,
    consentNoted: false,
  }
  const objection = {
    taskId: 't1',
    ground: 'notInPlace',
    words: '还在排',
    photoIds: [],
    voiceId: null,
    contactPhone: null,
    lookupHash: '0'.repeat(64),
  }
  const voice = { words: ' ', voiceId: 'cloud://voice-1' }

  test.each<[string, ActionName, object, boolean]>([
    ['a report in words', 'feedback.submit', report, true],
    ['a report by voice', 'feedback.submit', { ...report, ...voice }, true],
    ['a report that says nothing', 'feedback.submit', { ...report, words: ' ' }, false],
    ['an anonymous report', 'feedback.submit', { ...report, protection: 'anonymous' }, true],
    [
      'an anonymous report with a name',
      'feedback.submit',
      { ...report, protection: 'anonymous', contactName: '某人' },
      false,
    ],
    [
      'an anonymous report with a telephone',
      'feedback.submit',
      { ...report, protection: 'anonymous', contactPhone: '13800000000' },
      false,
    ],
    [
      'an objection that says nothing',
      'feedback.lodgeObjection',
      { ...objection, words: ' ' },
      false,
    ],
    ['an objection by voice', 'feedback.lodgeObjection', { ...objection, ...voice }, true],
    ['an objection by its task', 'feedback.getOwnObjection', { taskId: 't1' }, true],
    ['an objection by its id', 'feedback.getOwnObjection', { objectionId: 'o1' }, true],
    ['an objection by neither', 'feedback.getOwnObjection', {}, false],
    [
      'an objection by both',
      'feedback.getOwnObjection',
      { taskId: 't1', objectionId: 'o1' },
      false,
    ],
  ])('%s', (_what, action, input, taken) => {
    expect(actions[action].input.safeParse(input).success).toBe(taken)
  })
})
