import JSZip from 'jszip'
import { readDocx } from '@/cloudfunctions/documents/reading/read-docx'
import { fireTimer } from '../feedback/desk'
import { casesIn, inPlace, twoSteps } from '../task/close-out'
import { openTaskWorld, type TaskWorld } from '../task/task-world'

/** What a step of the chain keeps of a visit to a firm. It begins on Monday 18 November 2019. */
let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const other = { name: '王工', unitName: '市环科院' }

/** At the county's step; the farm is affected. */
const verifying = (taskId: string) =>
  casesIn(world.as, world.ledger).asked(taskId, { enterpriseIds: ['farm'] })

const askVisit = async (who: 'farmingStaff' | 'inspector' | 'intake', taskId: string, on: string) =>
  (
    await world.as.ok(who, 'enterprise.askVisit', {
      ...{ taskId, enterpriseId: 'farm', bodyId: 'bureau', on },
      matters: [{ words: `${who}要看收集池`, measureId: 'm1' }],
    })
  ).id

const record = async (visitId: string, on: string) => {
  const { app, as } = world
  await as.ok('enforcer', 'enterprise.notifyVisit', {
    ...{ visitId, approvalNumber: '茂环检批〔2019〕3号', kind: 'singleCase', on },
    officers: [
      { name: '林某', certificate: '粤K0126' },
      { name: '郑某', certificate: '粤K0158' },
    ],
  })
  const bytes = Buffer.from('%PDF-1.4 record')
  const announced = { visitId, fileName: '记录.pdf', size: bytes.length }
  const { target } = await as.ok('enforcer', 'enterprise.prepareVisitUpload', announced)
  await app.put(target, bytes)
  const { matters } = await as.ok('enforcer', 'enterprise.getVisit', { visitId })
  await as.ok('enforcer', 'enterprise.recordVisit', {
    ...{ visitId, on, receivedBy: '厂长', fileIds: [target.fileId] },
    findings: matters.map(({ id, words }) => ({
      ...{ matterId: id, inOrder: false, words: `${words}：有渗漏` },
    })),
  })
}

const firmsIn = async (taskId: string) => {
  const { closeOut } = await world.as.ok('coordinator', 'task.get', { taskId })
  return closeOut?.cycles.at(-1)?.checks.map(({ firms }) => firms)
}

test('the step keeps what the body found, never what intake asked for, and the case file says it', async () => {
  const taskId = await verifying('evidence-made')
  const visitId = await askVisit('farmingStaff', taskId, '2019-11-18')
  expect(await askVisit('intake', taskId, '2019-11-18')).toBe(visitId)
  await record(visitId, '2019-11-18')
  await world.as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', other))
  expect(await firmsIn(taskId)).toEqual([
    [
      {
        ...{ enterprise: expect.objectContaining({ id: 'farm' }), on: '2019-11-18' },
        ...{ body: expect.objectContaining({ id: 'bureau' }), isOwnWork: false },
        findings: [{ measureId: 'm1', inOrder: false, words: 'farmingStaff要看收集池：有渗漏' }],
      },
    ],
  ])
  await world.as.ok('coordinator', 'papers.makeCaseFile', { taskId })
  const { url } = await world.as.ok('coordinator', 'papers.takePaper', { taskId, paper: 'file' })
  const zip = await JSZip.loadAsync(await (await fetch(url)).arrayBuffer())
  const sheet = await readDocx(await zip.file('1-卷宗.docx')!.async('nodebuffer'))
  const text = JSON.stringify(sheet)
  expect(text).toContain('有问题：farmingStaff要看收集池：有渗漏')
  expect(text).not.toContain('intake要看')
  expect(Object.keys(zip.files).filter((name) => name.includes('入企检查'))).toHaveLength(1)
})

test('a visit that can still be made is in no step; one that nobody made is 未入企核查', async () => {
  const taskId = await verifying('evidence-unmade')
  await askVisit('farmingStaff', taskId, '2019-11-25')
  await world.as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', other))
  expect(await firmsIn(taskId)).toEqual([[]])
  await world.app.clock.jump(Date.parse('2020-01-10T09:00:00+08:00'))
  await fireTimer(world.app, 'enterprise')
  await world.as.ok(
    'waterStaff',
    'task.verify',
    inPlace(taskId, 'city', { name: '赵工', unitName: '市环科院' }),
  )
  const [, city] = (await firmsIn(taskId)) ?? []
  expect(city).toMatchObject([
    { on: null, findings: [{ measureId: 'm1', inOrder: null, words: '' }] },
  ])
})

test('a chain that is changed after the asking changes who of it reads the record', async () => {
  const cases = casesIn(world.as, world.ledger)
  await world.app.clock.jump(Date.parse('2020-01-10T10:00:00+08:00'))
  const taskId = await cases.done('evidence-chain', { enterpriseIds: ['farm'] })
  await world.as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const on = '2020-01-10'
  const visitId = await askVisit('inspector', taskId, on)
  await world.as.ok('coordinator', 'task.changeChain', {
    ...{ taskId, closingLevel: 'city' },
    chain: [
      { level: 'county', unitId: 'farming-maonan' },
      { level: 'city', unitId: 'bureau' },
    ],
  })
  await record(visitId, on)
  const reading = { visitId }
  expect(await world.as.refusal('waterStaff', 'enterprise.getVisit', reading)).toBe(
    'THING.NOT_FOUND',
  )
  expect((await world.as.ok('farmingStaff', 'enterprise.getVisit', reading)).side).toBe('step')
  const listed = async (who: 'waterStaff' | 'farmingStaff') =>
    (await world.as.ok(who, 'enterprise.listVisits', { taskId })).items.length
  expect(await listed('waterStaff')).toBe(0)
  expect(await listed('farmingStaff')).toBe(1)
})
