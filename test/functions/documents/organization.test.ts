import ExcelJS from 'exceljs'
import type { ActionOutput } from '@/contract/actions'
import { dump, whereIs } from '../feedback/dump'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid } from '../../support/environment'
import { buildOrganization, type Organization } from '../../support/organization'

/** 行政区划、单位、人员 from Excel: read row by row, nothing written before the button. */

let app: TestApp
let people: Organization

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
})
afterAll(() => app.close())

type Preview = ActionOutput<'documents.readOrganization'>
type Cell = string | number | { formula: string; result: string }
type Fill = Partial<Record<'行政区划' | '单位' | '人员', Cell[][]>>

const as = () => ({ actAs: people.administrator.actAs })

/** The template as the page hands it out, filled in. */
const filled = async (fill: Fill, sheets?: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const { url } = await app.ok(administratorOpenid, 'documents.takeOrganizationTemplate', {}, as())
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  for (const [name, rows] of Object.entries(fill))
    rows.forEach((row, index) => {
      row.forEach((value, column) => {
        book.getWorksheet(name)!.getCell(index + 2, column + 1).value = value
      })
    })
  sheets?.(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const uploaded = async (bytes: Buffer): Promise<string> => {
  const announced = { fileName: '人员.xlsx', size: bytes.length }
  const { target } = await app.ok(administratorOpenid, 'documents.prepareUpload', announced, as())
  await app.put(target, bytes)
  return target.fileId
}

const read = async (fill: Fill): Promise<Preview> =>
  app.ok(
    administratorOpenid,
    'documents.readOrganization',
    { fileId: await uploaded(await filled(fill)) },
    as(),
  )

const refusalOf = async (bytes: Buffer) =>
  app.refusal(
    administratorOpenid,
    'documents.readOrganization',
    { fileId: await uploaded(bytes) },
    as(),
  )

/** As the page does it: regions and units, then the people. */
const take = async ({ regions, units, people: rows }: Preview) => {
  await app.ok(administratorOpenid, 'identity.importOrganization', { regions, units }, as())
  if (rows.length === 0) return []
  const made = await app.ok(administratorOpenid, 'identity.invitePeople', { people: rows }, as())
  return made.items
}

const faultsOf = ({ lines }: Preview) =>
  lines.flatMap(({ table, row, faults }) =>
    faults.map(({ column, code }) => `${table} ${row} ${column ?? 'row'} ${code}`),
  )
const fatesOf = ({ lines }: Preview) => lines.map(({ name, fate }) => [name, fate])

const town: Fill = {
  行政区划: [
    ['440902102', '金塘镇', '镇（街道）', '440902'],
    ['440902102201', '新塘村', '村（社区）', '440902102'],
  ],
  单位: [
    [
      'town-jintang',
      '金塘镇人民政府',
      '镇（街道）',
      '440902102',
      '金塘镇政府、金塘镇',
      '0668-2000001',
    ],
    ['branch-xintang', '新塘村党支部', '村（社区）党支部', '440902102201', '', ''],
  ],
  人员: [
    ['陈一', '13800000001', '金塘镇人民政府', '责任单位经办'],
    ['陈二', 13800000002, 'town-jintang', '责任单位负责人'],
    ['陈三', '13800000003', '新塘村党支部', '村（社区）干部'],
  ],
}

describe('a workbook that is whole', () => {
  it('is shown row by row and writes nothing', async () => {
    const preview = await read(town)
    expect(faultsOf(preview)).toEqual([])
    expect(fatesOf(preview)).toEqual([
      ['金塘镇', 'added'],
      ['新塘村', 'added'],
      ['金塘镇人民政府', 'added'],
      ['新塘村党支部', 'added'],
      ['陈一', 'added'],
      ['陈二', 'added'],
      ['陈三', 'added'],
    ])
    expect(preview.people[1]).toEqual({
      name: '陈二',
      phone: '13800000002',
      unitKey: 'town-jintang',
      role: 'unitLeader',
    })
    const { items } = await app.ok(
      administratorOpenid,
      'identity.listUnits',
      { query: '金塘' },
      as(),
    )
    expect(items).toEqual([])
  })

  it('brings in units and people, whose codes open their roles', async () => {
    const made = await take(await read(town))
    expect(made.map(({ state }) => state)).toEqual(['invited', 'invited', 'invited'])
    expect(new Set(made.map(({ code }) => code)).size).toBe(3)
    const { membership } = await app.ok('openid-chen-1', 'identity.acceptInvitation', {
      code: made[0]!.code!,
    })
    expect(membership).toMatchObject({ role: 'unitStaff', unit: { id: 'town-jintang' } })
  })

  it('changes nothing when it comes a second time, and tells no code again', async () => {
    const kept = ['invitations', 'units', 'regions', 'memberships', 'people']
    const before = await dump(app, kept)
    const preview = await read(town)
    expect(fatesOf(preview).map(([, fate]) => fate)).toEqual([
      ...Array<string>(4).fill('same'),
      'joined',
      'waiting',
      'waiting',
    ])
    expect(await take(preview)).toEqual([
      { state: 'joined', code: null },
      { state: 'waiting', code: null },
      { state: 'waiting', code: null },
    ])
    expect(await dump(app, kept)).toEqual(before)
  })

  it('says of a renamed unit that it changes', async () => {
    const renamed = {
      单位: [['branch-xintang', '新塘社区党支部', '村（社区）党支部', '440902102201']],
    }
    expect(fatesOf(await read(renamed))).toEqual([['新塘社区党支部', 'changed']])
  })

  it('keeps no telephone of anybody', async () => {
    expect(whereIs(await dump(app), '13800000001')).toEqual([])
  })
})

describe('a row that is not taken', () => {
  it('says in which cell and why', async () => {
    const preview = await read({
      行政区划: [
        ['440902103', '', '镇（街道）', '440902'],
        ['440902104', '无级镇', '乡级', '440902'],
        ['4409021', '短码镇', '镇（街道）', '440902'],
        ['440902105101', '悬空村', '村（社区）', '440902105'],
        ['440902106', '错级镇', '村（社区）', '440902'],
        ['440100', '外市', '市', ''],
      ],
      单位: [
        ['局 一', '甲局', '职能部门', '440900'],
        ['bureau-2', '乙局', '委员会', '440900'],
        ['bureau-3', '丙局', '职能部门', '440998'],
        ['housing', '市住建局', '企业', '440900'],
        ['bureau-4', '丁局', '职能部门', '440900'],
        ['bureau-4', '丁局二', '职能部门', '440900'],
      ],
      人员: [
        ['甲', '13800000011', '没有这个局', '责任单位经办'],
        ['乙', '13800000012', '市水务局', '科长'],
        ['丙', '一三八', '市水务局', '责任单位经办'],
        ['丁', '13800000013', '市水务局', '责任单位经办'],
        ['丁', '138-0000-0013', '市水务局', '责任单位经办'],
        ['戊', '13800000013', '市水务局', '责任单位负责人'],
        ['己', '13800000014', '市水务局', '财政'],
        ['己', '13800000014', '市水务局', '审计'],
        ['庚', '13800000015', '市水务局', '企业'],
        ['辛', '13800000016', '丁局', '责任单位经办'],
      ],
    })
    expect(faultsOf(preview)).toEqual([
      'regions 2 name missing',
      'regions 3 level unknownLevel',
      'regions 4 code badCode',
      'regions 5 parentCode unknownRegion',
      'regions 6 parentCode unknownRegion',
      'regions 7 code outside',
      'units 2 key badKey',
      'units 3 kind unknownKind',
      'units 4 regionCode unknownRegion',
      'units 5 kind staffed',
      'units 7 key twice',
      'people 2 unit unknownUnit',
      'people 3 role unknownRole',
      'people 4 phone badPhone',
      'people 6 row twice',
      'people 7 phone phoneOfTwo',
      'people 9 role neverBoth',
      'people 10 role otherBody',
    ])
    // What is left stands, and can be brought in as it is.
    expect(preview.units.map(({ key }) => key)).toEqual(['bureau-4'])
    expect(preview.people.map(({ name }) => name)).toEqual(['丁', '己', '辛'])
    await take(preview)
  })

  it('is one with a formula, whatever the formula counts', async () => {
    const formula = { formula: '"1380000"&"0021"', result: '13800000021' }
    const preview = await read({ 人员: [['壬', formula, '市水务局', '责任单位经办']] })
    expect(faultsOf(preview)).toEqual(['people 2 phone formula'])
  })

  it('leaves out whose unit is left out', async () => {
    const preview = await read({
      单位: [['lost', '无处局', '职能部门', '440998']],
      人员: [['癸', '13800000022', '无处局', '责任单位经办']],
    })
    expect(faultsOf(preview)).toEqual([
      'units 2 regionCode unknownRegion',
      'people 2 unit unknownUnit',
    ])
  })
})

describe('a workbook as a whole', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      `员${index}`,
      `139${String(index).padStart(8, '0')}`,
      '市水务局',
      '责任单位经办',
    ])

  it('is read with 500 rows of a table and refused with one more', async () => {
    const preview = await read({ 人员: rows(500) })
    expect(preview.people).toHaveLength(500)
    expect(faultsOf(preview)).toEqual([])
    expect(await refusalOf(await filled({ 人员: rows(501) }))).toBe('ORGANIZATION.TOO_MANY')
  })

  it('is refused with another head, without its tables, and as what it is not', async () => {
    const rehead = await filled({}, (book) => {
      book.getWorksheet('人员')!.getCell(1, 1).value = '名字'
    })
    expect(await refusalOf(rehead)).toBe('ORGANIZATION.NO_TABLE')
    const other = new ExcelJS.Workbook()
    other.addWorksheet('Sheet1').addRow(['姓名'])
    expect(await refusalOf(Buffer.from(await other.xlsx.writeBuffer()))).toBe(
      'ORGANIZATION.NO_TABLE',
    )
  })

  it('is nobody’s but the administrator’s, and of who put it there', async () => {
    const fileId = await uploaded(await filled(town))
    const { openid, actAs } = people.coordinator
    expect(await app.refusal(openid, 'documents.readOrganization', { fileId }, { actAs })).toBe(
      'ACCESS.ROLE',
    )
  })
})
