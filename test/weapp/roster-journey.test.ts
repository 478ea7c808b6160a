import ExcelJS from 'exceljs'
import path from 'node:path'
import { type TestApp, startApp } from '@/test/support/app'
import { administratorOpenid } from '@/test/support/environment'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import { emptyStorage } from './simulator/phone'

/** 单位和人员 from Excel, from the administrator's page of the compiled mini-program. */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
let people: Organization

beforeAll(async () => {
  cloud = await startApp()
  people = await buildOrganization(cloud)
})
afterAll(() => cloud.close())

/** The template with a unit, somebody for it, and somebody whose unit is unknown. */
const workbook = async (): Promise<Uint8Array> => {
  const as = { actAs: people.administrator.actAs }
  const { url } = await cloud.ok(administratorOpenid, 'documents.takeOrganizationTemplate', {}, as)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  const write = (sheet: string, row: number, cells: string[]) =>
    cells.forEach((cell, index) => (book.getWorksheet(sheet)!.getCell(row, index + 1).value = cell))
  write('单位', 2, ['forestry', '市林业局', '职能部门', '440900'])
  write('人员', 2, ['林一', '13800000031', '市林业局', '责任单位经办'])
  write('人员', 3, ['林二', '13800000032', '市没有局', '责任单位经办'])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const openRoster = async (document: { name: string; bytes: Uint8Array }) => {
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(people.administrator.actAs))
  const app = await openMiniProgram({
    dist,
    storage,
    bridge: bridgeTo(cloud, administratorOpenid),
    path: 'subpackages/office/people/index',
  })
  app.person.document = document
  await app.tap('从 Excel 导入单位和人员')
  await app.waitFor('选填好的文件')
  return app
}

test('a file is shown row by row, and only the button brings it in', async () => {
  const app = await openRoster({ name: '林业.xlsx', bytes: await workbook() })
  await app.tap('选填好的文件')
  await app.waitFor('新增2行，更改0行，不变0行，不导入1行')
  expect(app.text()).toContain('人员表第3行')
  expect(app.text()).toContain('单位找不到，请先填单位表，或改成系统里的名称')
  const as = { actAs: people.administrator.actAs }
  const ask = { query: '林业' }
  const before = await cloud.ok(administratorOpenid, 'identity.listUnits', ask, as)
  expect(before.items).toEqual([])

  await app.tap('导入2行')
  await app.waitFor('1个邀请码')
  const code = /[2-9A-HJKMNP-TV-Z]{10}/.exec(app.text())?.[0] ?? ''
  const { membership } = await cloud.ok('openid-lin', 'identity.acceptInvitation', { code })
  expect(membership).toMatchObject({ role: 'unitStaff', unit: { name: '市林业局' } })
  await app.close()
})

test('the same file again has nothing to bring in', async () => {
  const app = await openRoster({ name: '林业.xlsx', bytes: await workbook() })
  await app.tap('选填好的文件')
  await app.waitFor('新增0行，更改0行，不变2行，不导入1行')
  expect(app.text()).toContain('已加入')
  expect(app.text()).toContain('没有要新增或更改的行')
  expect(app.has('导入0行')).toBe(false)
  await app.close()
})

test('what is no workbook is refused in words before it goes up', async () => {
  const app = await openRoster({ name: '人员.pdf', bytes: new Uint8Array([1, 2, 3]) })
  await app.tap('选填好的文件')
  await app.waitFor('请选 .xlsx 文件')
  await app.close()
})
