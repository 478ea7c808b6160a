import { changeDraft, decideField } from '@/domain/import/decide'
import { type DraftTask, openFieldsOf, whyNotConfirm } from '@/domain/import/draft'
import { deadlineOf, taskOfDraft, unknownNamesOf } from '@/domain/import/to-task'
import type { Unit } from '@/domain/organization/unit'
import { guessCategory } from '@/cloudfunctions/documents/category-words'
import { nameVariants } from '@/cloudfunctions/documents/unit-names'

const nobody = { lead: [], responsible: [], supporting: [], supervising: [], accepting: [] }
const undated = { kinds: [], dates: [], text: '' } as const

const draft = (unsure: readonly string[], change: Partial<DraftTask> = {}): DraftTask => ({
  batchId: 'b',
  index: 0,
  number: '一',
  upperNumber: '',
  parentNumber: '',
  title: '',
  problem: '生活污水直排。已多年。',
  category: 'sewage',
  goals: ['甲', '乙'],
  units: { ...nobody, responsible: ['某局', '某镇'] },
  deadline: { kinds: ['fixed'], dates: [], text: '6月前' },
  measures: [{ text: '截污', units: nobody, deadline: undated }],
  progressText: '',
  source: { text: '', from: 0, to: 0 },
  spans: {},
  unsure: unsure.map((field) => ({ field, reason: '', proposed: [], decided: null })),
  unread: [],
  doubts: [],
  known: null,
  faults: [],
  confirmed: true,
  taskId: null,
  ...change,
})

const decided = (field: string, value: string, change: Partial<DraftTask> = {}) =>
  decideField(draft([field], change), field, value)

describe('a decision writes its value to its place', () => {
  test.each([
    ['number', '二十七', { number: '二十七' }],
    ['upperNumber', '12', { upperNumber: '12' }],
    ['goals[1]', '改', { goals: ['甲', '改'] }],
    ['goals', '唯一', { goals: ['唯一'] }],
    ['units.responsible', '甲局、乙局', { units: { responsible: ['甲局', '乙局'] } }],
    ['units.responsible[1]', '丙镇', { units: { responsible: ['某局', '丙镇'] } }],
    ['units.lead', '甲局', { units: { lead: ['甲局'] } }],
    ['deadline.text', '2020年6月底前', { deadline: { text: '2020年6月底前' } }],
    ['deadline', '2020-06-30', { deadline: { dates: ['2020-06-30'], kinds: ['fixed'] } }],
    ['measures[0].text', '建管', { measures: [{ text: '建管' }] }],
    ['measures[0]', '建管', { measures: [{ text: '建管' }] }],
    ['measures[0].units.responsible', '甲局', { measures: [{ units: { responsible: ['甲局'] } }] }],
    [
      'measures[0].deadline.dates',
      '2020-03-31、2020-06-30',
      { measures: [{ deadline: { kinds: ['staged'], dates: ['2020-03-31', '2020-06-30'] } }] },
    ],
  ])('%s := %s', (field, value, expected) => {
    const next = decided(field, value)
    expect(next).toMatchObject(expected)
    expect(next?.unsure).toMatchObject([{ decided: value }])
    expect(next?.confirmed).toBe(false)
  })

  test('one date is fixed, two are staged, two of a range stay a range', () => {
    expect(decided('deadline.dates', '2020-01-01 2020-06-30')?.deadline.kinds).toEqual(['staged'])
    const range = { deadline: { kinds: ['range'], dates: [], text: '' } } as const
    expect(decided('deadline.dates', '2020-01-01至2020-06-30', range)?.deadline).toMatchObject({
      kinds: ['range'],
      dates: ['2020-01-01', '2020-06-30'],
    })
  })

  test('a duty without end keeps its kind beside the new date', () => {
    const change = { deadline: { kinds: ['immediate', 'longTerm'], dates: [], text: '' } } as const
    expect(decided('deadline.dates', '2020-06-30', change)?.deadline.kinds).toEqual([
      'fixed',
      'immediate',
      'longTerm',
    ])
  })

  test('a value outside the task is kept as a decision only', () => {
    expect(decided('notice.to', '2020-06-30')).toMatchObject({
      deadline: { dates: [] },
      unsure: [{ decided: '2020-06-30' }],
    })
  })

  test('what cannot stand there is refused', () => {
    expect(decided('deadline.dates', '六月底')).toBeNull()
    expect(decided('measures[3].text', '没有这一条')).toBeNull()
    expect(decided('units.owner', '没有这一种')).toBeNull()
    expect(decideField(draft(['number']), 'title', '不是待定的')).toBeNull()
  })
})

