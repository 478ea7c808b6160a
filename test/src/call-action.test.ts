import { json, startServer } from './http-server'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

type Platform = typeof import('@/src/platform/call-action')
type Session = typeof import('@/src/platform/session')
type Clock = typeof import('@/src/platform/clock')

let server: Awaited<ReturnType<typeof startServer>>
let callAction: Platform['callAction']
let chooseActAs: Session['chooseActAs']
let serverNow: Clock['serverNow']

const instant = 1574038800000
const good = { ok: true, data: { memberships: [] }, now: instant }

beforeAll(async () => {
  server = await startServer()
  // The build constants are read when the module is loaded.
  process.env.TARO_APP_API_BASE = server.origin
  ;({ callAction } = await import('@/src/platform/call-action'))
  ;({ chooseActAs } = await import('@/src/platform/session'))
  ;({ serverNow } = await import('@/src/platform/clock'))
})
afterAll(() => server.close())
beforeEach(() => {
  server.arrivals.length = 0
  server.answerWith((_, response) => json(response, good))
  chooseActAs(null)
  server.arrivals.length = 0
})

const call = (options?: Parameters<Platform['callAction']>[2]) =>
  callAction('identity.whoAmI', {}, options)

const ours = () => server.arrivals.filter(({ body }) => body.action === 'identity.whoAmI')

describe('calling an action', () => {
  it('goes to the function named before the dot, with nothing but the envelope', async () => {
    await expect(
      callAction('register.listRegions', { parentCode: null }, { actAs: null }),
    ).resolves.toEqual(good.data)
    expect(server.arrivals).toEqual([
      {
        method: 'POST',
        path: '/call/register',
        body: { action: 'register.listRegions', input: { parentCode: null } },
      },
    ])
  })

  it('carries the idempotency key that it was given', async () => {
    await call({ idempotencyKey: 'k1' })
    expect(ours().at(-1)?.body.idempotencyKey).toBe('k1')
  })

  it('acts as the chosen membership, and as a resident when told so', async () => {
    chooseActAs('m1')
    await call()
    expect(ours().at(-1)?.body.actAs).toBe('m1')
    await call({ actAs: null })
    expect(ours().at(-1)?.body).not.toHaveProperty('actAs')
  })

  it('throws the refusal of the server with its fields and request id', async () => {
    const error = { code: 'INPUT.INVALID', fields: ['words'], requestId: 'r1' }
    server.answerWith((_, response) => json(response, { ok: false, error, now: instant }))
    await expect(call()).rejects.toMatchObject(error)
  })

  it('takes the clock of the server from a reply, and from a refusal too', async () => {
    await call()
    expect(Math.abs(serverNow() - instant)).toBeLessThan(1000)
    const later = instant + 86_400_000
    const error = { code: 'THING.NOT_FOUND', requestId: 'r2' }
    server.answerWith((_, response) => json(response, { ok: false, error, now: later }))
    await expect(call()).rejects.toMatchObject({ code: 'THING.NOT_FOUND' })
    expect(Math.abs(serverNow() - later)).toBeLessThan(1000)
  })
})

describe('a call that does not arrive', () => {
  it('is offline when the connection is cut', async () => {
    server.answerWith((_, response) => void response.destroy())
    await expect(call()).rejects.toMatchObject({ code: 'CLIENT.OFFLINE' })
  })

  it('is a timeout when no answer comes in time', async () => {
    server.answerWith(() => undefined)
    await expect(call({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'CLIENT.TIMEOUT' })
  })

  it.each([
    [502, 'CLIENT.OFFLINE'],
    [503, 'CLIENT.OFFLINE'],
    [504, 'CLIENT.TIMEOUT'],
  ])('reads a proxy saying %i as %s', async (status, code) => {
    server.answerWith((_, response) => json(response, {}, status))
    await expect(call()).rejects.toMatchObject({ code })
  })

  it.each([200, 404, 500])(
    'is a fault, not offline, when %i comes without a reply',
    async (status) => {
      server.answerWith((_, response) => void response.writeHead(status).end('<html>'))
      await expect(call()).rejects.toMatchObject({ code: 'INTERNAL' })
    },
  )
})
