import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { type Office, longList, openOffice } from './office'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

/** Takes away what was not stored before it was counted what a list holds. */
const asStoredBefore = async (batchId: string, drafts: number): Promise<void> => {
  const database = openDatabase(app)
  const without = async (collection: string, id: string, fields: readonly string[]) => {
    const doc = await database.get(collection, id)
    expect(Object.keys(doc ?? {})).toEqual(expect.arrayContaining([...fields]))
    const kept = Object.entries(doc ?? {}).filter(([field]) => !fields.includes(field))
    await database.put(collection, { ...Object.fromEntries(kept), _id: id })
  }
  await without('batches', batchId, ['expected', 'covered', 'unread', 'compared'])
  for (let index = 0; index < drafts; index += 1)
    await without('drafts', `${batchId}.${index}`, ['unread', 'known', 'doubts'])
}

test('a list read before is reviewed, put in and held against a newer one', async () => {
  const { id } = await office.read('coordinator', longList(2))
  await asStoredBefore(id, 2)

  const { batch, items } = await office.ok('coordinator', 'documents.getBatch', { batchId: id })
  expect(batch).toMatchObject({ expected: null, covered: null, unread: [], compared: null })
  expect(items.map(({ change }) => change)).toEqual([null, null])
  const listed = await office.ok('coordinator', 'documents.listBatches', {})
  expect(listed.items.map(({ covered }) => covered)).toEqual([null])
  const draft = await office.ok('coordinator', 'documents.getDraft', { batchId: id, index: 0 })
  expect(draft).toMatchObject({ unread: [], known: null, doubts: [] })

  await office.ok('coordinator', 'documents.mergeDrafts', { batchId: id, index: 0 })
  await office.confirmAll('coordinator', id, 1)
  const done = await office.ok('coordinator', 'documents.commitBatch', { batchId: id })
  expect(done).toMatchObject({ state: 'complete', committed: 1, compared: null })

  const newer = await office.read('coordinator', longList(2))
  expect(newer.compared).toMatchObject({ fileName: '清单.txt' })
})
