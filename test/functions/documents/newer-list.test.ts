import { openDatabase } from '../task/ledger'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { item, listOf, type Office, openOffice } from './office'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

const bring = async (text: string) => {
  const batch = await office.read('coordinator', text)
  await office.confirmAll('coordinator', batch.id, batch.drafts)
  return office.ok('coordinator', 'documents.commitBatch', { batchId: batch.id })
}
const tasks = async () => {
  const { items } = await office.ok('coordinator', 'task.listLedger', { filter: {} })
  return items.map(({ id, number }) => `${number} ${id}`).sort()
}

test('a newer list shows what it changes, task by task, and writes none of it by itself', async () => {
  const own = (number: string, due?: string) =>
    item(number, { due }).replace('污水未经处理排入小东江', `第${number}处污水排入小东江`)
  await bring(listOf([own('一'), own('二'), own('三')]))
  const before = await tasks()
  expect(before).toHaveLength(3)

  const newer = await office.read(
    'coordinator',
    listOf([own('一'), own('二', '2021年6月底前'), own('四')]),
  )
  expect(newer.compared).toMatchObject({ added: 1, changed: 1, same: 1 })
  expect(newer.compared?.gone).toHaveLength(1)
  expect(newer.compared?.gone[0]).toMatch(/^三 /)
  const { items } = await office.ok('coordinator', 'documents.getBatch', { batchId: newer.id })
  expect(items.map(({ number, change }) => [number, change])).toEqual([
    ['一', 'same'],
    ['二', 'changed'],
    ['四', 'added'],
  ])
  const changed = await office.ok('coordinator', 'documents.getDraft', {
    batchId: newer.id,
    index: 1,
  })
  expect(changed.known?.changes).toEqual([
    { field: 'deadline', before: '2020年12月31日前', after: '2021年6月底前' },
  ])
  expect(await tasks()).toEqual(before)

  await office.confirmAll('coordinator', newer.id, 3)
  const done = await office.ok('coordinator', 'documents.commitBatch', { batchId: newer.id })
  expect(done).toMatchObject({ state: 'complete', committed: 3 })
  const after = await tasks()
  expect(after).toHaveLength(4)
  expect(after).toEqual(expect.arrayContaining(before))
  const kept = await office.ok('coordinator', 'task.get', { taskId: changed.known!.taskId })
  expect(kept.deadline.text).toBe('2020年12月31日前')
})

test('the number of tasks is held against what the office expects', async () => {
  const fileId = await office.upload(
    'coordinator',
    '清单.txt',
    Buffer.from(listOf([item('一'), item('二')])),
  )
  const input = { fileId, fileName: '清单.txt', roundName: '另一轮', expected: 3 }
  const batch = await office.ok('coordinator', 'documents.startImport', input)
  expect(batch).toMatchObject({ expected: 3, drafts: 2, compared: null })
})

test('a part that is printed before its task is counted where it belongs', async () => {
  const text = [
    '问题编号:第二项第(一)点\n反馈问题:北片污水直排。\n责任单位:市水务局\n整改时限:2020年6月底前',
    '问题编号:第二项\n反馈问题:城区污水直排。\n责任单位:市水务局\n整改时限:2020年12月底前',
  ].join('\n\n')
  const batch = await office.read('coordinator', text, '清单.txt', '第三轮')
  const part = await office.ok('coordinator', 'documents.getDraft', { batchId: batch.id, index: 0 })
  expect(part.parentNumber).toBe('二')
  await office.confirmAll('coordinator', batch.id, 2)
  await office.ok('coordinator', 'documents.commitBatch', { batchId: batch.id })
  const whole = await office.ok('coordinator', 'documents.getDraft', {
    batchId: batch.id,
    index: 1,
  })
  const task = await openDatabase(app).get('tasks', whole.taskId!)
  expect(task).toMatchObject({ number: '二', childrenOpen: 1 })
})
