import { isBodyName } from '@/cloudfunctions/documents/importer/body-names'
import { readNumeral } from '@/domain/import/numeral'
import { layouts } from './corpus/layouts'
import { pdfFile } from './documents'
import { read } from './read'
import { importBytes } from './run-import'

const numbers = (text: string) => read(text).tasks.map(({ number }) => number)

describe('prose and what a page says of itself', () => {
  it.each([
    '由区水利局牵头整改3个,分别是界桩缺失;有9艘采砂船未拆解。经多方配合,均已整改完毕',
    '经各部门共同努力,两个问题已于年底前整改到位',
  ])('name no units: %s', (prose) => {
    const { tasks } = read(
      `文件名称 | 某区水利局审计问题整改公示 | ||\n公开责任部门 | 公开形式: | 主动公开 | |\n2021年审计反馈问题${prose}。现公示如下:\n1.界桩已补设。\n2.采砂船已拆解。\n某区水利局\n2021年12月20日\n`,
    )
    for (const { units } of tasks)
      for (const name of Object.values(units).flat()) expect(isBodyName(name)).toBe(true)
    expect(tasks.flatMap(({ units }) => Object.values(units).flat()).join()).not.toMatch(
      /整改|公开形式|主动公开|共同努力/,
    )
  })
})

describe('measures and progress in one section', () => {
  it.each([
    ['整改措施及完成情况', '一是清退围网;二是投放鱼苗;三是开展巡湖。'],
    ['整改措施及落实情况', '1.清退围网。\n2.投放鱼苗。'],
    ['整改措施和完成情况', '(1)清退围网;(2)投放鱼苗。'],
  ])('%s: the measures are read, or a person is asked', (label, words) => {
    const [task] = read(
      `一、反馈问题\n某湖水质恶化。\n二、整改目标\n水质达标。\n三、${label}\n${words}\n`,
    ).tasks
    const asked = task?.unsure.some(({ field }) => field.startsWith('measures'))
    expect(asked || (task?.measures.length ?? 0) > 1).toBe(true)
  })
})

describe('heads', () => {
  it.each(['问题一 ', '任务1　', '问题一、', '问题一\n'])(
    'may stand apart by a mark: %j',
    (mark) => {
      const task = (head: string, words: string) =>
        `${head}${words}\n整改目标 水质达标\n责任单位 县水利局\n完成时限 2023年6月30日前\n`
      const text =
        task(mark, '甲河断面超标') +
        task(
          mark.replace(/[一1]/, (one) => (one === '1' ? '2' : '二')),
          '乙河断面超标',
        )
      expect(read(text).tasks.map(({ number, problem }) => `${number}${problem}`)).toEqual([
        expect.stringMatching(/^[一1]甲河断面超标$/),
        expect.stringMatching(/^[二2]乙河断面超标$/),
      ])
    },
  )

  it('of the last of a group that shares its fields is one too', () => {
    const text = `第一部分 思想认识问题(2项)\n(一)压力传导不足。\n(二)统筹不够。\n整改时限:长期坚持\n第二部分 水环境问题(2项)\n(三)甲河断面超标。\n(四)乙河断面超标。\n整改时限:2023年6月底前\n`
    expect(numbers(text)).toEqual(['一', '二', '三', '四'])
  })

  it('are counted also by figures one after another', () => {
    expect(readNumeral('一〇三')).toBe(103)
    expect(readNumeral('二〇〇')).toBe(200)
    expect(readNumeral('一百零三')).toBe(103)
    expect(readNumeral('十二')).toBe(12)
    const heads = ['一九九', '二〇〇', '二〇一']
    const text = heads
      .map((head) => `${head}、第${head}处断面超标。\n责任单位:县水利局\n整改时限:2023年底前\n`)
      .join('')
    expect(numbers(text)).toEqual(heads.map((head) => expect.stringMatching(head.slice(0, 1))))
    expect(read(text).faults.map(({ code }) => code)).not.toContain('IMPORT.NUMBER_GAP')
  })
})

