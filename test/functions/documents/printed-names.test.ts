import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { item, listOf, type Office, openOffice } from './office'

/** A name that a list prints and nobody goes by: said once, it is known from then on. */

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

const printed = '市住建部门'
const list = () => listOf([item('一', { unit: printed }), item('二', { unit: printed })])
const draftOf = (batchId: string, index = 0) =>
  office.ok('coordinator', 'documents.getDraft', { batchId, index })
const naming = (batchId: string, name: string, unitId: string) => ({
  ...{ batchId, index: 0, decisions: [], change: {} },
  named: [{ printed: name, unitId }],
})
const unit = async (id: string) => (await openDatabase(app).get('units', id))!

test('a printed name that was said to mean a unit is known in this list and in the next', async () => {
  const first = await office.read('coordinator', list())
  expect((await draftOf(first.id)).unknownUnits).toEqual([printed])
  const input = naming(first.id, printed, 'housing')
  const named = await office.ok('coordinator', 'documents.editDraft', input)
  expect(named).toMatchObject({ unknownUnits: [], units: { responsible: [printed] } })
  expect((await draftOf(first.id, 1)).unknownUnits).toEqual([])

  const next = await office.read('coordinator', list())
  expect((await draftOf(next.id)).unknownUnits).toEqual([])
  for (const index of [0, 1])
    await office.ok('coordinator', 'documents.confirmDraft', { batchId: next.id, index })
  await office.ok('coordinator', 'documents.commitBatch', { batchId: next.id })
  const { items } = await office.ok('coordinator', 'task.listLedger', { filter: {} })
  expect(items).toHaveLength(2)
  for (const { id: taskId } of items) {
    const { units } = await office.ok('coordinator', 'task.get', { taskId })
    expect(units.responsible).toMatchObject([{ id: 'housing' }])
  }
})

test('what somebody goes by is not taken away, and only a name of the draft is remembered', async () => {
  const { id } = await office.read('coordinator', listOf([item('一', { unit: '市某某办' })]))
  const refused = (name: string, unitId: string) =>
    office.refusal('coordinator', 'documents.editDraft', naming(id, name, unitId))
  const before = await unit('water')
  expect(await refused(printed, 'water')).toBe('THING.CHANGED')
  expect(await refused('别处的名字', 'water')).toBe('THING.CHANGED')
  expect(await refused('市某某办', 'nobody')).toBe('THING.NOT_FOUND')
  expect(await unit('water')).toEqual(before)
  expect((await draftOf(id)).unknownUnits).toEqual(['市某某办'])
})
