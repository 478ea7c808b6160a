import { codes, only, read } from './read'

const told = (text: string): string[] =>
  read(text)
    .faults.filter(({ code }) => code === 'IMPORT.READING_DOUBTFUL')
    .map(({ span }) => text.slice(...span))

const list = (...lines: string[]): string =>
  `某市整改任务清单\n一、东河镇污水直排。\n责任单位:市水务局\n整改时限:2021年底\n${lines.join('\n')}\n`

describe('what speaks against the reading of a task is told inside it', () => {
  it.each([
    ['a field that is named and of which nothing was read', '整改措施：', '整改措施'],
    ['another field in the middle of a value', '整改措施:截污。处置要求:立即清运。', '处置要求'],
    ['words of the notice in a value', '整改措施:截污。详见附件,联系电话见下。', '联系电话'],
    ['a day where a measure should stand', '整改措施:2021年底', '2021年底'],
    [
      'a letter’s case that nobody took',
      '整改措施:截污。\n备注:FJ-X-20220410-021',
      'FJ-X-20220410-021',
    ],
    ['a line under a mark of its own at the end', '整改情况:已完成。\n★西河镇', '★西河镇'],
  ])('%s', (_, line, words) => {
    expect(told(list(line))).toEqual([words])
  })

  it.each([
    ['a list that is read whole', '整改措施:1.截污。2.清淤。'],
    ['several lines under one mark', '整改情况:\n★完成截污。\n★完成清淤。'],
    ['words that name a field inside a sentence', '整改措施:压实责任单位的责任,倒排整改时限。'],
  ])('and nothing is told of %s', (_, line) => {
    expect(told(list(line))).toEqual([])
  })

  it.each([
    ['a day', '办结日:2022年5月20日', '2022年5月20日'],
    ['bodies', '挂点:县水务局、东河镇', '县水务局、东河镇'],
  ])('%s under a name that nobody knows', (_, line, words) => {
    const text = `某县问题清单\n一、东河镇污水直排。\n整改措施:截污。\n${line}\n整改情况:已完成。\n`
    expect(told(text)).toContain(words)
    expect(told(text.replace(line, '检查日期:2022年5月20日'))).not.toContain('2022年5月20日')
  })

  it('a number’s cell of which nothing was read', () => {
    const table = (first: string): string =>
      `某市整改清单\n| 序号 | 存在问题 | 责任单位 |\n| ${first} | 污水直排。 | 市水务局 |\n| 2 | 垃圾乱堆。 | 市城管局 |\n`
    expect(told(table('(待定)'))).toEqual(['(待定)'])
    expect(told(table('水-07'))).toEqual([])
  })

  it('a limit or a duty that a sentence sets, in a task that has none', () => {
    const text = `某镇问题清单
一、河边垃圾成堆。要求2019年底前清理的,至今未动。
整改目标:2022年6月底前完成清理,河岸见本色。
整改措施:由东河镇政府负责,立即清运。
`
    expect(told(text)).toEqual(['2022年6月底前完成', '由东河镇政府负责'])
    expect(told(`${text}责任单位:东河镇政府\n整改时限:2022年6月底前\n`)).toEqual([])
  })

  it('a row’s number alone on its line, in what no field asks for', () => {
    const text =
      '整改公示\n反馈问题:污水直排。\n整改情况:已完成。\n调查核实情况:经查属实。\n2\n西河镇粪污外溢。\n'
    expect(read(text).faults.map(({ code, span }) => [code, text.slice(...span)])).toContainEqual([
      'IMPORT.LINE_UNCLEAR',
      '2',
    ])
  })

  it('and the day of a page is no day of the task', () => {
    const page = '某市督察整改任务验收公示\n发表时间:2023-01-09\n来源:市生态环境局\n'
    const text = `${page}一、整改任务\n河道黑臭。\n二、整改措施\n清淤。\n三、整改完成情况\n已完成。\n`
    expect(told(text)).toEqual([])
  })

  it('a unit in the place of the problem', () => {
    expect(told('整改公示\n整改问题:市生态环境局\n整改情况:已完成。\n')).toEqual(['市生态环境局'])
  })

  it('what came of it stands in the problem, and nowhere else', () => {
    const text = '清单\n反馈问题:污水直排。现已整改完成。\n责任单位:市水务局\n整改时限:2021年底\n'
    expect(told(text)).toEqual(['现已整改完成'])
    expect(told(`${text}整改情况:已完成。\n`)).toEqual([])
  })

  it('a notice of a close-out that does not say what was done, or cites a number that nobody took', () => {
    const notice = '某县督察整改完成情况公示\n反馈问题:污水直排。\n整改目标:消除直排。\n'
    expect(told(notice)).toEqual(['污水直排。'])
    expect(told(`${notice}完成情况:已完成。\n`)).toEqual([])
  })
})

