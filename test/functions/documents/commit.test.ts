import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type ColleagueName } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { item, listOf, longList, type Office, openOffice } from './office'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

/** How many tasks a person sees in the ledger. */
const countOf = async (name: ColleagueName) => {
  const rows = []
  let cursor: string | null | undefined
  do {
    const page = await office.ok(name, 'task.listLedger', {
      filter: {},
      ...(cursor ? { cursor } : {}),
    })
    rows.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return rows.length
}
const commit = (batchId: string) => office.ok('coordinator', 'documents.commitBatch', { batchId })

describe('committing a list', () => {
  test('is refused while a draft is not confirmed', async () => {
    const before = await countOf('coordinator')
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    await office.ok('coordinator', 'documents.confirmDraft', { batchId, index: 0 })
    expect(await office.refusal('coordinator', 'documents.commitBatch', { batchId })).toBe(
      'IMPORT.NOT_COMPLETE',
    )
    expect(await countOf('coordinator')).toBe(before)
  })

  test('goes on where it stopped and shows others nothing before the whole list is in', async () => {
    const [mine, theirs] = [await countOf('coordinator'), await countOf('otherCoordinator')]
    const { id: batchId, drafts } = await office.read('coordinator', longList(25))
    await office.confirmAll('coordinator', batchId, drafts)
    expect(await commit(batchId)).toMatchObject({ state: 'committing', committed: 20 })
    expect(await countOf('coordinator')).toBe(mine + 20)
    expect(await countOf('otherCoordinator')).toBe(theirs)
    expect(await commit(batchId)).toMatchObject({ state: 'complete', committed: 25 })
    expect(await countOf('otherCoordinator')).toBe(theirs + 25)
  })

  test('a part that is printed before its task is counted on it, also where that comes with the next call', async () => {
    const { id: batchId, drafts } = await office.read(
      'coordinator',
      longList(25),
      '长.txt',
      '又一轮',
    )
    const database = openDatabase(app)
    const draftAt = async (index: number) => (await database.get('drafts', `${batchId}.${index}`))!
    for (const [part, whole] of [
      [0, 24],
      [1, 0],
      [2, 0],
    ] as const) {
      const { number } = await draftAt(whole)
      await database.put('drafts', { ...(await draftAt(part)), parentNumber: number })
    }
    await office.confirmAll('coordinator', batchId, drafts)
    // The one that others belong to goes in with them.
    expect(await commit(batchId)).toMatchObject({ state: 'committing', committed: 21 })
    expect(await commit(batchId)).toMatchObject({ state: 'complete', committed: 25 })
    const taskAt = async (index: number) =>
      (await database.get('tasks', (await draftAt(index)).taskId as string))!
    const [whole, part, below] = [await taskAt(24), await taskAt(0), await taskAt(2)]
    expect([whole, part, below]).toMatchObject([
      { parentId: null, childrenOpen: 1, shownTo: 'everybody' },
      { parentId: whole._id, childrenOpen: 2 },
      { parentId: part._id, childrenOpen: 0 },
    ])
  })

  test('a repeated commit makes no task twice', async () => {
    const before = await countOf('coordinator')
    const { id: batchId, drafts } = await office.read(
      'coordinator',
      listOf([item('一'), item('二')]),
      '清单.txt',
      '一轮新的',
    )
    await office.confirmAll('coordinator', batchId, drafts)
    await Promise.all([commit(batchId), commit(batchId).catch(() => null)])
    expect(await commit(batchId)).toMatchObject({ state: 'complete', committed: 2 })
    expect(await countOf('coordinator')).toBe(before + 2)
  })

  test('two who commit a long list at once each bring in their part of it', async () => {
    const { id: batchId, drafts } = await office.read(
      'coordinator',
      longList(25),
      '两人.txt',
      '两人的一轮',
    )
    await office.confirmAll('coordinator', batchId, drafts)
    // A process for each of the two, and time to meet.
    await Promise.all([0, 1].map(() => office.ok('coordinator', 'documents.getBatch', { batchId })))
    const slow = { id: 'both-at-once', action: '*', kind: 'delay', ms: 20 }
    await fetch(`${app.origin}/_local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(slow),
    })
    const both = await Promise.all([commit(batchId), commit(batchId)])
    await fetch(`${app.origin}/_local/faults/both-at-once`, { method: 'DELETE' })
    expect(both.map(({ committed }) => committed).sort()).toEqual([20, 25])
    expect(await commit(batchId)).toMatchObject({ state: 'complete', committed: 25 })
  })

  test('a list that prints a task under its own number makes no circle', async () => {
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    const database = openDatabase(app)
    const draft = (await database.get('drafts', `${batchId}.0`))!
    await database.put('drafts', { ...draft, parentNumber: '一' })
    await office.confirmAll('coordinator', batchId, 2)
    await commit(batchId)
    const { items } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    const task = await database.get('tasks', items[0]!.taskId!)
    expect(task).toMatchObject({ number: '一', parentId: null })
  })

  test('two that print each other as what they belong to are made once each', async () => {
    const { id: batchId } = await office.read(
      'coordinator',
      listOf([item('一'), item('二')]),
      '圈.txt',
      '圈',
    )
    const database = openDatabase(app)
    for (const [index, parentNumber] of ['二', '一'].entries()) {
      const draft = (await database.get('drafts', `${batchId}.${index}`))!
      await database.put('drafts', { ...draft, parentNumber })
    }
    await office.confirmAll('coordinator', batchId, 2)
    expect(await commit(batchId)).toMatchObject({ state: 'complete', committed: 2 })
    const { items } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    const tasks = await Promise.all(items.map(({ taskId }) => database.get('tasks', taskId!)))
    expect(tasks.filter((task) => task?.parentId === null)).toHaveLength(1)
  })

  test('the task has the list’s words, its units by id and its deadline', async () => {
    const unit = '市住房城乡建设局牵头,茂南区农业农村局、各有关单位负责'
    const { id: batchId } = await office.read(
      'coordinator',
      listOf([item('一', { unit }), item('二')]),
    )
    await office.confirmAll('coordinator', batchId, 2)
    await commit(batchId)
    const { items } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    const task = await office.ok('coordinator', 'task.get', { taskId: items[0]!.taskId! })
    expect(task).toMatchObject({
      number: '一',
      state: 'draft',
      category: 'sewage',
      problem: '污水未经处理排入小东江。',
      regions: [{ code: '440902' }],
      units: { lead: [{ id: 'housing' }], responsible: [{ id: 'farming-maonan' }] },
      collectiveUnits: ['各有关单位'],
      deadline: { kinds: ['fixed'], countedOn: '2020-12-31', text: '2020年12月31日前' },
      measures: [{ text: '建设截污管。' }],
    })
  })

  test('a committed draft is the task’s business: it is not edited any more', async () => {
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    await office.confirmAll('coordinator', batchId, 2)
    await commit(batchId)
    const input = { batchId, index: 0, decisions: [], change: { title: '晚了' } }
    expect(await office.refusal('coordinator', 'documents.editDraft', input)).toBe('THING.STATE')
    expect(await office.refusal('coordinator', 'documents.discardBatch', { batchId })).toBe(
      'THING.STATE',
    )
  })

  test('a discarded list is neither edited nor committed', async () => {
    const before = await countOf('coordinator')
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    await office.confirmAll('coordinator', batchId, 2)
    expect(await office.ok('coordinator', 'documents.discardBatch', { batchId })).toMatchObject({
      state: 'discarded',
    })
    expect(await office.refusal('coordinator', 'documents.commitBatch', { batchId })).toBe(
      'THING.STATE',
    )
    expect(await countOf('coordinator')).toBe(before)
  })
})
