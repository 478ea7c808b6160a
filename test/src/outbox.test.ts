import { memory, phone } from './fake-taro'
import { json, startServer, type Answer } from './http-server'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

type Outbox = typeof import('@/src/platform/outbox')
type Errors = typeof import('@/src/platform/call-error')

let server: Awaited<ReturnType<typeof startServer>>
let outbox: Outbox
let CallError: Errors['CallError']

const action = 'identity.setVillage' as const
const input = { regionCode: null }

/** Does each key once and answers a repeated one with the first reply, as the kit does. */
const done = new Map<string, number>()
let serial = 0
const doOnce = (key: string) => {
  if (!done.has(key)) done.set(key, (serial += 1))
  return { ok: true, data: { serial: done.get(key) }, now: 1574038800000 }
}
const answering: Answer = ({ body }, response) => json(response, doOnce(body.idempotencyKey ?? ''))
const losingReplies: Answer = ({ body }, response) => {
  doOnce(body.idempotencyKey ?? '')
  response.destroy()
}

beforeAll(async () => {
  server = await startServer()
  process.env.TARO_APP_API_BASE = server.origin
  outbox = await import('@/src/platform/outbox')
  ;({ CallError } = await import('@/src/platform/call-error'))
})
afterAll(() => server.close())
beforeEach(() => {
  memory.clear()
  phone.full = false
  done.clear()
  server.arrivals.length = 0
  server.answerWith(answering)
})

const sent: unknown[] = []
let stop: () => void
beforeEach(() => {
  sent.length = 0
  stop = outbox.onOutbox((event) => {
    if (event.kind === 'sent') sent.push(event.reply)
  })
})
afterEach(() => stop())

describe('the outbox', () => {
  it('keeps what cannot be sent, and sends it when the network is back', async () => {
    server.answerWith((_, response) => void response.destroy())
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toHaveLength(1)
    expect(sent).toEqual([])

    server.answerWith(answering)
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toEqual([])
    expect(sent).toEqual([{ serial }])
  })

  it('does a write once although its first reply was lost', async () => {
    server.answerWith(losingReplies)
    await outbox.keepForSending(action, input)
    await outbox.flushOutbox()
    await outbox.flushOutbox()
    server.answerWith(answering)
    await outbox.flushOutbox()
    expect(server.arrivals).toHaveLength(3)
    expect(done.size).toBe(1)
    expect(sent).toHaveLength(1)
  })

  it('keeps the key of an intention that was tried before it was kept', async () => {
    await outbox.keepForSending(action, input, 'tried')
    await outbox.keepForSending(action, input, 'tried')
    await outbox.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual(['tried'])
  })

  it('sends each item once when two flushes run at the same time', async () => {
    await outbox.keepForSending(action, input)
    await Promise.all([outbox.flushOutbox(), outbox.flushOutbox(), outbox.flushOutbox()])
    expect(server.arrivals).toHaveLength(1)
  })

  it('sends an item that was added while another one was under way', async () => {
    server.answerWith((arrival, response) => {
      if (server.arrivals.length > 1) return answering(arrival, response)
      void outbox.keepForSending(action, input, 'second').then(() => answering(arrival, response))
    })
    await outbox.keepForSending(action, input, 'first')
    await outbox.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual(['first', 'second'])
  })

  it('keeps a refused item with its reason and goes on with the next one', async () => {
    const error = { code: 'INPUT.INVALID', requestId: 'r' }
    server.answerWith((arrival, response) =>
      arrival.body.idempotencyKey === 'bad'
        ? json(response, { ok: false, error, now: 1 })
        : answering(arrival, response),
    )
    await outbox.keepForSending(action, input, 'bad')
    await outbox.keepForSending(action, input, 'fine')
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([
      { key: 'bad', state: 'refused', code: 'INPUT.INVALID', input },
    ])
    await outbox.flushOutbox()
    expect(server.arrivals).toHaveLength(2)
  })

  it('keeps an item waiting that the server failed on, and goes on with the next one', async () => {
    server.answerWith((arrival, response) =>
      arrival.body.idempotencyKey === 'crash'
        ? void response.writeHead(500).end('<html>')
        : answering(arrival, response),
    )
    await outbox.keepForSending(action, input, 'crash')
    await outbox.keepForSending(action, input, 'fine')
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([{ key: 'crash', state: 'waiting' }])
    expect(done.has('fine')).toBe(true)
  })

  it('gives an item back to be changed, and does not send it any more', async () => {
    await outbox.keepForSending(action, input, 'mine')
    expect(outbox.takeFromOutbox('mine')).toMatchObject({ key: 'mine', input })
    await outbox.flushOutbox()
    expect(server.arrivals).toEqual([])
    expect(outbox.takeFromOutbox('mine')).toBeNull()
  })

  it('says so when the phone refuses to keep it', async () => {
    phone.full = true
    await expect(outbox.keepForSending(action, input)).rejects.toBeInstanceOf(CallError)
    expect(outbox.readOutbox()).toEqual([])
  })

  it('survives a restart of the app with the same key', async () => {
    const item = await outbox.keepForSending(action, input)
    jest.resetModules()
    const restarted = await import('./fake-taro')
    memory.forEach((value, key) => restarted.memory.set(key, value))
    const next = await import('@/src/platform/outbox')
    await next.flushOutbox()
    expect(server.arrivals.map(({ body }) => body.idempotencyKey)).toEqual([item.key])
  })
})

describe('a sender of several calls', () => {
  it('does not put a photo up again that went up before the network was lost', async () => {
    const uploads: string[] = []
    let online = false
    outbox.sendBy('feedback.submit', async (item, progress) => {
      const { photo } = item.input as { photo: string }
      if (!photo.startsWith('cloud://')) {
        uploads.push(photo)
        progress({ photo: `cloud://${photo}` })
      }
      if (!online) throw new CallError('CLIENT.OFFLINE')
      return item.input
    })
    await outbox.keepForSending('feedback.submit', { photo: 'a.jpg' })
    await outbox.flushOutbox()
    online = true
    await outbox.flushOutbox()
    expect(uploads).toEqual(['a.jpg'])
    expect(sent).toEqual([{ photo: 'cloud://a.jpg' }])
  })

  it('waits for the next time when a photo could not be put up', async () => {
    outbox.sendBy('feedback.submit', () => Promise.reject(new CallError('CLIENT.UPLOAD_FAILED')))
    await outbox.keepForSending('feedback.submit', {})
    await outbox.flushOutbox()
    expect(outbox.readOutbox()).toMatchObject([{ state: 'waiting' }])
  })
})
