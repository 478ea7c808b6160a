import ExcelJS from 'exceljs'
import { openTaskWorld, type TaskWorld } from './task-world'
import { casesIn, standardWords, twoSteps } from './close-out'

/** 点位清单: 18 like places under one measure, read from Excel or typed, each said done. */

let app: TaskWorld['app']
let as: TaskWorld['as']
let underway: TaskWorld['underway']
let cases: ReturnType<typeof casesIn>
let colleague: string

beforeAll(async () => {
  const world = await openTaskWorld()
  ;({ app, as, underway } = world)
  cases = casesIn(as, world.ledger)
  colleague = world.organization.farmingColleague.actAs
})
afterAll(() => app.close())

const said = { on: '2019-11-18', words: '已封场', paperNumber: '茂建函〔2019〕1号' }
const names = Array.from({ length: 18 }, (_, index) => `第${index + 1}处填埋场`)
const rowsOf = (unit: string) => names.map((name) => [name, `石湖镇${name}`, unit])

/** The template as it is fetched, filled in and put back. */
const workbook = async (taskId: string, rows: readonly (readonly string[])[]) => {
  const { url } = await as.ok('housingStaff', 'documents.takeSiteTemplate', { taskId })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  const sheet = book.worksheets[0]!
  rows.forEach((row, at) =>
    row.forEach((cell, column) => (sheet.getCell(at + 2, column + 1).value = cell)),
  )
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const announced = { taskId, fileName: '点位.xlsx', size: bytes.length }
  const { target } = await as.ok('housingStaff', 'documents.prepareSiteUpload', announced)
  await app.put(target, bytes)
  return target.fileId
}
const read = (taskId: string, given: { fileId: string } | { lines: string }) =>
  as.ok('housingStaff', 'documents.readSites', { taskId, measureId: 'm1', ...given })
const fatesOf = ({ lines }: Awaited<ReturnType<typeof read>>) => lines.map(({ fate }) => fate)
const set = (taskId: string, sites: Awaited<ReturnType<typeof read>>['sites']) =>
  as.ok('housingStaff', 'task.setSites', { taskId, measureId: 'm1', sites, removed: [] })
const sitesOf = async (taskId: string) => {
  const { parts } = await as.ok('housingStaff', 'task.get', { taskId })
  return parts.filter(({ kind, measureId }) => kind === 'site' && measureId === 'm1')
}

describe('a site list from Excel', () => {
  it('is shown row by row, written by its own call, and again changes nothing', async () => {
    const taskId = await underway('sites-excel')
    const fileId = await workbook(taskId, rowsOf('市水务局'))
    const preview = await read(taskId, { fileId })
    expect(new Set(fatesOf(preview))).toEqual(new Set(['added']))
    expect(await sitesOf(taskId)).toEqual([])

    await set(taskId, preview.sites)
    const sites = await sitesOf(taskId)
    expect(sites).toHaveLength(18)
    expect(sites[0]).toMatchObject({
      id: 'site.m1.第1处填埋场',
      place: '石湖镇第1处填埋场',
      unit: { id: 'water', name: '市水务局' },
    })
    const again = await read(taskId, { fileId: await workbook(taskId, rowsOf('市水务局')) })
    expect([new Set(fatesOf(again)), again.sites]).toEqual([new Set(['same']), []])
    const { version } = await as.ok('housingStaff', 'task.get', { taskId })
    await set(taskId, preview.sites)
    expect((await as.ok('housingStaff', 'task.get', { taskId })).version).toBe(version)
  })

  it('takes the point of each place where the sheet has it, and a sheet of before without', async () => {
    const taskId = await underway('sites-points')
    const rows = [
      ['王村', '石湖镇王村', '市水务局', '21.66271', '110.91958'],
      ['李村', '石湖镇李村', '市水务局'],
      ['赵村', '石湖镇赵村', '市水务局', '', '110.9'],
      ['钱村', '石湖镇钱村', '市水务局', '北纬21度', '110.9'],
      ['孙村', '石湖镇孙村', '市水务局', '110.9', '21.6'],
    ]
    const { sites, lines } = await read(taskId, { fileId: await workbook(taskId, rows) })
    expect(sites.map(({ name, point }) => [name, point])).toEqual([
      ['王村', { latitude: 21.66271, longitude: 110.91958 }],
      ['李村', undefined],
    ])
    expect(lines.slice(2).map(({ faults }) => faults)).toEqual(
      ['赵村', '钱村', '孙村'].map(() => [{ column: 'latitude', code: 'noPoint' }]),
    )
    await set(taskId, sites)
    expect((await sitesOf(taskId)).map(({ hasPoint }) => hasPoint)).toEqual([true, false])
    // A later sheet without the point leaves the one that stands.
    const later = [['王村', '石湖镇王村东', '市水务局']]
    const again = await read(taskId, { fileId: await workbook(taskId, later) })
    await set(taskId, again.sites)
    expect((await sitesOf(taskId))[0]).toMatchObject({ place: '石湖镇王村东', hasPoint: true })

    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('点位')
    sheet.addRow(['点位名称', '地点', '报完成的单位'])
    sheet.addRow(['周村', '石湖镇周村', '市水务局'])
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    const announced = { taskId, fileName: '点位.xlsx', size: bytes.length }
    const { target } = await as.ok('housingStaff', 'documents.prepareSiteUpload', announced)
    await app.put(target, bytes)
    const { sites: ofBefore } = await read(taskId, { fileId: target.fileId })
    expect(ofBefore.map(({ name }) => name)).toEqual(['周村'])
  })

  it('names every row that is not taken and takes the others', async () => {
    const taskId = await underway('sites-faults')
    const fileId = await workbook(taskId, [
      ['王村', '石湖镇王村', '市水务局'],
      ['', '石湖镇', '市水务局'],
      ['李村', '', '市住房城乡建设局'],
      ['王村', '别处', '市水务局'],
      ['赵村', '石湖镇赵村', '市没有局'],
      ['钱村', '石湖镇钱村', ''],
      ['很'.repeat(61), '石湖镇', '市水务局'],
    ])
    const { lines, sites } = await read(taskId, { fileId })
    expect(sites.map(({ name }) => name)).toEqual(['王村'])
    expect(lines.map(({ row, faults }) => [row, ...faults.flatMap((each) => Object.values(each))]))
      // Two units owe the measure: which one says it done has to be written.
      .toEqual([
        [2],
        [3, 'name', 'missing'],
        [4, 'place', 'missing'],
        [5, 'name', 'twice'],
        [6, 'unit', 'unknownUnit'],
        [7, 'unit', 'missing'],
        [8, 'name', 'tooLong'],
      ])
  })

  it('is refused as another table, as another task’s file and to who may not set it', async () => {
    const taskId = await underway('sites-wrong-file')
    const book = new ExcelJS.Workbook()
    book.addWorksheet('表').addRow(['别的', '表头'])
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    const announced = { taskId, fileName: '别的.xlsx', size: bytes.length }
    const { target } = await as.ok('housingStaff', 'documents.prepareSiteUpload', announced)
    await app.put(target, bytes)
    const { fileId } = target
    const input = { taskId, measureId: 'm1', fileId }
    expect(await as.refusal('housingStaff', 'documents.readSites', input)).toBe(
      'ORGANIZATION.NO_TABLE',
    )
    expect(await as.refusal('coordinator', 'documents.readSites', input)).toBe('FILE.MISSING')
    expect(await as.refusal('waterStaff', 'documents.readSites', input)).toBe('ACCESS.UNIT')
    const notes = { ...announced, fileName: '点位.txt' }
    expect(await as.refusal('housingStaff', 'documents.prepareSiteUpload', notes)).toBe('FILE.TYPE')
  })
})

