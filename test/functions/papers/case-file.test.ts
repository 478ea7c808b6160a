import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { readDocx } from '@/cloudfunctions/documents/reading/read-docx'
import type { ActionInput } from '@/contract/actions'
import { fullDay } from '@/copy/moment'
import { releasableTaskFields } from '@/domain/release/release'
import { readChainFile, verifyChainFile } from '@/domain/audit/chain-file'
import { plainJpeg, plainPng } from '../feedback/pictures'
import { casesIn } from '../task/close-out'
import { openDatabase } from '../task/ledger'
import { openTaskWorld, type TaskWorld } from '../task/task-world'
import { readAll } from '../task/read-places'

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const pdf = (words: string, size = 0): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.4 ${words}`), Buffer.alloc(size, words)])

type Doer = 'waterStaff' | 'housingStaff'

type Announced = ActionInput<'task.prepareUpload'>['files'][number]

const upload = async (
  who: Doer,
  taskId: string,
  fileName: string,
  bytes: Buffer,
  more: Pick<Announced, 'camera'> = {},
) => {
  const { app, as } = world
  const files = [{ fileName, size: bytes.length, ...more }]
  const { targets } = await as.ok(who, 'task.prepareUpload', { taskId, files })
  expect(await app.put(targets[0]!, bytes)).toBe(200)
  const { fileId } = targets[0]!
  return (await as.ok(who, 'task.confirmUpload', { taskId, fileId })).fileId
}

const report = (taskId: string, change: Partial<ActionInput<'task.reportDone'>>) =>
  world.as.ok('housingStaff', 'task.reportDone', {
    taskId,
    partId: 'measure.m1.housing',
    on: '2019-11-18',
    words: '截污管已接通',
    paperNumber: '茂建函〔2019〕1号',
    ...change,
  })

const take = async (taskId: string, paper: ActionInput<'papers.takePaper'>['paper']) => {
  const { url } = await world.as.ok('coordinator', 'papers.takePaper', { taskId, paper })
  const response = await fetch(url)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const stateOf = async (taskId: string) =>
  (await world.as.ok('coordinator', 'papers.getCaseFile', { taskId })).file

const zipOf = async (taskId: string) => JSZip.loadAsync(await take(taskId, 'file'))

/** Underway with one paper, one secret and one paper that was taken back. */
const withEvidence = async (taskId: string) => {
  await casesIn(world.as, world.ledger).underway(taskId)
  const former = await upload('housingStaff', taskId, '旧报告.pdf', pdf('taken back'))
  await report(taskId, { fileIds: [former] })
  await world.as.ok('housingStaff', 'task.undoDone', {
    taskId,
    partId: 'measure.m1.housing',
    reason: '交错了',
  })
  const open = await upload('housingStaff', taskId, '竣工图/终版.pdf', pdf('as built'))
  const secret = await upload('housingStaff', taskId, '工艺.pdf', pdf('secret of the works'))
  await report(taskId, { fileIds: [open], secretFileIds: [secret] })
  return { former, open, secret }
}

/** The figures of the sheet by name, as whoever opens it reads them. */
const figuresIn = (text: string): Map<string, { value: number; source: string }> => {
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return new Map(
    rows
      .filter(([, , value = '', source]) => /^\d+$/.test(value) && source !== undefined)
      .map(([, name = '', value, source = '']) => [name, { value: Number(value), source }]),
  )
}

describe('the file of a case', () => {
  it('is one ZIP of sheet, chain, evidence and what comparing them found', async () => {
    const taskId = 'case-whole'
    await withEvidence(taskId)
    expect((await stateOf(taskId)).state).toBe('none')
    expect(await world.as.ok('coordinator', 'papers.makeCaseFile', { taskId })).toEqual({
      state: 'ready',
    })
    const { state, done, total, madeOn, differing, missing } = await stateOf(taskId)
    expect({ state, madeOn, differing, missing }).toEqual({
      ...{ state: 'ready', madeOn: '2019-11-18', differing: [], missing: [] },
    })
    expect(done).toBe(total)

    const zip = await zipOf(taskId)
    const names = Object.keys(zip.files).sort()
    expect(names).toEqual([
      '1-卷宗.docx',
      '3-存证.json',
      '4-证据核对.txt',
      '证据/01-材料-竣工图_终版.pdf',
      '证据/03-材料-旧报告.pdf',
    ])
    const built = await zip.file('证据/01-材料-竣工图_终版.pdf')!.async('nodebuffer')
    expect(built.equals(pdf('as built'))).toBe(true)
    const checked = await zip.file('4-证据核对.txt')!.async('string')
    expect(checked).toContain(`01 一致 ${sha256(built)}`)
    const chain = readChainFile(await zip.file('3-存证.json')!.async('string'))!
    expect(verifyChainFile(chain, sha256)).toMatchObject({ broken: null })
    // What lies in the file is what the chain says was handed in.
    const sealedIn = chain.events.flatMap(({ changes }) => (changes?.files as string[]) ?? [])
    expect(sealedIn).toContain(sha256(built))
  })

  it('says how each piece came: by the camera page, from an album, or as a paper', async () => {
    const taskId = 'case-origins'
    await casesIn(world.as, world.ledger).underway(taskId)
    const now = world.app.clock.now()
    const camera = { takenAt: now, phoneNow: now, place: null }
    const photoIds = [
      await upload('housingStaff', taskId, '现场.png', plainPng, { camera }),
      await upload('housingStaff', taskId, '相册.jpg', plainJpeg),
    ]
    const paper = await upload('housingStaff', taskId, '验收单.pdf', pdf('accepted'))
    await report(taskId, { photoIds, fileIds: [paper] })
    const { evidence } = await world.as.ok('coordinator', 'papers.getCaseFile', { taskId })
    expect(evidence.map(({ name, origin }) => [name, origin]).sort()).toEqual([
      ['现场.png', 'camera'],
      ['相册.jpg', 'album'],
      ['验收单.pdf', 'document'],
    ])
  })

  it('never hands on a firm’s secret, which the list names with its fingerprint', async () => {
    const taskId = 'case-secret'
    await withEvidence(taskId)
    await world.as.ok('coordinator', 'papers.makeCaseFile', { taskId })
    const zip = await take(taskId, 'file')
    expect(zip.includes('secret of the works')).toBe(false)
    const text = await readDocx(await take(taskId, 'sheet'))
    expect(text).toContain('工艺.pdf（商业秘密，不随卷）')
    expect(text).toContain(sha256(pdf('secret of the works')))
  })

  it('says which evidence is not what was handed in, and which is gone', async () => {
    const taskId = 'case-changed'
    const { open, former } = await withEvidence(taskId)
    const database = openDatabase(world.app)
    const other = pdf('as bui1t')
    await database.cloud.uploadFile({ cloudPath: open, fileContent: other })
    const { fileList } = await database.cloud.getTempFileURL({
      fileList: [{ fileID: `cloud://${world.app.envId}.${world.app.envId}/${former}`, maxAge: 60 }],
    })
    await database.cloud.deleteFile({ fileList: fileList.map(({ fileID }) => fileID) })
    await world.as.ok('coordinator', 'papers.makeCaseFile', { taskId })
    expect(await stateOf(taskId)).toMatchObject({ differing: ['01'], missing: ['03'] })
    const checked = await (await zipOf(taskId)).file('4-证据核对.txt')!.async('string')
    expect(checked).toContain('01 不符')
  })

  it('goes to the office and who watches over it, and keeps who took it', async () => {
    const taskId = 'case-readers'
    await withEvidence(taskId)
    const { as, app } = world
    for (const by of ['housingStaff', 'enterprise', 'publisher'] as const)
      expect(await as.refusal(by, 'papers.makeCaseFile', { taskId })).toBe('ACCESS.ROLE')
    expect(await as.refusal('coordinatorDianbai', 'papers.getCaseFile', { taskId })).toBe(
      'ACCESS.REGION',
    )
    expect(await as.refusal('coordinator', 'papers.takePaper', { taskId, paper: 'file' })).toBe(
      'THING.STATE',
    )
    await as.ok('inspector', 'papers.makeCaseFile', { taskId })
    await as.ok('cityLeader', 'papers.takePaper', { taskId, paper: 'file' })
    const kept = await openDatabase(app).get('caseFiles', taskId)
    expect(kept!.taken).toEqual([{ unitId: 'office', on: '2019-11-18' }])
  })

  it('holds evidence of 200 MB, streamed', async () => {
    const taskId = 'case-large'
    await casesIn(world.as, world.ledger).underway(taskId)
    const each = 20 * 1024 * 1024 - 100
    const fileIds: string[] = []
    for (let index = 0; index < 10; index += 1)
      fileIds.push(await upload('housingStaff', taskId, `大图${index}.pdf`, pdf(`${index}`, each)))
    await report(taskId, { fileIds: fileIds.slice(0, 5) })
    await report(taskId, { partId: 'measure.m2.housing', fileIds: fileIds.slice(5) })
    await world.as.ok('coordinator', 'papers.makeCaseFile', { taskId })
    const { state, total } = await stateOf(taskId)
    expect(state).toBe('ready')
    expect(total).toBeGreaterThan(199 * 1024 * 1024)
    const most = peakOf('papers')
    console.log(
      `case file of ${(total / 1024 / 1024).toFixed(0)} MB: ${most.toFixed(0)} MB at most`,
    )
    expect(most).toBeLessThanOrEqual(512)
    const zip = await take(taskId, 'file')
    expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
    expect(zip.length).toBeGreaterThan(total)
  }, 240_000)
})

