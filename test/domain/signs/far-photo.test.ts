import { metresBetween } from '@/domain/file/camera'
import { defaultSettings } from '@/domain/settings'
import { farPhotos } from '@/domain/signs/signs'
import { doneReport, measure, planned, task } from '../builders'

const dump = { latitude: 21.663, longitude: 110.925 }
/** Some metres to the north of it. */
const north = (metres: number) => ({ ...dump, latitude: dump.latitude + metres / 111_195 })

const reported = (point: typeof dump | null) =>
  task({
    state: 'inProgress',
    measures: [
      measure({
        id: 'm1',
        sites: [{ id: '王', name: '王', place: '王村', unitId: 'doer', ...(point && { point }) }],
      }),
    ],
    assignments: [planned('doer')],
    done: [doneReport('site.m1.王', 'doer', { photoIds: ['p'] })],
  })
const shotAt =
  (place: typeof dump | null, accuracy = 0) =>
  () => ({ takenAt: 0, timeAgrees: true, place: place && { ...place, accuracy } })
const signsOf = (...[point, cameraOf]: [typeof dump | null, Parameters<typeof farPhotos>[1]]) =>
  farPhotos(reported(point), cameraOf, defaultSettings).map(({ kind }) => kind)

describe('a photo of a site', () => {
  it('is asked about where it was taken farther from the point than the setting', () => {
    expect(defaultSettings.farPhotoMetres).toBe(500)
    expect(signsOf(dump, shotAt(north(499)))).toEqual([])
    expect(signsOf(dump, shotAt(north(501)))).toEqual(['farPhoto'])
  })

  it('is not where what the phone may err reaches the point', () => {
    expect(signsOf(dump, shotAt(north(560), 60))).toEqual([])
    expect(signsOf(dump, shotAt(north(570), 60))).toEqual(['farPhoto'])
  })

  it('cannot be judged without a point, a place, or the camera of the page', () => {
    expect(signsOf(null, shotAt(north(5000)))).toEqual([])
    expect(signsOf(dump, shotAt(null))).toEqual([])
    expect(signsOf(dump, () => undefined)).toEqual([])
  })
})

describe('a photo of what has no site', () => {
  const whole = (point: typeof dump | null) =>
    task({
      state: 'inProgress',
      measures: [measure({ id: 'm1' })],
      assignments: [planned('doer')],
      done: [doneReport('measure.m1.doer', 'doer', { photoIds: ['p'] })],
      ...(point && { point }),
    })
  const kindsOf = (of: ReturnType<typeof task>) =>
    farPhotos(of, shotAt(north(501)), defaultSettings).map(({ kind }) => kind)

  it('is held beside the point of the task, which says nothing of a site without one', () => {
    expect(kindsOf(whole(dump))).toEqual(['farPhoto'])
    expect(kindsOf(whole(null))).toEqual([])
    expect(kindsOf({ ...reported(null), point: dump })).toEqual([])
  })
})

it('the distance is that of the earth: a degree of latitude, and of longitude at the equator', () => {
  const origin = { latitude: 0, longitude: 0 }
  expect(metresBetween(origin, { latitude: 1, longitude: 0 })).toBeCloseTo(111_195, -1)
  expect(metresBetween(origin, { latitude: 0, longitude: -1 })).toBeCloseTo(111_195, -1)
  expect(
    metresBetween({ latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 }),
  ).toBeCloseTo(55_597, -2)
})
