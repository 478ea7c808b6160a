import { FileRecordStore } from '@/cloudfunctions/_stores/file-record-store'
import { seeded } from '../../domain/signs/seeded'
import { painted, takePhoto } from '../../domain/signs/scenes'
import { encoded, treatments } from '../../domain/signs/treatments'
import { openDatabaseAt } from '../../support/open-database'
import { examinedBy } from '../every-action/requests-of'
import { plainJpeg, plainPng, plainWebp } from '../feedback/pictures'
import { casesIn } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const said = '截污管已接通，旧排口全部封堵，路面已经恢复'

const photo = (taskId: string, bytes: Buffer = plainPng, name = '整改后.png') =>
  uploadsIn(world.app, world.as).upload('housingStaff', taskId, bytes, name)

const jpg = (taskId: string, bytes: Buffer) => photo(taskId, bytes, '整改后.jpg')

const report = (taskId: string, photoIds: string[], measure = 'm1') =>
  world.as.ok('housingStaff', 'task.reportDone', {
    ...{ taskId, partId: `measure.${measure}.housing`, on: '2019-11-18', words: said },
    ...{ photoIds, paperNumber: '茂建函〔2019〕1号' },
  })

const signsOf = async (taskId: string) =>
  (await world.as.ok('inspector', 'task.listSigns', { taskId })).items

const here = { left: 0, top: 0, zoom: 1 }
const ditch = takePhoto({ place: 7, day: 1 }, here)

describe('photos that were used before', () => {
  it.each(Object.keys(treatments))('are found when they were %s, from either task', async (how) => {
    const { underway } = casesIn(world.as, world.ledger)
    const name = `signs-${how.replace(/\W/g, '')}`
    const [one, other] = [await underway(name), await underway(`${name}-2`)]
    const picture = takePhoto({ place: Object.keys(treatments).indexOf(how) + 40, day: 5 }, here)
    await report(one, [await jpg(one, encoded(picture, 90))])
    await report(other, [await jpg(other, treatments[how]!(picture, seeded(3)))])
    for (const [taskId, elsewhere] of [
      [one, other],
      [other, one],
    ] as const)
      expect(await signsOf(taskId)).toMatchObject([
        { kind: 'alikePhoto', parts: ['措施m1'], elsewhere: [{ id: elsewhere }] },
      ])
  })

  it('are asked about within one task too, and another day at the place is none', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-within')
    const later = takePhoto({ place: 7, day: 2 }, { left: 0.08, top: 0.02, zoom: 0.95 })
    await report(taskId, [await jpg(taskId, encoded(ditch)), await jpg(taskId, encoded(later))])
    expect(await signsOf(taskId)).toEqual([])
    await report(taskId, [await jpg(taskId, encoded(ditch, 50))], 'm2')
    expect((await signsOf(taskId)).map(({ kind, parts }) => [kind, parts])).toEqual([
      ['alikePhoto', ['措施m1']],
      ['alikePhoto', ['措施m2']],
    ])
  })

  it('cannot be judged where nothing is to be seen or drawn, and are kept all the same', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-unjudged')
    const pictures = [
      await jpg(taskId, encoded(painted(() => [120, 120, 120]))),
      await jpg(taskId, plainJpeg),
      await photo(taskId, plainWebp, '整改后.webp'),
    ]
    await report(taskId, pictures)
    const { items, unjudged } = await world.as.ok('inspector', 'task.listSigns', { taskId })
    expect({ items, unjudged }).toEqual({ items: [], unjudged: 3 })
  })
})

describe('looking for them over the whole ledger', () => {
  /** 100,000 with `PHOTOS=100000`: too many for every day. */
  const sizes = [1_000, ...(process.env.PHOTOS ? [Number(process.env.PHOTOS)] : [])]

  it.each(sizes)(
    'reads 60 documents at most among %i photos',
    async (size) => {
      const taskId = await casesIn(world.as, world.ledger).underway(`signs-among-${size}`)
      const bytes = encoded(takePhoto({ place: 900 + size, day: 1 }, here))
      const fileId = await jpg(taskId, bytes)
      await report(taskId, [fileId])
      const { app } = world
      const database = openDatabaseAt(app.endpoint, app.envId)
      const records = new FileRecordStore(database)
      const own = (await records.find(fileId))!
      const random = seeded(size)
      const band = () => Math.floor(random() * 2 ** 36).toString(36)
      // Every tenth shares one band by chance and looks like something else.
      const others = Array.from({ length: size }, (_, at) => ({
        ...{
          ...own,
          _id: `made-${size}-${at}`,
          fileId: `made-${size}-${at}`,
          usedBy: `other-${at}`,
        },
        ...{ sha256: band(), views: own.views!.map(() => '0123456789abcdef') },
        bands: own.bands!.map((mine, place) => (at % 10 === 0 && place === 9 ? mine : band())),
      }))
      for (let at = 0; at < size; at += 500)
        await database.createMany('files', others.slice(at, at + 500))
      const examined = await examinedBy(app, async () => {
        expect(await records.sharing(own.bands!, taskId)).toHaveLength(60)
      })
      expect(examined).toBeLessThanOrEqual(60)
      expect(await signsOf(taskId)).toEqual([])
      if (process.env.PHOTOS) console.info(`${size} photos: ${examined} documents read`)
    },
    840_000,
  )
})

describe('what an inspector may ask about', () => {
  it('is nothing where everything was shown once', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-none')
    await report(taskId, [])
    expect(await signsOf(taskId)).toEqual([])
  })

  it('is the same photo in two tasks, each naming the other', async () => {
    const { underway } = casesIn(world.as, world.ledger)
    const [one, other] = [await underway('signs-photo'), await underway('signs-photo-2')]
    await report(one, [await photo(one)])
    await report(other, [await photo(other)])
    expect(await signsOf(one)).toMatchObject([
      { kind: 'samePhoto', unit: { id: 'housing' }, parts: ['措施m1'], elsewhere: [{ id: other }] },
    ])
    expect((await signsOf(other))[0]!.elsewhere.map(({ id }) => id)).toEqual([one])
  })

  it('is what a unit says once more of what it had to do again', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-copied')
    const partId = 'measure.m1.housing'
    await report(taskId, [])
    await world.as.ok('coordinator', 'task.returnDone', { taskId, partId, reason: '还有一处没接' })
    const again = { taskId, partId, on: '2019-11-18', paperNumber: '茂建函〔2019〕2号' }
    await world.as.ok('housingStaff', 'task.reportDone', { ...again, words: `${said}，12月复查` })
    expect(await signsOf(taskId)).toMatchObject([{ kind: 'copiedText', parts: ['措施m1'] }])

    await world.as.ok('coordinator', 'task.returnDone', { taskId, partId, reason: '还有一处没接' })
    const anew = '最后一处接户管今天接好，闭水试验合格，现场有照片'
    await world.as.ok('housingStaff', 'task.reportDone', { ...again, words: anew })
    expect(await signsOf(taskId)).toEqual([])
  })

  it('is for inspectors and the office, and for no unit, firm or village', async () => {
    const taskId = await world.underway('signs-readers')
    for (const by of ['inspector', 'coordinator'] as const)
      await world.as.ok(by, 'task.listSigns', { taskId })
    for (const by of ['housingStaff', 'housingLeader', 'enterprise', 'intake'] as const)
      expect(await world.as.refusal(by, 'task.listSigns', { taskId })).toBe('ACCESS.ROLE')
    expect(await world.as.refusal('coordinatorDianbai', 'task.listSigns', { taskId })).toBe(
      'ACCESS.REGION',
    )
  })
})
