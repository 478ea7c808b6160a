import { oldPhotos } from '@/domain/signs/signs'
import { assignment, doneReport, task } from '../builders'

/** Given to `doer` on 4 June 2018; one photo proves its share done. */
const reported = task({
  state: 'inProgress',
  assignments: [assignment('doer', { state: 'planned', assignedOn: '2018-06-04' })],
  done: [doneReport('measure.m1.doer', 'doer', { photoIds: ['p'] })],
})
const shotAt =
  (time: string, timeAgrees = true) =>
  () => ({
    takenAt: Date.parse(time),
    place: null,
    timeAgrees,
  })

describe('a photo of what was done', () => {
  it('is asked about when it was taken before the unit had the task', () => {
    expect(oldPhotos(reported, shotAt('2018-06-03T23:59:00+08:00'))).toEqual([
      { kind: 'oldPhoto', unitId: 'doer', partIds: ['measure.m1.doer'] },
    ])
  })

  it('is not from the day of the assignment on', () => {
    expect(oldPhotos(reported, shotAt('2018-06-04T00:00:00+08:00'))).toEqual([])
  })

  it('is not where the time cannot be told', () => {
    expect(oldPhotos(reported, shotAt('2018-06-03T23:59:00+08:00', false))).toEqual([])
    expect(oldPhotos(reported, () => undefined)).toEqual([])
  })
})
