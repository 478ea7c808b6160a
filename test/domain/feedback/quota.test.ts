import { beijingInstant } from '@/domain/calendar/day'
import { type Quota, takenWith } from '@/domain/feedback/quota'

const refusal = 'FEEDBACK.TOO_MANY'
const noon = beijingInstant('2018-06-04', 12)
const minute = Math.floor(noon / 60_000)
const after = (taken: readonly number[], quota: Omit<Quota, 'refusal'>, now = noon) =>
  takenWith(taken, { ...quota, refusal }, now)

describe('a quota', () => {
  it('takes one more and forgets what counts no more', () => {
    expect(after([], { perHour: 2 })).toEqual([minute])
    expect(after([minute - 60, minute - 59], { perHour: 2 })).toEqual([minute - 59, minute])
  })

  it('is spent by as many of any sixty minutes, and free again a minute later', () => {
    expect(after([minute - 59, minute - 1], { perHour: 2 })).toBeNull()
    expect(after([minute - 59, minute - 1], { perHour: 2 }, noon + 60_000)).toEqual([
      minute - 1,
      minute + 1,
    ])
  })

  it('is spent by as many of one minute, and by as many of one Beijing day', () => {
    expect(after([minute], { perMinute: 1 })).toBeNull()
    expect(after([minute - 1], { perMinute: 1 })).toEqual([minute])
    const early = Math.floor(beijingInstant('2018-06-04', 0) / 60_000)
    expect(after([early], { perDay: 1 })).toBeNull()
    expect(after([early - 1], { perDay: 1 })).toEqual([minute])
    expect(after([early], { perDay: 2 })).toEqual([early, minute])
  })
})