describe('lines that are typed or pasted', () => {
  it('are read with tabs, commas and gaps, the head left out, the only unit added', async () => {
    const taskId = await cases.underway('sites-typed')
    const lines = [
      '点位名称\t地点\t报完成的单位',
      '王村\t石湖镇王村\t市住房城乡建设局',
      '',
      '李村，石湖镇李村',
      '赵村  石湖镇赵村',
    ].join('\n')
    const { sites, lines: shown } = await read(taskId, { lines })
    expect(sites.map(({ name, place, unitId }) => [name, place, unitId])).toEqual([
      ['王村', '石湖镇王村', 'housing'],
      ['李村', '石湖镇李村', 'housing'],
      ['赵村', '石湖镇赵村', 'housing'],
    ])
    expect(shown.map(({ row }) => row)).toEqual([2, 4, 5])
  })
})

describe('sites said done', () => {
  it('one by one, with undo; the measure is done with the last and holds self-check till then', async () => {
    const taskId = await cases.underway('sites-done')
    const { sites } = await read(taskId, {
      lines: rowsOf('')
        .map((row) => row.join('，'))
        .join('\n'),
    })
    await set(taskId, sites)
    const report = (name: string) => {
      const partId = `site.m1.${name}`
      return as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said })
    }
    const byItself = { taskId, partId: 'measure.m1.housing', ...said }
    expect(await as.refusal('housingStaff', 'task.reportDone', byItself)).toBe('THING.NOT_FOUND')
    await as.ok('housingStaff', 'task.reportDone', {
      taskId,
      partId: 'measure.m2.housing',
      ...said,
    })
    for (const name of names.slice(0, 12)) await report(name)
    const doneOf = async () =>
      (await sitesOf(taskId)).filter(({ doneOn }) => doneOn !== null).length
    expect(await doneOf()).toBe(12)

    const check = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', check)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    // A site that was said done stays as it is; said back, it may go.
    const gone = { taskId, measureId: 'm1', sites: [], removed: [names[0]!] }
    expect(await as.refusal('housingStaff', 'task.setSites', gone)).toBe('TASK.DONE_STAYS')
    const onPart = { taskId, partId: `site.m1.${names[0]!}` }
    await as.ok('housingStaff', 'task.undoDone', { ...onPart, reason: '报错了' })
    expect(await doneOf()).toBe(11)
    await report(names[0]!)
    for (const name of names.slice(12)) await report(name)
    const { measures } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(measures[0]?.doneOn).toBe('2019-11-18')
    const { items } = await as.ok('housingStaff', 'notifier.listTodo', {})
    const owed = items.filter((row) => row.thingId === taskId).map(({ kind }) => kind)
    expect(owed).not.toContain('finishMeasure')

    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    await cases.ask(taskId)
    await cases.release(taskId)
    const seen = async () =>
      (await app.ok('openid-anybody', 'register.getTask', { taskId })).measures.map(
        ({ sitesDone }) => sitesDone,
      )
    // What a unit says done stays with staff until the office publishes it.
    expect(await seen()).toEqual([null, null])
    await cases.publish(taskId, colleague)
    expect(await seen()).toEqual([18, null])
  })

  it('of two lists at once both stand, each row once', async () => {
    const taskId = await cases.underway('sites-at-once')
    const row = (name: string) => ({ name, place: name, unitId: 'housing' })
    await Promise.all([set(taskId, [row('王'), row('李')]), set(taskId, [row('李'), row('赵')])])
    expect((await sitesOf(taskId)).map(({ text }) => text).sort()).toEqual(['李', '王', '赵'])
  })
})
