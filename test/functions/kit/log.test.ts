import { startApp, type TestApp } from '../../support/app'
import { LogScan } from '../../support/log-scan'

const planted = { openid: 'openid-planted-caller', words: '埋下的一句话', phone: '13800001111' }

let app: TestApp
const lines: string[] = []
beforeAll(async () => {
  app = await startApp({ log: (line) => lines.push(line) })
})
afterAll(() => app.close())

/** The lines of functions that tell of this action. */
const told = (action: string) => lines.filter((line) => line.includes(`"action":"${action}"`))

describe('the log of a function', () => {
  it('has one line a call, with what it took and the code of a refusal', async () => {
    await app.ok(planted.openid, 'identity.setVillage', { regionCode: null })
    await app.refusal(planted.openid, 'identity.listUnits', {})
    expect(told('identity.setVillage')).toHaveLength(1)
    expect(told('identity.setVillage')[0]).toMatch(/"requestId":"[^"]+".*"ms":\d+,"requests":[1-9]/)
    expect(told('identity.listUnits')).toHaveLength(1)
    expect(told('identity.listUnits')[0]).toContain('"code":"ACCESS.ROLE"')
  })

  it('says what failed and where, and nothing of what was sent, though the failure repeats it', async () => {
    const faults = `${app.origin}/_local/faults`
    const { openid, words, phone } = planted
    const fault = { id: 'talks', action: 'database.*', kind: 'error', code: 'FAILED' }
    await fetch(faults, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fault, message: `dup key: ${openid} ${words} ${phone}` }),
    })
    expect(await app.refusal(openid, 'feedback.listMine', {})).toBe('INTERNAL')
    await fetch(`${faults}/talks`, { method: 'DELETE' })
    const [line] = told('feedback.listMine')
    expect(line).toMatch(/"level":"error".*"code":"INTERNAL"/)
    expect(line).toMatch(/ at /)
    for (const secret of Object.values(planted)) expect(lines.join('\n')).not.toContain(secret)
  })
})

describe('the scan that every test of the functions runs', () => {
  const line = (text: string) => `[task] {"level":"info","action":"task.get","error":"${text}"}`
  it.each([
    ['an openid', 'openid-of-somebody'],
    ['what was sent', 'a key of the phone'],
    ['words', '臭水沟'],
    ['a phone number', '13800001111'],
  ])('finds %s in a line', (_, text) => {
    const scan = new LogScan()
    scan.plant('openid-of-somebody', { action: 'task.get', input: { key: 'a key of the phone' } })
    scan.see(line('Error at index.js'))
    scan.check()
    scan.see(line(`Error ${text}`))
    expect(() => scan.check()).toThrow(text)
  })
})
