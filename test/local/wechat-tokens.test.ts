import { AccessTokens } from '@/local/wechat/access-tokens'

const APP = {
  grant_type: 'client_credential',
  appid: 'wx0123456789abcdef',
  secret: 'a-long-enough-secret',
}
const MINUTE = 60_000

function tokensAt(start: number) {
  const clock = { now: start }
  const tokens = new AccessTokens(() => clock.now)
  const stable = (force = false) => tokens.stable({ ...APP, force_refresh: force })
  const code = (text: unknown) => tokens.check(text)?.errcode ?? 0
  return { clock, tokens, stable, code }
}
const NOON = Date.parse('2026-03-02T12:00:00+08:00')

describe('a stable token', () => {
  it('is the same until five minutes before its end; then old and new both hold to the end of the old', () => {
    const { clock, stable, code } = tokensAt(NOON)
    const first = stable()
    expect(first.expires_in).toBe(7200)
    clock.now += 115 * MINUTE
    expect(stable()).toEqual({ access_token: first.access_token, expires_in: 300 })
    clock.now += 1
    const second = stable()
    expect(second.access_token).not.toBe(first.access_token)
    expect([code(first.access_token), code(second.access_token)]).toEqual([0, 0])
    clock.now += 5 * MINUTE
    expect([code(first.access_token), code(second.access_token)]).toEqual([42001, 0])
  })

  it('dies at once when a refresh is forced', () => {
    const { stable, code } = tokensAt(NOON)
    const first = stable()
    const second = stable(true)
    expect(second.access_token).not.toBe(first.access_token)
    expect([code(first.access_token), code(second.access_token)]).toEqual([40001, 0])
    expect(stable().access_token).toBe(second.access_token)
  })

  it('is not refreshed by force again within 30 seconds', () => {
    const { clock, stable } = tokensAt(NOON)
    stable()
    const forced = stable(true).access_token
    clock.now += 29_999
    expect(stable(true).access_token).toBe(forced)
    clock.now += 1
    expect(stable(true).access_token).not.toBe(forced)
  })

  it('is refreshed by force 20 times a day, by the day of Beijing', () => {
    const { clock, stable } = tokensAt(NOON)
    stable()
    for (let i = 0; i < 20; i++) {
      expect(stable(true)).toHaveProperty('access_token')
      clock.now += MINUTE
    }
    expect(stable(true).errcode).toBe(45009)
    clock.now = Date.parse('2026-03-03T00:00:00+08:00') - 1
    stable()
    expect(stable(true).errcode).toBe(45009)
    clock.now += 1
    expect(stable(true)).toHaveProperty('access_token')
  })
})

it('a plain token is another at each call, and the one before holds five minutes more', () => {
  const { clock, tokens, stable, code } = tokensAt(NOON)
  const own = stable().access_token
  const first = tokens.plain(APP).access_token
  const second = tokens.plain(APP).access_token
  expect(second).not.toBe(first)
  clock.now += 5 * MINUTE - 1
  expect([code(first), code(second), code(own)]).toEqual([0, 0, 0])
  clock.now += 1
  expect([code(first), code(second), code(own)]).toEqual([42001, 0, 0])
})

it.each([
  [undefined, 41001],
  ['', 41001],
  ['never-given', 40001],
  [['a'], 41001],
])('a call with the token %j is refused with %d', (token, errcode) => {
  expect(tokensAt(NOON).code(token)).toBe(errcode)
})
