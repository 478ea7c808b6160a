import {
  allowedExtensionEvents,
  askExtension,
  extendedTask,
} from '@/domain/task/extension-workflow'
import {
  decideObjection,
  isOpenObjection,
  lodgeObjection,
  objectionStates,
} from '@/domain/task/objection-workflow'
import { actor, county, resident, staffOf } from '../actors'
import { task } from '../builders'
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

describe('an extension', () => {
  const running = task({ state: 'inProgress' })
  const request = { id: 'e1', to: '2019-03-31', reason: 'flood', plan: 'dig faster' }
  const facts = (today: string) => ({ ...on(today), task: running })

  it('is asked on the last day at the latest', () => {
    expect(askExtension(request, staffOf('doer'), facts('2018-12-31'))).toMatchObject({
      state: 'asked',
      from: '2018-12-31',
    })
    expect(refusalOf(() => askExtension(request, staffOf('doer'), facts('2019-01-01')))).toBe(
      'TASK.EXTENSION_TOO_LATE',
    )
  })

  it('asks for a later day, a reason and a plan', () => {
    const days = facts('2018-12-01')
    expect(
      refusalOf(() => askExtension({ ...request, to: '2018-12-31' }, staffOf('doer'), days)),
    ).toBe('TASK.DATE_PAST to')
    expect(refusalOf(() => askExtension({ ...request, plan: '' }, staffOf('doer'), days))).toBe(
      'TASK.REASON_REQUIRED reason plan',
    )
  })

  it('is no business of a supporting unit', () => {
    expect(refusalOf(() => askExtension(request, staffOf('helper'), facts('2018-12-01')))).toBe(
      'ACCESS.UNIT',
    )
  })

  it('goes through the lead unit before the leading group', () => {
    const asked = askExtension(request, staffOf('doer'), facts('2018-12-01'))
    expect(allowedExtensionEvents(asked, office, facts('2018-12-02'))).toEqual(['refuse'])
    expect(allowedExtensionEvents(asked, staffOf('lead'), facts('2018-12-02'))).toEqual([
      'endorse',
      'refuse',
    ])
    const endorsed = { ...asked, state: 'endorsed' as const }
    expect(allowedExtensionEvents(endorsed, office, facts('2018-12-02'))).toEqual([
      'grant',
      'refuse',
    ])
  })

  it('moves the day that counts once granted, and never the original words', () => {
    expect(extendedTask(running, { state: 'endorsed', to: '2019-03-31' })).toBe(running)
    expect(extendedTask(running, { state: 'granted', to: '2019-03-31' }).deadline).toMatchObject({
      text: '2018年12月底前',
      countedOn: '2019-03-31',
    })
  })
})
