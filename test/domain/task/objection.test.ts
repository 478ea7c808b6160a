import {
  decideObjection,
  isOpenObjection,
  lodgeObjection,
  objectionStates,
} from '@/domain/task/objection-workflow'
import { actor, county, resident } from '../actors'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const office = actor('coordinator')
const during = (today: string, state: 'underNotice' | 'awaitingApproval' = 'underNotice') => ({
  ...on(today),
  task: { state, regionCodes: [county] },
})
const words = { id: 'o1', taskId: 'task-1', words: 'still smells' }

describe('an objection', () => {
  it('is lodged only while a notice runs', () => {
    expect(lodgeObjection(words, resident, during('2018-06-04')).dueOn).toBe('2018-06-07')
    const late = during('2018-06-04', 'awaitingApproval')
    expect(refusalOf(() => lodgeObjection(words, resident, late))).toBe('THING.STATE')
  })

  it('says what and why', () => {
    const empty = { ...words, words: ' ' }
    expect(refusalOf(() => lodgeObjection(empty, resident, during('2018-06-04')))).toBe(
      'TASK.REASON_REQUIRED words',
    )
  })

  it('once admitted is answered in 15 working days, with a reason either way', () => {
    const lodged = lodgeObjection(words, resident, during('2018-06-04'))
    const admitted = decideObjection(lodged, 'admit', { reason: '' }, office, during('2018-06-05'))
    expect(admitted).toMatchObject({ state: 'admitted', dueOn: '2018-06-26' })
    const act = () =>
      decideObjection(admitted, 'uphold', { reason: '' }, office, during('2018-06-06'))
    expect(refusalOf(act)).toBe('TASK.REASON_REQUIRED reason')
    const given = { reason: 'measured again' }
    expect(decideObjection(admitted, 'uphold', given, office, during('2018-06-06')).state).toBe(
      'upheld',
    )
    expect(decideObjection(admitted, 'reject', given, office, during('2018-06-06')).state).toBe(
      'rejected',
    )
    expect(
      refusalOf(() => decideObjection(admitted, 'dismiss', given, office, during('2018-06-06'))),
    ).toBe('THING.STATE')
  })

  it('holds the notice open while it is lodged or admitted', () => {
    expect(objectionStates.filter(isOpenObjection)).toEqual(['lodged', 'admitted'])
  })
})
