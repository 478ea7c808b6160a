import { Workbook } from 'exceljs'
import { ledgerTitles } from '@/copy/ledger'
import { ledgerColumns, mostExported } from '@/domain/task/ledger-columns'
import type { ActionInput } from '@/contract/actions'
import { assignment, draftTask } from '../task/ledger'
import { openTaskWorld, type TaskWorld } from '../task/task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, ledger, as } = await openTaskWorld())
  for (const [number, title] of [
    ['1', '=HYPERLINK("http://x","看")'],
    ['2', '小东江截污工程'],
    ['3', '规模养殖场配套设施'],
  ] as const)
    await ledger.draft(draftTask(`task-${number}`, { number, title }))
  const given = { leadUnitId: 'water', villageCodes: ['440902101201'] }
  await as.ok('coordinator', 'task.assign', assignment('task-2', ['housing'], given))
}, 120_000)
afterAll(() => app.close())

type Asked = ActionInput<'documents.exportLedger'>

const take = (from: Asked['from'], columns: Asked['columns'] = [...ledgerColumns]) =>
  as.ok('coordinator', 'documents.exportLedger', { columns, from })

/** The lines of the sheet, each cell as it is stored. */
const linesAt = async (url: string): Promise<unknown[][]> => {
  const book = new Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  const [sheet] = book.worksheets
  const lines: unknown[][] = []
  sheet!.eachRow((row) => lines.push((row.values as unknown[]).slice(1)))
  return lines
}

describe('the ledger as a workbook', () => {
  it('holds what the filter finds, in the order of the list and the columns that are shown', async () => {
    const made = await take({ filter: {}, sort: 'number' }, ['number', 'title', 'responsible'])
    expect(made).toMatchObject({ rows: 3, left: false })
    const [head, titles, ...rows] = await linesAt(made.url)
    expect(head![0]).toBe('任务台账，2019年11月18日导出，共3项')
    expect(titles).toEqual(['编号', '任务', '责任单位'])
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3'])
    expect(rows[1]).toEqual(['2', '小东江截污工程', '市住房城乡建设局'])
    const drafts = await take({ filter: { state: 'draft' } })
    expect(drafts.rows).toBe(2)
    const found = await take({ filter: {}, query: '养殖场' })
    expect((await linesAt(found.url)).slice(2)).toHaveLength(1)
  })

  it('says whose turn it is and until when, as the page of the task does', async () => {
    const { turns } = await as.ok('coordinator', 'task.get', { taskId: 'task-2' })
    expect(turns[0]).toMatchObject({ kind: 'signFor', dueOn: '2019-11-21' })
    const made = await take({ taskIds: ['task-2'] }, ['turn', 'villages', 'state'])
    const [, titles, row] = await linesAt(made.url)
    expect(titles).toEqual([ledgerTitles.turn, ledgerTitles.villages, ledgerTitles.state])
    expect(row).toEqual([`${turns[0]!.unitName}：新交办，最迟11月21日`, '上塘村', '已交办'])
  })

  it('shows under 您能办的 what the list shows the same person', async () => {
    const { items } = await as.ok('coordinator', 'task.listLedger', { filter: {}, detailed: true })
    const drafted = items.find(({ id }) => id === 'task-1')!
    expect(drafted.events).toContain('assign')
    const made = await take({ taskIds: ['task-1'] }, ['next'])
    expect((await linesAt(made.url))[2]![0]).toContain('交办')
  })

  it('holds no cell that a program would read as a formula', async () => {
    const made = await take({ taskIds: ['task-1'] }, ['title'])
    const [, , row] = await linesAt(made.url)
    expect(row).toEqual(['\'=HYPERLINK("http://x","看")'])
  })

  it('names no person', async () => {
    await as.ok('housingStaff', 'task.signFor', {
      taskId: 'task-2',
      person: '李某某',
      phone: '0668-2999999',
    })
    const made = await take({ filter: {} })
    const all = JSON.stringify(await linesAt(made.url))
    expect(all).not.toContain('李某某')
    expect(all).not.toContain('2999999')
  })

  it('stands in the chain of who took it, words that were looked for as a digest only', async () => {
    const own = { thing: 'identity', thingId: organization.coordinator.actAs }
    const last = async () =>
      (await ledger.database.find('auditEvents', own, { sort: [['seq', 'desc']], limit: 1 }))[0]!
    const before = await last()
    await take({ filter: {}, query: '截污' })
    const event = await last()
    expect(event.seq).toBe(Number(before.seq) + 1)
    expect(event).toMatchObject({
      event: 'exportLedger',
      changes: { rows: 1, left: false, from: { filter: {} } },
    })
    expect(JSON.stringify(event)).not.toContain('截污')
  })
})

describe('what is not handed out', () => {
  it('is the office’s to take', async () => {
    const asked = { columns: ['number'], from: { filter: {} } } satisfies Asked
    expect(await as.refusal('housingStaff', 'documents.exportLedger', asked)).toBe('ACCESS.ROLE')
    expect(await as.refusal('cityLeader', 'documents.exportLedger', asked)).toBe('ACCESS.ROLE')
  })

  it('a task of another region is not found, and none of the others is handed out with it', async () => {
    const asked = { columns: ['number'], from: { taskIds: ['task-2', 'task-3'] } } satisfies Asked
    expect(await as.refusal('coordinatorDianbai', 'documents.exportLedger', asked)).toBe(
      'THING.NOT_FOUND',
    )
    const own = { columns: ['number'], from: { filter: {} } } satisfies Asked
    const { rows } = await as.ok('coordinatorDianbai', 'documents.exportLedger', own)
    expect(rows).toBe(0)
  })

  it('villages and firms read no details in the list, whatever they ask for', async () => {
    const asked = { filter: {}, detailed: true } as const
    const { items } = await as.ok('villageOfficer', 'task.listLedger', asked)
    expect(items.map(({ id, detail }) => [id, detail])).toEqual([['task-2', undefined]])
    expect((await as.ok('cityLeader', 'task.listLedger', asked)).items[0]!.detail).toBeDefined()
  })
})

it('one file takes so many tasks and says that there are more', async () => {
  const doc = (await ledger.database.get('tasks', 'task-3'))!
  const by = doc.by as { readonly order: string }
  const more = Array.from({ length: mostExported }, (_, nth) => ({
    ...doc,
    _id: `copy-${nth}`,
    by: { ...by, order: `${by.order}.${String(nth).padStart(3, '0')}` },
  }))
  for (let at = 0; at < more.length; at += 250)
    await ledger.database.createMany('tasks', more.slice(at, at + 250))
  const made = await take({ filter: { state: 'draft' } }, ['number'])
  expect(made).toMatchObject({ rows: mostExported, left: true })
  const [head] = await linesAt(made.url)
  expect(head![0]).toContain(`只写到前${mostExported}项`)
}, 60_000)
