import { codes, read } from './read'

/** Heads in no form that the importer knows: a person reads a list there, so nothing is refused. */

const problems = ['某河沿岸污水直排。', '某厂扬尘污染严重。', '某镇垃圾堆放点未清运。']
const rowOf = (marks: string) => (at: number) => [...marks][at] ?? ''
const heads: [string, (at: number) => string][] = [
  ['甲、', (at) => `${rowOf('甲乙丙')(at)}、`],
  ['【甲】', (at) => `【${rowOf('甲乙丙')(at)}】`],
  ['A.', (at) => `${rowOf('ABC')(at)}.`],
  ['(A)', (at) => `（${rowOf('ABC')(at)}）`],
  ['问题A：', (at) => `问题${rowOf('ABC')(at)}：`],
  ['Ⅰ、', (at) => `${rowOf('ⅠⅡⅢ')(at)}、`],
  ['其一，', (at) => `其${rowOf('一二三')(at)}，`],
  ['#1', (at) => `#${at + 1} `],
  ['1/3', (at) => `${at + 1}/3 `],
  ['1·', (at) => `${at + 1}·`],
  ['■', () => '■'],
  ['● ', () => '● '],
  ['- ', () => '- '],
]
const list = (head: (at: number) => string, title = '某县环境问题整改清单') =>
  `${title}\n${problems.map((problem, at) => `${head(at)}${problem}由县水利局负责,年底前完成。`).join('\n')}\n`

describe('a list with heads of no known form', () => {
  it.each(heads)('%s: each head is a draft, and everything of it is unsure', (_name, head) => {
    const text = list(head)
    const { tasks, faults } = read(text)
    expect(tasks.map(({ problem }) => problem)).toEqual(
      problems.map((problem) => `${problem}由县水利局负责,年底前完成。`),
    )
    for (const { unsure, spans, problem } of tasks) {
      expect(unsure.map(({ field }) => field)).toEqual([
        'problem',
        'units.responsible',
        'deadline.dates',
      ])
      expect(text.slice(...(spans.problem ?? [0, 0]))).toBe(problem)
    }
    expect(faults.map(({ code }) => code)).toEqual(Array(3).fill('IMPORT.HEADS_UNKNOWN'))
  })

  it('keeps the lines behind a head with it, and not the foot of the page', () => {
    const lines = problems.flatMap((problem, at) => [
      `${'ABC'[at]}、${problem}`,
      '由县水利局负责。',
    ])
    const { tasks } = read(`整改台账\n${lines.join('\n')}\n某县人民政府\n2026年6月1日\n`)
    expect(tasks.map(({ problem }) => problem.replaceAll(/\s/g, ''))).toEqual(
      problems.map((problem) => `${problem}由县水利局负责。`),
    )
  })

  it('reads heads that name their problems over what was done, told without a label', () => {
    const text =
      '某镇整改情况报告\n一、某路垃圾池垃圾爆满的问题。\n我镇已组织清运。\n二、场镇乱停乱放的问题。\n已申请修建市场。\n'
    const { tasks } = read(text)
    expect(tasks.map(({ problem }) => problem.replaceAll(/\s/g, ''))).toEqual([
      '某路垃圾池垃圾爆满的问题。我镇已组织清运。',
      '场镇乱停乱放的问题。已申请修建市场。',
    ])
    expect(tasks.every(({ unsure }) => unsure.some(({ field }) => field === 'problem'))).toBe(true)
    expect(codes(text.replaceAll('的问题', ''))).toEqual(['NOT_A_LIST'])
  })

  it.each([
    ['nothing announces a list', list((at) => `${'ABC'[at]}、`, '今天的菜单')],
    ['the heads do not count', list((at) => `${'ACB'[at]}、`)],
    ['there is one', `整改清单\nA、${problems[0]}\n`],
    ['marks are mixed', list((at) => '●■★'[at] ?? '')],
    ['there is nothing behind a head', list((at) => `${'ABC'[at]}、`).replace(/C、.*/, 'C、无')],
  ])('is none where %s', (_name, text) => {
    expect(codes(text)).toEqual(['NOT_A_LIST'])
    expect(read(text).tasks).toEqual([])
  })

  it('gives way to what is known', () => {
    const text = `整改清单\nA、某镇\n一、某河污水直排。\n责任单位:县水利局\n整改时限:2026年6月底前\nB、某县\n`
    expect(codes(text)).not.toContain('HEADS_UNKNOWN')
    expect(read(text).tasks).toMatchObject([{ number: '一', units: { responsible: ['县水利局'] } }])
  })
})

/** 甲、 and the like over labels: the labels tell the tasks, the words over them are proposed. */
describe('heads of no known form over labels', () => {
  const labelled = (head: (at: number) => string, words = problems): string =>
    `某县整改清单\n${words
      .map(
        (problem, at) =>
          `${head(at)}${problem}\n整改目标:完成整治。\n责任单位:县水利局\n整改时限:2026年${at + 5}月底前\n`,
      )
      .join('')}`

  it.each([...heads, ['no mark', () => '']] as typeof heads)(
    '%s: every problem is proposed, and every field is read',
    (_name, head) => {
      const { tasks } = read(labelled(head))
      expect(tasks).toHaveLength(3)
      tasks.forEach((task, at) => {
        expect(task.problem).toBe('')
        expect(task.unsure).toMatchObject([{ field: 'problem', proposed: problems[at] }])
        expect(task).toMatchObject({
          goals: ['完成整治。'],
          units: { responsible: ['县水利局'] },
          deadline: { dates: [`2026-0${at + 5}-${at === 1 ? '30' : '31'}`] },
        })
      })
    },
  )

  it('proposes nothing where one task has no words over its labels', () => {
    const { tasks } = read(
      labelled((at) => '甲乙丙'[at] ?? '').replace('乙某厂扬尘污染严重。\n', ''),
    )
    expect(tasks.map(({ unsure }) => unsure.filter(({ field }) => field === 'problem'))).toEqual([
      [],
      [],
      [],
    ])
  })
})
