import { isInOrder, nextStep, whyNotChain } from '@/domain/task/acceptance-chain'
import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { changedSettings, type RoundSettings, withChainOf } from '@/domain/import/round'
import { checker, cycle, task, verification } from '../builders'

const step = (level: AcceptanceLevel, unitId: string | null = `${level}-office`) => ({
  level,
  unitId,
})
const request = { on: '2018-06-05', byId: 'lead-1', reportNumber: '1' }

describe('a chain of acceptance', () => {
  it('goes upwards, each level once', () => {
    expect(isInOrder([step('county'), step('city')])).toBe(true)
    expect(isInOrder([step('city'), step('county')])).toBe(false)
    expect(isInOrder([step('city'), step('city')])).toBe(false)
    expect(isInOrder([])).toBe(true)
  })

  it('names who takes each step; the province’s is recorded by the office', () => {
    expect(whyNotChain(task(), [])?.code).toBe('TASK.CHAIN_UNNAMED')
    expect(whyNotChain(task(), [step('county', null), step('city')])?.code).toBe(
      'TASK.CHAIN_UNNAMED',
    )
    expect(whyNotChain(task(), [step('city'), step('province')])?.code).toBe('TASK.CHAIN_UNNAMED')
    expect(whyNotChain(task(), [step('city'), step('province', null)])).toBeNull()
  })

  it('may begin with who did the work, and never ends with them', () => {
    expect(whyNotChain(task(), [step('county', 'doer'), step('city')])).toBeNull()
    expect(whyNotChain(task(), [step('county'), step('city', 'doer')])?.code).toBe(
      'TASK.LAST_STEP_OWN',
    )
  })

  it('is at the first step that was not taken, once it was asked for', () => {
    const at = (...checks: ReturnType<typeof verification>[]) =>
      nextStep(task({ cycles: [cycle({ request, checks })] }))?.level
    expect(nextStep(task())).toBeNull()
    expect(at()).toBe('county')
    const first = verification([checker('a')])
    expect(at(first)).toBe('city')
    expect(at(first, first)).toBeUndefined()
  })
})

const settings: RoundSettings = {
  level: 'provincial',
  kind: 'inspection',
  feedbackOn: '2018-01-10',
  expected: 59,
  noticeFirst: false,
  chain: [step('county'), step('city')],
  closingLevel: 'city',
}

describe('the settings of a round', () => {
  it('say what changed, from what to what, and nothing else', () => {
    expect(changedSettings(settings, { ...settings, chain: [...settings.chain] })).toEqual({})
    expect(changedSettings(settings, { ...settings, expected: 60, noticeFirst: true })).toEqual({
      expected: [59, 60],
      noticeFirst: [false, true],
    })
  })

  it('give a task its chain where the office named nobody yet', () => {
    const unnamed = task({ acceptanceChain: [step('county', null), step('city', null)] })
    expect(withChainOf(unnamed, settings)).toMatchObject({
      acceptanceChain: settings.chain,
      closingLevel: 'city',
    })
    expect(withChainOf(task(), settings)).toEqual(task())
    expect(withChainOf(unnamed, { ...settings, chain: [] }).acceptanceChain).toEqual(
      unnamed.acceptanceChain,
    )
  })

  it('leave a last step by who does the work to be named, and no earlier one', () => {
    const unnamed = task({ acceptanceChain: [step('county', null), step('city', null)] })
    const own = { ...settings, chain: [step('county', 'doer'), step('city', 'doer')] }
    expect(withChainOf(unnamed, own).acceptanceChain).toEqual([
      step('county', 'doer'),
      step('city', null),
    ])
  })
})
