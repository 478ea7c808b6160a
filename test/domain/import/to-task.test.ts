import { type DraftTask, whyNotConfirm } from '@/domain/import/draft'
import {
  deadlineOf,
  taskOfDraft,
  type TaskMaking,
  titleOf,
  unknownNamesOf,
} from '@/domain/import/to-task'
import { noUnits, type Unit } from '@/domain/organization/unit'
import { draft } from './drafts'

const undated = { kinds: [], dates: [], text: '' } as const

const unit = (id: string, regionCode: string): Unit => ({
  id,
  name: id,
  kind: 'department',
  regionCode,
  aliases: [],
  phone: null,
})

const making = (regionCode: string): TaskMaking => ({
  id: 'task',
  roundId: 'round',
  parentId: null,
  units: new Map([
    ['市局', unit('bureau', '440900')],
    ['某镇', unit('town', '440902101')],
  ]),
  isCollective: () => false,
  regionCode,
  today: '2019-11-18',
})

const placesOf = (responsible: readonly string[], office: string) =>
  taskOfDraft(draft({ units: { ...noUnits, responsible } }), making(office)).regionCodes

describe('where a task lies that a list brought', () => {
  it('is where its answering units lie, whichever office imported it', () => {
    expect(placesOf(['某镇', '市局'], '440904')).toEqual(['440902101'])
    expect(placesOf(['某镇'], '440900')).toEqual(['440902101'])
  })

  it('is the county that imported it where its units say nothing, and nowhere for the city', () => {
    expect(placesOf(['市局'], '440904')).toEqual(['440904'])
    expect(placesOf(['市局'], '440900')).toEqual([])
    expect(placesOf([], '440904')).toEqual(['440904'])
  })
})

const made = (change: Partial<DraftTask>, office = '440900') =>
  taskOfDraft(draft(change), { ...making(office), isCollective: (name) => name.startsWith('各') })

const answering = { ...noUnits, responsible: ['某镇'] }

describe('the person who leads', () => {
  it('is the printed name, until the office says who that is; nobody where none is printed', () => {
    expect(made({ leadOfficial: '某副市长' }).leadOfficial).toEqual({
      printed: '某副市长',
      person: null,
    })
    expect(made({})).not.toHaveProperty('leadOfficial')
  })
})

describe('the title of a task', () => {
  const titled = (title: string, problem: string) => titleOf({ title, problem, number: '三' })

  it('is the printed one, else the first sentence, else the number', () => {
    expect(titled('污水直排', '别的。')).toBe('污水直排')
    expect(titled('', '污水直排；很臭。')).toBe('污水直排')
    expect(titled('', '')).toBe('三')
  })

  it('is cut where a sentence is longer than sixty characters, and shows it', () => {
    expect(titled('', '字'.repeat(60))).toBe('字'.repeat(60))
    expect(titled('', '字'.repeat(61))).toBe(`${'字'.repeat(59)}…`)
  })
})

describe('who answers for a task that a list brought', () => {
  const two = [
    { text: '建管网。', units: answering, deadline: undated },
    { text: '清淤。', units: { ...noUnits, lead: ['市局'] }, deadline: undated },
  ]

  it('is who the list names for the whole, led or carried out', () => {
    const byLead = { ...noUnits, lead: ['市局'] }
    expect(made({ units: answering, measures: two }).units).toMatchObject({
      lead: [],
      responsible: ['town'],
    })
    expect(made({ units: byLead, measures: two }).units).toMatchObject({
      lead: ['bureau'],
      responsible: [],
    })
  })

  it('is everybody who answers for a measure where it names nobody, and leads nothing', () => {
    expect(made({ measures: two }).units).toMatchObject({
      lead: [],
      responsible: ['town', 'bureau'],
    })
  })

  it('is a group of units by its name, and nobody who stands in no list of units', () => {
    const units = { ...noUnits, responsible: ['各镇', '某镇', '没有的单位'], supporting: ['各办'] }
    expect(made({ units }).collectiveUnits).toEqual(['各镇'])
    // A group that leads has to be split as well.
    expect(made({ units: { ...units, lead: ['各县'] } }).collectiveUnits).toEqual(['各县', '各镇'])
  })

  it('numbers the measures, each with its own day or none', () => {
    const dated = { kinds: ['fixed'], dates: ['2020-06-30'], text: '6月底前' } as const
    const measures = [two[0]!, { ...two[1]!, deadline: dated }]
    expect(
      made({ measures }).measures.map(({ id, deadline }) => [id, deadline?.countedOn]),
    ).toEqual([
      ['m1', undefined],
      ['m2', '2020-06-30'],
    ])
    const words = { kinds: [], dates: [], text: '汛期前' } as const
    expect(made({ measures: [{ ...two[0]!, deadline: words }] }).measures[0]?.deadline?.text).toBe(
      '汛期前',
    )
  })
})

