import type { ActionInput, ActionName } from '@/contract/actions'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type ColleagueName } from '../../support/organization'
import { item, listOf, type Office, openOffice } from './office'

let app: TestApp
let office: Office
let batchId: string

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
  batchId = (await office.read('coordinator', listOf([item('一'), item('二')]))).id
})
afterAll(() => app.close())

type Case = { readonly [N in ActionName]: readonly [N, () => ActionInput<N>] }[ActionName]

const actions: readonly Case[] = [
  ['documents.prepareUpload', () => ({ fileName: 'a.txt', size: 10 })],
  ['documents.startImport', () => ({ fileId: 'cloud://a/b', fileName: 'a.txt', roundName: 'r' })],
  ['documents.listBatches', () => ({})],
  ['documents.getBatch', () => ({ batchId })],
  ['documents.getDraft', () => ({ batchId, index: 0 })],
  ['documents.editDraft', () => ({ batchId, index: 0, decisions: [], change: { title: '改' } })],
  ['documents.confirmDraft', () => ({ batchId, index: 0 })],
  ['documents.commitBatch', () => ({ batchId })],
  ['documents.discardBatch', () => ({ batchId })],
]

const strangers: readonly ColleagueName[] = [
  'intake',
  'publisher',
  'inspector',
  'housingStaff',
  'housingLeader',
  'villageOfficer',
  'enterprise',
  'cityLeader',
]

describe('lists are the business of the office that imports them', () => {
  test.each(actions)('%s is refused to every other role', async (action, input) => {
    for (const name of strangers)
      expect([name, await office.refusal(name, action, input())]).toEqual([name, 'ACCESS.ROLE'])
  })

  test.each(actions.filter(([action]) => !/prepareUpload|startImport|listBatches/.test(action)))(
    '%s is refused to the office of another region',
    async (action, input) => {
      expect(await office.refusal('coordinatorDianbai', action, input())).toBe('ACCESS.REGION')
    },
  )

  test('another region’s office does not see the list', async () => {
    const { items } = await office.ok('coordinatorDianbai', 'documents.listBatches', {})
    expect(items).toEqual([])
  })

  test('a colleague of the same office sees it', async () => {
    const { items } = await office.ok('otherCoordinator', 'documents.listBatches', {})
    expect(items.map(({ id }) => id)).toEqual([batchId])
  })

  test('a resident is refused', async () => {
    const reply = await app.call('openid-resident', 'documents.listBatches', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACCESS.ROLE' } })
  })

  test('the tasks of a county’s list lie in the county', async () => {
    const list = listOf([item('一'), item('二')])
    const { id } = await office.read('coordinatorDianbai', list)
    await office.confirmAll('coordinatorDianbai', id, 2)
    await office.ok('coordinatorDianbai', 'documents.commitBatch', { batchId: id })
    const { items } = await office.ok('coordinatorDianbai', 'documents.getBatch', { batchId: id })
    const taskId = items[0]!.taskId!
    const task = await office.ok('coordinatorDianbai', 'task.get', { taskId })
    expect(task.regions).toEqual([{ code: '440904', name: '电白区' }])
  })
})
