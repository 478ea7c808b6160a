import { firstReminderOn, systemTurnOn, turnObligationId } from '@/domain/timeline/system-turn'
import { silentFrom } from '@/domain/timeline/turns'
import { timelineStates } from '@/domain/timeline/timeline'
import { timeline } from '../builders'
import { on } from '../calendars'

const days = on('2018-06-04')

describe('the system’s turn in talks with a firm', () => {
  it('is to note the first reminder, then to end the silence', () => {
    const open = timeline()
    const reminder = firstReminderOn(open, days)!
    expect(reminder > '2018-06-04' && reminder <= open.answerDueOn!).toBe(true)
    expect(systemTurnOn(open, days)).toBe(reminder)
    const reminded = timeline({ remindedOn: reminder })
    expect(systemTurnOn(reminded, days)).toBe(silentFrom(reminded, days))
    expect(systemTurnOn(reminded, days)! > open.answerDueOn!).toBe(true)
  })

  it('is the end of a mediation on the day after its limit, and none without one', () => {
    expect(systemTurnOn(timeline({ state: 'mediated' }), days)).toBe('2018-06-19')
    expect(systemTurnOn(timeline({ state: 'mediated', answerDueOn: null }), days)).toBeNull()
  })

  it('is none where nobody’s answer is awaited', () => {
    const waiting = ['proposed', 'countered', 'mediated']
    for (const state of timelineStates.filter((each) => !waiting.includes(each)))
      expect(systemTurnOn(timeline({ state }), days)).toBeNull()
    expect(firstReminderOn(timeline({ turnSince: null }), days)).toBeNull()
  })

  it('names what the side owes that has to answer', () => {
    expect(turnObligationId(timeline())).toMatch(/round-1-enterprise/)
    const countered = timeline({ state: 'countered' })
    const [offer] = countered.offers
    const own = { ...countered, offers: [{ ...offer!, by: 'enterprise' as const }] }
    expect(turnObligationId(own)).toMatch(/round-1-unit/)
    expect(turnObligationId(timeline({ state: 'agreed' }))).toBeNull()
  })
})