describe('confirming', () => {
  test('is refused by name of each field still open, and allowed when none is', () => {
    const two = draft(['number', 'deadline.dates'])
    expect(whyNotConfirm(two)).toEqual({
      code: 'IMPORT.UNSURE_OPEN',
      fields: ['number', 'deadline.dates'],
    })
    const one = decideField(two, 'number', '')!
    expect(openFieldsOf(one)).toEqual(['deadline.dates'])
    expect(whyNotConfirm(decideField(one, 'deadline.dates', '2020-06-30')!)).toBeNull()
  })

  test('is refused on a draft that is a task already', () => {
    expect(whyNotConfirm(draft([], { taskId: 't' }))).toEqual({ code: 'THING.STATE' })
  })

  test('a change by hand leaves the other fields alone', () => {
    expect(changeDraft(draft([]), { title: '新' })).toEqual({
      ...draft([]),
      title: '新',
      confirmed: false,
    })
  })
})

describe('a printed deadline as the domain counts it', () => {
  const counted = (kinds: readonly string[], dates: readonly string[]) =>
    deadlineOf({ kinds: kinds as never, dates, text: '原文' }, '2019-11-18')

  test('fixed: the one day', () => {
    expect(counted(['fixed'], ['2020-12-31'])).toMatchObject({
      countedOn: '2020-12-31',
      stages: [],
    })
  })
  test('staged: every day is a node and the last one counts', () => {
    expect(counted(['staged'], ['2020-12-31', '2019-12-31'])).toMatchObject({
      countedOn: '2020-12-31',
      stages: [{ on: '2019-12-31' }, { on: '2020-12-31' }],
    })
  })
  test('range: from the first to the second', () => {
    expect(counted(['range'], ['2020-01-01', '2020-12-31'])).toMatchObject({
      startsOn: '2020-01-01',
      countedOn: '2020-12-31',
    })
  })
  test('long-term: the last day of this year is next, and nothing counts', () => {
    expect(counted(['longTerm'], [])).toMatchObject({ nextOn: '2019-12-31', countedOn: null })
  })
  test('relative: the words name the event, and nobody enters it yet', () => {
    expect(counted(['relative'], [])).toMatchObject({
      event: { text: '原文', enteredBy: null },
      countedOn: null,
    })
  })
  test('immediate, recurring or broken: no day, the coordinator decides', () => {
    for (const kinds of [['immediate'], ['recurring'], ['fixed'], []])
      expect(counted(kinds, [])).toMatchObject({ countedOn: null, nextOn: null, text: '原文' })
  })
})

