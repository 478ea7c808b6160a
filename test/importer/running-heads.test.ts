import { readFile } from '@/cloudfunctions/documents/read-file'

const readText = (text: string) => readFile(new TextEncoder().encode(text), '清单.txt')

const list = (above: string, measure: string): string =>
  `${above}一、东河镇污水直排。\n整改措施:${measure}\n责任单位:市水务局\n${above}二、西河镇粪污外溢。\n整改措施:${measure}\n责任单位:市农业农村局\n`

describe('a line that is printed again', () => {
  it.each(['开展排查,建立问题台账。', '制定整改方案', '进行公示。'])(
    'is a task’s own where it names a field: %s',
    async (measure) => {
      const { tasks } = await readText(list('', measure))
      expect(tasks.map((task) => task.measures.map(({ text }) => text))).toEqual([
        [measure],
        [measure],
      ])
    },
  )

  it('is left out where it is the title over every page', async () => {
    const { text } = await readText(list('某市督察整改任务清单\n', '截污。'))
    expect(text.split('某市督察整改任务清单')).toHaveLength(2)
  })

  it('is left out where other lines stand over the title, and page numbers in full width too', async () => {
    const above = '附件2\n某市人民政府办公室\n(2020年3月)\n某市督察整改任务清单\n'
    const pages = list('某市督察整改任务清单\n', '截污。\n— ３ —')
    const { text, tasks } = await readText(`${above}${pages}`)
    expect(text.split('某市督察整改任务清单')).toHaveLength(2)
    expect(tasks.map((task) => task.measures.map((measure) => measure.text))).toEqual([
      ['截污。'],
      ['截污。'],
    ])
  })
})
