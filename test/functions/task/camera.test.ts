import { plainJpeg } from '../feedback/pictures'
import { openTaskWorld, type TaskWorld } from './task-world'

/** What the page with the camera says of its photo, and what the server makes of it. */

const now = Date.parse('2019-11-18T09:00:00+08:00')
const place = { latitude: 21.66, longitude: 110.92, accuracy: 20 }
const said = { on: '2019-11-18', words: '管道已接通', paperNumber: '茂建函〔2019〕1号' }

describe('a photo of the page’s own camera', () => {
  let world: TaskWorld

  beforeAll(async () => {
    world = await openTaskWorld()
  })
  afterAll(() => world.app.close())

  const upload = async (taskId: string, camera?: object) => {
    const file = { fileName: 'photo.jpg', size: plainJpeg.length, ...(camera && { camera }) }
    const { targets } = await world.as.ok('waterStaff', 'task.prepareUpload', {
      taskId,
      files: [file as never],
    })
    await world.app.put(targets[0]!, plainJpeg)
    const { fileId } = targets[0]!
    return (await world.as.ok('waterStaff', 'task.confirmUpload', { taskId, fileId })).fileId
  }
  const shown = async (name: string, camera?: object) => {
    const taskId = await world.underway(name)
    const partId = 'measure.m1.water'
    const photoIds = [await upload(taskId, camera)]
    await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, photoIds })
    const { items } = await world.as.ok('housingStaff', 'task.listEvidence', { taskId, partId })
    return items[0]!
  }

  it('is marked by the server with when it was taken, and that there is a place: never which', async () => {
    const clock = world.app.clock.now()
    const at = Math.max(clock, now)
    const item = await shown('camera-marked', { takenAt: at - 1000, phoneNow: at, place })
    expect(item.camera).toEqual({ takenAt: at - 1000, timeAgrees: true, hasPlace: true })
    expect(JSON.stringify(item)).not.toContain('110.92')
  })

  it('without a place, or by a phone with another time, says so', async () => {
    const at = Math.max(world.app.clock.now(), now)
    const later = at + 3_600_000
    const item = await shown('camera-off', { takenAt: later, phoneNow: later, place: null })
    expect(item.camera).toEqual({ takenAt: later, timeAgrees: false, hasPlace: false })
  })

  it('taken before the unit had the task makes the inspector ask, by its time alone', async () => {
    const at = Math.max(world.app.clock.now(), now)
    const takenAt = at - 3 * 24 * 3_600_000
    await shown('camera-old', { takenAt, phoneNow: at, place })
    await shown('camera-new', { takenAt: at - 1000, phoneNow: at, place })
    const kinds = async (taskId: string) =>
      (await world.as.ok('inspector', 'task.listSigns', { taskId })).items.map(({ kind }) => kind)
    expect(await kinds('camera-old')).toContain('oldPhoto')
    expect(await kinds('camera-new')).not.toContain('oldPhoto')
  })

  it('far from the point of its site makes the inspector ask; where that is nobody reads', async () => {
    const at = Math.max(world.app.clock.now(), now)
    const taskId = await world.underway('camera-far')
    const point = { latitude: place.latitude + 0.01, longitude: place.longitude }
    const sites = ['王村', '李村'].map((name) => ({ name, place: name, unitId: 'water' }))
    const [far, near] = [{ ...sites[0]!, point }, sites[1]!]
    await world.as.ok('housingStaff', 'task.setSites', {
      ...{ taskId, measureId: 'm1', removed: [] },
      sites: [far, { ...near, point: { latitude: place.latitude, longitude: place.longitude } }],
    })
    for (const name of ['王村', '李村']) {
      const photoIds = [await upload(taskId, { takenAt: at - 1000, phoneNow: at, place })]
      const partId = `site.m1.${name}`
      await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, photoIds })
    }
    const { items } = await world.as.ok('inspector', 'task.listSigns', { taskId })
    expect(items.filter(({ kind }) => kind === 'farPhoto')).toMatchObject([{ parts: ['王村'] }])
    const task = await world.as.ok('housingStaff', 'task.get', { taskId })
    expect(task.parts.map(({ hasPoint }) => hasPoint)).toContain(true)
    expect(JSON.stringify(task)).not.toContain(String(point.latitude))
  })

  it('far from the point of the task too, where what it proves has no site', async () => {
    const at = Math.max(world.app.clock.now(), now)
    const taskId = await world.underway('camera-far-task')
    const point = { latitude: place.latitude + 0.01, longitude: place.longitude }
    expect(await world.as.refusal('waterStaff', 'task.setPoint', { taskId, point })).toBe(
      'ACCESS.UNIT',
    )
    await world.as.ok('housingStaff', 'task.setPoint', { taskId, point })
    const photoIds = [await upload(taskId, { takenAt: at - 1000, phoneNow: at, place })]
    const partId = 'measure.m1.water'
    await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, photoIds })
    const { items } = await world.as.ok('inspector', 'task.listSigns', { taskId })
    expect(items.filter(({ kind }) => kind === 'farPhoto')).toHaveLength(1)
    const task = await world.as.ok('housingStaff', 'task.get', { taskId })
    expect(task.hasPoint).toBe(true)
    expect(JSON.stringify(task)).not.toContain(String(point.latitude))
  })

  it('is nothing that any other photo has', async () => {
    expect((await shown('camera-none')).camera).toBeNull()
  })

  it('is refused with a place that is none on earth', async () => {
    const taskId = await world.underway('camera-nowhere')
    const at = now
    const camera = { takenAt: at, phoneNow: at, place: { ...place, latitude: 91 } }
    const files = [{ fileName: 'photo.jpg', size: 10, camera }]
    expect(await world.as.refusal('waterStaff', 'task.prepareUpload', { taskId, files })).toBe(
      'INPUT.INVALID',
    )
  })
})
