import JSZip from 'jszip'
import { readFile } from '@/cloudfunctions/documents/read-file'
import { ImportRefusal, readDocument } from '@/cloudfunctions/documents/reading/read-document'
import { excelFile, sixtyTasks } from './documents'

const head = ['序号', '反馈问题', '责任单位', '整改时限']
const escape = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const cellXml = (address: string, words: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(words)}</t></is></c>`
const rowXml = (row: number, words: string[]): string =>
  `<row r="${row}">${words.map((one, at) => cellXml(`${'ABCDEFGH'[at]}${row}`, one)).join('')}</row>`

/** An .xlsx by hand: what no well-behaved program writes. */
async function rawExcel(rows: string, more = '', styles = ''): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file(
    'xl/workbook.xml',
    '<workbook xmlns:r="r"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>',
  )
  zip.file(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  )
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`,
  )
  if (styles !== '') zip.file('xl/styles.xml', styles)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readDocument(bytes, name)
  } catch (error) {
    if (error instanceof ImportRefusal) return error.code
    throw error
  }
  return 'none'
}

const twoRows = [
  ['1', '某河污染。', '县水利局', '2021年6月底前'],
  ['2', '某厂扬尘。', '县住建局', '2021年9月底前'],
]
const usual = [head, ...twoRows].map((row, at) => rowXml(at + 1, row)).join('')

describe('the size of a sheet', () => {
  it('is what its cells are, not how far down the last of them stands', async () => {
    const bytes = await rawExcel(usual + rowXml(1_048_576, ['', '填表人:某某']))
    const start = process.cpuUsage()
    const { tasks } = await readFile(bytes, '清单.xlsx')
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000)
    expect(tasks.map(({ number }) => number)).toEqual(['1', '2'])
  })

  it('is that of its 60 tasks when somebody formatted the last row that a sheet can have', async () => {
    const cpuOf = async (bytes: Uint8Array) => {
      const start = process.cpuUsage()
      const { tasks } = await readFile(bytes, '清单.xlsx')
      expect(tasks).toHaveLength(60)
      return process.cpuUsage(start).user
    }
    await cpuOf(await sixtyTasks())
    const plain = await cpuOf(await sixtyTasks())
    const formatted = await cpuOf(await sixtyTasks({ lastRow: true }))
    expect(formatted).toBeLessThan(Math.max(plain, 200_000) * 5)
  })

  it('may be 50,000 rows, in linear time', async () => {
    const sheet = (count: number): string =>
      Array.from({ length: count }, (_, at) =>
        rowXml(at + 2, [String(at + 1), `第${at + 1}处污染。`, '县水利局', '2021年6月底前']),
      ).join('')
    const seconds = async (count: number): Promise<number> => {
      const bytes = await rawExcel(rowXml(1, head) + sheet(count))
      const start = process.cpuUsage()
      const { text } = await readDocument(bytes, '清单.xlsx')
      expect(text.split('\n')).toHaveLength(count + 1)
      return process.cpuUsage(start).user
    }
    await seconds(1_000)
    const [few, many] = [await seconds(10_000), await seconds(50_000)]
    // Five times the rows; a reader that looks at all rows for each takes 25 times as long.
    expect(many).toBeLessThan(Math.max(few, 100_000) * 15)
  })

  it('is refused by the directory before anything is unpacked', async () => {
    const bytes = await rawExcel(usual + ' '.repeat(80 * 1024 * 1024))
    expect(bytes.length).toBeLessThan(1024 * 1024)
    expect(await refusal(bytes, '清单.xlsx')).toBe('IMPORT.UNPACKS_TOO_LARGE')
  })

  it.each(['清单.xlsx', '清单.docx'])(
    'is counted again where the directory of %s lies',
    async (name) => {
      const zip = new JSZip()
      const part = name.endsWith('docx') ? 'word/document.xml' : 'xl/workbook.xml'
      zip.file(part, `<a>${' '.repeat(80 * 1024 * 1024)}</a>`)
      const bytes = Buffer.from(
        await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }),
      )
      // The directory's entry: its unpacked size stands 24 bytes behind its mark.
      const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
      bytes.writeUInt32LE(1000, entry + 24)
      expect(await refusal(new Uint8Array(bytes), name)).toMatch(/^IMPORT\.BROKEN_/)
    },
  )
})