describe('a field before tasks that lack it', () => {
  it('keeps its items: 整改目标:1.…2.… heads no list', () => {
    const task = (number: string, goals: string) =>
      `${number}、第${number}处断面超标。\n责任单位:县水利局\n整改时限:2023年底前\n${goals}整改措施:\n1.截污。\n2.清淤。\n`
    const text =
      task('一', '整改目标:1.水质达标。2.岸线复绿。\n') +
      task('二', '') +
      task('三', '整改目标:水质达标。\n')
    const { tasks } = read(text)
    expect(tasks.map(({ goals }) => goals)).toEqual([
      ['水质达标。', '岸线复绿。'],
      [],
      ['水质达标。'],
    ])
  })
})

describe('what no field asks for', () => {
  it('is told also where every task prints it', () => {
    const task = (number: number) =>
      `问题${number}.第${number}处断面超标。\n责任单位:县水利局\n整改期限:2023年底\n远景谋划:推进第${number}期工程。\n`
    const { faults, coverage } = read(task(1) + task(2) + task(3))
    expect(faults.filter(({ code }) => code === 'IMPORT.WORDS_LEFT')).toHaveLength(3)
    expect(coverage.share).toBeLessThan(1)
  })

  it('is no part of the deadline above a blank line', () => {
    const { tasks } = read(
      '反馈问题:甲河断面超标。\n责任单位:县水利局\n整改时限:2023年底前\n\n特此说明有关情况\n',
    )
    expect(tasks[0]?.deadline.text).toBe('2023年底前')
  })
})

describe('parts of a task', () => {
  const part = (mark: string, unit: string) =>
    `${mark}${unit}有养殖场没有搬迁。\n责任单位:${unit}人民政府\n整改时限:2020年9月底前\n整改措施:关闭搬迁。\n`

  it.each([
    ['(1)', '(2)', '(3)'],
    ['(一)', '(二)', '(三)'],
    ['1)', '2)', '3)'],
  ])('are none of the goals above them: %s', (...marks) => {
    const units = ['甲县', '乙区', '丙镇']
    const text = `一、水源地整治不到位。\n整改目标:完成整治。\n${marks.map((mark, at) => part(mark, units[at] ?? '')).join('')}二、底数不清。\n整改目标:摸清底数。\n整改措施:开展普查。\n`
    const { tasks } = read(text)
    expect(tasks.map(({ parentNumber }) => parentNumber)).toEqual(['', '一', '一', '一', ''])
    expect(tasks.map(({ goals }) => goals.join())).toEqual(['完成整治。', '', '', '', '摸清底数。'])
  })

  it('that nothing marks are told by the second deadline', () => {
    const plain = part('', '甲县') + part('', '乙区').replace('2020年9月', '2020年6月')
    const { faults } = read(
      `一、水源地整治不到位。\n${plain}二、底数不清。\n责任单位:市统计局\n整改时限:2020年底前\n`,
    )
    expect(faults.map(({ code }) => code)).toContain('IMPORT.DEADLINE_TWICE')
  })
})

describe('a label behind a line that reaches the margin of a PDF', () => {
  it.each(['：', ':'])('stands on a line of its own with %s', (colon) => {
    const full =
      '反馈问题:'.replace(':', colon) +
      '某河沿岸多处污水直排入河且长期得不到有效解决群众反映十分强烈'
    const pieces = [full, `责任单位${colon}某县水利局`, `整改时限${colon}2021年6月底前`].map(
      (text, at) => ({ x: 60, y: 700 - at * 24, text }),
    )
    const { text, result } = importBytes('公示.pdf', pdfFile('UniGB-UCS2-H', pieces))
    expect(text.split('\n')).toHaveLength(3)
    expect(result.tasks[0]?.units.responsible).toEqual(['某县水利局'])
  })
})

describe('the time of a long list', () => {
  it.each(['labels', 'measures-inline', 'parts-everywhere', 'groups-anew'])(
    'grows with its text: 200 tasks as %s',
    async (name) => {
      const sample = await layouts.find((layout) => layout.name === name)?.make(200, 1)
      const text = sample?.text ?? ''
      expect(text.length).toBeGreaterThan(20_000)
      const start = process.cpuUsage()
      expect(read(text).tasks.length).toBeGreaterThanOrEqual(200)
      // Less than a second; every section weighed against every other took 25.
      expect(process.cpuUsage(start).user).toBeLessThan(8_000_000)
    },
  )
})
