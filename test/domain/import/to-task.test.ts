import type { DraftTask } from '@/domain/import/draft'
import { taskOfDraft, type TaskMaking } from '@/domain/import/to-task'
import { noUnits, type Unit } from '@/domain/organization/unit'

const undated = { kinds: [], dates: [], text: '' } as const

const draft = (change: Partial<DraftTask>): DraftTask => ({
  batchId: 'batch',
  index: 0,
  number: '一',
  upperNumber: '',
  parentNumber: '',
  title: '某镇污水直排',
  problem: '生活污水直排。',
  category: 'sewage',
  goals: [],
  units: noUnits,
  deadline: undated,
  measures: [],
  progressText: '',
  source: { text: '', from: 0, to: 0 },
  spans: {},
  unread: [],
  known: null,
  unsure: [],
  faults: [],
  confirmed: true,
  taskId: null,
  ...change,
})

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
