import ExcelJS from 'exceljs'
import { selfCheckWords } from '@/copy/close-out'
import { siteWords } from '@/copy/site-list'
import { evidenceWords, partWords } from '@/copy/task-parts'
import { plainJpeg } from '@/test/functions/feedback/pictures'
import { casesIn } from '@/test/functions/task/close-out'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 佐证: what proves a part done, on the pages as compiled. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const taskPage = (taskId: string) => `/subpackages/unit/task/index?id=${taskId}`

test('a photo before stands over the one after, and a firm’s secret opens for whoever works on it alone', async () => {
  const { app: cloud, organization, as } = world
  const taskId = await world.underway('weapp-evidence')
  const unit = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await unit.open(taskPage(taskId))
  await unit.waitFor(() => unit.canTap('报完成：措施m1'))
  await unit.tap('报完成：措施m1')
  await unit.type(partWords.what, '截污管已接通')
  // Its plan names a paper by its number.
  await unit.type(partWords.paperNumber, '茂水函〔2019〕6号')
  unit.person.photos = [plainJpeg]
  await unit.tap('选照片', 0)
  await unit.waitFor(() => unit.has('第1张照片'))
  unit.person.photos = [plainJpeg]
  await unit.tap('选照片', 1)
  await unit.waitFor(() => unit.findAll('第1张照片').length > 1)
  unit.person.document = { name: '工艺.pdf', bytes: Buffer.from('%PDF-1.4 recipe') }
  await unit.waitFor(evidenceWords.secretLine)
  await unit.tap(evidenceWords.addSecret, 1)
  await unit.waitFor('工艺.pdf')
  await unit.tap(partWords.reportDone, 3)
  await unit.waitFor(evidenceWords.count(2, 1)!)
  await unit.close()
  const { items } = await as.ok('housingStaff', 'task.listEvidence', {
    ...{ taskId, partId: 'measure.m1.water' },
  })
  expect(items.map(({ use, secret }) => [use, secret]).sort()).toEqual([
    ['after', false],
    ['before', false],
    ['paper', true],
  ])

  const lead = await openAs(cloud, organization.housingStaff.openid, '市住房城乡建设局')
  await lead.open(taskPage(taskId))
  await lead.waitFor(() => lead.canTap('看佐证：措施m1'))
  await lead.tap('看佐证：措施m1')
  await lead.waitFor('工艺.pdf')
  const read = lead.text()
  expect(read.indexOf(evidenceWords.before)).toBeGreaterThan(-1)
  expect(read.indexOf(evidenceWords.before)).toBeLessThan(read.indexOf(evidenceWords.photos))
  expect(lead.has(evidenceWords.secret)).toBe(true)
  expect(lead.has(evidenceWords.notOpen)).toBe(false)
  await lead.close()
})

/** The sites of one measure as an Excel file like the one that is filled in. */
const workbook = async (taskId: string) => {
  const { url } = await world.as.ok('housingStaff', 'documents.takeSiteTemplate', { taskId })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  const sheet = book.worksheets[0]!
  for (let nth = 1; nth <= 18; nth += 1)
    [`${nth}号填埋场`, `石湖镇${nth}村`, '市水务局'].forEach(
      (cell, column) => (sheet.getCell(nth + 1, column + 1).value = cell),
    )
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('eighteen sites come in from Excel; of twelve that are done the pages read 12/18', async () => {
  const { app: cloud, organization, as } = world
  const taskId = await world.underway('weapp-eighteen')
  const lead = await openAs(cloud, organization.housingStaff.openid, '市住房城乡建设局')
  await lead.open(`/subpackages/unit/sites/index?id=${taskId}&measure=m1`)
  await lead.waitFor(siteWords.none)
  lead.person.document = { name: '点位.xlsx', bytes: await workbook(taskId) }
  await lead.tap(siteWords.choose)
  await lead.waitFor('读出18行', 15_000)
  expect(lead.text()).toContain('新增18处，更改0处，不变0处')
  await lead.tap(siteWords.save(18))
  await lead.waitFor(siteWords.standing(18, 0))
  const said = { on: '2019-11-18', words: '已封场', paperNumber: '1号' }
  for (let nth = 1; nth <= 12; nth += 1)
    await as.ok('waterStaff', 'task.reportDone', {
      ...{ taskId, partId: `site.m1.${nth}号填埋场` },
      ...said,
    })
  await lead.pullDown()
  await lead.waitFor(siteWords.standing(18, 12))
  await lead.open(taskPage(taskId))
  await lead.waitFor(siteWords.doneOf(12, 18))
  await lead.close()
})

test('the self-check counts what is missing in words, and each leads to where it is said done', async () => {
  const { app: cloud, organization, as, ledger } = world
  const taskId = await casesIn(as, ledger).underway('weapp-missing')
  const said = { on: '2019-11-18', words: '已接通', paperNumber: '1号' }
  await as.ok('housingStaff', 'task.reportDone', { taskId, partId: 'measure.m1.housing', ...said })
  const unit = await openAs(cloud, organization.housingStaff.openid, '市住房城乡建设局')
  await unit.open(`/subpackages/unit/self-check/index?id=${taskId}`)
  await unit.waitFor(selfCheckWords.missing(1))
  expect(unit.text()).toContain('还差1样，补齐才能自查')
  // What is there already stands below what is missing.
  expect(unit.text()).toContain(selfCheckWords.partsDone(1))
  await unit.tap('措施m2')
  await unit.waitFor(() => unit.page.route === 'subpackages/unit/task/index')
  await unit.waitFor(() => unit.canTap('报完成：措施m2'))
  await as.ok('housingStaff', 'task.reportDone', { taskId, partId: 'measure.m2.housing', ...said })
  await unit.back()
  await unit.leaveAndReturn()
  await unit.waitFor(selfCheckWords.partsDone(2))
  expect(unit.has('还差1样')).toBe(false)
  await unit.close()
})