/** Most memory (MB resident) that a function's process of this test ever held. */
const peakOf = (name: string): number => {
  const peaks = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const isOurs =
          status.includes(`PPid:\t${process.pid}\n`) && command.includes(`cloudfunctions/${name}`)
        return isOurs ? [Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024] : []
      } catch {
        return []
      }
    })
  expect(peaks.length).toBeGreaterThan(0)
  return Math.max(...peaks)
}

describe('the sheet in Word', () => {
  it('says 代拟稿, and each of its numbers is the ledger’s, with where it stands', async () => {
    const taskId = 'case-sheet'
    const { as, ledger } = world
    await casesIn(as, ledger).asked(taskId)
    const docx = await take(taskId, 'sheet')
    const text = await readDocx(docx)
    const task = await as.ok('coordinator', 'task.get', { taskId })
    const chain = await as.ok('coordinator', 'papers.exportChain', { taskId, after: 0 })
    expect(text).toContain(task.title)
    expect(text).toContain(chain.head)
    const figures = figuresIn(text)
    const seqOf = (event: string) =>
      `存证第${chain.events.filter((each) => each.event === event).at(-1)!.seq}条`
    expect(figures.get('整改措施')).toEqual({ value: 2, source: seqOf('imported') })
    expect(figures.get('已完成的措施')).toEqual({
      value: task.measures.filter(({ doneOn }) => doneOn !== null).length,
      source: seqOf('reportDone'),
    })
    expect(figures.get('证据')).toMatchObject({ value: 0 })
    // Both measures were proved by the number of a paper.
    const { numbered, state } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
    expect(state).toBe(task.state)
    const proved = { number: '茂建函〔2019〕1号', on: '2019-11-18', former: false }
    expect(numbered).toEqual(task.measures.map(({ text: part }) => ({ ...proved, part })))
    for (const { number, part, on } of numbered)
      expect(text).toContain(`| ${number} | ${part} | ${fullDay(on)} |`)
    // What the plan names to prove each measure stands beside its days.
    for (const { text: named } of task.measures)
      expect(text).toMatch(
        new RegExp(`^\\| ${named} \\| [^|]+ \\| 市住房城乡建设局：文号 \\|`, 'm'),
      )
    expect(figures.get('整改轮次')).toEqual({ value: 1, source: seqOf('selfCheck') })
    for (const { seq } of chain.events) expect(text).toMatch(new RegExp(`^\\| ${seq} \\|`, 'm'))
    expect(text).toContain(`共${chain.length}条记录`)

    const zip = await JSZip.loadAsync(docx)
    const header = Object.keys(zip.files).find((name) => /header\d*\.xml$/.test(name))!
    expect(await zip.file(header)!.async('string')).toContain('代拟稿')
    expect(Object.keys(zip.files).some((name) => name.endsWith('.gif'))).toBe(true)
  })

  it('names no person: who signed, planned and checked are units and numbers', async () => {
    const taskId = 'case-persons'
    await casesIn(world.as, world.ledger).asked(taskId)
    const text = await readDocx(await take(taskId, 'sheet'))
    for (const said of ['李某', '0668-2111111', '张工', '李工']) expect(text).not.toContain(said)
  })

  it('of a notice holds what two persons released, its days and who checked it', async () => {
    const taskId = 'case-notice'
    const { as, ledger, organization } = world
    const { asked, pass } = casesIn(as, ledger)
    await asked(taskId)
    await pass(taskId, organization.farmingColleague.actAs)
    const digest = await readAll(as.ok, taskId)
    const read = { taskId, fields: [...releasableTaskFields], digest }
    await as.ok('coordinator', 'task.checkSecrecy', read)
    await as.ok('publisher', 'task.checkOpenness', read)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    const text = await readDocx(await take(taskId, 'notice'))
    expect(text).toContain('公示前没有归纳发出的看法。')
    const { notice, result } = await world.app.ok(null, 'register.getTask', { taskId })
    expect(text).toContain(`${fullDay(notice!.from)}至${fullDay(notice!.lastOn!)}，10个工作日`)
    for (const { unitName, checkers } of result!.checks)
      expect(text).toMatch(new RegExp(`${unitName} \\| ${checkers} \\|`))
    for (const { words } of result!.done) expect(text).toContain(words)
    for (const said of ['李某', '张工', '王工']) expect(text).not.toContain(said)
  })

  it('is refused for a notice of which nothing was released', async () => {
    const taskId = 'case-no-notice'
    await casesIn(world.as, world.ledger).underway(taskId)
    const input = { taskId, paper: 'notice' } as const
    expect(await world.as.refusal('coordinator', 'papers.takePaper', input)).toBe('THING.STATE')
  })
})
