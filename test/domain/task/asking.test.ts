import { type Asking, askingAfter, isSpeaking } from '@/domain/task/asking'
import { taskStates, type TaskState } from '@/domain/task/task'

const asked: Asking = {
  id: 'asking-1',
  dueOn: '2018-06-19',
  villageCodes: ['440902101201'],
  heardCodes: [],
  isAnswered: false,
}

const after = (
  known: Asking | null,
  event: string,
  changes: Readonly<Record<string, unknown>> = {},
  [before, next]: readonly [TaskState, TaskState] = ['inProgress', 'inProgress'],
) => askingAfter(known, { event, changes, before: { state: before }, next: { state: next } })

describe('which villages were asked and heard', () => {
  const changes = { askingId: 'asking-1', dueOn: '2018-06-19', villageCodes: ['440902101201'] }

  it('begins with the first asking and takes in later ones under the same name', () => {
    expect(after(null, 'askVillage', changes)).toEqual(asked)
    const heard = { ...asked, heardCodes: ['440902101201'], isAnswered: true }
    const more = { askingId: 'other', dueOn: '2018-06-25', villageCodes: ['440902101202'] }
    expect(after(heard, 'askVillage', more)).toEqual({
      ...heard,
      dueOn: '2018-06-25',
      villageCodes: ['440902101201', '440902101202'],
    })
  })

  it('hears each village once', () => {
    const heard = after(asked, 'villageHeard', { villageCode: '440902101201' })
    expect(heard?.heardCodes).toEqual(['440902101201'])
    expect(after(heard, 'villageHeard', { villageCode: '440902101201' })).toEqual(heard)
  })

  it('is answered by the released summary, until words come that it does not hold', () => {
    const answered = after(asked, 'releaseSummary')
    expect(answered?.isAnswered).toBe(true)
    expect(after(answered, 'noticeElapsed', { lateWords: true })?.isAnswered).toBe(false)
    expect(after(answered, 'noticeElapsed', { lateWords: false })?.isAnswered).toBe(true)
    expect(after(null, 'releaseSummary')).toBeNull()
    expect(after(null, 'noticeElapsed', { lateWords: true })).toBeNull()
    expect(after(null, 'villageHeard', { villageCode: '440902101201' })).toBeNull()
    expect(after(asked, 'setSites')).toBe(asked)
  })

  it('is over with its course: a task sent back after the self-check asks anew', () => {
    const back = (state: TaskState, event = 'returnForRework') =>
      after(asked, event, {}, [state, 'inProgress'])
    for (const state of ['selfChecked', 'preNotice', 'verifying', 'closed'] as const)
      expect([state, back(state)]).toEqual([state, null])
    expect(back('inProgress')).toBe(asked)
    // The unit takes its own self-check back: nothing was judged.
    expect(back('selfChecked', 'withdraw')).toBe(asked)
    const began = { event: 'x', changes: {}, before: null, next: { state: 'inProgress' as const } }
    expect(askingAfter(asked, began)).toBe(asked)
  })

  it('lets people speak from the first asking to the last day of the notice', () => {
    expect(taskStates.filter((state) => isSpeaking({ state }, asked))).toEqual([
      'inProgress',
      'selfChecked',
      'preNotice',
      'verifying',
      'underNotice',
    ])
    expect(taskStates.filter((state) => isSpeaking({ state }, null))).toEqual([])
  })
})
