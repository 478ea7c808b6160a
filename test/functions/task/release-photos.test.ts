import { releasableTaskFields } from '@/domain/release/release'
import { jpegWith } from '../feedback/pictures'
import { FileRecordStore } from '@/cloudfunctions/_stores/file-record-store'
import { dump } from '../feedback/dump'
import { casesIn, doneAll, standardWords, twoSteps } from './close-out'
import { openDatabase } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'
import { readAll } from './read-places'

/** 整改前后 with the notice: chosen by the office, released by two, read by strangers. */

let app: TaskWorld['app']
let as: TaskWorld['as']
let cases: ReturnType<typeof casesIn>
let upload: ReturnType<typeof uploadsIn>['upload']
let colleague: string

beforeAll(async () => {
  const world = await openTaskWorld()
  ;({ app, as } = world)
  cases = casesIn(as, world.ledger)
  ;({ upload } = uploadsIn(app, as))
  colleague = world.organization.farmingColleague.actAs
})
afterAll(() => app.close())

const partId = 'measure.m1.housing'
const all = [...releasableTaskFields]

/** Verified, with two pairs of photos on the first measure; the second `after` is a firm's secret. */
const verified = async (taskId: string) => {
  await cases.underway(taskId)
  const photo = (name: string) =>
    upload('housingStaff', taskId, jpegWith(`${taskId} ${name}`), `${name}.jpg`)
  const [before, after, beforeSecret, secret] = [
    await photo('before'),
    await photo('after'),
    await photo('beforeSecret'),
    await photo('secret'),
  ]
  await doneAll(
    (input) =>
      as.ok('housingStaff', 'task.reportDone', {
        ...input,
        ...(input.partId === partId && {
          beforeIds: [before, beforeSecret],
          photoIds: [after, secret],
          secretFileIds: [secret],
        }),
      }),
    taskId,
    'housing',
  )
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  await as.ok('housingLeader', 'task.selfCheck', {
    ...{ taskId, standards: standardWords, signOffNumber: null },
  })
  await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '茂建报〔2019〕8号' })
  await cases.pass(taskId, colleague)
  return {
    taskId,
    pair: { partId, beforeId: before, afterId: after },
    secret: { partId, beforeId: beforeSecret, afterId: secret },
  }
}
type Verified = Awaited<ReturnType<typeof verified>>
type Pair = Verified['pair']

const preview = (who: 'coordinator' | 'publisher', taskId: string) =>
  as.ok(who, 'task.previewRelease', { taskId })
const choice = async (taskId: string, ...pairs: Pair[]) => ({
  ...{ taskId, pairs, digest: (await preview('coordinator', taskId)).digest },
})
const choose = async (taskId: string, ...pairs: Pair[]) =>
  as.ok('coordinator', 'task.choosePhotos', await choice(taskId, ...pairs))