describe('who checks a task that a list brought', () => {
  const levels = (change: Partial<DraftTask>, office?: string) =>
    made(change, office).acceptanceChain.map(({ level }) => level)

  it('is the county, or the trade for the city’s own units, and then the city', () => {
    expect(levels({ units: answering })).toEqual(['county', 'city'])
    expect(levels({ units: { ...noUnits, responsible: ['市局'] } })).toEqual(['trade', 'city'])
    expect(levels({ units: { ...noUnits, responsible: ['市局'] } }, '440904')).toEqual([
      'county',
      'city',
    ])
  })

  it('goes up to the province for an item of a plan from above', () => {
    expect(made({ upperNumber: '12' })).toMatchObject({
      upperNumber: '12',
      closingLevel: 'province',
    })
    expect(made({})).toMatchObject({ upperNumber: null, closingLevel: 'city' })
  })
})

describe('a draft', () => {
  const unsure = (decided: string | null): DraftTask['unsure'] => [
    { field: 'deadline.dates', reason: '', proposed: [], decided },
  ]

  it('is confirmed when every unsure value was decided, and is no draft once it is a task', () => {
    expect(whyNotConfirm(draft({}))).toBeNull()
    expect(whyNotConfirm(draft({ unsure: unsure('accepted') }))).toBeNull()
    expect(whyNotConfirm(draft({ unsure: unsure(null) }))).toEqual({
      code: 'IMPORT.UNSURE_OPEN',
      fields: ['deadline.dates'],
    })
    expect(whyNotConfirm(draft({ taskId: 't1', unsure: unsure(null) }))?.code).toBe('THING.STATE')
  })
})

describe('the deadline that a list prints', () => {
  const of = (kinds: Parameters<typeof deadlineOf>[0]['kinds'], dates: readonly string[] = []) =>
    deadlineOf({ kinds, dates, text: '批复后' }, '2019-11-18')

  it('counts its last day, and keeps the stages before it in order', () => {
    expect(of(['fixed'], ['2020-06-30'])).toMatchObject({ countedOn: '2020-06-30', stages: [] })
    expect(of(['staged'], ['2020-06-30', '2020-03-31'])).toMatchObject({
      countedOn: '2020-06-30',
      stages: [{ on: '2020-03-31' }, { on: '2020-06-30' }],
    })
  })

  it('runs from a day to a day, where both are printed', () => {
    const days = ['2020-03-31', '2020-06-30']
    expect(of(['range'], days)).toMatchObject({ startsOn: days[0], countedOn: days[1] })
    expect(of(['range'], ['2020-06-30'])).toMatchObject({
      startsOn: null,
      countedOn: '2020-06-30',
    })
  })

  it('of what it does not date is the end of the year, an event, or the office’s to decide', () => {
    expect(of(['longTerm'])).toMatchObject({ nextOn: '2019-12-31', countedOn: null, event: null })
    expect(of(['relative'])).toMatchObject({ event: { text: '批复后', enteredBy: null } })
    expect(of([])).toMatchObject({ nextOn: null, countedOn: null, startsOn: null })
  })
})

describe('a printed name', () => {
  it('is listed where it is neither a unit nor a group, of the task and of its measures', () => {
    const { units } = making('440900')
    const lead = { ...noUnits, lead: ['市局', '没有的局'] }
    const text = { text: 'x', deadline: undated }
    const measures = [{ ...text, units: { ...noUnits, supporting: ['各镇', '没有的局', '别的'] } }]
    const isGroup = (name: string) => name.startsWith('各')
    expect(unknownNamesOf(draft({ units: lead, measures }), units, isGroup)).toEqual([
      '没有的局',
      '别的',
    ])
  })
})

describe('the deadline that a list prints', () => {
  const of = (kinds: DraftTask['deadline']['kinds'], ...dates: string[]) =>
    deadlineOf({ kinds, dates, text: 'x' }, '2019-11-18')

  it('of a range has its start and its end, and with one day only that one', () => {
    expect(of(['range'], '2019-01-01', '2019-12-31')).toMatchObject({
      startsOn: '2019-01-01',
      countedOn: '2019-12-31',
    })
    expect(of(['range'], '2019-12-31')).toMatchObject({ startsOn: null, countedOn: '2019-12-31' })
  })

  it('counts the last day, however they are printed', () => {
    expect(of(['staged'], '2019-12-31', '2019-06-30')).toMatchObject({
      stages: [{ on: '2019-06-30' }, { on: '2019-12-31' }],
      countedOn: '2019-12-31',
    })
    expect(of(['fixed']).countedOn).toBeNull()
  })
})
