import {
  configurationErrorOf,
  outcomeOf,
  retryAfterMs,
} from '@/cloudfunctions/notifier/send-outcome'

const outcome = (errcode: number | null) => outcomeOf({ ok: errcode === 0, errcode, errmsg: '' })

describe("what WeChat's answer means", () => {
  test.each([
    [0, 'sent'],
    [43101, 'noConsent'],
    [40003, 'never'],
    [40037, 'never'],
    [41030, 'never'],
    [47003, 'never'],
    [45168, 'never'],
    [43108, 'later'],
    [-1, 'later'],
    [45011, 'later'],
    [45009, 'tomorrow'],
    [40164, 'configuration'],
    [40125, 'configuration'],
  ])('%i is %s', (errcode, expected) => {
    expect(outcome(errcode)).toBe(expected)
  })

  test('an answer nobody has described is not tried again', () => {
    expect(outcome(99999)).toBe('never')
  })

  test('no answer at all is unknown, and not a refusal', () => {
    expect(outcome(null)).toBe('unknown')
  })

  test('the address allow-list has a name of its own in the log', () => {
    expect(configurationErrorOf(40164)).toBe('WECHAT.IP_NOT_ALLOWED')
    expect(configurationErrorOf(40125)).toBe('WECHAT.CREDENTIALS_REFUSED')
  })

  test('each further attempt waits twice as long', () => {
    expect([1, 2, 3].map(retryAfterMs)).toEqual([600_000, 1_200_000, 2_400_000])
  })
})