describe('cells of a sheet', () => {
  it('may be merged one over another, as broken programs do', async () => {
    const merges = '<mergeCells><mergeCell ref="C2:C3"/><mergeCell ref="C2:D2"/></mergeCells>'
    const rows = [head, ['1', '某河污染。', '县水利局'], ['2', '某厂扬尘。', '', '2021年9月底前']]
    const bytes = await rawExcel(rows.map((row, at) => rowXml(at + 1, row)).join(''), merges)
    const { tasks } = await readFile(bytes, '清单.xlsx')
    expect(tasks.map(({ units }) => units.responsible)).toEqual([['县水利局'], ['县水利局']])
    expect(tasks[1]?.unsure).toContainEqual({
      field: 'units.responsible',
      reason: '与第1项共用。',
      proposed: '县水利局',
    })
  })

  it('that stand for several rows give each its unit and its day, and say that they were shared', async () => {
    const day = '2021年6月底前'
    const rows = ['1', '2', '3'].map((number) => [number, `第${number}处污染。`, '县水利局', day])
    const bytes = await excelFile([head, ...rows], (sheet) => {
      sheet.mergeCells('C2:C4')
      sheet.mergeCells('D2:D4')
    })
    const { tasks } = await readFile(bytes, '清单.xlsx')
    expect(tasks.map(({ units, deadline }) => [units.responsible, deadline.dates])).toEqual(
      rows.map(() => [['县水利局'], ['2021-06-30']]),
    )
    for (const { unsure } of tasks.slice(1))
      expect(unsure).toContainEqual({
        field: 'deadline.dates',
        reason: '与第1项共用。',
        proposed: '2021-06-30',
      })
  })

  it('with the number of a day have no date yet, and the day is proposed', async () => {
    const bytes = await excelFile([head, ['1', '某河污染。', '县水利局', 44_012]])
    const { deadline, unsure } = (await readFile(bytes, '清单.xlsx')).tasks[0]!
    expect(deadline.dates).toEqual([])
    expect(unsure).toContainEqual(
      expect.objectContaining({ field: 'deadline.dates', proposed: '2020-06-30' }),
    )
  })

  it('print their shares and days as they show them', async () => {
    const formats = ['0%', '0.0%', '"第"0"项"', '[$-804]yyyy"年"m"月";@', 'm"月"d"日"', '000']
    const bytes = await excelFile(
      [
        head,
        ...formats.map((_, at) => [
          String(at + 1),
          at < 2 ? 0.856 : at < 3 ? 5 : at < 5 ? new Date(Date.UTC(2021, 5, 30)) : 7,
          '',
          '',
        ]),
      ],
      (sheet) =>
        formats.forEach((format, at) => {
          sheet.getCell(at + 2, 2).numFmt = format
        }),
    )
    const { text } = await readDocument(bytes, '清单.xlsx')
    const shown = text
      .split('\n')
      .slice(1)
      .map((line) => line.split(' | ')[1])
    expect(shown).toEqual(['86%', '85.6%', '第5项', '2021年6月', '6月30日', '007'])
  })

  it.each([
    [0.3, '30%'],
    [1, '100%'],
    [0.655, '66%'],
  ])('print the share %d as %s', async (share, shown) => {
    const bytes = await excelFile(
      [
        [...head, '完成率'],
        [...twoRows[0]!, share],
      ],
      (sheet) => (sheet.getCell(2, 5).numFmt = '0%'),
    )
    const { text } = await readDocument(bytes, '清单.xlsx')
    expect(text.split('\n')[1]?.split(' | ')[4]?.replace(' |', '')).toBe(shown)
  })

  it('tell of the picture that WPS keeps in them', async () => {
    const picture = '<c r="B4" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    const bytes = await rawExcel(
      `${usual}<row r="4">${cellXml('A4', '3')}${picture}${cellXml('C4', '县城管局')}</row>`,
    )
    const { text, leftOut, faults } = await readFile(bytes, '清单.xlsx')
    expect(text).not.toContain('DISPIMG')
    expect(leftOut.map(({ kind }) => kind)).toEqual(['picture'])
    expect(faults.map(({ code }) => code)).toContain('IMPORT.PICTURE_LEFT_OUT')
  })

  it('in hidden rows and columns are left out and told with their words', async () => {
    const bytes = await excelFile(
      [[...head, '内部意见'], ...twoRows.map((row) => [...row, '暂缓'])],
      (sheet) => {
        sheet.getRow(3).hidden = true
        sheet.getColumn(5).hidden = true
      },
    )
    const { text, tasks, leftOut, faults } = await readFile(bytes, '清单.xlsx')
    expect(tasks).toHaveLength(1)
    expect(text).not.toMatch(/暂缓|某厂/)
    expect(leftOut.map(({ words }) => words).sort()).toEqual([
      '2 某厂扬尘。 县住建局 2021年9月底前',
      '内部意见 暂缓 暂缓',
    ])
    expect(faults.filter(({ code }) => code === 'IMPORT.HIDDEN_LEFT_OUT')).toHaveLength(2)
  })
})

describe('files of old programs', () => {
  it.each(['清单.doc', '清单.wps', '清单.xls', '清单.et', '清单.rtf'])(
    '%s: save as .docx',
    async (name) => {
      const code = await refusal(new Uint8Array(Buffer.from('{\\rtf1 }')), name)
      expect(code).toBe('IMPORT.OLD_OFFICE')
      expect(new ImportRefusal('IMPORT.OLD_OFFICE').message).toContain('另存为 .docx')
    },
  )
})
