import { createHash } from 'node:crypto'
import type { Organization } from '../../support/organization'
import { jpegWith, plainPng } from '../feedback/pictures'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'

let app: TaskWorld['app']
let as: TaskWorld['as']
let underway: TaskWorld['underway']
let put: ReturnType<typeof uploadsIn>['put']
let upload: ReturnType<typeof uploadsIn>['upload']

beforeAll(async () => {
  ;({ app, as, underway } = await openTaskWorld())
  ;({ put, upload } = uploadsIn(app, as))
})
afterAll(() => app.close())

const secret = 'GPS-21.66N-110.92E'
const said = { on: '2019-11-18', words: '截污管已接通', paperNumber: '茂建函〔2019〕1号' }
const partId = 'measure.m1.water'
const paper = Buffer.from('%PDF-1.4 acceptance of the works')

const evidenceOf = async (who: keyof Organization, taskId: string) =>
  (await as.ok(who, 'task.listEvidence', { taskId, partId })).items

const bytesAt = async (url: string | null) =>
  Buffer.from(await (await fetch(url ?? '')).arrayBuffer())

describe('what proves a part done', () => {
  it('is photos before and after and papers, each with its digest, its time and a link', async () => {
    const taskId = await underway('proved')
    const before = await upload('waterStaff', taskId, jpegWith(secret), '整改前.jpg')
    const after = await upload('waterStaff', taskId, plainPng, '整改后.jpg')
    const report = await upload('waterStaff', taskId, paper, '验收报告.pdf')
    const proof = { beforeIds: [before], photoIds: [after], fileIds: [report] }
    await as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, ...proof })

    const items = await evidenceOf('housingStaff', taskId)
    expect(items.map(({ use, name, type, former }) => [use, name, type, former])).toEqual([
      ['before', '整改前.jpg', 'jpg', false],
      ['after', '整改后.jpg', 'png', false],
      ['paper', '验收报告.pdf', 'pdf', false],
    ])
    for (const { url, sha256, size, at } of items) {
      const bytes = await bytesAt(url)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(bytes.length).toBe(size)
      expect(bytes.includes(secret)).toBe(false)
      expect(at).toBeLessThanOrEqual(app.clock.now())
    }
    const { parts } = await as.ok('coordinator', 'task.get', { taskId })
    expect(parts.find(({ id }) => id === partId)?.report).toMatchObject({ photos: 2, files: 1 })
    // Links expire.
    await app.clock.jump(app.clock.now() + 11 * 60_000)
    expect((await fetch(items[0]!.url ?? '')).status).toBe(403)
  })

  it('is what the plan names', async () => {
    const taskId = await underway('unproved')
    const input = { taskId, partId, ...said, paperNumber: null }
    expect(await as.refusal('waterStaff', 'task.reportDone', input)).toBe('TASK.PROOF_NUMBER')
  })

  it('stays readable when the report is taken back: nothing is replaced in silence', async () => {
    const taskId = await underway('replaced')
    const first = await upload('waterStaff', taskId, paper, '初稿.pdf')
    await as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, fileIds: [first] })
    await as.ok('waterStaff', 'task.undoDone', { taskId, partId, reason: '换成盖章件' })
    const second = await upload('waterStaff', taskId, Buffer.from('%PDF-1.4 signed'), '盖章.pdf')
    await as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, fileIds: [second] })
    const items = await evidenceOf('coordinator', taskId)
    expect(items.map(({ name, former }) => [name, former])).toEqual([
      ['盖章.pdf', false],
      ['初稿.pdf', true],
    ])
    expect((await bytesAt(items[1]!.url)).equals(paper)).toBe(true)
  })

  it('of a firm’s secret opens only for who does the work and who checks it', async () => {
    const taskId = await underway('secret')
    const secretId = await upload('waterStaff', taskId, paper, '工艺.pdf')
    const proof = { secretFileIds: [secretId] }
    await as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said, ...proof })
    for (const who of ['waterStaff', 'housingStaff', 'coordinator'] as const)
      expect(await evidenceOf(who, taskId)).toMatchObject([
        { secret: true, url: expect.any(String) as string },
      ])
    expect(await evidenceOf('intake', taskId)).toMatchObject([{ secret: true, url: null }])
    expect(await as.refusal('enterprise', 'task.listEvidence', { taskId, partId })).toBe(
      'THING.NOT_FOUND',
    )
  })

  describe('is refused', () => {
    let taskId: string
    let other: string
    beforeAll(async () => {
      taskId = await underway('bad-evidence')
      other = await underway('other-evidence')
    })

    const refusalOf = (proof: object, who: 'waterStaff' | 'housingStaff' = 'waterStaff') =>
      as.refusal(who, 'task.reportDone', {
        taskId,
        partId: who === 'waterStaff' ? partId : 'measure.m1.housing',
        ...said,
        ...proof,
      })

    it('when it belongs to another task or another unit', async () => {
      const elsewhere = await upload('waterStaff', other, paper, 'a.pdf')
      expect(await refusalOf({ fileIds: [elsewhere] })).toBe('FILE.MISSING')
      const own = await upload('waterStaff', taskId, paper, 'a.pdf')
      expect(await refusalOf({ fileIds: [own] }, 'housingStaff')).toBe('FILE.MISSING')
    })

    it('when it was put and not confirmed, or never', async () => {
      const waiting = await put('waterStaff', taskId, paper, 'a.pdf')
      for (const fileId of [waiting, 'cloud://a/evidence/made-up.pdf'])
        expect(await refusalOf({ fileIds: [fileId] })).toBe('FILE.MISSING')
      const confirm = { taskId: other, fileId: waiting }
      expect(await as.refusal('waterStaff', 'task.confirmUpload', confirm)).toBe('FILE.MISSING')
    })

    it('when a paper is given as a photo', async () => {
      const pdf = await upload('waterStaff', taskId, paper, 'a.pdf')
      expect(await refusalOf({ photoIds: [pdf] })).toBe('FILE.MISSING')
    })

    it('by its type, its size and its bytes', async () => {
      const announce = (fileName: string, size: number) =>
        as.refusal('waterStaff', 'task.prepareUpload', { taskId, files: [{ fileName, size }] })
      expect(await announce('a.exe', 10)).toBe('FILE.TYPE')
      expect(await announce('a.jpg', 10 * 1024 * 1024 + 1)).toBe('FILE.TOO_LARGE')
      expect(await announce('a.pdf', 20 * 1024 * 1024 + 1)).toBe('FILE.TOO_LARGE')
      const fileId = await put('waterStaff', taskId, Buffer.from('MZ a program'), 'a.pdf')
      expect(await as.refusal('waterStaff', 'task.confirmUpload', { taskId, fileId })).toBe(
        'FILE.TYPE',
      )
    })

    it('from whoever does not do the work; the firm of the task proves its own nodes', async () => {
      const input = { taskId, files: [{ fileName: 'a.pdf', size: 10 }] }
      for (const who of ['coordinator', 'otherEnterprise', 'inspector'] as const)
        expect(await as.refusal(who, 'task.prepareUpload', input)).toMatch(/^ACCESS\./)
      await as.ok('enterprise', 'task.prepareUpload', input)
    })
  })
})
