import { reopenWithChild } from '@/domain/task/closing-transitions'
import { presentCycle } from '@/domain/task/cycle'
import { finalDueOn } from '@/domain/task/schedule'
import { beginRework } from '@/domain/task/verification-transitions'
import { cycle, task } from '../builders'

const closed = { state: 'closed', completedOn: '2018-12-01', cycles: [cycle()] } as const

describe('a child that is taken up again', () => {
  const child = beginRework(task({ ...closed, id: 'child', parentId: 'task-1' }), {
    cause: 'reopened',
    on: '2019-03-01',
    reason: 'black water again',
    dueOn: '2019-06-30',
    demands: [{ unitId: 'doer', words: 'seal it', measureIds: [] }],
  })
  const parent = reopenWithChild(task(closed), child, '2019-03-01')

  it('opens its closed parent for the same reason and until the same day', () => {
    expect(parent).toMatchObject({ state: 'inProgress', completedOn: null, number: '二十七' })
    expect(presentCycle(parent).rework).toMatchObject({
      cause: 'reopened',
      reason: 'black water again',
      dueOn: '2019-06-30',
    })
    expect(finalDueOn(parent)).toBe('2019-06-30')
  })

  it('asks nothing of the parent itself, and what was printed stays', () => {
    expect(presentCycle(parent).rework?.demands).toEqual([])
    expect(presentCycle(parent).ordinal).toBe(2)
    expect(parent.deadline).toMatchObject({ countedOn: '2018-12-31', text: '2018年12月底前' })
  })
})

describe('a child without a course of its own', () => {
  it('opens its parent until today, without a reason', () => {
    const parent = reopenWithChild(task(closed), task({ id: 'child' }), '2019-03-01')
    expect(presentCycle(parent).rework).toMatchObject({ reason: '', dueOn: '2019-03-01' })
  })
})