describe('the task that a draft becomes', () => {
  const unit = (id: string, regionCode: string): Unit => ({
    id,
    name: id,
    kind: 'department',
    regionCode,
    aliases: [],
    phone: null,
  })
  const units = new Map([
    ['某局', unit('bureau', '440900')],
    ['某镇', unit('town', '440902101')],
  ])
  const making = {
    id: 't',
    roundId: 'r',
    parentId: null,
    units,
    isCollective: (name: string) => name.startsWith('各'),
    regionCode: '440900',
    today: '2019-11-18',
  } as const

  test('is titled by its first sentence where the list prints no title', () => {
    expect(taskOfDraft(draft([]), making).title).toBe('生活污水直排')
    const long = taskOfDraft(draft([], { problem: '长'.repeat(61) }), making).title
    expect([...long]).toHaveLength(60)
    expect(long.endsWith('…')).toBe(true)
  })

  test('lies where its answering units lie; a city unit says nothing', () => {
    expect(taskOfDraft(draft([]), making).regionCodes).toEqual(['440902101'])
    const cityOnly = draft([], { units: { ...nobody, responsible: ['某局'] } })
    expect(taskOfDraft(cityOnly, making).regionCodes).toEqual([])
    expect(taskOfDraft(cityOnly, { ...making, regionCode: '440904' }).regionCodes).toEqual([
      '440904',
    ])
  })

  test('takes the units of its measures where the list names none for the whole', () => {
    const measures = [
      { text: '一', units: { ...nobody, lead: ['某局'] }, deadline: undated },
      { text: '二', units: { ...nobody, responsible: ['某镇', '各区'] }, deadline: undated },
    ]
    const task = taskOfDraft(draft([], { units: nobody, measures }), making)
    expect(task.units.responsible).toEqual(['bureau', 'town'])
    expect(task.collectiveUnits).toEqual(['各区'])
    expect(task.measures.map(({ id }) => id)).toEqual(['m1', 'm2'])
  })

  test('a lead is not responsible a second time', () => {
    const both = draft([], { units: { ...nobody, lead: ['某局'], responsible: ['某局', '某镇'] } })
    expect(taskOfDraft(both, making).units).toMatchObject({
      lead: ['bureau'],
      responsible: ['town'],
    })
  })

  test('only who has to sign is split: a group that supports may stay one', () => {
    const change = { units: { ...nobody, responsible: ['某局'], supporting: ['各部门'] } }
    expect(taskOfDraft(draft([], change), making).collectiveUnits).toEqual([])
  })

  test('an item of a plan from above is closed there', () => {
    expect(taskOfDraft(draft([]), making).closingLevel).toBe('city')
    expect(taskOfDraft(draft([], { upperNumber: '27' }), making).closingLevel).toBe('province')
  })

  test('a name nobody knows is listed, a group is not unknown', () => {
    const change = { units: { ...nobody, responsible: ['某局', '无此局', '各区'] } }
    expect(unknownNamesOf(draft([], change), units, making.isCollective)).toEqual(['无此局'])
  })
})

describe('data that prefills', () => {
  test.each([
    ['镇区生活污水处理厂配套管网不完善', 'sewage'],
    ['禁养区内畜禽养殖场未关闭', 'livestock'],
    ['建成区黑臭水体返黑返臭', 'blackWater'],
    ['饮用水水源一级保护区内有生活污水排放', 'drinkingWater'],
    ['循环经济示范中心建设滞后', 'circularEconomy'],
    ['镇级填埋场渗滤液外溢', 'garbage'],
    ['危险废物申报登记不规范', 'solidWaste'],
    ['基层执法力量不足', 'enforcementForce'],
    ['违法排污企业未立案查处', 'enforcement'],
    ['行政执法与刑事司法衔接不畅', 'jointEnforcement'],
    ['会议记录不完整', 'other'],
  ])('%s is %s', (text, category) => {
    expect(guessCategory(text)).toBe(category)
  })

  test.each([
    ['茂南区委、区政府', '茂南区人民政府'],
    ['茂南区政府', '茂南区'],
    ['滨海新区管理委员会', '滨海新区管委会'],
    ['石湖镇', '石湖镇人民政府'],
    ['上塘村村委会', '上塘村村民委员会'],
    ['市 生态 环境局', '市生态环境局'],
  ])('%s may stand in the register as %s', (printed, name) => {
    expect(nameVariants(printed)).toContain(name)
  })
})
