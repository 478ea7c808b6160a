import { ImportRefusal, readDocument } from '@/cloudfunctions/documents/reading/read-document'
import { excelFile, wordFile, wordText } from './documents'
import { closeOutNotice } from './invented-lists'
import { only, read } from './read'
import { sliceErrors } from './slices'

const text = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await readDocument(bytes, name)).text

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readDocument(bytes, name)
  } catch (error) {
    if (error instanceof ImportRefusal) return error.code
    throw error
  }
  return 'none'
}

const bytesOf = (words: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(words, encoding))
const words = '反馈问题:某河污染。\n责任单位:某县政府\n'
// 反馈问题 as GB18030.
const gb = new Uint8Array([0xb7, 0xb4, 0xc0, 0xa1, 0xce, 0xca, 0xcc, 0xe2])

describe('a sheet saved with commas', () => {
  const sheet = `某县“清四乱”问题整改台账,,,,
序号,问题描述,整改措施,责任单位,计划销号时间
1,"左岸堆放砂石,约300方","清运""四乱""砂石,
复绿",沙河镇政府,2023年5月31日
2,右岸违建1处,依法拆除,泥河乡政府,2023年6月30日
`
  it('is a table: quotes hold commas, breaks and quotes', async () => {
    expect(await text(bytesOf(sheet), '台账.csv')).toBe(
      [
        '某县“清四乱”问题整改台账',
        '| 序号 | 问题描述 | 整改措施 | 责任单位 | 计划销号时间 |',
        '| 1 | 左岸堆放砂石,约300方 | 清运"四乱"砂石,\n复绿 | 沙河镇政府 | 2023年5月31日 |',
        '| 2 | 右岸违建1处 | 依法拆除 | 泥河乡政府 | 2023年6月30日 |',
      ].join('\n'),
    )
  })

  it('and its rows are tasks', async () => {
    const { tasks } = read(await text(bytesOf(sheet), '台账.csv'))
    expect(tasks.map(({ deadline }) => deadline.dates)).toEqual([['2023-05-31'], ['2023-06-30']])
    expect(tasks[0]?.problem).toBe('左岸堆放砂石,约300方')
  })

  it('with rows of commas alone and without a last line end', async () => {
    expect(await text(bytesOf('序号,问题\r\n,\r\n1,某河'), '一.csv')).toBe(
      '| 序号 | 问题 |\n| 1 | 某河 |',
    )
  })
})

