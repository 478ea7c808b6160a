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

const draftOf = (batchId: string, index: number) =>
  office.ok('coordinator', 'documents.getDraft', { batchId, index })
const rowsOf = async (batchId: string) =>
  (await office.ok('coordinator', 'documents.getBatch', { batchId })).items
const numbersOf = async (batchId: string) => (await rowsOf(batchId)).map(({ number }) => number)

const three = listOf([item('一'), item('二', { due: '2021年6月底前' }), item('三')])

describe('two drafts that are one task', () => {
  test('become one that keeps every value of both and is reviewed anew', async () => {
    const { id: batchId } = await office.read('coordinator', three)
    await office.ok('coordinator', 'documents.confirmDraft', { batchId, index: 0 })
    const second = await draftOf(batchId, 1)
    const one = await office.ok('coordinator', 'documents.mergeDrafts', { batchId, index: 0 })
    expect(one).toMatchObject({ number: '一', confirmed: false })
    expect(one.measures).toHaveLength(2)
    expect(one.unsure).toMatchObject([
      { field: 'deadline.dates', proposed: ['2020-12-31', '2021-06-30'], decided: null },
    ])
    expect(one.source.text).toContain(second.source.text)
    const [from, to] = one.spans['measures[1].text']!
    const { source } = one
    expect(source.text.slice(from - source.from, to - source.from)).toBe('建设截污管。')
    expect(await numbersOf(batchId)).toEqual(['一', '三'])
    const { batch } = await office.ok('coordinator', 'documents.getBatch', { batchId })
    expect(batch).toMatchObject({ drafts: 2, confirmed: 0, unsure: 1 })
  })

  test('two who join it with the next one at once do not join three', async () => {
    const { id: batchId } = await office.read('coordinator', three)
    const join = () =>
      office
        .ok('coordinator', 'documents.mergeDrafts', { batchId, index: 0 })
        .catch((error: Error) => error.message)
    const slow = { id: 'side-by-side', action: '*', kind: 'delay', ms: 20 }
    const headers = { 'content-type': 'application/json' }
    await fetch(`${app.origin}/_local/faults`, {
      method: 'POST',
      headers,
      body: JSON.stringify(slow),
    })
    // A process for each of the two.
    await Promise.all([draftOf(batchId, 0), draftOf(batchId, 0)])
    const both = await Promise.all([join(), join()])
    await fetch(`${app.origin}/_local/faults/side-by-side`, { method: 'DELETE' })
    expect(both.filter((answer) => typeof answer === 'string')).toEqual([
      expect.stringContaining('THING.CHANGED'),
    ])
    expect(await numbersOf(batchId)).toEqual(['一', '三'])
  })

  test('the last one has none to be merged with', async () => {
    const { id: batchId } = await office.read('coordinator', three)
    const code = office.refusal('coordinator', 'documents.mergeDrafts', { batchId, index: 2 })
    expect(await code).toBe('THING.NOT_FOUND')
    expect(await numbersOf(batchId)).toEqual(['一', '二', '三'])
  })

  test('are ready for the ledger as one task', async () => {
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    await office.ok('coordinator', 'documents.mergeDrafts', { batchId, index: 0 })
    await office.ok('coordinator', 'documents.confirmDraft', { batchId, index: 0 })
    const done = await office.ok('coordinator', 'documents.commitBatch', { batchId })
    expect(done).toMatchObject({ state: 'complete', drafts: 1, committed: 1 })
  })
})

describe('a draft that holds two tasks', () => {
  test('is parted at a line, and the second part is read anew', async () => {
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    const one = await office.ok('coordinator', 'documents.mergeDrafts', { batchId, index: 0 })
    const line = '二、石湖镇第二处'
    const at = one.source.from + one.source.text.indexOf(line)
    const input = { batchId, index: 0, at }
    const first = await office.ok('coordinator', 'documents.splitDraft', input)
    expect(first.source.text).not.toContain(line)
    const rows = await rowsOf(batchId)
    expect(rows).toHaveLength(2)
    const second = await draftOf(batchId, rows[1]!.index)
    expect(second).toMatchObject({
      number: '二',
      problem: '污水未经处理排入小东江。',
      units: { responsible: ['市住房城乡建设局'] },
      deadline: { dates: ['2020-12-31'] },
      confirmed: false,
    })
    const [from, to] = second.spans['deadline.text']!
    expect(second.source.text.slice(from - second.source.from, to - second.source.from)).toBe(
      '2020年12月31日前',
    )
    for (const { index } of rows)
      await office.ok('coordinator', 'documents.confirmDraft', { batchId, index })
    const done = await office.ok('coordinator', 'documents.commitBatch', { batchId })
    expect(done).toMatchObject({ state: 'complete', drafts: 2, committed: 2 })
  })

  test('is not parted outside its text', async () => {
    const { id: batchId } = await office.read('coordinator', three)
    const { source } = await draftOf(batchId, 0)
    for (const at of [source.from, source.to, source.to + 50]) {
      const input = { batchId, index: 0, at }
      const code = await office.refusal('coordinator', 'documents.splitDraft', input)
      expect(code).toBe('INPUT.INVALID')
    }
    expect(await numbersOf(batchId)).toEqual(['一', '二', '三'])
  })

  test('may be parted again between the parts', async () => {
    const { id: batchId } = await office.read('coordinator', listOf([item('一'), item('二')]))
    for (const line of ['整改时限', '整改目标']) {
      const { source } = await draftOf(batchId, 0)
      const at = source.from + source.text.indexOf(line)
      await office.ok('coordinator', 'documents.splitDraft', { batchId, index: 0, at })
    }
    const rows = await rowsOf(batchId)
    expect(rows).toHaveLength(4)
    const places = rows.map(({ index }) => index)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(rows.at(-1)?.number).toBe('二')
  })
})

describe('the parts of a task', () => {
  const withParts = [
    '一、畜禽养殖污染突出。\n整改目标:完成整治。\n责任单位:市农业农村局\n整改时限:2020年12月底前',
    '(一)北片养殖场未配套设施。\n责任单位:市水务局\n整改时限:2020年6月底前\n整改措施:配套设施。',
    '(二)南片养殖场粪污外溢。\n责任单位:市水务局\n整改时限:2020年9月底前\n整改措施:加固粪池。',
    item('二'),
  ].join('\n')

  test('follow when its number changes', async () => {
    const { id: batchId } = await office.read('coordinator', withParts)
    expect((await draftOf(batchId, 1)).parentNumber).toBe('一')
    const edit = { batchId, index: 0, decisions: [], change: { number: '十一' } }
    await office.ok('coordinator', 'documents.editDraft', edit)
    expect((await draftOf(batchId, 1)).parentNumber).toBe('十一')
    expect((await draftOf(batchId, 2)).parentNumber).toBe('十一')
    expect((await draftOf(batchId, 3)).parentNumber).toBe('')
  })
})
