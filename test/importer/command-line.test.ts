import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { numberedNotice } from './invented-lists'
import type { ImportResult } from '@/cloudfunctions/documents/importer/types'
import { sixtyTasks } from './documents'
import { importBytes, runImport, runImportIn } from './run-import'
import { sliceErrors } from './slices'

/** Over the Spring Festival of 2020, with its make-up Sunday. */
const springNotice =
  '反馈问题:某河污染。\n责任单位:某县政府\n公示时间:2020年1月20日至2020年2月10日(10个工作日)\n'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'))
  writeFileSync(path.join(folder, 'list.txt'), numberedNotice)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run import', () => {
  it('prints the tasks as JSON and writes the text they are slices of', () => {
    const { status, result, text } = importBytes('list.txt', numberedNotice)
    expect(status).toBe(0)
    expect(result.tasks).toHaveLength(1)
    expect(sliceErrors(text, result)).toEqual([])
  })

  it('says in Chinese what it found when nobody asks for JSON', () => {
    const { status, out } = runImport(path.join(folder, 'list.txt'))
    expect(status).toBe(0)
    expect(out).toMatch(/读到 1 项任务/)
    expect(out).toMatch(/可能是 2025-09-30/)
  })

  it.each(['America/New_York', 'America/Los_Angeles', 'Pacific/Pago_Pago', 'Asia/Shanghai'])(
    'counts working days by Beijing on a machine in %s',
    (zone) => {
      const file = path.join(folder, 'notice.txt')
      writeFileSync(file, springNotice)
      const { out } = runImportIn(zone, file, '--json')
      const { tasks, faults } = JSON.parse(out) as ImportResult
      expect(tasks[0]?.notice).toMatchObject({ workingDays: 10 })
      expect(faults).toEqual([])
    },
  )

  it('counts by Beijing also where another day is just ending', () => {
    const clock = path.join(folder, 'before-midnight.cjs')
    writeFileSync(
      clock,
      `const Real = Date
       const now = Real.parse('2020-01-20T23:59:30-08:00')
       globalThis.Date = class extends Real {
         constructor(...said) { if (said.length === 0) super(now); else super(...said) }
         static now() { return now }
       }`,
    )
    const file = path.join(folder, 'notice.txt')
    writeFileSync(file, springNotice)
    const before = process.env.NODE_OPTIONS
    process.env.NODE_OPTIONS = `--require ${clock}`
    try {
      const [there, here] = ['America/Los_Angeles', 'Asia/Shanghai'].map((zone) =>
        runImportIn(zone, file, '--json'),
      )
      expect(there).toEqual(here)
      const { tasks, faults } = JSON.parse(there!.out) as ImportResult
      expect(tasks[0]?.notice).toMatchObject({ workingDays: 10 })
      expect(faults).toEqual([])
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS
      else process.env.NODE_OPTIONS = before
    }
  })

  it('reads 60 tasks of a sheet whose last row is formatted in seconds', async () => {
    const started = Date.now()
    const { status, result } = importBytes('sheet.xlsx', await sixtyTasks({ lastRow: true }))
    expect(status).toBe(0)
    expect(result.tasks).toHaveLength(60)
    // Reading a million empty rows took more than a minute.
    expect(Date.now() - started).toBeLessThan(30_000)
  })

  it.each([
    ['letter.txt', '你好。', 'IMPORT.NOT_A_LIST'],
    ['empty.txt', '', 'IMPORT.EMPTY'],
    ['broken.docx', 'PK nothing', 'IMPORT.BROKEN_DOCX'],
  ])('ends with 1 and the reason for %s', (name, content, code) => {
    const { status, result } = importBytes(name, content)
    expect(status).toBe(1)
    expect(result).toMatchObject({ tasks: [], faults: [{ code }] })
  })

  it('ends with 2 when the file is missing or the words are wrong', () => {
    expect(runImport(path.join(folder, 'none.txt')).status).toBe(2)
    expect(runImport().status).toBe(2)
    expect(runImport(path.join(folder, 'list.txt'), '--unknown').status).toBe(2)
  })
})