const check = async (taskId: string, fields = all) => {
  const digest = await readAll(as.ok, taskId)
  await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields: all, digest })
  await as.ok('publisher', 'task.checkOpenness', { taskId, fields, digest })
}
const page = (taskId: string) => app.ok(null, 'register.getTask', { taskId })
const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('photos before and after that go with a notice', () => {
  it('are read by nobody outside before both have passed them, and then without their ids', async () => {
    const { taskId, pair } = await verified('photos')
    await check(taskId)
    expect((await preview('coordinator', taskId)).photos).toMatchObject([
      { ...pair, chosen: false, flagged: false },
    ])
    expect((await preview('publisher', taskId)).photos).toEqual([])
    await choose(taskId, pair)
    // Another text: both look at it anew, and the publisher sees what goes out.
    expect(await preview('publisher', taskId)).toMatchObject({
      ...{ secrecyOn: null, opennessOn: null },
      photos: [{ ...pair, chosen: true }],
    })
    expect((await page(taskId)).photos).toEqual([])
    await check(taskId)
    expect((await page(taskId)).photos).toEqual([])
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    const shown = await page(taskId)
    expect(shown.photos).toMatchObject([{ text: shown.measures[0]!.text, beforeOn: null }])
    for (const url of [shown.photos[0]!.beforeUrl, shown.photos[0]!.afterUrl]) {
      const bytes = await bytesAt(url)
      expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
      expect(bytes.includes(`${taskId} `)).toBe(false)
    }
    expect(shown).not.toHaveProperty('photos.0.beforeId')
    expect(JSON.stringify(shown)).not.toContain(partId)
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history.map(({ event }) => event)).toContain('choosePhotos')
  })

  it('stay inside where one of the two leaves them out', async () => {
    const { taskId, pair } = await verified('photos-left-out')
    await choose(taskId, pair)
    await check(
      taskId,
      all.filter((field) => field !== 'photos'),
    )
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    expect((await page(taskId)).photos).toEqual([])
  })

  it('changed under a running notice begin it anew, once both have passed them', async () => {
    const { taskId, pair } = await verified('photos-under-notice')
    await check(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    const { notice } = await page(taskId)
    await app.clock.jump(Date.parse('2019-11-20T09:00:00+08:00'))
    await choose(taskId, pair)
    expect(await page(taskId)).toMatchObject({ notice: { from: notice!.from }, photos: [] })
    await check(taskId)
    expect(await page(taskId)).toMatchObject({ notice: { from: '2019-11-20' } })
    expect((await page(taskId)).photos).toHaveLength(1)
    await choose(taskId)
    await check(taskId)
    expect((await page(taskId)).photos).toEqual([])
  })

  it('are none that is marked a firm’s secret, is of no done part, or stands there already', async () => {
    const { taskId, pair, secret } = await verified('photos-refused')
    const refusal = async (...pairs: Pair[]) =>
      as.refusal('coordinator', 'task.choosePhotos', await choice(taskId, ...pairs))
    expect(await refusal(secret)).toBe('FILE.MISSING')
    expect(await refusal({ ...pair, afterId: secret.afterId })).toBe('FILE.MISSING')
    expect(await refusal({ ...pair, partId: 'measure.m2.housing' })).toBe('FILE.MISSING')
    expect(await refusal(pair, pair)).toBe('FILE.MISSING')
    expect(await refusal()).toBe('RELEASE.NOTHING_EDITED')
    const stale = await choice(taskId, pair)
    await choose(taskId, pair)
    expect(await as.refusal('coordinator', 'task.choosePhotos', stale)).toBe('RELEASE.TEXT_CHANGED')
    expect(await refusal(pair)).toBe('RELEASE.NOTHING_EDITED')
    for (const who of ['publisher', 'housingStaff'] as const)
      expect(await as.refusal(who, 'task.choosePhotos', await choice(taskId))).toBe('ACCESS.ROLE')
  })
})

describe('a photo that WeChat’s check flagged', () => {
  const flag = (fileId: string) => new FileRecordStore(openDatabase(app)).judge(fileId, 'risky')

  it('is found because WeChat is asked about each that is chosen', async () => {
    const { taskId, pair } = await verified('photos-asked')
    const asked = async () =>
      (await dump(app, ['photoChecks'])).get('photoChecks')!.map(({ fileId }) => fileId)
    expect(await asked()).not.toContain(pair.beforeId)
    await choose(taskId, pair)
    expect(await asked()).toEqual(expect.arrayContaining([pair.beforeId, pair.afterId]))
  })

  it('is never chosen', async () => {
    const { taskId, pair } = await verified('photos-flagged')
    await flag(pair.afterId)
    expect((await preview('coordinator', taskId)).photos).toMatchObject([{ flagged: true }])
    const wanted = await choice(taskId, pair)
    expect(await as.refusal('coordinator', 'task.choosePhotos', wanted)).toBe(
      'RELEASE.PHOTO_FLAGGED',
    )
  })

  it('after it was chosen passes no check but one that leaves photos out', async () => {
    const { taskId, pair } = await verified('photos-flagged-late')
    await choose(taskId, pair)
    await flag(pair.beforeId)
    const digest = await readAll(as.ok, taskId)
    const read = { taskId, fields: all, digest }
    expect(await as.refusal('coordinator', 'task.checkSecrecy', read)).toBe('RELEASE.PHOTO_FLAGGED')
    const fields = all.filter((field) => field !== 'photos')
    await as.ok('coordinator', 'task.checkSecrecy', { ...read, fields })
  })

  it('after its release is shown no more', async () => {
    const { taskId, pair } = await verified('photos-flagged-public')
    await choose(taskId, pair)
    await check(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    expect((await page(taskId)).photos).toHaveLength(1)
    await flag(pair.beforeId)
    expect((await page(taskId)).photos).toEqual([])
  })
})
