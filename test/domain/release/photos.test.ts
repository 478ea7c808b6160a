import type { ChosenPair } from '@/domain/release/photo-pair'
import {
  isSameChoice,
  offeredPairs,
  pairsToChoose,
  photographedText,
  photoIdsOf,
} from '@/domain/release/photos'
import { onlyReleased, type PublicNames, publicTextOf } from '@/domain/release/public-task'
import { releasableTaskFields } from '@/domain/release/release'
import { photosOf } from '@/domain/release/result'
import { notReleased, withheldFrom } from '@/domain/release/task-release'
import type { DoneReport } from '@/domain/task/done-report'
import type { RectificationTask } from '@/domain/task/task'
import { assignment, cycle, doneReport, task } from '../builders'

const partId = 'measure.m1.doer'
const names: PublicNames = { unit: (id) => ({ name: id, phone: null }), region: (code) => code }
const one = { partId, beforeId: 'before-1', afterId: 'after-1' }
const two = { partId, beforeId: 'before-2', afterId: 'after-2' }

/** Done, and shown before the request; the third photo after has none before it. */
const done = (more: Partial<DoneReport> = {}): RectificationTask => {
  const { units } = task()
  return task({
    units: { ...units, lead: [], responsible: ['doer'] },
    assignments: [assignment('doer')],
    completedOn: '2018-06-02',
    cycles: [cycle({ preNoticeAsked: true })],
    done: [
      doneReport(partId, 'doer', {
        beforeIds: ['before-1', 'before-2'],
        photoIds: ['after-1', 'after-2', 'after-3'],
        ...more,
      }),
    ],
  })
}
const chosen = (pair: typeof one): ChosenPair => ({
  ...pair,
  beforeOn: null,
  afterOn: '2018-06-01',
})

describe('photos before and after that may go with a notice', () => {
  it('are those that stand side by side on a part that is done', () => {
    expect(offeredPairs(done())).toEqual([
      { ...one, measureId: 'm1' },
      { ...two, measureId: 'm1' },
    ])
    expect(offeredPairs({ ...done(), done: [] })).toEqual([])
    expect(offeredPairs(done({ photoIds: ['after-1'] }))).toHaveLength(1)
  })

  it.each(['before-1', 'after-1'])('are none of which one is a firm’s secret: %s', (secret) => {
    expect(offeredPairs(done({ secretFileIds: [secret] }))).toEqual([{ ...two, measureId: 'm1' }])
  })

  it('are chosen in the task’s own order, once each, and no others', () => {
    expect(pairsToChoose(done(), [two, one])).toEqual([one, two])
    expect(pairsToChoose(done(), [])).toEqual([])
    for (const wanted of [
      [one, one],
      [{ ...one, afterId: 'after-2' }],
      [{ ...one, beforeId: 'before-2' }],
      [{ ...one, partId: 'measure.m2.doer' }],
    ])
      expect(pairsToChoose(done(), wanted)).toBeNull()
  })

  it('are another choice where one comes, goes or is another', () => {
    expect(isSameChoice([], [])).toBe(true)
    expect(isSameChoice([one, two], [one, two])).toBe(true)
    expect(isSameChoice([one], [one, two])).toBe(false)
    expect(isSameChoice([one], [two])).toBe(false)
  })
})

describe('a public text with photos', () => {
  const text = publicTextOf(done(), names)
  const shown = photographedText(text, done(), [chosen(one)])

  it('holds of which measure they are, and no part or unit', () => {
    const { beforeId, afterId, beforeOn, afterOn } = chosen(one)
    const pair = { beforeId, afterId, beforeOn, afterOn, measureId: 'm1' }
    expect(shown.photos).toStrictEqual([pair])
    expect(photoIdsOf(shown)).toEqual(['before-1', 'after-1'])
    expect(photosOf(shown)).toMatchObject([{ text: 'build the sewer', afterOn: '2018-06-01' }])
  })

  it('says nothing of the measure where measures are not public', () => {
    const released = releasableTaskFields.filter((field) => field !== 'measures')
    expect(photosOf(onlyReleased(shown, releasableTaskFields, released))).toMatchObject([
      { text: '' },
    ])
  })

  it('is the text without where none stands any more, or nothing is said to be done', () => {
    expect(photographedText(text, done(), [])).toBe(text)
    expect(photographedText(text, done({ photoIds: [] }), [chosen(one)])).toBe(text)
    const open = publicTextOf(task(), names)
    expect(photographedText(open, done(), [chosen(one)])).toBe(open)
    expect(photosOf(text)).toEqual([])
    const released = releasableTaskFields.filter((field) => field !== 'photos')
    expect(onlyReleased(shown, releasableTaskFields, released)).toEqual(text)
  })

  it('keeps its photos where one of the two holds it back', () => {
    const photos = [chosen(one)]
    const withheld = { by: 'openness', on: '2018-06-20', reason: 'a face' } as const
    expect(withheldFrom({ ...notReleased, photos }, 'new', withheld)).toMatchObject({ photos })
  })
})
