import { only, read } from './read'
import { importBytes } from './run-import'

/** Kinds whose right answer is a sentence and not a value: more than one reading is right. */

const bodyEndings = /(?:局|厅|委|办|政府|党委|公司|集团|中心|院|站|所)$/

describe('a page’s metadata over prose', () => {
  const prose = (year: number, body: string, second: string) =>
    `文件名称 | 某区${body}问题整改完成情况公示 | ||\n公开责任部门 | 公开形式: | 主动公开 | |\n` +
    `${year}年省审计厅进行审计,反馈问题由区${body}牵头整改2个,分别是未设置标识牌;${second}。` +
    `经多方配合,采取强力措施,均已整改完毕。现公示如下:\n1.标识牌已安装到位。\n2.${second}已处理。\n` +
    `某区${body}\n${year}年12月23日\n`
  const found = prose(2020, '水利局', '有14艘船未运走')

  it.each([
    ['as it was found', found],
    ['another body and year', prose(2023, '住房和城乡建设局', '3处管网未接通')],
    ['full-width marks', found.replaceAll(':', '：').replaceAll(',', '，')],
    ['the source’s name first', found.replace('文件名称 |', '信息来源 | 某区政府网 |\n文件名称 |')],
  ])('invents no unit: %s', (_name, text) => {
    const { tasks, faults } = read(text)
    const units = tasks.flatMap((task) => Object.values(task.units).flat())
    expect(units.filter((unit) => !bodyEndings.test(unit))).toEqual([])
    // What is no list is said to be none: nothing is empty without a word.
    if (tasks.length === 0) expect(faults.map(({ code }) => code)).toContain('IMPORT.NOT_A_LIST')
  })
})

describe('measures and progress under one head', () => {
  const list = (head: string, words: string) =>
    `一、反馈问题\n某湖水质下降。\n二、整改目标\n达标。\n三、${head}\n${words}\n`
  it.each([
    ['一是…二是', '整改措施及完成情况', '一是开展了清淤;二是推行河长制。'],
    ['another head', '整改措施和落实情况', '一是拆除了围堰;二是复绿。'],
    ['a mark between', '整改措施、完成情况', '一是拆除了围堰;二是复绿。'],
    ['its own join', '整改措施及其进展情况', '一是拆除了围堰;二是复绿。'],
    ['the work', '主要措施与落实情况', '(一)拆除了围堰。\n(二)复绿。'],
    ['numbers', '整改措施及完成情况', '1.开展了清淤。\n2.推行河长制。'],
    ['three of them', '整改措施及进展情况', '一是清淤;二是截污;三是推行河长制。'],
  ])('are measures, or said to be unsure: %s', (_name, head, words) => {
    const { measures, unsure } = only(list(head, words))
    const isSaid = unsure.some(({ field }) => field.startsWith('measures'))
    expect([measures.length >= 2, isSaid]).toContain(true)
  })
})

describe('a list in UTF-16 that has no mark', () => {
  const lists = {
    'heads of characters': '一、某河污水直排。\n责任单位:某县水利局\n整改时限:2026年6月底前\n',
    'two tasks': '一、某河污水直排。\n责任单位:某县水利局\n二、某厂扬尘。\n责任单位:某镇政府\n',
    'Windows line ends': '一、某河污水直排。\r\n责任单位：某县水利局\r\n',
  }
  it.each(Object.entries(lists))('is read as the same in UTF-8: %s', (_name, text) => {
    const plain = importBytes('清单.txt', Buffer.from(text))
    const wide = importBytes('清单.txt', Buffer.from(text, 'utf16le'))
    expect(wide.status).toBe(0)
    expect(wide.result).toEqual(plain.result)
    expect(wide.result.tasks.length).toBeGreaterThan(0)
  })
})
