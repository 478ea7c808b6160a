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

const unsureList = listOf([item('一', { due: '2020年6月前' }), item('二')])
const draftOf = (batchId: string, index = 0) =>
  office.ok('coordinator', 'documents.getDraft', { batchId, index })
const edit = (batchId: string, decisions: { field: string; value: string }[], change = {}) =>
  office.ok('coordinator', 'documents.editDraft', { batchId, index: 0, decisions, change })

describe('reading a list', () => {
  test('makes one draft a task, with the untouched source beside it', async () => {
    const text = listOf([item('一'), item('二')])
    const batch = await office.read('coordinator', text)
    expect(batch).toMatchObject({
      state: 'parsed',
      roundName: '回头看',
      drafts: 2,
      confirmed: 0,
      committed: 0,
      unsure: 0,
    })
    const draft = await draftOf(batch.id, 1)
    expect(draft).toMatchObject({
      number: '二',
      problem: '污水未经处理排入小东江。',
      category: 'sewage',
      units: { responsible: ['市住房城乡建设局'] },
      deadline: { kinds: ['fixed'], dates: ['2020-12-31'], text: '2020年12月31日前' },
      confirmed: false,
      taskId: null,
    })
    expect(draft.source.text).toBe(text.slice(draft.source.from, draft.source.to))
    const [from, to] = draft.spans.problem!
    expect(text.slice(from, to)).toBe(draft.problem)
    expect(from).toBeGreaterThanOrEqual(draft.source.from)
    expect(to).toBeLessThanOrEqual(draft.source.to)
  })

  test('a repeated arrival makes no second list', async () => {
    const fileId = await office.upload('coordinator', 'a.txt', Buffer.from(unsureList))
    const before = await office.ok('coordinator', 'documents.listBatches', {})
    const input = { fileId, fileName: 'a.txt', roundName: '回头看' }
    const reply = async () => {
      const me = await app.ok('openid-coordinator', 'identity.whoAmI', {})
      const options = { actAs: me.memberships[0]!.id, key: 'the-same-key' }
      return app.ok('openid-coordinator', 'documents.startImport', input, options)
    }
    expect(await reply()).toEqual(await reply())
    const after = await office.ok('coordinator', 'documents.listBatches', {})
    expect(after.items).toHaveLength(before.items.length + 1)
  })

  test('names that are no unit here stay as text and are listed; groups are marked', async () => {
    const unit = '市住房城乡建设局、市某某局、各区(县级市)人民政府'
    const batch = await office.read('coordinator', listOf([item('一', { unit }), item('二')]))
    const draft = await draftOf(batch.id)
    expect(draft.unknownUnits).toEqual(['市某某局'])
    expect(draft.collectiveUnits).toEqual(['各区(县级市)人民政府'])
    expect(draft.units.responsible).toContain('市某某局')
  })
})

describe('deciding what is unsure', () => {
  test('an open field keeps the draft from being confirmed', async () => {
    const { id: batchId, unsure } = await office.read('coordinator', unsureList)
    expect(unsure).toBe(1)
    const draft = await draftOf(batchId)
    expect(draft.unsure).toMatchObject([
      { field: 'deadline.dates', proposed: ['2020-05-31', '2020-06-30'], decided: null },
    ])
    expect(
      await office.refusal('coordinator', 'documents.confirmDraft', { batchId, index: 0 }),
    ).toBe('IMPORT.UNSURE_OPEN')
  })

  test('a decided value stands in its place and the draft can be confirmed', async () => {
    const { id: batchId } = await office.read('coordinator', unsureList)
    const decided = await edit(batchId, [{ field: 'deadline.dates', value: '2020-06-30' }])
    expect(decided.deadline).toMatchObject({ kinds: ['fixed'], dates: ['2020-06-30'] })
    const confirmed = await office.ok('coordinator', 'documents.confirmDraft', {
      batchId,
      index: 0,
    })
    expect(confirmed.confirmed).toBe(true)
    const { batch } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    expect(batch).toMatchObject({ confirmed: 1, unsure: 0 })
  })

  test('leaving it empty on purpose is a decision too', async () => {
    const { id: batchId } = await office.read('coordinator', unsureList)
    const decided = await edit(batchId, [{ field: 'deadline.dates', value: '' }])
    expect(decided.deadline).toMatchObject({ dates: [], text: '2020年6月前' })
    await office.ok('coordinator', 'documents.confirmDraft', { batchId, index: 0 })
  })

  test.each([
    ['deadline.dates', '2020年6月底'],
    ['deadline.dates', '2020-02-30'],
    ['title', '不是待定的字段'],
    ['measures[9].deadline.dates', '2020-06-30'],
  ])('a decision on %s as %s is refused and changes nothing', async (field, value) => {
    const { id: batchId } = await office.read('coordinator', unsureList)
    const input = { batchId, index: 0, decisions: [{ field, value }], change: {} }
    expect(await office.refusal('coordinator', 'documents.editDraft', input)).toBe('INPUT.INVALID')
    expect((await draftOf(batchId)).unsure).toMatchObject([{ decided: null }])
  })

  test('what is changed by hand takes the place of what was read', async () => {
    const { id: batchId } = await office.read('coordinator', unsureList)
    const change = {
      title: '改过的标题',
      category: 'blackWater' as const,
      responsible: ['市水务局'],
      deadlineDates: ['2020-03-31', '2020-06-30'],
    }
    const draft = await edit(batchId, [], change)
    expect(draft).toMatchObject({
      title: '改过的标题',
      category: 'blackWater',
      units: { responsible: ['市水务局'] },
      deadline: { kinds: ['staged'], dates: ['2020-03-31', '2020-06-30'] },
    })
    expect(draft.source.text).toContain('2020年6月前')
  })

  test('an edited draft is confirmed anew', async () => {
    const { id: batchId } = await office.read('coordinator', unsureList)
    await edit(batchId, [{ field: 'deadline.dates', value: '2020-06-30' }])
    await office.ok('coordinator', 'documents.confirmDraft', { batchId, index: 0 })
    expect((await edit(batchId, [], { title: '又改' })).confirmed).toBe(false)
    const { batch } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    expect(batch.confirmed).toBe(0)
  })

  test('two reviewers at once never lose a count', async () => {
    const list = listOf([item('一'), item('二'), item('三'), item('四')])
    const { id: batchId } = await office.read('coordinator', list)
    const confirm = (name: 'coordinator' | 'otherCoordinator', index: number) =>
      office.ok(name, 'documents.confirmDraft', { batchId, index })
    await Promise.all([
      confirm('coordinator', 0),
      confirm('otherCoordinator', 1),
      confirm('coordinator', 2),
      confirm('otherCoordinator', 3),
    ])
    const { batch } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    expect(batch.confirmed).toBe(4)
  })
})