describe('a text file', () => {
  it.each([
    ['UTF-8', bytesOf(words)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${words}`)],
    ['UTF-16', bytesOf(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 without a mark', bytesOf(words, 'utf16le')],
    [
      'UTF-16, big end first',
      bytesOf(`\ufeff${words}`, 'utf16le').map((_byte, at, all) => all[at ^ 1] ?? 0),
    ],
    ['Windows line ends', bytesOf(words.replace(/\n/g, '\r\n'))],
  ])('is read from %s', async (_name, bytes) => {
    expect(await text(bytes, '清单.txt')).toBe(words)
  })

  it('is read from GB18030', async () => {
    expect(await text(gb, '清单.txt')).toBe('反馈问题')
  })

  it('is refused when it is no text', async () => {
    expect(await refusal(new Uint8Array([0x89, 0x50, 0, 0, 0, 1, 2, 3, 0xff, 0xd8]), 'a.txt')).toBe(
      'IMPORT.UNKNOWN_ENCODING',
    )
  })
})

const head = ['序号', '反馈问题', '整改措施', '责任单位', '整改时限']
const rows = [
  head,
  [
    '1',
    '某河污水直排。',
    '1.截污。\n2.清淤(责任单位:县水利局)。',
    '县水利局牵头,县住建局',
    '2021年6月底前',
  ],
  ['2', '某厂扬尘。', '加强巡查。', '某镇党委、政府', '立行立改'],
]

function expectTwoTasks(read_: string): void {
  const { tasks, faults } = read(read_)
  expect(faults).toEqual([])
  expect(tasks).toMatchObject([
    {
      number: '1',
      problem: '某河污水直排。',
      units: { lead: ['县水利局'], responsible: ['县住建局'] },
      deadline: { dates: ['2021-06-30'] },
    },
    {
      number: '2',
      problem: '某厂扬尘。',
      units: { responsible: ['某镇党委、政府'] },
      deadline: { kinds: ['immediate'] },
    },
  ])
  expect(tasks[0]?.measures).toMatchObject([
    { text: '截污。' },
    { text: '清淤', units: { responsible: ['县水利局'] } },
  ])
  expect(sliceErrors(read_, { tasks, faults })).toEqual([])
}

describe('a Word file', () => {
  it('gives its table with the breaks inside the cells', async () => {
    const bytes = await wordFile('某县整改任务清单', rows, '联系人:王某某\n联系电话:1234567')
    expectTwoTasks(await text(bytes, '清单.docx'))
  })

  it('gives labelled paragraphs as lines', async () => {
    const bytes = await wordText(closeOutNotice)
    expect(only(await text(bytes, '公示.docx'))).toMatchObject({
      number: '十二',
      deadline: { dates: ['2022-12-31'] },
    })
  })

  it('is known by its content, whatever it is called', async () => {
    expect(await text(await wordText('反馈问题'), 'upload')).toBe('反馈问题')
  })

  it('is refused when it is broken', async () => {
    const bytes = await wordText(closeOutNotice)
    expect(await refusal(bytes.slice(0, bytes.length / 2), 'a.docx')).toBe('IMPORT.BROKEN_DOCX')
    expect(await refusal(bytesOf('no zip'), 'a.docx')).toBe('IMPORT.BROKEN_DOCX')
  })
})

describe('an Excel file', () => {
  it('gives its rows, a title across the sheet as a line', async () => {
    const bytes = await excelFile([['某县整改任务清单'], ...rows], (sheet) =>
      sheet.mergeCells('A1:E1'),
    )
    expectTwoTasks(await text(bytes, '清单.xlsx'))
  })

  it('prints days and months as such', async () => {
    const bytes = await excelFile(
      [
        head,
        [1, '某河污染。', '截污。', '县水利局', new Date(Date.UTC(2021, 5, 30))],
        [2, '某厂扬尘。', '洒水。', '县住建局', new Date(Date.UTC(2021, 8, 1))],
      ],
      (sheet) => {
        sheet.getCell('E2').numFmt = 'yyyy/m/d'
        sheet.getCell('E3').numFmt = 'yyyy"年"m"月"'
      },
    )
    expect(read(await text(bytes, '清单.xlsx')).tasks.map((task) => task.deadline.dates)).toEqual([
      ['2021-06-30'],
      ['2021-09-30'],
    ])
  })

  it('joins rows below a merged number to one task', async () => {
    const bytes = await excelFile(
      [
        head,
        ['1', '某河污染。', '截污。', '县水利局', '2021年6月底'],
        ['', '', '清淤。', '县住建局', '2021年9月底'],
      ],
      (sheet) => {
        sheet.mergeCells('A2:A3')
        sheet.mergeCells('B2:B3')
      },
    )
    expect(
      only(await text(bytes, '清单.xlsx')).measures.map((one) => [
        one.text,
        one.units.responsible,
        one.deadline.dates,
      ]),
    ).toEqual([
      ['截污。', ['县水利局'], ['2021-06-30']],
      ['清淤。', ['县住建局'], ['2021-09-30']],
    ])
  })

  it('is refused when it is broken', async () => {
    const bytes = await excelFile(rows)
    expect(await refusal(bytes.slice(0, bytes.length / 2), 'a.xlsx')).toBe('IMPORT.BROKEN_XLSX')
    expect(await refusal(bytesOf('no zip'), 'a.xlsx')).toBe('IMPORT.BROKEN_XLSX')
  })
})

describe('other files', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  it('are refused with the reason', async () => {
    expect(await refusal(new Uint8Array(), 'a.txt')).toBe('IMPORT.EMPTY')
    expect(await refusal(bytesOf(' \n '), 'a.txt')).toBe('IMPORT.EMPTY')
    expect(await refusal(bytesOf('x'), 'a.exe')).toBe('IMPORT.UNKNOWN_TYPE')
    expect(await refusal(bytesOf('PK\u0003\u0004 other'), 'a.zip')).toBe('IMPORT.UNKNOWN_TYPE')
    expect(await refusal(new Uint8Array(compound), 'a.doc')).toBe('IMPORT.OLD_OFFICE')
    expect(
      await refusal(
        new Uint8Array([...compound, ...bytesOf('EncryptedPackage', 'utf16le')]),
        'a.docx',
      ),
    ).toBe('IMPORT.ENCRYPTED')
  })

  it('are refused above 20 MB and not below', async () => {
    const most = 20 * 1024 * 1024
    expect(await refusal(new Uint8Array(most + 1).fill(0x61), 'a.txt')).toBe('IMPORT.TOO_LARGE')
    expect(await refusal(new Uint8Array(most).fill(0x61), 'a.txt')).toBe('none')
  })

  it('give radicals as the characters they look like', async () => {
    expect(await text(bytesOf('⽴⾏⽴改,⻓期坚持'), 'a.txt')).toBe('立行立改,长期坚持')
  })
})
