import { compareLists } from '@/domain/import/compare'
import { noUnits } from '@/domain/organization/unit'
import { draft } from './drafts'

const earlier = draft({ taskId: 'task-1', number: '一', problem: '污水 直排' })

describe('a newer list held against the earlier one', () => {
  it('knows the same problem wherever it is counted now, and names what is printed otherwise', () => {
    const newer = draft({
      index: 4,
      number: '五',
      problem: '污水直排',
      goals: ['全部收集'],
      units: { ...noUnits, lead: ['市局'] },
    })
    const { known, gone } = compareLists([earlier], [newer])
    expect(known.get(4)).toEqual({
      taskId: 'task-1',
      changes: [
        { field: 'goals', before: '', after: '全部收集' },
        { field: 'units.lead', before: '', after: '市局' },
      ],
    })
    expect(gone).toEqual([])
  })

  it('knows the same number where the words are others, within the same task above', () => {
    const newer = draft({ index: 2, number: '一', problem: '垃圾乱堆' })
    expect(compareLists([earlier], [newer]).known.get(2)?.changes).toEqual([
      { field: 'problem', before: '污水 直排', after: '垃圾乱堆' },
    ])
    const below = draft({ index: 2, number: '一', parentNumber: '三', problem: '垃圾乱堆' })
    expect(compareLists([earlier], [below])).toEqual({ known: new Map(), gone: [earlier] })
  })

  it('takes the title where no problem is printed, and nothing for the same without either', () => {
    const [before, now] = [{ taskId: 't' }, { index: 3 }].map((change) =>
      draft({ title: '直排', problem: '', number: '', ...change }),
    )
    expect(compareLists([before!], [now!]).known.get(3)?.taskId).toBe('t')
    const untitled = draft({ title: '', problem: '', number: '', index: 3 })
    const old = draft({ title: '', problem: '', number: '', taskId: 't' })
    expect(compareLists([old], [untitled]).known.size).toBe(0)
  })

  it('decides nothing where two say the same, or where the earlier one never became a task', () => {
    const twice = [draft({ index: 1, number: '八' }), draft({ index: 2, number: '九' })]
    const old = draft({ taskId: 'task-1', number: '七' })
    expect(compareLists([old], twice)).toEqual({ known: new Map(), gone: [old] })
    const never = draft({ taskId: null })
    expect(compareLists([never], [draft({ index: 1 })])).toEqual({ known: new Map(), gone: [] })
  })
})