describe('names of fields that no lexicon holds', () => {
  it('are read by what they are about, behind marks and in short words', () => {
    const text =
      '巡查台账\n◆现场问题:河面有垃圾。\n◆处置要求:立即清运。\n◆承办:城关镇\n◆办理期限:2022年5月20日\n'
    expect(only(text)).toMatchObject({
      problem: '河面有垃圾。',
      measures: [{ text: '立即清运。' }],
      units: { responsible: ['城关镇'] },
      deadline: { dates: ['2022-05-20'] },
    })
  })

  it('name no field where a sentence only has a colon', () => {
    const text = list('整改措施:落实三项制度。', '存在主要责任:各镇街要认领。')
    expect(only(text).units.responsible).toEqual(['市水务局'])
  })

  it('do not part a measure at what an item says of duties', () => {
    const text = list('整改措施:', '1.明确责任主体:各镇人民政府落实。', '2.清淤。')
    expect(only(text).measures).toHaveLength(2)
  })
})

describe('a paper without one name of a field', () => {
  const notice = `关于青河镇污水直排问题整改情况的公示
2021年4月,省督察组督察发现,青河镇每天约300吨污水直排青河。
收到反馈后,县政府高度重视。
目前,直排口已全部封堵,该问题已整改完成。
现予以公示,公示期为2021年12月1日至12月10日。
`
  it('is proposed whole, with every field under unsure', () => {
    const task = only(notice)
    expect(task).toMatchObject({
      problem: '青河镇每天约300吨污水直排青河。',
      progressText: '目前,直排口已全部封堵,该问题已整改完成。',
    })
    const unsure = task.unsure.map(({ field }) => field)
    for (const field of ['problem', 'progressText', 'units.responsible', 'deadline.dates'])
      expect(unsure).toContain(field)
    expect(codes(notice)).toEqual(['NO_LABELS'])
  })

  it('of numbered problems is a draft for each', () => {
    const text = '某镇环境问题清单\n1.东河面有大量漂浮垃圾。\n2.西山采石场没有复绿。\n'
    const { tasks, faults } = read(text)
    expect(tasks.map(({ number, problem }) => [number, problem])).toEqual([
      ['1', '东河面有大量漂浮垃圾。'],
      ['2', '西山采石场没有复绿。'],
    ])
    expect(faults.map(({ code }) => code)).toEqual(['IMPORT.NO_LABELS', 'IMPORT.NO_LABELS'])
  })

  it.each([
    ['a meeting', '县长调研督察整改\n6月13日,县长主持召开会议,要求各镇推进问题整改。\n'],
    [
      'a plan',
      '某市整治工作方案\n一、指导思想\n坚持绿色发展,推进问题整改。\n二、工作要求\n各地要加强领导。\n',
    ],
    [
      'a plan whose parts count sentences of problems',
      '某市督察整改方案\n为落实督察反馈问题整改,制定本方案。\n一、指导思想\n坚持绿色发展。\n' +
        '二、工作目标\n(一)督察反馈问题整改到位。各地按时完成37个整改问题。\n' +
        '(二)生态环境质量持续改善。以问题为导向,举一反三。\n' +
        '三、主要措施\n(一)压实工作责任。督察指出的问题逐项落实。\n(二)推进污水治理。补齐管网短板。\n' +
        '四、实施保障\n(一)强化追责。对虚假整改的严肃问责。\n(二)加强宣传。营造良好氛围。\n',
    ],
  ])('that tells of %s is no list', (_, text) => {
    expect(codes(text)).toEqual(['NOT_A_LIST'])
  })

  it('proposes the problems of a paper that goes on with a plan', () => {
    const text =
      '某县环境问题整改情况报告\n一、存在问题\n(一)东河面有大量漂浮垃圾,一直无人清理。\n' +
      '(二)西山采石场没有复绿,雨天泥水入河。\n二、下步打算\n(一)压实工作责任。各镇逐项落实到人。\n' +
      '(二)加强巡查。发现一处清理一处。\n'
    expect(read(text).tasks.map(({ problem }) => problem)).toEqual([
      '东河面有大量漂浮垃圾,一直无人清理。',
      '西山采石场没有复绿,雨天泥水入河。',
    ])
  })

  it('a paragraph that says what was done, behind the last field, is told as unnamed', () => {
    const task = only(list('整改措施:1.截污。2.清淤。', '截至目前,已完成截污3公里。'))
    expect(task.progressText).toBe('截至目前,已完成截污3公里。')
    expect(task.measures).toHaveLength(2)
    expect(task.unsure.map(({ field }) => field)).toContain('progressText')
  })
})
